"""The list in every order and in groups, by the indexes of the file."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reader.library.lists import conditions_of
from reader.library.store import Library
from reader.model.query import READING_LIST, Filter, Group, Grouping, Order
from tests.unit.library_samples import article


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of four articles, whose numbers are 1 to 4."""
    facts = (
        ("Ябълки", 3, "ec"),
        ("„Вятър“ и вода", 5, None),
        ("градове", 3, "ep"),
        ("Бюджет", 4, "ec"),
    )
    with Library(tmp_path) as opened:
        for title, day, publisher in facts:
            plain = article(title)
            source = replace(plain.source, publisher=publisher)
            opened.add(
                replace(plain, published=date(2025, 2, day), source=source), (), title.encode()
            )
        yield opened


@pytest.mark.parametrize(
    ("order", "numbers"),
    [
        (Order.ADDED, [4, 3, 2, 1]),
        (Order.DAY, [2, 4, 3, 1]),
        (Order.TITLE, [4, 2, 3, 1]),  # quotation marks and capitals do not count
        (Order.PUBLISHER, [4, 1, 3, 2]),
        (Order.OPENED, []),
        (Order.PLACE, [4, 3, 2, 1]),
    ],
)
def test_each_order(library: Library, order: Order, numbers: list[int]) -> None:
    assert list(library.lists.ids(Filter(), order)) == numbers


def test_titles_stay_in_order_as_articles_change_and_go(library: Library) -> None:
    library.renew(1, article("Автомобили"), (), ())
    library.remove(4)
    assert list(library.lists.ids(Filter(), Order.TITLE)) == [1, 2, 3]
    library.bin.put((2,))
    assert list(library.lists.ids(Filter(), Order.TITLE)) == [1, 3]


def test_the_history_has_what_was_opened_the_last_one_first(library: Library) -> None:
    for number in (2, 4, 1, 4):
        library.set_last_opened(number)
    assert list(library.lists.ids(Filter(), Order.OPENED)) == [4, 1, 2]


def test_groups_by_day_hold_their_articles_in_an_order(library: Library) -> None:
    arranged = library.lists.arranged(Filter(), Order.TITLE, Grouping.DAY)
    assert list(arranged.ids) == [2, 4, 3, 1]
    assert arranged.groups == (
        Group("2025-02-05", 1),
        Group("2025-02-04", 1),
        Group("2025-02-03", 2),
    )


@pytest.fixture(params=["Pacific/Kiritimati", "Pacific/Niue"])
def elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Far in the east or far in the west: in one of the two it is another day than in Greenwich."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("elsewhere")
def test_without_a_date_an_article_is_of_the_day_on_which_it_came_by_the_persons_clock(
    library: Library,
) -> None:
    added = library.add(replace(article("Сливи"), published=None), (), b"plums").entry
    library.renew(added.identifier, replace(article("Круши"), published=None), (), ())
    day = added.day.isoformat()
    assert Group(day, 1) in library.lists.arranged(Filter(), Order.DAY, Grouping.DAY).groups
    assert list(library.lists.ids(Filter(since=added.day, until=added.day), Order.DAY)) == [
        added.identifier
    ]


def test_groups_by_publisher_end_with_those_that_have_none(library: Library) -> None:
    arranged = library.lists.arranged(Filter(), Order.ADDED, Grouping.PUBLISHER)
    assert list(arranged.ids) == [4, 1, 3, 2]
    assert arranged.groups == (Group("ec", 2), Group("ep", 1), Group(None, 1))


def test_nothing_has_no_groups(library: Library) -> None:
    arranged = library.lists.arranged(Filter(starred=True), Order.DAY, Grouping.DAY)
    assert (list(arranged.ids), arranged.groups) == ([], ())


@pytest.mark.parametrize(
    ("letters", "numbers"),
    [("в", {2}), ("Вятър и", {2}), ("вода", set()), ("", set()), ("„", set()), ("ЯБ", {1})],
)
def test_titles_are_found_by_their_beginning(
    library: Library, letters: str, numbers: set[int]
) -> None:
    assert library.lists.beginning(letters) == numbers


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Filter(read=False), "reading_unread"),
        (Filter(starred=True), "reading_starred"),
        (Filter(binned=True), "reading_binned"),
        (Filter(since=date(2025, 1, 1)), "reading_day"),
        (Filter(publisher="ec"), "article_publisher"),
        (Filter(language="bg"), "article_language"),
        (Filter(tag="енергия"), "tagged"),
        (Filter(collection=READING_LIST), "collected"),
    ],
)
def test_a_filter_looks_up_an_index(library: Library, wanted: Filter, index: str) -> None:
    joins, conditions, values = conditions_of(wanted)
    query = (
        f"EXPLAIN QUERY PLAN SELECT reading.article FROM reading {' '.join(joins.values())}"
        f" WHERE {' AND '.join(conditions)}"
    )
    with library._connections.reading() as connection:
        plan = [row["detail"] for row in connection.execute(query, values)]
    assert any(index in step for step in plan), plan
