"""All of a library moves in one file: nothing is lost, and nothing comes twice."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.app import Reader, check, is_archive
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.annotation import AnnotationKind
from reader.model.archive import Label, Merged
from reader.model.feed import Deed, FeedItem, ItemState
from reader.model.position import Position
from reader.model.query import Search
from reader.text.anchors import Stretch
from tests.unit.archive.samples import check_search, resigned
from tests.unit.full_library import dump, fill
from tests.unit.library_samples import article, files

EVERYTHING = Label("Моята библиотека", "1", "", with_notes=True, everything=True)


def make(library: Library, path: Path) -> Path:
    """Write all of a library into a file."""
    with Apart() as apart:
        Reader(library, apart).archives.make(path, None, EVERYTHING, over=True)
    return path


def take(library: Library, path: Path) -> Merged:
    """Take all of a file into a library."""
    with Apart() as apart:
        return Reader(library, apart).take_in(path)[1]


@pytest.mark.parametrize("seed", range(12))
def test_an_empty_library_becomes_the_same_row_for_row(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Library(tmp_path / "here") as here, Library(tmp_path / "there") as there:
        fill(here, chance)
        moved = make(here, tmp_path / "всичко.chetivo")
        taken = take(there, moved)
        assert (taken.known, taken.damaged, taken.without_file) == ((), (), ())
        assert dump(there) == dump(here)
        assert {path.name for path in files(there.folder)} == {
            path.name for path in files(here.folder)
        }
        check_search(there)
        assert is_archive(moved)
        assert check(moved)[1].whole
        # And back again: nothing comes twice.
        again = take(here, make(there, tmp_path / "обратно.chetivo"))
        assert again.new == 0
        assert dump(here) == dump(there)


@pytest.mark.parametrize("seed", range(6))
def test_two_libraries_are_united(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Library(tmp_path / "one") as one, Library(tmp_path / "two") as two:
        numbers = fill(one, chance, 4)
        take(two, make(one, tmp_path / "едно.chetivo"))
        fill(two, chance, 4, first=100)
        fill(one, chance, 4, first=200)
        one.set_last_opened(numbers[0])
        before, other, last = dump(one), dump(two), one.last_opened()
        take(one, make(two, tmp_path / "две.chetivo"))
        after = dump(one)
        for table in ("article", "version", "content", "identity"):
            assert set(after[table]) == set(before[table]) | set(other[table])
        assert len(after["annotation"]) == len(
            {row[0] for row in (*before["annotation"], *other["annotation"])}
        )
        own = ("tagged", "original_text", "pin", "link", "correction", "feed_item", "feed_rule")
        for table in own:
            assert set(before[table]) <= set(after[table])
        assert one.last_opened() == last
        check_search(one)
        take(one, tmp_path / "две.chetivo")
        assert dump(one) == after


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A library of one article with a note, the copy of it, and the file between them."""
    with Library(tmp_path / "here") as here, Library(tmp_path / "there") as there:
        number = here.add(
            article("Новини за водите в Европа", "Държавите прилагат закона."), (), b"1"
        )
        stretch = Stretch(Position(1, 0), Position(1, 9))
        here.annotations.add(
            number.entry.identifier, AnnotationKind.NOTE, stretch, "Държавите", "Първо"
        )
        take(there, make(here, tmp_path / "копие.chetivo"))
    return tmp_path / "here", tmp_path / "there", tmp_path / "копие.chetivo"


def test_of_two_notes_the_newer_stays(pair: tuple[Path, Path, Path]) -> None:
    first, second, path = pair
    with Library(first) as here, Library(second) as there:
        (mark,) = there.annotations.of(1)
        there.annotations.rewrite(mark.identifier, "Второ")
        make(there, path)
        assert take(here, path).notes == 1
        assert [each.text for each in here.annotations.of(1)] == ["Второ"]
        (mark,) = here.annotations.of(1)
        here.annotations.rewrite(mark.identifier, "Трето")
        take(here, path)
        assert [each.text for each in here.annotations.of(1)] == ["Трето"]


def test_a_place_is_taken_where_nobody_has_begun(pair: tuple[Path, Path, Path]) -> None:
    first, second, path = pair
    with Library(first) as here, Library(second) as there:
        there.set_place(1, Position(1, 5))
        make(there, path)
        take(here, path)
        assert here.place(1) == Position(1, 5)
        here.set_place(1, Position(1, 9))
        take(here, path)
        assert here.place(1) == Position(1, 9)


@pytest.mark.parametrize("newer_here", [True, False])
def test_of_two_versions_the_newer_is_shown(
    pair: tuple[Path, Path, Path], newer_here: bool
) -> None:
    first, second, path = pair
    later = article("Новини за водите в Европа", "Държавите прилагат закона.", "Нов ред.")
    with Library(first) as here, Library(second) as there:
        newer, older = (here, there) if newer_here else (there, here)
        newer.add(later, (), b"2")
        make(there, path)
        take(here, path)
        assert here.article(1) == later
        assert len(here.versions.of(1)) == 1
        assert older.count().total == here.count().total == 1


def test_the_command_line_moves_everything(
    pair: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    first, _second, path = pair
    other = str(first.with_name("other"))
    path.unlink()
    assert main(["--library", str(first), "archive", "create", str(path), "--everything"]) == 0
    assert main(["--library", other, "archive", "import", str(path)]) == 0
    assert main(["--library", other, "archive", "import", str(path)]) == 0
    with Library(first) as here, Library(Path(other)) as there:
        assert dump(here) == dump(there)


@pytest.mark.parametrize(
    "changes",
    [{"bytes_sha256": "../../../mine"}, {"bytes_sha256": "{folder}/mine"}, {"text_sha256": "0"}],
)
def test_a_forged_name_of_a_file_leads_nowhere(
    pair: tuple[Path, Path, Path], tmp_path: Path, changes: dict[str, str]
) -> None:
    first, second, path = pair
    with Library(first) as here:
        here.add(article("Още една новина", "Друг текст за селата."), (), b"!")
        make(here, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        given = {name: value.format(folder=tmp_path) for name, value in changes.items()}
        resigned(connection, 1, **given)
    mine = tmp_path / "mine"
    mine.write_text("mine")
    with Library(second) as there:
        taken = take(there, path)
        assert len(taken.damaged) == 1
        assert taken.new == 1
    assert mine.read_text() == "mine"


def test_a_saved_search_that_is_none_spoils_nothing_else(pair: tuple[Path, Path, Path]) -> None:
    first, second, path = pair
    with Library(first) as here:
        here.saved_searches.save("Води", Search("вода"))
        here.saved_searches.save("Села", Search("село"))
        make(here, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE own_search SET search = '{}' WHERE name = 'Води'")
    with Library(second) as there:
        assert take(there, path).damaged == ("Води",)
        assert [each.name for each in there.saved_searches.all()] == ["Села"]


@pytest.mark.parametrize("column", ["opened", "binned"])
def test_a_count_beyond_all_counts_is_damage(pair: tuple[Path, Path, Path], column: str) -> None:
    first, second, path = pair
    with Library(first) as here:
        here.set_last_opened(1)
        make(here, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE own_reading SET {column} = -1 << 62")
    with Library(second) as there:
        assert len(take(there, path).damaged) == 1


def test_feeds_that_are_not_as_a_library_writes_them_are_left_out_and_named(tmp_path: Path) -> None:
    with Library(tmp_path / "here") as here, Library(tmp_path / "there") as there:
        here.add(article("Новини за водите", "Държавите прилагат закона."), (), b"1")
        feed = here.feeds.add("https://e.eu/a.xml", "Добра").identifier
        here.feeds.add("https://e.eu/b.xml", "Лоша")
        here.feeds.add_rule("води", Deed.STAR, feed=feed)
        told = FeedItem("1", "Новина", "https://e.eu/1", None)
        here.feeds.answered(feed, "tag", None, [told])
        path = make(here, tmp_path / "копие.chetivo")
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(
                "UPDATE own_feed SET address = 'file:///etc/passwd' WHERE title = 'Лоша'"
            )
            connection.execute("UPDATE own_feed_item SET address = 'javascript:x()'")
            connection.execute("UPDATE own_feed_rule SET deed = 'explode'")
        taken = take(there, path)
        assert (taken.new, taken.damaged) == (1, ("Лоша", "води"))
        (kept,) = there.feeds.all()
        assert (kept.title, kept.allowed, kept.etag) == ("Добра", False, None)
        (item,) = there.feeds.items(kept.identifier, ItemState.NEW)
        assert (item.item.title, item.item.address) == ("Новина", None)
        assert there.feeds.rules() == []
