"""Whatever goes wrong, what has been added is whole, and what has not been added is not there."""

import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.errors import LibraryUnwritableError
from reader.library import schema
from reader.library.filing import insert_all
from reader.library.preparing import Rows
from reader.library.store import Library
from reader.model.query import Search
from tests.unit.library_samples import EVERYTHING, REPAIRS, article, check_whole, files

ROOT = Path(__file__).parents[2]


ADDING = """
import sys
from pathlib import Path
from reader.library.store import Library
from tests.unit.care_parts import care_of
from tests.unit.library_samples import REPAIRS, article
with Library(Path(sys.argv[1])) as library:
    for number in range(int(sys.argv[2])):
        text = f"Инвестиция номер {number}. " + "Държавите прилагат закона. " * 40
        added = library.add(article(f"Новина {number}", text), REPAIRS, text.encode() * 5)
        print(added.entry.identifier, int(added.new), flush=True)
"""


def adding(folder: Path, count: int) -> subprocess.Popen[str]:
    """Start another program that adds so many articles, and says which and whether new."""
    return subprocess.Popen(
        [sys.executable, "-c", ADDING, str(folder), str(count)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_killed_program_loses_nothing_that_it_had_kept(tmp_path: Path) -> None:
    chance = random.Random(7)
    kept: set[int] = set()
    for _ in range(5):
        program = adding(tmp_path, 10_000)
        assert program.stdout is not None
        for _ in range(chance.randrange(1, 30)):
            kept.add(int(program.stdout.readline().split()[0]))
        time.sleep(chance.random() / 100)
        program.kill()
        rest, _ = program.communicate()
        kept |= {int(line.split()[0]) for line in rest.splitlines(keepends=True) if "\n" in line}
        with Library(tmp_path) as library:
            assert kept <= {entry.identifier for entry in library.entries()}
            check_whole(library)


def test_programs_that_add_the_same_articles_keep_each_once(tmp_path: Path) -> None:
    programs = [adding(tmp_path / "new", 25) for _ in range(3)]
    said = [program.communicate()[0].splitlines() for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    assert sum(int(line.split()[1]) for lines in said for line in lines) == 25
    with Library(tmp_path / "new") as library:
        assert library.count().total == 25
        check_whole(library)


def test_threads_may_use_one_library(tmp_path: Path) -> None:
    new: list[bool] = []
    failures: list[BaseException] = []

    def work(library: Library, own: str) -> None:
        try:
            for number in range(10):
                shared = article(f"Новина {number}", "Обща за всички.")
                new.append(library.add(shared, (), b"%d" % number).new)
                mine = library.add(article(f"Новина {own} {number}"), (), f"{own}{number}".encode())
                library.set_read(mine.entry.identifier, read=True)
                library.search(Search("новина"))
        except BaseException as error:  # noqa: BLE001 - to be raised in the test's own thread
            failures.append(error)

    with Library(tmp_path) as library:
        threads = [threading.Thread(target=work, args=(library, own)) for own in "абвг"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert sum(new) == 10
        assert library.count().total == 50
        check_whole(library)


def test_closing_lets_go_of_the_file(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.add(EVERYTHING, REPAIRS, b"1")
    library.close()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["library.sqlite"]


@pytest.mark.parametrize("error", [sqlite3.OperationalError("disk"), KeyboardInterrupt()])
def test_an_adding_that_fails_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(connection: sqlite3.Connection, many: Sequence[Rows]) -> range:
        insert_all(connection, many)
        raise error

    with Library(tmp_path) as library:
        kept = library.add(article("Новина"), (), b"1").entry
        before = files(tmp_path)
        with monkeypatch.context() as patch:
            patch.setattr("reader.library.adding.insert_all", fail)
            with pytest.raises(type(error)):
                library.add(EVERYTHING, (), b"2")
        assert library.entries() == [kept]
        assert files(tmp_path) == before
        check_whole(library)
        assert library.add(EVERYTHING, (), b"2").new


def test_a_full_disk_keeps_what_was_there(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        kept = library.add(article("Новина"), (), b"1").entry
        before = files(tmp_path)
        with library._connections.lent() as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryUnwritableError) as raised:
            library.add(article("Дълга", "Държавите прилагат закона. " * 5000), (), b"2" * 9999)
        assert "full" in raised.value.reason
        assert library.entries() == [kept]
        assert files(tmp_path) == before
        check_whole(library)


def test_an_original_that_cannot_be_written_keeps_the_article_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with Library(tmp_path) as library:
        with monkeypatch.context() as patch:
            patch.setattr("reader.library.originals.os.fsync", fail)
            with pytest.raises(LibraryUnwritableError) as raised:
                library.add(EVERYTHING, (), b"2")
        assert raised.value.reason == "No space left on device"
        assert library.entries() == []
        assert files(tmp_path) == set()


def test_a_library_locked_for_long_is_said_to_be_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_TIMEOUT", 0.05)
    with Library(tmp_path) as library:
        identifier = library.add(EVERYTHING, (), b"1").entry.identifier
        other = sqlite3.connect(tmp_path / "library.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryUnwritableError) as raised:
            library.set_read(identifier, read=True)
        assert "locked" in raised.value.reason
        assert library.article(identifier) == EVERYTHING
        with Library(tmp_path) as second:
            assert second.count().total == 1
        other.close()
        library.set_read(identifier, read=True)
