"""The article as a tree of what a screen reader meets: headings, lists with items, tables, links.

No Qt here: the tree is plain data, and the accessible nodes are made from it when asked for.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from reader.model.annotation import Annotation
from reader.model.leaves import Cell, Leaf
from reader.model.notes import NoteMark
from reader.model.position import Extent


class Sort(StrEnum):
    """What a knot of the tree is to a screen reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    CELL = "cell"
    LINK = "link"
    MARK = "mark"
    SPAN = "span"
    FIGURE = "figure"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Link:
    """A link: characters `start` to `end` of the leaf `block`; `number` counts from 0."""

    number: int
    block: int
    start: int
    end: int
    text: str
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Knot:
    """A place in the tree: characters `start` to `end` of the leaf `block`.

    `parent` is None at the top. A list, a quotation of several paragraphs and a table hold
    others and have no text of their own but a table's caption; `block` is their first leaf.
    `language` is that of all its words, or the article's.
    """

    number: int
    parent: int | None
    sort: Sort
    block: int
    start: int
    end: int
    language: str
    link: Link | None = None
    mark: NoteMark | None = None
    cell: Cell | None = None
    children: tuple[int, ...] = ()

    @property
    def extent(self) -> Extent:
        """The characters that it stands for."""
        return Extent(self.block, self.start, self.end)

    @property
    def is_inline(self) -> bool:
        """Whether it is a piece of a running text."""
        return self.sort in _INLINE

    @property
    def is_pressed(self) -> bool:
        """Whether it leads somewhere else."""
        return self.sort in _PRESSED


_PRESSED = frozenset({Sort.LINK, Sort.MARK})
_INLINE = _PRESSED | {Sort.SPAN}
_BEHIND_CELLS = (inf, inf)


@dataclass(frozen=True, slots=True)
class Outline:
    """An article's leaves, links, marks of notes and the tree over them.

    `top` are the knots without a parent, `of_block` gives the knot of each leaf, `of_link` that
    of each link and `of_mark` that of each mark. `stops` are the knots that are read one after
    another: leaves, and the cells of tables instead of these. `annotations` are the person's own
    marks, in the order of the article.
    """

    language: str
    leaves: tuple[Leaf, ...]
    links: tuple[Link, ...]
    marks: tuple[NoteMark, ...]
    knots: tuple[Knot, ...]
    top: tuple[int, ...]
    of_block: tuple[int, ...]
    of_link: tuple[int, ...]
    of_mark: tuple[int, ...]
    stops: tuple[int, ...]
    annotations: tuple[Annotation, ...] = ()

    def stop_at(self, block: int, char: int) -> int:
        """Return the index in `stops` of what the character belongs to."""
        keys = (block, char)
        found = bisect_right(self.stops, keys, key=self._begin) - 1
        return max(0, found)

    def knot_at(self, block: int, char: int) -> Knot:
        """Return the knot that is read as a whole at a character: a leaf's, or a cell's."""
        return self.knots[self.stops[self.stop_at(block, char)]]

    def beside(self, knot: Knot) -> tuple[int | None, int | None]:
        """Return the knots that are read before and after a knot that is read as a whole."""
        index = self.stop_at(knot.block, knot.start)
        if self.stops[index] != knot.number:
            return None, None
        before = self.stops[index - 1] if index > 0 else None
        return before, self.stops[index + 1] if index + 1 < len(self.stops) else None

    def inline_at(self, block: int, char: int) -> Knot | None:
        """Return the link or the mark that the character belongs to."""
        inside = (self.knots[number] for number in self.knot_at(block, char).children)
        return next(
            (knot for knot in inside if knot.is_pressed and knot.start <= char < knot.end), None
        )

    def inside(self, holder: int | None, block: int, char: int) -> int | None:
        """Return the knot at a character that stands directly in another one, or in the article."""
        found = self.inline_at(block, char) or self.knot_at(block, char)
        number: int | None = found.number
        while number is not None and self.knots[number].parent != holder:
            number = self.knots[number].parent
        return number

    def cell(self, table: Knot, row: int, column: int) -> Knot | None:
        """Return a cell of a table; None where the table has none there."""
        wanted: tuple[float, float] = (row, column)
        at = bisect_left(table.children, wanted, key=self._place)
        found = self.knots[table.children[at]] if at < len(table.children) else None
        return found if found and self._place(found.number) == wanted else None

    def _place(self, number: int) -> tuple[float, float]:
        cell = self.knots[number].cell
        return (cell.row, cell.column) if cell else _BEHIND_CELLS

    def _begin(self, number: int) -> tuple[int, int]:
        knot = self.knots[number]
        return knot.block, knot.start
