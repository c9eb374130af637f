"""What crashes leave of files that never got their names: copies, and the work of a repair."""

import shutil
import time
from contextlib import suppress
from pathlib import Path

from reader.library.place import BACKUPS, WORK, companion, draft

_OLD = 24 * 60 * 60.0  # seconds; no copy takes so long
_COPIES = ("*.part*", "checked-*")


def clear(folder: Path) -> None:
    """Take it all away; nobody may be using the library.

    Backups and checks may be made even so, and their files are known by their age.
    """
    with suppress(OSError):  # they are in nobody's way
        for work in folder.glob(f"{WORK}*"):
            shutil.rmtree(work, ignore_errors=True)
        for ending in ("", "-journal"):
            companion(draft(folder), ending).unlink(missing_ok=True)
    clear_copies(folder / BACKUPS)


def clear_copies(folder: Path) -> None:
    """Take away the copies that were left among the backups."""
    latest = time.time() - _OLD
    with suppress(OSError):  # another program was quicker
        for path in (path for pattern in _COPIES for path in folder.glob(pattern)):
            if path.stat().st_mtime < latest:
                path.unlink()
