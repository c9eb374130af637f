"""What became of documents that came in."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.errors import ReaderError


class Outcome(StrEnum):
    """What became of an article that was to be added."""

    NEW = "new"
    KNOWN = "known"  # it is there already
    RESTORED = "restored"  # it was in the bin
    VERSION = "version"  # it is a newer version of one that is there


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was taken in; `title` and `article` are those of what the library has now."""

    path: Path
    outcome: Outcome
    article: int
    title: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A file, or a folder, that was not taken in."""

    path: Path
    error: ReaderError


@dataclass(frozen=True, slots=True)
class Report:
    """How an import of these files and folders went.

    `earlier` is what was taken in before it was interrupted; what has been removed since has no
    title there. An import that has not `finished` can go on.
    """

    roots: tuple[Path, ...]
    taken: tuple[Taken, ...]
    failed: tuple[Failed, ...]
    earlier: tuple[Taken, ...]
    finished: bool

    def of(self, *outcomes: Outcome) -> tuple[Taken, ...]:
        """Return what came to this since it was begun, or was gone on with."""
        return tuple(each for each in self.taken if each.outcome in outcomes)

    def name(self, path: Path) -> str:
        """Return what a person knows a file by: its path from the folder that was taken in."""
        above = (root for root in self.roots if root != path and path.is_relative_to(root))
        folder = next(above, path.parent)
        return str(path.relative_to(folder))


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An import that was interrupted: its folders and files, and how many files were taken in."""

    roots: tuple[Path, ...]
    done: int
