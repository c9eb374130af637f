"""What is added to the library stays there as it was, once, until it is removed."""

import itertools
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.errors import LibraryDamagedError, UnknownArticleError
from reader.library import schema
from reader.library.adding import Added
from reader.library.migrations import MIGRATIONS
from reader.library.records import record
from reader.library.store import Library
from reader.model.article import Article
from reader.model.entry import Counts
from reader.model.intake import Outcome
from reader.model.position import START, Position
from reader.model.query import Filter, Order, Search
from tests.unit.library_samples import EVERYTHING, REPAIRS, article


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "data" / "library") as opened:
        yield opened


def test_an_added_article_comes_back_as_it_was(library: Library) -> None:
    before = datetime.now(UTC)
    added = library.add(EVERYTHING, REPAIRS, b"%PDF bytes")
    entry = added.entry
    assert added.new
    assert library.article(entry.identifier) == EVERYTHING
    assert library.repairs(entry.identifier) == REPAIRS
    assert library.original(entry.identifier).read_bytes() == b"%PDF bytes"
    assert library.entry(entry.identifier) == entry
    assert (entry.title, entry.language, entry.publisher, entry.source_name) == (
        "Нова програма за чиста енергия",
        "bg",
        "council",
        "съобщение.pdf",
    )
    assert entry.published == EVERYTHING.published
    assert entry.machine_translated
    assert not entry.read
    assert abs(entry.added - before) < timedelta(minutes=1)


def test_an_article_without_words_and_facts_can_be_kept(library: Library) -> None:
    bare = article("")
    library.add(bare, (), b"one")
    other = library.add(bare, (), b"two")
    assert other.new
    assert library.article(other.entry.identifier) == bare


def test_everything_is_there_after_reopening(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        identifier = library.add(EVERYTHING, REPAIRS, b"bytes").entry.identifier
        library.set_place(identifier, Position(3, 17))
        library.set_read(identifier, read=True)
        library.set_last_opened(identifier)
    with Library(tmp_path) as library:
        assert library.article(identifier) == EVERYTHING
        assert library.place(identifier) == Position(3, 17)
        assert library.entry(identifier).read
        assert library.last_opened() == identifier
        assert [hit.entry.identifier for hit in library.search(Search("програмите"))] == [
            identifier
        ]


def test_a_change_is_seen_by_another_opening_at_once(tmp_path: Path) -> None:
    with Library(tmp_path) as window, Library(tmp_path) as command_line:
        identifier = command_line.add(EVERYTHING, (), b"bytes").entry.identifier
        window.set_place(identifier, Position(2, 5))
        assert command_line.place(identifier) == Position(2, 5)
        command_line.remove(identifier)
        assert window.entries() == []


def test_the_same_bytes_are_kept_once(library: Library) -> None:
    first = library.add(EVERYTHING, (), b"bytes")
    again = library.add(article("Друг текст", "от същия файл"), (), b"bytes")
    assert (again.entry, again.new) == (first.entry, False)
    assert library.count().total == 1


def test_the_same_words_from_another_file_are_kept_once(library: Library) -> None:
    first = library.add(article("Новина", "Съветът каза: „Да“."), (), b"pdf")
    again = library.add(article("НОВИНА", 'Съветът  каза – "да".'), (), b"text")
    assert (again.entry, again.new) == (first.entry, False)
    files = [path for path in (library.folder / "originals").rglob("*") if path.is_file()]
    assert files == [library.original(first.entry.identifier)]


def test_an_article_is_found_by_its_original(library: Library) -> None:
    entry = library.add(EVERYTHING, (), b"bytes").entry
    assert library.known(b"bytes") == Added(entry, Outcome.KNOWN)
    assert library.known(b"other bytes") is None


def test_entries_come_newest_first(library: Library) -> None:
    titles = ["Първа", "Втора", "Трета"]
    for title in titles:
        library.add(article(title), (), title.encode())
    assert [entry.title for entry in library.entries()] == titles[::-1]


def test_read_articles_are_told_from_unread_ones(library: Library) -> None:
    first = library.add(article("Първа"), (), b"1").entry.identifier
    second = library.add(article("Втора"), (), b"2").entry.identifier
    library.set_read(first, read=True)
    assert [entry.identifier for entry in library.entries(unread_only=True)] == [second]
    assert library.count() == Counts(total=2, unread=1)
    library.set_read(first, read=False)
    assert library.count() == Counts(total=2, unread=2)


def test_a_new_article_is_read_from_its_start(library: Library) -> None:
    assert library.place(library.add(EVERYTHING, (), b"1").entry.identifier) == START


def test_the_article_opened_last_is_remembered(library: Library) -> None:
    first = library.add(article("Първа"), (), b"1").entry.identifier
    second = library.add(article("Втора"), (), b"2").entry.identifier
    assert library.last_opened() is None
    library.set_last_opened(second)
    library.set_last_opened(first)
    assert library.last_opened() == first
    library.remove(first)
    assert library.last_opened() == second


def test_a_removed_article_leaves_nothing_behind(library: Library) -> None:
    kept = library.add(article("Остава", "Законът остава."), (), b"1").entry
    gone = library.add(article("Изчезва", "Законът изчезва."), (), b"2").entry
    original = library.original(gone.identifier)
    library.remove(gone.identifier)
    assert library.entries() == [kept]
    assert [hit.entry for hit in library.search(Search("закон"))] == [kept]
    assert library.search(Search("изчезва")) == []
    assert not original.exists()
    assert library.original(kept.identifier).exists()
    assert library.known(b"2") is None


def test_a_removed_article_can_be_added_again_under_another_number(library: Library) -> None:
    first = library.add(EVERYTHING, (), b"1").entry.identifier
    library.remove(first)
    again = library.add(EVERYTHING, (), b"1")
    assert again.new
    assert again.entry.identifier != first
    assert library.original(again.entry.identifier).read_bytes() == b"1"


def test_unknown_numbers_are_said_to_be_unknown(library: Library) -> None:
    for ask in (
        library.entry,
        library.article,
        library.repairs,
        library.original,
        library.place,
        library.remove,
        library.set_last_opened,
        lambda number: library.set_place(number, START),
        lambda number: library.set_read(number, read=True),
    ):
        with pytest.raises(UnknownArticleError) as raised:
            ask(7)
        assert raised.value.identifier == 7


def test_a_closed_library_is_not_opened_again_by_accident(library: Library) -> None:
    library.close()
    library.close()
    with pytest.raises(RuntimeError):
        library.entries()


def test_other_facts_do_not_make_another_article(library: Library) -> None:
    library.add(EVERYTHING, (), b"1")
    moved = replace(EVERYTHING, original=None, published=None)
    assert not library.add(moved, (), b"2").new


def made_long_ago(folder: Path, version: int, kept: Article) -> int:
    """Make a library as an older program did, with one article; return its number."""
    folder.mkdir(parents=True)
    row, _ = record(kept, REPAIRS, b"%PDF bytes")
    columns = [name for name in row if name not in ("blocks", "documents", "repairs")]
    if version < 3:
        columns.remove("author")
    with closing(schema.connect(folder / "library.sqlite")) as connection:
        for statement in itertools.chain.from_iterable(MIGRATIONS[:version]):
            connection.execute(statement)
        connection.execute(
            f"INSERT INTO article ({', '.join(columns)}) VALUES (:{', :'.join(columns)})", row
        )
        connection.execute("INSERT INTO content VALUES (1, :blocks, :documents, :repairs)", row)
        connection.execute("INSERT INTO reading (article, block, char) VALUES (1, 2, 5)")
        connection.execute(f"PRAGMA user_version = {version}")
    return 1


def test_an_older_library_with_a_damaged_title_is_said_to_be_damaged(tmp_path: Path) -> None:
    made_long_ago(tmp_path / "old", 3, EVERYTHING)
    with closing(schema.connect(tmp_path / "old" / "library.sqlite")) as connection:
        connection.execute("UPDATE article SET title = CAST(x'D09DD0' AS TEXT)")
    with pytest.raises(LibraryDamagedError):
        Library(tmp_path / "old")


@pytest.mark.parametrize("version", [2, 3])
def test_the_library_of_an_older_program_goes_on_whole(tmp_path: Path, version: int) -> None:
    kept = replace(EVERYTHING, author=None)
    identifier = made_long_ago(tmp_path / "old", version, kept)
    with Library(tmp_path / "old") as library:
        assert library.article(identifier) == kept
        assert library.place(identifier) == Position(2, 5)
        by_day = library.lists.ids(Filter(since=kept.published, until=kept.published), Order.DAY)
        assert list(by_day) == [identifier]
        assert [hit.entry.identifier for hit in library.search(Search("програмите"))] == [1]
        assert not library.add(EVERYTHING, REPAIRS, b"other bytes").new
        named = library.add(
            replace(article("Нова книга", "Текст."), author="Мария Иванова"), (), b"3"
        )
        assert library.article(named.entry.identifier).author == "Мария Иванова"
