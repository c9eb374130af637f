"""Made-up announcements, as they were meant: the truth that the further set is printed from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of a block in one style; `note` is the label of a note that is marked here."""

    text: str
    link: str | None = None
    bold: bool = False
    italic: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One flat block: title, date, p, quote, li, heading, table, footnote or notice.

    `level` is that of a heading (2 to 6) or the depth of a list item (from 1). `rows` are the
    cells of a table, its header first. `label` is the mark of a footnote.
    """

    kind: str
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    ordered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Announcement:
    """A whole text; `header` and `footer` are printed on every page and belong to no block."""

    name: str
    parts: tuple[Part, ...]
    header: str = ""
    footer: str = ""
