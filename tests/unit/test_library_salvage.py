"""A damaged library is noticed, and all that its file or its originals hold comes back."""

import os
import random
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryDamagedError, LibraryFullError
from reader.importers.apart import Apart
from reader.library import health, schema
from reader.library.place import FILE
from reader.library.store import Library
from reader.library.wreck import Wreck
from reader.model.care import Fault, FaultKind
from reader.model.intake import Outcome
from reader.model.query import READING_LIST, Filter, Order
from tests.unit.care_parts import COUNT, PAGE, care_of, damage, fill, text_of, titles
from tests.unit.library_samples import article


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that nothing has happened to."""
    folder = tmp_path_factory.mktemp("whole")
    fill(folder)
    return folder


@pytest.fixture
def library(whole: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return shutil.copytree(whole, tmp_path / "library")


@pytest.fixture
def apart() -> Apart:
    return Apart()


def test_a_whole_library_has_no_fault(library: Path) -> None:
    assert health.quick(library) == []
    assert health.deep(library) == []
    assert list((library / "backups").iterdir()) == []


def test_what_a_killed_check_left_goes_with_a_later_one(library: Path) -> None:
    left, used = library / "backups" / "checked-1.sqlite", library / "backups" / "checked-2.part"
    left.parent.mkdir()
    for path in (left, used):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    assert health.deep(library) == []
    assert not left.exists()
    assert used.exists(), "of a program that is checking now"


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", ["byte", "page", "cut", "header"])
def test_no_article_is_lost_while_its_original_is_there(
    library: Path, whole: Path, apart: Apart, kind: str, seed: int
) -> None:
    damage(library, kind, random.Random(f"{kind}{seed}"))
    broken = (library / FILE).read_bytes()
    salvaged = care_of(library, apart).repair()
    assert salvaged.lost == ()
    assert titles(library) == titles(whole)
    assert health.quick(library) == health.deep(library) == []
    assert salvaged.aside is not None
    assert (salvaged.aside / FILE).read_bytes() == broken


@pytest.mark.parametrize("kind", ["page", "cut", "header"])
def test_a_deep_check_notices_whatever_a_person_could(library: Path, kind: str) -> None:
    damage(library, kind, random.Random(kind))
    assert health.deep(library)


def test_a_letter_that_changed_is_named_by_the_title_of_its_article(library: Path) -> None:
    path = library / FILE
    data = path.read_bytes()
    path.write_bytes(data.replace("Държава 12 ".encode(), "Държава 13 ".encode()))
    assert health.quick(library) == [], "SQLite does not notice"
    articles = [fault for fault in health.deep(library) if fault.kind is FaultKind.ARTICLE]
    assert [(fault.identifier, fault.title) for fault in articles] == [(13, "Новина 12")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE title_order SET letters = 'я' WHERE article = 2",
        "DELETE FROM title_order WHERE article = 2",
        "INSERT INTO title_order VALUES (99, 'а')",
    ],
)
def test_an_order_of_titles_that_is_not_theirs_is_noticed_and_mended(
    library: Path, apart: Apart, statement: str
) -> None:
    with Library(library) as opened:
        order = opened.lists.ids(Filter(), Order.TITLE)
        with opened._connections.writing() as connection:
            connection.execute(statement)
    assert health.deep(library) == [Fault(FaultKind.TITLE_ORDER)]
    care_of(library, apart).repair()
    assert health.deep(library) == []
    with Library(library) as opened:
        assert opened.lists.ids(Filter(), Order.TITLE) == order


def test_an_original_that_changed_or_is_missing_is_named(library: Path) -> None:
    with Library(library) as opened:
        opened.original(1).write_bytes(b"?")
        opened.original(2).unlink()
    assert {(fault.kind, fault.title) for fault in health.deep(library)} == {
        (FaultKind.ORIGINAL_CHANGED, "Новина 0"),
        (FaultKind.ORIGINAL_MISSING, "Новина 1"),
    }


def test_what_is_lost_is_told_by_its_title(library: Path, apart: Apart) -> None:
    with Library(library) as opened:
        opened.original(13).unlink()
    path = library / FILE
    path.write_bytes(path.read_bytes().replace("Държава 12 ".encode(), "Държава 13 ".encode()))
    salvaged = care_of(library, apart).repair()
    assert [(lost.identifier, lost.title) for lost in salvaged.lost] == [(13, "Новина 12")]
    assert salvaged.articles == COUNT - 2


def test_an_article_repaired_anew_keeps_its_number_and_what_belongs_to_it(
    library: Path, apart: Apart
) -> None:
    path = library / FILE
    path.write_bytes(path.read_bytes().replace("Държава 4 ".encode(), "Държава 5 ".encode()))
    salvaged = care_of(library, apart).repair()
    assert salvaged.anew == ("Новина 4",)
    with Library(library) as opened:
        assert opened.entry(5).title == "Новина 4"
        assert opened.entry(5).read


def test_removed_articles_do_not_come_back_and_their_numbers_neither(
    library: Path, apart: Apart
) -> None:
    with Library(library) as opened:
        opened.remove(COUNT)
    damage(library, "header", random.Random(1))
    care_of(library, apart).repair()
    assert "Новина 6" not in titles(library)
    assert f"Новина {COUNT - 1}" not in titles(library)
    with Library(library) as opened:
        assert opened.add(article("Още една"), (), b"!").entry.identifier == COUNT + 1


def _empty_page_of(table: str, library: Path) -> None:
    with closing(sqlite3.connect(library / FILE)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        root = connection.execute(query, (table,)).fetchone()[0]
    data = bytearray((library / FILE).read_bytes())
    data[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    (library / FILE).write_bytes(data)


def test_rows_below_a_damaged_page_of_the_tree_are_found(library: Path, apart: Apart) -> None:
    _empty_page_of("article", library)
    _empty_page_of("content", library)
    salvaged = care_of(library, apart).repair()
    assert salvaged.anew == ()
    assert salvaged.lost == ()
    assert salvaged.articles == COUNT - 1


def test_the_reading_list_is_there_after_its_page_is_lost(library: Path, apart: Apart) -> None:
    with Library(library) as opened:
        kept = opened.labels.create_collection("Води").identifier
        opened.labels.collect(kept, [1, 2])
        opened.labels.collect(READING_LIST, [2, 1])
    _empty_page_of("collection", library)
    care_of(library, apart).repair()
    with Library(library) as opened:
        wanted = Filter(collection=READING_LIST)
        assert list(opened.lists.ids(wanted, Order.PLACE)) == [2, 1]
        opened.labels.collect(READING_LIST, [3])


def test_a_number_that_was_damaged_does_not_hold_the_repair_up(library: Path, apart: Apart) -> None:
    with closing(sqlite3.connect(library / FILE)) as connection, connection:
        connection.execute("UPDATE reading SET article = 1 << 50 WHERE article = 9")
    _empty_page_of("article", library)
    salvaged = care_of(library, apart).repair()
    assert salvaged.articles == COUNT - 1


def test_a_version_after_one_that_was_lost_gets_a_number(library: Path, apart: Apart) -> None:
    for each in ("Първо.", "Второ.", "Трето."):
        with Library(library) as opened:
            made = article("Новина за водите в Европа", "Правилата важат от октомври.", each)
            number = opened.add(made, (), each.encode()).entry.identifier
    data = (library / FILE).read_bytes()
    (library / FILE).write_bytes(data.replace("Първо.".encode(), "Първа.".encode()))
    care_of(library, apart).repair()
    with Library(library) as opened:
        made = article("Новина за водите в Европа", "Правилата важат от октомври.", "Ново.")
        assert opened.add(made, (), b"new").outcome is Outcome.VERSION
        assert [each.number for each in opened.versions.of(number)] == [3, 2]


def test_a_file_of_rubbish_is_made_anew_from_the_originals(library: Path, apart: Apart) -> None:
    (library / FILE).write_bytes(b"no library at all " * 999)
    salvaged = care_of(library, apart).repair()
    assert set(salvaged.anew) == {
        text_of(number).partition("\n")[0] for number in range(COUNT) if number != 6
    }


def test_a_file_that_refuses_to_be_read_anew_is_read_as_it_is(library: Path) -> None:
    with Wreck(library / FILE) as wreck, closing(sqlite3.connect(":memory:")) as new:
        schema.migrate(new)
        wreck._connection.set_authorizer(
            lambda action, name, *_: (
                sqlite3.SQLITE_DENY
                if (action, name) == (sqlite3.SQLITE_PRAGMA, "writable_schema")
                else sqlite3.SQLITE_OK
            )
        )
        wreck.define(new)
        assert wreck.count("article") == COUNT - 1


def test_a_damaged_library_can_be_read_and_is_left_as_it_is(library: Path, apart: Apart) -> None:
    damage(library, "page", random.Random(9))
    before = {path: path.read_bytes() for path in library.rglob("*") if path.is_file()}
    with care_of(library, apart).reading_only() as readable:
        assert readable.read_only
        assert len(readable.entries()) > COUNT / 2
        for entry in readable.entries():
            readable.article(entry.identifier)
    after = {path: path.read_bytes() for path in library.rglob("*") if path.is_file()}
    assert after == before


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> dict[Path, int]:
    """Bytes that are free in a folder, and below it; plenty elsewhere."""
    known: dict[Path, int] = {}
    usage = shutil.disk_usage("/")

    def tell(folder: Path) -> object:
        nearest = next((path for path in (folder, *folder.parents) if path in known), None)
        return usage._replace(free=10**12 if nearest is None else known[nearest])

    monkeypatch.setattr(shutil, "disk_usage", tell)
    return known


def test_where_the_usual_place_is_too_small_a_damaged_library_is_read_beside_itself(
    library: Path, apart: Apart, free: dict[Path, int]
) -> None:
    damage(library, "header", random.Random(9))
    free[Path(tempfile.gettempdir())] = 10**6
    free[library] = 10**12
    before = set(library.rglob("*"))
    with care_of(library, apart).reading_only() as readable:
        assert len(readable.entries()) > COUNT / 2
        assert len(list(library.glob("salvage-*"))) == 1
        with pytest.raises(LibraryDamagedError):
            Library(library)
        assert readable.article(readable.entries()[0].identifier), "no other program clears it away"
    assert set(library.rglob("*")) == before


def test_where_there_is_no_room_at_all_it_is_said_what_is_missing(
    library: Path, apart: Apart, free: dict[Path, int]
) -> None:
    damage(library, "page", random.Random(9))
    free[Path("/")] = 10**6
    with pytest.raises(LibraryFullError) as raised, care_of(library, apart).reading_only():
        pass
    assert (raised.value.path, raised.value.free) == (library, 1)
    assert raised.value.needed > 3 * (library / FILE).stat().st_size / 10**6
