"""What goes into the bin can be had back, until it has been there for a month."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.adding import Outcome
from reader.library.bin import KEPT, Bin
from reader.library.store import Library
from reader.model.entry import Counts
from reader.model.query import READING_LIST, Filter, Search
from tests.unit.library_samples import article, check_whole, files

TITLES = ("Новините днес", "Новините вчера", "Новините утре")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path) as opened:
        yield opened
        check_whole(opened)


@pytest.fixture
def three(library: Library) -> list[int]:
    return [library.add(article(title), (), title.encode()).entry.identifier for title in TITLES]


def bin_at(library: Library, now: float) -> Bin:
    """Return the bin of a library at another time."""
    return Bin(library._connections, library._adding, lambda: now)


def binned(library: Library) -> list[int]:
    return list(library.lists.ids(Filter(binned=True)))


def test_what_is_in_the_bin_is_nowhere_else(library: Library, three: list[int]) -> None:
    library.set_last_opened(three[0])
    library.bin.put(three[:2])
    assert [entry.identifier for entry in library.entries()] == three[2:]
    assert library.count() == Counts(total=1, unread=1)
    assert len(library.search(Search("новините"))) == 1
    assert library.last_opened() is None
    assert binned(library) == [three[1], three[0]]


def test_what_is_restored_has_all_that_it_had(library: Library, three: list[int]) -> None:
    library.labels.star(three, starred=True)
    library.labels.retag(three, add=("енергия",))
    library.labels.collect(READING_LIST, three)
    before = library.entries()
    library.bin.put(three)
    library.bin.restore(three)
    assert library.entries() == before
    assert library.labels.collections()[0].count == len(three)
    assert binned(library) == []


def test_an_article_that_comes_again_is_taken_out_of_the_bin(
    library: Library, three: list[int]
) -> None:
    library.bin.put(three)
    again = library.add(article(TITLES[0]), (), TITLES[0].encode())
    assert again.outcome is Outcome.RESTORED
    assert binned(library) == [three[2], three[1]]


def test_after_a_month_the_bin_lets_go_of_articles_and_originals(
    library: Library, three: list[int]
) -> None:
    originals = [library.original(number) for number in three]
    bin_at(library, 1000).put(three[:1])
    bin_at(library, 2000).put(three[1:2])
    assert bin_at(library, 1000 + KEPT - 1).purge() == 0
    assert bin_at(library, 1000 + KEPT).purge() == 1
    assert binned(library) == three[1:2]
    assert files(library.folder) == set(originals[1:])


def test_going_into_the_bin_again_does_not_make_it_longer(
    library: Library, three: list[int]
) -> None:
    bin_at(library, 1000).put(three)
    bin_at(library, 2000).put(three)
    assert bin_at(library, 1000 + KEPT).purge() == len(three)


def test_a_clock_that_was_set_back_removes_nothing(library: Library, three: list[int]) -> None:
    bin_at(library, 10 * KEPT).put(three)
    assert bin_at(library, KEPT).purge() == 0
    assert len(binned(library)) == len(three)


def test_the_bin_is_emptied(library: Library, three: list[int]) -> None:
    library.bin.put(three[:2])
    assert library.bin.purge(0) == 2
    assert binned(library) == []
    assert library.count().total == 1


def test_more_than_one_transaction_empties_a_full_bin(library: Library) -> None:
    many = [library.add(article(f"Новина {n}"), (), b"%d" % n).entry.identifier for n in range(120)]
    library.bin.put(many)
    assert library.bin.purge(0) == len(many)
    assert files(library.folder) == set()


def test_only_what_is_in_the_bin_still_is_removed_for_good(
    library: Library, three: list[int]
) -> None:
    library.bin.put(three)
    library.bin.restore(three[:1])
    assert library.bin.remove(three) == 2
    assert [entry.identifier for entry in library.entries()] == three[:1]
    assert files(library.folder) == {library.original(three[0])}
