"""Sentences of two texts that say the same."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reader.model.position import Extent

Languages: TypeAlias = tuple[str, str]  # two-letter codes, of the left text and of the right one


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what it stands in.

    `kind` is that of the flat block list ("p", "heading", "li" and so on), or "" where unknown;
    `first` tells that it begins its block; `extent` is where it stands in its article.
    """

    text: str
    kind: str = ""
    first: bool = True
    extent: Extent | None = None


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same, by number; one side is empty where the other says it alone.

    `sure` is the probability, from 0 to 1, that just these belong together, among all ways to pair
    these texts; `doubtful` is whether a person should be told that the pair is a guess.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    sure: float = 1.0
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """All sentences of two texts in beads, in the order of the left one."""

    beads: tuple[Bead, ...]

    def right_of(self, left: int) -> Bead | None:
        """Return the bead that a sentence of the left text is in."""
        return next((bead for bead in self.beads if left in bead.left), None)

    def left_of(self, right: int) -> Bead | None:
        """Return the bead that a sentence of the right text is in."""
        return next((bead for bead in self.beads if right in bead.right), None)


@dataclass(frozen=True, slots=True)
class Pin:
    """A pair that a person has made, by its words, so that it holds when texts are paired anew.

    One side may be empty. `nth` tells, from 0, which of equal sentences is meant on either side.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    nth: tuple[int, int] = (0, 0)


class Watched(StrEnum):
    """What a translation must not change."""

    NUMBER = "number"
    AMOUNT = "amount"
    DATE = "date"
    REFERENCE = "reference"
    NAME = "name"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a sentence: its number in its text, and characters `start` to `end` of it."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What a translation says otherwise than its original; a side that lacks it is None and ""."""

    sort: Watched
    left: Spot | None
    right: Spot | None
    left_words: str
    right_words: str
