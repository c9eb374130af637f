"""Tables: those of data become cells; those that only place things are passed through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.importers.html.elements import Element, tag
from reader.importers.html.tree import Row

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_UNREAD = frozenset({"presentation", "none"})
_OF_DATA = frozenset({"table", "grid", "treegrid"})  # whoever says so needs no guess
_WIDEST = 100  # columns that a cell may span
_TALLEST = 1000
_MOST_SPANNED = 500_000  # places that cells over several rows take in all
_LONGEST_NUMBER = 10
_MOST_COLUMNS = 1000
_LONGEST_CELL = 500
_LONGEST_NAME = 40  # of a column of long texts
_NUMBER = re.compile(r"[(„«]?(?:[\divxlc]{1,5}|[^\W\d_]{1,2})[).]{1,2}|[—–•-]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and where it stands, rows and columns from 0."""

    element: Element
    row: int
    column: int
    header: bool


def rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, not those of tables inside it."""
    for child in table:
        if tag(child) == "tr":
            yield child
        elif tag(child) in _GROUPS:
            yield from (row for row in child if tag(row) == "tr")


def cells(table: Element) -> Iterator[Cell]:
    """Yield the cells in order; a cell over several rows or columns stands in the first of each."""
    taken: dict[int, int] = {}  # columns, and how many rows more a cell above reaches into them
    spanned = 0
    for number, row in enumerate(rows(table)):
        column = 0
        below = {place: left - 1 for place, left in taken.items() if left > 1}
        for cell in (child for child in row if tag(child) in _CELLS):
            while taken.get(column, 0) > 0:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            wide, tall = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _TALLEST)
            if tall > 1:
                spanned += wide * tall
                tall = tall if spanned <= _MOST_SPANNED else 1
            names_column = tag(cell) == "th" and cell.get("scope") not in ("row", "rowgroup")
            yield Cell(cell, number, column, names_column)
            below |= {column + step: tall - 1 for step in range(wide) if tall > 1}
            column += wide
        taken = below


def is_layout(table: Element, row: Row) -> bool:
    """Tell whether a table only places things on the page."""
    role = table.get("role")
    if role in _UNREAD or role in _OF_DATA:
        return role in _UNREAD
    place = row.place[table]
    if row.nodes[place].has_headings or row.has(place, "table", "article"):
        return True
    found = [cell for cell in cells(table) if cell.element in row.place]  # the others are hidden
    if len({cell.column for cell in found}) < 2 or len({cell.row for cell in found}) < 2:
        return not any(tag(cell.element) == "th" for cell in found)
    if row.has(place, "th", "caption"):
        return False
    sizes = [row.nodes[row.place[cell.element]].size for cell in found]
    if sum(size > 0 for size in sizes) < 2:
        return True  # a speech with a picture of a camera beside it
    return max(sizes) > _LONGEST_CELL and not _compares(found, sizes)


def _compares(found: list[Cell], sizes: list[int]) -> bool:
    """Tell whether texts stand side by side below their names: "Present text", "Amendment".

    What only places things has one cell with nearly all of the words.
    """
    by_row: dict[int, list[int]] = {}
    for cell, size in zip(found, sizes, strict=True):
        by_row.setdefault(cell.row, []).append(size)
    full = [x for x in by_row.values() if len(x) > 1 and min(x) > 0]
    names_columns = bool(full) and max(full[0]) <= _LONGEST_NAME
    return names_columns and len(full) > 1 and 2 * max(sizes) <= sum(sizes) + _LONGEST_CELL


def is_numbered(table: Element, row: Row) -> bool:
    """Tell whether a table only sets numbers before paragraphs: "(1)", "а)", "—"."""
    if table.get("role") in _OF_DATA:
        return False
    found = [each for each in rows(table) if each in row.place]
    pairs = list(numbered_rows(table, row))
    if not pairs or len(pairs) < len(found):
        return False
    places = [row.place[label] for label, _ in pairs]
    return all(
        row.nodes[place].size <= _LONGEST_NUMBER and _NUMBER.fullmatch(row.words(place))
        for place in places
    )


def numbered_rows(table: Element, row: Row) -> Iterator[tuple[Element, Element]]:
    """Yield the two cells of each row that shows two, neither of them naming anything."""
    for each in rows(table):
        found = [cell for cell in each if tag(cell) in _CELLS and cell in row.place]
        if [tag(cell) for cell in found] == ["td", "td"]:
            yield found[0], found[1]


def caption(table: Element) -> Element | None:
    """Return the caption of a table."""
    return next((child for child in table if tag(child) == "caption"), None)


def _span(cell: Element, name: str, most: int) -> int:
    value = (cell.get(name) or "").strip()
    return min(most, max(1, int(value))) if value.isascii() and value.isdigit() else 1
