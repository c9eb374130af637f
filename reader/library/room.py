"""Whether there is room on a disk, before anything is begun."""

import shutil
from pathlib import Path

from reader.errors import LibraryFullError

RESERVE = 32 * 2**20  # bytes that stay free, for SQLite's log and for the system
_MEGABYTE = 10**6


def check(folder: Path, needed: int) -> None:
    """Raise `LibraryFullError` where so many bytes would leave less than the reserve.

    Where the system does not tell, the writing itself will.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return
    if free < needed + RESERVE:
        raise LibraryFullError(folder, -(-(needed + RESERVE) // _MEGABYTE), free // _MEGABYTE)
