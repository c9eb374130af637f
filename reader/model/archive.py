"""Archives: many articles in one file, to be handed on or carried along."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Attribution:
    """What has to be told with an article that is handed on; None where it is not known.

    `publisher` is a name, `source` an address or a file's name, `original` the address of the
    original-language version, `licence` the line of rights, `terms` an address.
    """

    publisher: str | None
    source: str | None
    original: str | None
    retrieved: datetime | None
    licence: str | None
    terms: str | None


@dataclass(frozen=True, slots=True)
class Label:
    """What is written on a new archive.

    `with_notes` tells whether the person's own goes along: notes, tags, stars, places of reading;
    `everything`, whether all of the library does, to be restored elsewhere.
    """

    name: str
    version: str
    licence: str
    with_notes: bool = False
    everything: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What an archive says of itself; `version` is that of the program that made it."""

    name: str
    made: datetime
    version: str
    licence: str
    articles: int
    with_notes: bool
    everything: bool = False


@dataclass(frozen=True, slots=True)
class OpenArchive:
    """An archive that is open: its number, which is never 0, and what it says of itself.

    `of_program` tells that the program has made it for itself: its help.
    """

    number: int
    path: Path
    about: About
    of_program: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What went into a new archive, and by title what did not, or without its original file."""

    articles: int
    left_out: tuple[str, ...] = ()
    without_file: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of an archive found: the damaged articles by title, and what else is wrong.

    `rows` tells that something is missing, added or changed that belongs to no article,
    `search` that the index is not as it was written.
    """

    articles: int
    damaged: tuple[str, ...]
    rows: bool
    search: bool

    @property
    def whole(self) -> bool:
        """Whether all is as it was written."""
        return not (self.damaged or self.rows or self.search)


@dataclass(frozen=True, slots=True)
class Merged:
    """What the library took from an archive.

    `new` counts articles, also as newer versions of those that were there; `known` are there
    already, `damaged` were not taken wholly, of `without_file` the words alone: these by title.
    `articles` are the numbers that they have in the library.
    """

    new: int = 0
    known: tuple[str, ...] = ()
    notes: int = 0
    damaged: tuple[str, ...] = ()
    without_file: tuple[str, ...] = ()
    articles: tuple[int, ...] = ()
