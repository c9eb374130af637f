"""What the care for a library finds and does: faults, backups, what was lost."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from pathlib import Path


class FaultKind(StrEnum):
    """What is not as it was written."""

    FILE = "file"  # `words` are SQLite's
    FILE_LOST = "file_lost"
    ARTICLE = "article"
    VERSION = "version"
    NOTE = "note"
    ORIGINAL_TEXT = "original_text"
    PINS = "pins"
    LINK_NOTES = "link_notes"
    LINKS = "links"  # a row belongs to an article that is not there; `words` name the table
    SEARCH = "search"
    TITLE_ORDER = "title_order"
    ORIGINAL_MISSING = "original_missing"
    ORIGINAL_CHANGED = "original_changed"
    UNSEARCHED = "unsearched"  # there was no room to check the search; `words` are megabytes


# What a repair cannot change: it is told, and the library counts as checked.
BEYOND_REPAIR = (FaultKind.ORIGINAL_MISSING, FaultKind.UNSEARCHED)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a library that is not as it was written, with the article's title if it has one.

    `title` is "" where it cannot be read, or where the fault is in no article.
    """

    kind: FaultKind
    identifier: int = 0
    title: str = ""
    words: str = ""


class BackupKind(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    ASKED = "asked"
    MIGRATION = "migration"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the library's file; `articles` is None where it cannot be read.

    Its number, not its day, tells which is newer: clocks are set back. `hour` is when on that day
    it was made, None where the file no longer tells.
    """

    path: Path
    number: int
    day: date
    kind: BackupKind
    articles: int | None
    size: int
    hour: time | None = None

    @property
    def name(self) -> str:
        """What the command line calls it."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Lost:
    """An article that could be read no more; its title is "" where that is lost too."""

    identifier: int
    title: str


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came out of a damaged library: counts, and what was lost by title.

    `anew` were repaired anew from their original files; `rows` counts lost rows of other tables
    by the table's name; `aside` is where the damaged file lies. Where `unknown`, the file does not
    even tell how much else it held.
    """

    articles: int
    anew: tuple[str, ...]
    lost: tuple[Lost, ...]
    rows: tuple[tuple[str, int], ...]
    aside: Path | None = None
    unknown: bool = False

    @property
    def whole(self) -> bool:
        """Whether nothing was lost."""
        return not (self.lost or self.rows or self.unknown)


class HazardKind(StrEnum):
    """Why a folder is no good place for a library."""

    SYNCHRONISED = "synchronised"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Hazard:
    """A folder that something else keeps changing; `name` is what does it."""

    kind: HazardKind
    name: str


@dataclass(frozen=True, slots=True)
class Stats:
    """How large a library is: rows by table, and bytes."""

    rows: tuple[tuple[str, int], ...]
    file_size: int
    originals: int
    originals_size: int
