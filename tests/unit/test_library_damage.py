"""A library that cannot be used says why, and is left as it was."""

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

import pytest

from reader.errors import LibraryDamagedError, LibraryNewerError, LibraryUnwritableError
from reader.importers.apart import Apart
from reader.library import schema
from reader.library.store import Library
from reader.model.article import Article
from reader.model.care import FaultKind
from reader.model.query import Search
from tests.unit.care_parts import care_of
from tests.unit.library_samples import EVERYTHING, REPAIRS, article

NOBODY = 65534
VERSION_AT = 63  # the last byte of the version's number


def test_a_newer_library_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Library(tmp_path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryNewerError) as raised:
        Library(tmp_path)
    assert raised.value.path == path
    assert path.read_bytes() == before


def test_a_newer_library_is_not_repaired_into_an_older_one(tmp_path: Path) -> None:
    Library(tmp_path).close()
    path = tmp_path / "library.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE colour (article INTEGER PRIMARY KEY, name TEXT) STRICT")
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    before = path.read_bytes()
    with Apart() as apart:
        care = care_of(tmp_path, apart)
        for work in (care.check, care.repair):
            with pytest.raises(LibraryNewerError):
                work()
    assert path.read_bytes() == before
    assert not (tmp_path / "set-aside").exists()


def test_a_version_that_has_changed_by_itself_is_damage_and_repaired(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.add(EVERYTHING, (), b"1")
    path = tmp_path / "library.sqlite"
    data = bytearray(path.read_bytes())
    data[VERSION_AT] ^= 64
    path.write_bytes(data)
    with Apart() as apart:
        care = care_of(tmp_path, apart)
        assert [fault.kind for fault in care.check()] == [FaultKind.FILE]
        assert care.repair().whole
        assert care.check() == []
    with Library(tmp_path) as library:
        assert len(library.entries()) == 1


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "library.sqlite")
    connection.execute("CREATE TABLE mail (subject TEXT)")
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    with pytest.raises(LibraryDamagedError):
        Library(tmp_path)


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = -4",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 3",
        "DROP TABLE setting",
        "DROP TABLE reading",
        "DROP VIEW article_keys",
        "ALTER TABLE mark RENAME COLUMN chain TO change",
    ],
)
def test_tables_that_are_not_as_they_were_made_are_damage(tmp_path: Path, statement: str) -> None:
    with Library(tmp_path) as library:
        library.add(EVERYTHING, (), b"1")
    with closing(sqlite3.connect(tmp_path / "library.sqlite", isolation_level=None)) as connection:
        connection.execute(statement)
    with pytest.raises(LibraryDamagedError):
        _use(tmp_path)


def _use(folder: Path) -> None:
    with Library(folder) as library:
        library.entries()
        library.remove(1)


def test_a_migration_that_fails_leaves_the_old_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(tmp_path) as library:
        kept = library.add(EVERYTHING, (), b"1").entry
    steps = ("CREATE TABLE coin (name TEXT PRIMARY KEY) STRICT", "INSERT INTO coin VALUES ('евро')")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, (*steps, "CREATE NONSENSE")))
        with pytest.raises(sqlite3.OperationalError):
            Library(tmp_path)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, steps))
    with Library(tmp_path) as library, library._connections.lent() as connection:
        assert connection.execute("SELECT name FROM coin").fetchall()[0]["name"] == "евро"
        assert library.entries() == [kept]


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A folder with a library of some articles."""
    folder = tmp_path / "filled"
    with Library(folder) as library:
        for number in range(12):
            text = f"Инвестиция {number}. " + "Държавите прилагат закона. " * 60
            library.add(article(f"Новина {number}", text), REPAIRS, text.encode())
    return folder


def read_all(folder: Path) -> dict[int, Article]:
    """Read and search everything in a library."""
    with Library(folder) as library:
        library.search(Search("инвестициите"), 1000)
        return {entry.identifier: library.article(entry.identifier) for entry in library.entries()}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE article SET title = CAST(x'D09DD0' AS TEXT) WHERE id = 1",  # no UTF-8
        "UPDATE content SET blocks = '[{}]' WHERE article = 1",
    ],
)
def test_an_article_whose_text_is_damaged_is_said_to_be_so_by_whatever_changes_it(
    filled: Path, damage: str
) -> None:
    with Library(filled) as library:
        with library._connections.writing() as connection:
            connection.execute(damage)
        for change in (
            partial(library.remove, 1),
            partial(library.renew, 1, article("Друга"), (), ()),
        ):
            with pytest.raises(LibraryDamagedError):
                change()
        assert library.article(2).title == "Новина 1"


def test_a_title_that_is_damaged_is_put_in_order_by_the_letters_that_are_left(
    filled: Path,
) -> None:
    with Library(filled) as library, library._connections.writing() as connection:
        connection.execute("UPDATE article SET title = CAST(x'D09DD0' AS TEXT) WHERE id = 1")
        order = "SELECT letters FROM title_order WHERE article = 1"
        assert connection.execute(order).fetchone()[0] == "н\ufffd"


@pytest.mark.parametrize("damage", [b"x" * 100, b"Not a database, but some text. " * 500])
def test_a_file_with_a_broken_beginning_is_said_to_be_damaged(filled: Path, damage: bytes) -> None:
    path = filled / "library.sqlite"
    with path.open("r+b") as file:
        file.write(damage)
    with pytest.raises(LibraryDamagedError) as raised:
        Library(filled)
    assert raised.value.path == path


def test_a_file_cut_short_is_said_to_be_damaged(filled: Path) -> None:
    os.truncate(filled / "library.sqlite", 4096 * 5)
    with pytest.raises(LibraryDamagedError):
        read_all(filled)


@pytest.mark.parametrize("seed", range(12))
def test_no_flipped_byte_changes_an_article_unnoticed(filled: Path, seed: int) -> None:
    path = filled / "library.sqlite"
    whole = read_all(filled)
    chance = random.Random(seed)
    content = bytearray(path.read_bytes())
    for _ in range(20):
        content[chance.randrange(4096, len(content))] = chance.randrange(256)
    path.write_bytes(content)
    with suppress(LibraryDamagedError):
        assert read_all(filled) == whole


@pytest.fixture
def unprivileged_folder() -> Iterator[Path]:
    """A folder that an unprivileged user can see; the test goes on as such a user."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    root = os.geteuid() == 0
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(folder)


def lose_rights(folder: Path) -> None:
    """Make everything in a folder read-only, and go on as a user whom that binds."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if os.geteuid() == 0:
        os.seteuid(NOBODY)


def test_a_folder_that_may_not_be_written_is_said_to_be_so(unprivileged_folder: Path) -> None:
    lose_rights(unprivileged_folder)
    with pytest.raises(LibraryUnwritableError) as raised:
        Library(unprivileged_folder / "library")
    assert raised.value.reason == "Permission denied"


def test_a_library_that_may_not_be_written_is_said_to_be_so(unprivileged_folder: Path) -> None:
    folder = unprivileged_folder / "library"
    with Library(folder) as library:
        library.add(EVERYTHING, (), b"1")
    lose_rights(unprivileged_folder)
    with pytest.raises(LibraryUnwritableError) as raised:
        Library(folder)
    assert raised.value.path == folder / "library.sqlite"


def test_an_open_library_whose_folder_became_read_only_stays_readable(
    unprivileged_folder: Path,
) -> None:
    with Library(unprivileged_folder) as library:
        kept = library.add(EVERYTHING, (), b"1").entry
        lose_rights(unprivileged_folder)
        with pytest.raises(LibraryUnwritableError):
            library.add(article("Друга"), (), b"2")
        assert library.entries() == [kept]
        assert library.article(kept.identifier) == EVERYTHING
