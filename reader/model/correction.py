"""What a person puts right by hand in an article: how it is asked for, and how it is kept."""

from dataclasses import dataclass
from typing import TypeAlias

from reader.model.leaves import Kind
from reader.model.position import Position
from reader.model.raw import Repair, Tag


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a correction: what it is and its words."""

    tag: Tag
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """Blocks in a row that read `before` become `after`; an empty `after` takes them out.

    A table is its cells, one after the other. `occurrence` counts, from 0, which of equal rows
    of blocks is meant. The words alone name the place: so a correction holds when the article is
    repaired anew.
    """

    before: tuple[str, ...]
    after: tuple[Piece, ...]
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """A correction that somebody may accept: what stands there, what would, and in which leaf."""

    correction: Correction
    before: str
    after: str
    block: int


@dataclass(frozen=True, slots=True)
class Split:
    """Let a block end at a place, and another begin there."""

    place: Position


@dataclass(frozen=True, slots=True)
class Join:
    """Let a block go on in the next one; `block` is the index of its leaf."""

    block: int


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Make a block another kind, or other words.

    Each line of `text` is a block of its own; a line of a table is a row, its cells parted by
    " | ". No words at all take the block out.
    """

    block: int
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take back a join of two lines, or the decision on a hyphen."""

    repair: Repair


Wish: TypeAlias = Split | Join | Rewrite | TakeBack
