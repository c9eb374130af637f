"""Places in an article that survive other fonts, windows and exports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place: the index of a leaf (see `reader.model.leaves`) and of a character in its text."""

    block: int
    char: int


START = Position(0, 0)


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of one leaf's text: characters `start` to `end`, the end not included."""

    block: int
    start: int
    end: int
