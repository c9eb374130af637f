"""Empty cells: no importer finds them, but the cells after them belong to a column of their own."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from reader.model.raw import RawDocument, RawLine, Tag, TagKind
from reader.repair.knowledge import Knowledge
from reader.repair.step import Done


def with_empty_cells(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Return the blocks with the empty cells of each row where they belong."""
    return tuple(_filled(lines))


def fill_rows(document: RawDocument, _: Knowledge) -> Done:
    """Put the empty cells of tables where they belong."""
    return replace(document, lines=with_empty_cells(document.lines)), ()


def _filled(lines: tuple[RawLine, ...]) -> Iterator[RawLine]:
    for is_cell, group in groupby(lines, key=lambda line: _place(line) is not None):
        found = list(group)
        if not is_cell:
            yield from found
            continue
        for table in _tables(found):
            width = 1 + max(_column(cell) for row in table for cell in row)
            for row in table:
                yield from _row(row, width)


def _place(line: RawLine) -> int | None:
    """Return the row of a cell."""
    return line.tag.row if line.tag and line.tag.kind is TagKind.CELL else None


def _column(line: RawLine) -> int:
    return line.tag.column if line.tag else 0


def _tables(cells: list[RawLine]) -> list[list[list[RawLine]]]:
    """Return the rows of each table: a row number that falls back begins a new one."""
    tables: list[list[list[RawLine]]] = []
    last = 0
    for row, group in groupby(cells, key=lambda cell: _place(cell) or 0):
        if not tables or row < last:
            tables.append([])
        tables[-1].append(list(group))
        last = row
    return tables


def _row(row: list[RawLine], width: int) -> list[RawLine]:
    known = {_column(cell) for cell in row}
    number, page = _place(row[0]) or 0, row[0].page
    header = all(cell.tag is not None and cell.tag.header for cell in row)
    empty = [
        RawLine((), page, tag=Tag(TagKind.CELL, 0, row=number, column=column, header=header))
        for column in range(width)
        if column not in known
    ]
    return sorted([*row, *empty], key=_column)
