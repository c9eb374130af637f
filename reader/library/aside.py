"""Putting a library's file aside, whole and never deleted, and another one in its place.

A crash in the middle is finished by the next start: a file that is ready says what to do.
"""

import os
from pathlib import Path
from typing import BinaryIO

from reader.library.place import ASIDE, COMPANIONS, FILE, companion, ready
from reader.paths import sync_folder

_MOVING = "moving"


def set_log_aside(folder: Path) -> Path:
    """Put a foreign `-wal` and `-shm` aside; return the folder where they lie now."""
    return _move(folder, ("-wal", "-shm"))


def put_ready_in_place(folder: Path) -> Path:
    """Put the library's file aside with all that belongs to it, and the ready one in its place.

    Returns the folder where the old file lies now. Nobody may be using the library.
    """
    moved = _move(folder, ("", *COMPANIONS))
    ready(folder).replace(folder / FILE)
    sync_folder(folder)
    return moved


def finish(folder: Path) -> None:
    """Finish what a crash has interrupted; nobody may be using the library."""
    if ready(folder).is_file():
        put_ready_in_place(folder)
    elif (folder / ASIDE / _MOVING).is_dir():
        _close(folder / ASIDE)


def _move(folder: Path, endings: tuple[str, ...]) -> Path:
    """Move files aside together: into a folder that gets its number once all are in it."""
    moving = folder / ASIDE / _MOVING
    moving.mkdir(parents=True, exist_ok=True)
    for ending in endings:
        path = companion(folder / FILE, ending)
        if path.is_file():
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
