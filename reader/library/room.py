"""Whether there is room on a disk, before anything is begun."""

import shutil
from pathlib import Path

from reader.errors import LibraryFullError

RESERVE = 32 * 2**20  # bytes that stay free, for SQLite's log and for the system
_MEGABYTE = 10**6


def is_enough(folder: Path, needed: int) -> bool:
    """Tell whether so many bytes would leave the reserve; yes, where the system does not tell."""
    free = _free(folder)
    return free is None or free >= needed + RESERVE


def check(folder: Path, needed: int) -> None:
    """Raise `LibraryFullError` where so many bytes would leave less than the reserve.

    Where the system does not tell, the writing itself will.
    """
    free = _free(folder)
    if free is not None and free < needed + RESERVE:
        raise LibraryFullError(folder, -(-(needed + RESERVE) // _MEGABYTE), free // _MEGABYTE)


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
