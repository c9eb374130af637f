"""What an element of a structure tree holds: its children, its attributes, its address.

ISO 32000-1, 14.7.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject

MOST_NESTED = 200
# Values of a list's /ListNumbering that are no numbers.
_BULLETS = {"/None", "/Unordered", "/Disc", "/Circle", "/Square", "/Description"}
_MOST_SPANNED = 100


def children(node: DictionaryObject) -> Iterable[Any]:
    """Return what an element holds: elements, marked content or references."""
    content = node.get("/K")
    if content is None:
        return []
    content = content.get_object()
    return list(content) if isinstance(content, ArrayObject) else [content]


def dictionaries(node: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield the children that are no mere marked content."""
    for child in children(node):
        found = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(found, DictionaryObject):
            yield found


def is_numbered(node: DictionaryObject) -> bool:
    """Tell whether a list's attributes say that it is numbered."""
    kinds = [each["/ListNumbering"] for each in _attributes(node) if "/ListNumbering" in each]
    return any(str(kind) not in _BULLETS for kind in kinds)


def span(node: DictionaryObject, way: str) -> int:
    """Return how many rows or columns a cell takes: `way` is "/RowSpan" or "/ColSpan"."""
    found = [each.get(way) for each in _attributes(node)]
    return next((min(max(x, 1), _MOST_SPANNED) for x in found if isinstance(x, int)), 1)


def _attributes(node: DictionaryObject) -> list[DictionaryObject]:
    found: Any = node.get("/A")
    found = found.get_object() if hasattr(found, "get_object") else found
    each = list(found) if isinstance(found, ArrayObject) else [found]
    plain = [one.get_object() if hasattr(one, "get_object") else one for one in each]
    return [one for one in plain if isinstance(one, DictionaryObject)]


def link(node: DictionaryObject, depth: int = 0) -> str | None:
    """Return the address of the first link annotation inside an element."""
    if depth > MOST_NESTED:
        return None
    for child in dictionaries(node):
        if child.get("/Type") == "/OBJR":
            if address := _annotation_address(child["/Obj"].get_object()):
                return address
        elif found := link(child, depth + 1):
            return found
    return None


def _annotation_address(annotation: object) -> str | None:
    action = annotation.get("/A") if isinstance(annotation, DictionaryObject) else None
    action = action.get_object() if action is not None else None
    address = action.get("/URI") if isinstance(action, DictionaryObject) else None
    return str(address) if address else None


class CellPlaces:
    """Rows and columns of the cells of tables, one in another maybe; a cell may take several."""

    def __init__(self) -> None:
        self._count = 0
        self._open = [_Table(0)]

    def begin_table(self) -> None:
        """Begin a table; the one around it goes on later."""
        self._count += 1
        self._open.append(_Table(self._count))

    def end_table(self) -> None:
        """End the innermost table."""
        self._open.pop()

    def begin_row(self) -> None:
        """Begin a row of the innermost table."""
        self._open[-1].begin_row()

    def place(self, rows: int, columns: int) -> tuple[int, int, int]:
        """Return the table, row and column of the next cell, which takes so many of both."""
        return self._open[-1].number, *self._open[-1].place(rows, columns)


class _Table:
    def __init__(self, number: int) -> None:
        self.number = number
        self._row, self._column = -1, 0
        self._until: dict[int, int] = {}

    def begin_row(self) -> None:
        self._row, self._column = self._row + 1, 0

    def place(self, rows: int, columns: int) -> tuple[int, int]:
        row = max(self._row, 0)
        while self._until.get(self._column, 0) > row:
            self._column += 1  # a cell of a row above reaches down here
        column = self._column
        for taken in range(column, column + columns):
            self._until[taken] = row + rows
        self._column = column + columns
        return row, column
