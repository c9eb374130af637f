"""What a person puts right by hand in an article."""

from dataclasses import dataclass

from reader.model.raw import Tag


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
