"""Stars, tags and collections: on many articles at once, wholly or not at all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.errors import (
    NamelessError,
    NameTakenError,
    UnknownArticleError,
    UnknownNameError,
)
from reader.library.store import Library
from reader.model.label import Collection, Tag
from reader.model.query import READING_LIST, Filter, Order
from tests.unit.library_samples import article, check_whole

MISSING = 99


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path) as opened:
        yield opened
        check_whole(opened)


@pytest.fixture
def three(library: Library) -> list[int]:
    titles = ("Новините днес", "Новините вчера", "Новините утре")
    return [library.add(article(title), (), title.encode()).entry.identifier for title in titles]


def listed(library: Library, wanted: Filter, order: Order = Order.ADDED) -> list[int]:
    return list(library.lists.ids(wanted, order))


def test_many_articles_get_a_star_and_lose_it(library: Library, three: list[int]) -> None:
    library.labels.star(three, starred=True)
    library.labels.star(three[:1], starred=False)
    assert [library.entry(number).starred for number in three] == [False, True, True]
    assert library.labels.are_starred(three[1:])
    assert not library.labels.are_starred(three)
    assert listed(library, Filter(starred=True)) == [three[2], three[1]]


def test_an_article_has_its_tags_in_the_order_of_their_names(
    library: Library, three: list[int]
) -> None:
    library.labels.retag(three[:1], add=("Пчели", "енергия", "влакове"))
    assert library.entry(three[0]).tags == ("влакове", "енергия", "Пчели")


def test_tags_are_told_apart_by_more_than_capitals_and_spaces(
    library: Library, three: list[int]
) -> None:
    library.labels.retag(three[:1], add=("Чиста  енергия",))
    library.labels.retag(three[1:], add=(" чиста енергия",))
    assert library.labels.tags() == [Tag("Чиста енергия", 3)]
    assert listed(library, Filter(tag="ЧИСТА ЕНЕРГИЯ")) == three[::-1]


def test_a_tag_is_chosen_as_it_is_written_before_one_with_quotation_marks(
    library: Library, three: list[int]
) -> None:
    library.labels.retag(three[:1], add=["«Бюджет»"])
    assert listed(library, Filter(tag="бюджет")) == three[:1]
    library.labels.retag(three[1:], add=["бюджет"])
    assert listed(library, Filter(tag="Бюджет")) == three[:0:-1]
    assert listed(library, Filter(tag="«бюджет»")) == three[:1]


def test_tags_are_put_on_and_taken_off_at_once(library: Library, three: list[int]) -> None:
    library.labels.retag(three, add=("енергия",))
    library.labels.retag(three[1:], add=("влакове",), remove=("енергия",))
    assert library.labels.tags_of(three) == {"влакове": 2, "енергия": 1}


def test_a_tag_stays_known_until_it_is_deleted(library: Library, three: list[int]) -> None:
    library.labels.retag(three, add=("енергия",))
    library.labels.retag(three, remove=("енергия",))
    assert library.labels.tags() == [Tag("енергия", 0)]
    library.labels.delete_tag("Енергия")
    assert library.labels.tags() == []


def test_a_tag_is_called_otherwise(library: Library, three: list[int]) -> None:
    library.labels.retag(three[:1], add=("енергия",))
    library.labels.rename_tag("енергия", "Енергия")
    assert library.entry(three[0]).tags == ("Енергия",)


def test_two_tags_become_one_by_a_common_name(library: Library, three: list[int]) -> None:
    library.labels.retag(three[:2], add=("ток",))
    library.labels.retag(three[1:], add=("енергия",))
    library.labels.rename_tag("ток", "Енергия")
    assert library.labels.tags() == [Tag("Енергия", 3)]


def test_what_is_in_the_bin_does_not_count(library: Library, three: list[int]) -> None:
    library.labels.retag(three, add=("енергия",))
    library.labels.collect(READING_LIST, three)
    library.bin.put(three[:2])
    assert library.labels.tags() == [Tag("енергия", 1)]
    assert library.labels.collections() == [Collection(READING_LIST, "", 1)]


def test_the_reading_list_is_always_there(library: Library, three: list[int]) -> None:
    assert library.labels.collections() == [Collection(READING_LIST, "", 0)]
    library.labels.collect(READING_LIST, three)
    wanted = Filter(collection=READING_LIST)
    assert listed(library, wanted, Order.PLACE) == three
    for change in (
        lambda: library.labels.rename_collection(READING_LIST, "Друг"),
        lambda: library.labels.delete_collection(READING_LIST),
    ):
        with pytest.raises(UnknownNameError):
            change()


def test_a_collection_is_made_renamed_and_forgotten(library: Library, three: list[int]) -> None:
    made = library.labels.create_collection(" Зелената  сделка ")
    library.labels.collect(made.identifier, three)
    library.labels.rename_collection(made.identifier, "Климат")
    assert library.labels.collections()[1:] == [Collection(made.identifier, "Климат", 3)]
    library.labels.delete_collection(made.identifier)
    assert library.labels.collections()[1:] == []
    assert library.count().total == len(three)


def test_two_collections_have_two_names(library: Library) -> None:
    first = library.labels.create_collection("Климат")
    second = library.labels.create_collection("Пчели")
    with pytest.raises(NameTakenError):
        library.labels.create_collection("КЛИМАТ")
    with pytest.raises(NameTakenError):
        library.labels.rename_collection(second.identifier, "климат")
    library.labels.rename_collection(first.identifier, "климат")
    assert [each.name for each in library.labels.collections()] == ["", "климат", "Пчели"]


def test_articles_come_to_the_end_of_a_collection_and_once(
    library: Library, three: list[int]
) -> None:
    first, second, third = three
    library.labels.collect(READING_LIST, (second,))
    library.labels.collect(READING_LIST, (third, second, first))
    wanted = Filter(collection=READING_LIST)
    assert listed(library, wanted, Order.PLACE) == [second, third, first]
    library.labels.uncollect(READING_LIST, (third,))
    assert library.labels.collections_of(three) == {READING_LIST: 2}
    assert listed(library, wanted, Order.PLACE) == [second, first]


def test_some_articles_of_a_collection_change_places(library: Library, three: list[int]) -> None:
    first, second, third = three
    library.labels.collect(READING_LIST, three)
    library.labels.reorder(READING_LIST, (third, first))
    wanted = Filter(collection=READING_LIST)
    assert listed(library, wanted, Order.PLACE) == [third, second, first]


def changes(library: Library, articles: list[int]) -> list[Callable[[], object]]:
    labels = library.labels
    return [
        lambda: labels.star(articles, starred=True),
        lambda: labels.retag(articles, add=("енергия",)),
        lambda: labels.tags_of(articles),
        lambda: labels.collections_of(articles),
        lambda: labels.collect(READING_LIST, articles),
        lambda: labels.uncollect(READING_LIST, articles),
        lambda: labels.reorder(READING_LIST, articles),
        lambda: library.bin.put(articles),
        lambda: library.bin.restore(articles),
        lambda: library.bin.remove(articles),
        lambda: library.set_read(*articles, read=True),
    ]


@pytest.mark.parametrize("unknown", [MISSING, 2**70])
def test_where_one_article_is_unknown_nothing_changes(
    library: Library, three: list[int], unknown: int
) -> None:
    before = library.entries()
    for change in changes(library, [*three, unknown]):
        with pytest.raises(UnknownArticleError) as raised:
            change()
        assert raised.value.identifier in (unknown, three[0])  # no place in a list is none either
    assert library.entries() == before
    assert library.labels.tags() == []
    assert library.labels.collections() == [Collection(READING_LIST, "", 0)]


def test_labels_that_are_not_there_are_said_to_be_unknown(
    library: Library, three: list[int]
) -> None:
    labels = library.labels
    for change in (
        lambda: labels.retag(three, add=("ново",), remove=("няма",)),
        lambda: labels.rename_tag("няма", "има"),
        lambda: labels.delete_tag("няма"),
        lambda: labels.rename_collection(MISSING, "има"),
        lambda: labels.delete_collection(MISSING),
        lambda: labels.collect(MISSING, three),
        lambda: labels.uncollect(MISSING, three),
        lambda: labels.reorder(MISSING, three),
    ):
        with pytest.raises(UnknownNameError):
            change()
    assert labels.tags() == []


def test_a_label_of_nothing_but_spaces_is_none(library: Library, three: list[int]) -> None:
    labels = library.labels
    labels.retag(three, add=("вода",))
    for change in (
        lambda: labels.retag(three, add=("ново", " ")),
        lambda: labels.rename_tag("вода", "\t"),
        lambda: labels.create_collection(""),
    ):
        with pytest.raises(NamelessError):
            change()
    assert [tag.name for tag in labels.tags()] == ["вода"]


def test_labels_go_with_their_article(library: Library, three: list[int]) -> None:
    library.labels.retag(three, add=("енергия",))
    library.labels.collect(READING_LIST, three)
    library.remove(*three)
    assert library.labels.tags() == [Tag("енергия", 0)]
    assert library.labels.collections() == [Collection(READING_LIST, "", 0)]
