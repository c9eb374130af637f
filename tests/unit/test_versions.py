"""An announcement that comes again with changes is a new version, and the older ones stay."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reader.errors import LibraryDamagedError, UnknownArticleError
from reader.library.records import sha256
from reader.library.store import Library
from reader.model.article import Article, Source
from reader.model.intake import Outcome
from reader.model.query import Search
from tests.unit.library_samples import REPAIRS, article, check_whole, files
from tests.unit.test_library import made_long_ago

OPENING = "Комисията предлага нови правила за водите, които ще важат от следващата година."
END = "Държавите членки имат срок до края на октомври, за да изпратят своите планове."
TITLE = "Новина за водите в Европа"
ADDRESS = "https://ec.europa.eu/commission/presscorner/detail/bg/ip_25_467"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path) as opened:
        yield opened


def announcement(*texts: str, title: str = TITLE, address: str | None = None) -> Article:
    made = article(title, *texts)
    return replace(made, source=Source("text", "новина.txt", address=address))


def test_changes_make_a_new_version_of_the_same_article(library: Library) -> None:
    first = announcement(OPENING, "Бюджетът е 100 милиона евро.", END)
    second = announcement(OPENING, "Бюджетът е 120 милиона евро.", END)
    kept = library.add(first, REPAIRS, b"1").entry
    library.set_read(kept.identifier, read=True)
    added = library.add(second, (), b"2")
    assert added.outcome is Outcome.VERSION
    assert added.entry.identifier == kept.identifier
    assert added.entry.versions == 1
    assert not added.entry.read
    assert library.article(kept.identifier) == second
    (older,) = library.versions.of(kept.identifier)
    assert (older.number, older.title, older.added) == (1, TITLE, kept.added)
    assert library.versions.article(kept.identifier, 1) == first
    assert [hit.snippet for hit in library.search(Search("=120"))] != []
    assert library.search(Search("=100")) == []
    assert library.original(kept.identifier).read_bytes() == b"2"
    check_whole(library)


def test_versions_are_counted_from_the_oldest(library: Library) -> None:
    for number in range(3):
        added = library.add(announcement(OPENING, f"Мерки: {number}.", END), (), b"%d" % number)
    assert [each.number for each in library.versions.of(added.entry.identifier)] == [2, 1]
    with pytest.raises(UnknownArticleError):
        library.versions.article(added.entry.identifier, 3)
    with pytest.raises(UnknownArticleError):
        library.versions.of(99)


def test_an_older_version_that_comes_again_is_known(library: Library) -> None:
    first = announcement(OPENING, "Бюджетът е 100 милиона евро.", END)
    library.add(first, (), b"1")
    number = library.add(announcement(OPENING, "Новото.", END), (), b"2").entry.identifier
    for original in (b"1", b"other bytes, the same words"):
        added = library.add(first, (), original)
        assert (added.outcome, added.entry.identifier) == (Outcome.KNOWN, number)
    assert library.known(b"1") is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ADDRESS, ADDRESS + "/?utm_source=mail#top"),
        (ADDRESS, ADDRESS.replace("https://", "http://")),
    ],
)
def test_one_address_is_one_announcement_under_another_title(
    library: Library, one: str, other: str
) -> None:
    library.add(announcement(OPENING, END, address=one), (), b"1")
    again = announcement(OPENING, END, "Новото.", title="Вода за всички", address=other)
    assert library.add(again, (), b"2").outcome is Outcome.VERSION


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (announcement(OPENING, END), announcement("Друг текст.", "Със съвсем други думи в него.")),
        (
            announcement(OPENING, END, title="Новини"),
            announcement(OPENING, "И още.", title="Новини"),
        ),
        (
            replace(announcement(OPENING, END), published=date(2024, 3, 1)),
            replace(announcement(OPENING, END, "И още."), published=date(2025, 3, 1)),
        ),
        (announcement(OPENING, END), replace(announcement(OPENING, END, "More."), language="en")),
    ],
)
def test_what_only_looks_alike_is_another_article(
    library: Library, one: Article, other: Article
) -> None:
    library.add(one, (), b"1")
    assert library.add(other, (), b"2").outcome is Outcome.NEW


def test_what_is_removed_goes_with_its_versions(library: Library, tmp_path: Path) -> None:
    library.add(announcement(OPENING, END), (), b"1")
    number = library.add(announcement(OPENING, END, "Новото."), (), b"2").entry.identifier
    assert {path.name for path in files(tmp_path)} == {sha256(b"1"), sha256(b"2")}
    library.remove(number)
    assert files(tmp_path) == set()
    assert library.add(announcement(OPENING, END), (), b"1").outcome is Outcome.NEW


def test_a_version_that_was_damaged_is_said_to_be_so(library: Library) -> None:
    library.add(announcement(OPENING, END), (), b"1")
    number = library.add(announcement(OPENING, END, "Новото."), (), b"2").entry.identifier
    with library._connections.writing() as connection:
        connection.execute("UPDATE version SET blocks = replace(blocks, 'години', 'месеци')")
        connection.execute("UPDATE version SET title = 'Друго'")
    with pytest.raises(LibraryDamagedError):
        library.versions.article(number, 1)


def test_articles_of_an_older_library_get_versions_too(tmp_path: Path) -> None:
    first = replace(announcement(OPENING, END), author=None)
    number = made_long_ago(tmp_path / "old", 3, first)
    with Library(tmp_path / "old") as library:
        added = library.add(announcement(OPENING, END, "Новото."), (), b"2")
        assert (added.outcome, added.entry.identifier) == (Outcome.VERSION, number)
