"""The library's own log is used after a crash; that of another file is set aside."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library import chain
from reader.library.place import FILE, ready
from reader.library.store import Library
from tests.unit.library_samples import article

ROOT = Path(__file__).parents[2]
CRASH = """
import os, sys
from pathlib import Path
from reader.library.store import Library
from tests.unit.library_samples import article
library = Library(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    library.add(article(f"{sys.argv[3]} {number}"), (), f"{sys.argv[3]} {number}".encode())
os._exit(0)
"""


def crash_after(folder: Path, count: int, name: str) -> None:
    """Have a program add articles and end as in a crash, with its log left behind."""
    subprocess.run(
        [sys.executable, "-c", CRASH, str(folder), str(count), name],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=True,
    )
    assert (folder / f"{FILE}-wal").stat().st_size


def names(folder: Path) -> list[str]:
    with Library(folder) as library:
        return sorted(entry.title for entry in library.entries())


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of a library's file, made by hand while nobody used it."""
    with Library(tmp_path / "library") as library:
        library.add(article("Стара"), (), b"1")
    return Path(shutil.copy(tmp_path / "library" / FILE, tmp_path / "copy"))


def test_the_log_of_a_crash_is_used(tmp_path: Path, copied: Path) -> None:
    crash_after(tmp_path / "library", 3, "Нова")
    assert names(tmp_path / "library") == ["Нова 0", "Нова 1", "Нова 2", "Стара"]
    assert not (tmp_path / "library" / "set-aside").exists()


def test_the_log_of_a_new_library_is_used(tmp_path: Path) -> None:
    crash_after(tmp_path, 2, "Първа")
    assert names(tmp_path) == ["Първа 0", "Първа 1"]


@pytest.mark.parametrize("count", [1, 250])
def test_a_log_that_was_in_part_carried_over_is_used(
    tmp_path: Path, copied: Path, count: int
) -> None:
    crash_after(tmp_path / "library", count, "Нова")
    assert len(names(tmp_path / "library")) == count + 1


def test_the_log_beside_a_copy_put_back_is_set_aside(tmp_path: Path, copied: Path) -> None:
    folder = tmp_path / "library"
    with Library(folder) as library:
        library.add(article("Средна"), (), b"2")
    crash_after(folder, 3, "Нова")
    log = (folder / f"{FILE}-wal").read_bytes()
    shutil.copy(copied, folder / FILE)
    assert names(folder) == ["Стара"]
    assert (folder / "set-aside" / "0001" / f"{FILE}-wal").read_bytes() == log


def test_the_log_of_quite_another_library_is_set_aside(tmp_path: Path, copied: Path) -> None:
    crash_after(tmp_path / "other", 2, "Чужда")
    for name in (f"{FILE}-wal", f"{FILE}-shm"):
        shutil.copy(tmp_path / "other" / name, tmp_path / "library" / name)
    assert names(tmp_path / "library") == ["Стара"]


def test_the_log_of_a_library_in_use_is_never_taken_away(tmp_path: Path) -> None:
    with Library(tmp_path) as first:
        first.add(article("Първа"), (), b"1")
        with Library(tmp_path) as second:
            second.add(article("Втора"), (), b"2")
            assert not chain.has_foreign_log(tmp_path / FILE)
        assert len(first.entries()) == 2
    assert names(tmp_path) == ["Втора", "Първа"]


def test_an_exchange_that_a_crash_interrupted_is_finished(tmp_path: Path, copied: Path) -> None:
    folder = tmp_path / "library"
    crash_after(folder, 2, "Нова")
    moving = folder / "set-aside" / "moving"
    moving.mkdir(parents=True)
    (folder / FILE).rename(moving / FILE)
    shutil.copy(copied, ready(folder))
    assert names(folder) == ["Стара"]
    assert {path.name for path in (folder / "set-aside" / "0001").iterdir()} >= {
        FILE,
        f"{FILE}-wal",
    }
    assert not ready(folder).exists()
