"""What a crash left of an adding goes, and nothing else."""

import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.importers.apart import Apart
from reader.library.adding import Arrival
from reader.library.filing import insert_all
from reader.library.preparing import Rows
from reader.library.records import sha256
from reader.library.store import Library
from tests.unit.care_parts import care_of
from tests.unit.library_samples import EVERYTHING, article, check_whole, files

LONG_AGO = time.time() - 3600


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
    original = forget(tmp_path)
    with Library(tmp_path) as library:
        assert original.read_bytes() == b"old"
        assert library.add(EVERYTHING, (), b"old").new


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
    def fail(connection: sqlite3.Connection, many: Sequence[Rows]) -> range:
        insert_all(connection, many)
        raise sqlite3.OperationalError("disk")

    original = forget(tmp_path)
    before = files(tmp_path)
    with Library(tmp_path) as library:
        with monkeypatch.context() as patch:
            patch.setattr("reader.library.adding.insert_all", fail)
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
