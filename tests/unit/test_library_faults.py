"""Whatever goes wrong, what has been added is whole, and what has not been added is not there."""

import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.errors import (
    LibraryUnwritableError,
)
from reader.importers.apart import Apart
from reader.library import schema
from reader.library.preparing import Arrival
from reader.library.records import sha256
from reader.library.store import Library
from reader.model.query import Search
from tests.unit.care_parts import care_of
from tests.unit.library_samples import EVERYTHING, REPAIRS, article, check_whole, files

ROOT = Path(__file__).parents[2]
LONG_AGO = time.time() - 3600
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
    def fail(_: str) -> str:
        raise error

    with Library(tmp_path) as library:
        kept = library.add(article("Новина"), (), b"1").entry
        before = files(tmp_path)
        with monkeypatch.context() as patch:
            patch.setattr("reader.library.keys.search_key", fail)
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


def test_what_a_crash_left_of_an_adding_is_cleared_away_later(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        kept = library.add(EVERYTHING, (), b"kept").entry
        originals = library._originals
        with originals.putting(3) as put:
            for digest in ("ab" * 32, "cd" * 32, sha256(b"kept")):
                originals.mark(digest)
                put(digest, b"kept" if digest == sha256(b"kept") else b"?")
        for digest in ("ab" * 32, sha256(b"kept")):
            os.utime(tmp_path / "originals" / "unfinished" / digest, (LONG_AGO, LONG_AGO))
    with Library(tmp_path) as library:
        assert library.original(kept.identifier).read_bytes() == b"kept"
        assert not library._originals.path("ab" * 32).exists()
        assert library._originals.path("cd" * 32).exists(), "another program may be busy with it"
        assert originals.marked(0) == (("cd" * 32,),)


def test_originals_that_an_older_library_does_not_know_are_kept(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        original = library.original(library.add(EVERYTHING, (), b"1").entry.identifier)
    (tmp_path / "library.sqlite").unlink()
    with Library(tmp_path) as library:
        assert original.read_bytes() == b"1"
        assert library.add(EVERYTHING, (), b"1").new


def forget(folder: Path) -> Path:
    """Put an older library in the place of one with an article; return the article's file."""
    with Library(folder):
        pass
    care = care_of(folder, Apart())
    older = care.back_up()
    with Library(folder) as library:
        original = library.original(library.add(EVERYTHING, (), b"old").entry.identifier)
    older.path.replace(folder / "library.sqlite")
    return original


def test_an_adding_that_fails_leaves_files_that_an_older_library_does_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> str:
        raise sqlite3.OperationalError("disk")

    original = forget(tmp_path)
    before = files(tmp_path)
    with Library(tmp_path) as library:
        with monkeypatch.context() as patch:
            patch.setattr("reader.library.keys.search_key", fail)
            both = (Arrival(EVERYTHING, (), b"old"), Arrival(article("Нова"), (), b"new"))
            with pytest.raises(sqlite3.OperationalError):
                list(library.add_all(both))
        assert files(tmp_path) == before
        assert original.read_bytes() == b"old"
        assert library.add(EVERYTHING, (), b"old").new


def test_a_crash_in_an_adding_leaves_files_that_an_older_library_does_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = forget(tmp_path)
    marked: list[tuple[str, ...]] = []
    with Library(tmp_path) as library:
        real = library._originals.mark

        def mark(*digests: str) -> None:
            marked.append(digests)
            real(*digests)

        monkeypatch.setattr(library._originals, "mark", mark)
        both = (Arrival(EVERYTHING, (), b"old"), Arrival(article("Нова"), (), b"new"))
        assert len(list(library.add_all(both))) == 2
    assert marked == [(sha256(b"new"),)], "what a crash leaves to be settled"
    assert original.read_bytes() == b"old"


def test_marks_of_a_library_that_was_replaced_take_no_files_away(tmp_path: Path) -> None:
    with Library(tmp_path):
        pass
    care = care_of(tmp_path, Apart())
    older = care.back_up()
    with Library(tmp_path) as library:
        added = library.add(article("Новина", "Държавите прилагат закона."), (), b"kept").entry
        library._originals.mark(sha256(b"kept"))  # as where a crash comes right after
    restored = care.restore(older.name)
    assert restored.lost == 0
    assert files(tmp_path) == {tmp_path / "originals" / sha256(b"kept")[:2] / sha256(b"kept")}
    with Library(tmp_path) as library:
        library._adding.settle(0)
        (entry,) = library.entries()
        assert library.original(entry.identifier).read_bytes() == b"kept"
        assert entry.identifier == added.identifier


def test_an_article_whose_file_is_lost_gets_it_back_when_it_comes_again(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        identifier = library.add(EVERYTHING, (), b"1").entry.identifier
        library.original(identifier).unlink()
        assert library.known(b"1") is None
        added = library.add(EVERYTHING, (), b"1")
        assert (added.entry.identifier, added.new) == (identifier, False)
        assert library.original(identifier).read_bytes() == b"1"
        assert library.known(b"1") == added
        assert not library.add(EVERYTHING, (), b"the same words from another file").new
        assert files(tmp_path) == {library.original(identifier)}


def test_a_mark_that_goes_while_marks_are_looked_at_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(tmp_path) as library:
        gone = tmp_path / "originals" / "unfinished" / ("ab" * 32)
        monkeypatch.setattr(Path, "iterdir", lambda _folder: iter((gone,)))
        assert library._originals.marked(0) == ()


def test_a_file_that_comes_twice_at_once_is_kept_once(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        arrivals = [
            Arrival(article(title), (), title.encode()) for title in ("Новина", "Новини за мед")
        ]
        added = list(library.add_all([*arrivals, *arrivals]))
        assert [each.new for each in added] == [True, True, False, False]
        check_whole(library)
