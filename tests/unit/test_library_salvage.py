"""A damaged library is noticed, and all that its file or its originals hold comes back."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.importers.apart import Apart
from reader.library import health
from reader.library.place import FILE
from reader.library.store import Library
from reader.model.care import FaultKind
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
    assert not (library / "backups" / "checked.sqlite").exists()


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


def test_rows_below_a_damaged_page_of_the_tree_are_found(library: Path, apart: Apart) -> None:
    with closing(sqlite3.connect(library / FILE)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        roots = [
            connection.execute(query, (name,)).fetchone()[0] for name in ("article", "content")
        ]
    data = bytearray((library / FILE).read_bytes())
    for root in roots:
        data[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    (library / FILE).write_bytes(data)
    salvaged = care_of(library, apart).repair()
    assert salvaged.anew == ()
    assert salvaged.lost == ()
    assert salvaged.articles == COUNT - 1


def test_a_file_of_rubbish_is_made_anew_from_the_originals(library: Path, apart: Apart) -> None:
    (library / FILE).write_bytes(b"no library at all " * 999)
    salvaged = care_of(library, apart).repair()
    assert set(salvaged.anew) == {
        text_of(number).partition("\n")[0] for number in range(COUNT) if number != 6
    }


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
