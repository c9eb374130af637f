"""Where the parts of a library lie in its folder."""

from pathlib import Path

FILE = "library.sqlite"
BACKUPS = "backups"
ASIDE = "set-aside"
ORIGINALS = "originals"
WORK = "salvage-"  # how folders begin that a repair works in


def unfinished(folder: Path) -> Path:
    """Return where marks tell which originals the library's file may not agree with yet."""
    return folder / ORIGINALS / "unfinished"


def ready(folder: Path) -> Path:
    """Return the name of a whole file that is about to take the library's place."""
    return folder / f"{FILE}.ready"


def draft(folder: Path) -> Path:
    """Return the name of such a file while it is being written."""
    return folder / f"{FILE}.part"


def companion(path: Path, ending: str) -> Path:
    """Return SQLite's own file beside a database: "-wal", "-shm" or "-journal"."""
    return path.with_name(path.name + ending)


COMPANIONS = ("-wal", "-shm", "-journal")
