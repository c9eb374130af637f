"""Putting a library's file aside, whole and never deleted, and another one in its place.

A crash in the middle is finished by the next start: a file that is ready says what to do.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from reader.library.place import ASIDE, COMPANIONS, FILE, companion, ready, unfinished
from reader.paths import sync_folder

_MOVING = "moving"


def set_log_aside(folder: Path) -> Path:
    """Put a foreign `-wal` and `-shm` aside; return the folder where they lie now."""
    return _move(folder, _files(folder, ("-wal", "-shm")))


def put_ready_in_place(folder: Path) -> Path:
    """Put the library's file aside with all that belongs to it, and the ready one in its place.

    Returns the folder where the old file lies now. Nobody may be using the library.
    """
    # Marks tell about the old file: by the new one, an original that was kept would be dropped.
    marks = unfinished(folder).glob("*")
    moved = _move(folder, (*_files(folder, ("", *COMPANIONS)), *marks))
    ready(folder).replace(folder / FILE)
    sync_folder(folder)
    return moved


def finish(folder: Path) -> None:
    """Finish what a crash has interrupted; nobody may be using the library."""
    if ready(folder).is_file():
        put_ready_in_place(folder)
    elif (folder / ASIDE / _MOVING).is_dir():
        _close(folder / ASIDE)


def _files(folder: Path, endings: Iterable[str]) -> Iterator[Path]:
    for ending in endings:
        path = companion(folder / FILE, ending)
        if path.is_file():
            yield path


def _move(folder: Path, files: Iterable[Path]) -> Path:
    """Move files aside together: into a folder that gets its number once all are in it."""
    moving = folder / ASIDE / _MOVING
    moving.mkdir(parents=True, exist_ok=True)
    for path in files:
        path.replace(moving / path.name)
    sync_folder(moving)
    return _close(moving.parent)


def _close(aside: Path) -> Path:
    numbers = [int(each.name) for each in aside.iterdir() if each.name.isdecimal()]
    final = aside / f"{max(numbers, default=0) + 1:04}"
    (aside / _MOVING).rename(final)
    sync_folder(aside)
    return final


def sync_file(file: BinaryIO) -> None:
    """Make what was written outlast a power cut."""
    file.flush()
    os.fsync(file.fileno())
