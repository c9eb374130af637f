"""Empty cells: no importer finds them, but the cells after them belong to a column of their own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from reader.model.raw import RawDocument, RawLine, Tag, TagKind
from reader.repair.knowledge import Knowledge
from reader.repair.step import Done


def in_tables(lines: Iterable[RawLine]) -> Iterator[list[RawLine]]:
    """Yield the lines of each of some tables that follow one another; captions have row -1."""
    table: list[RawLine] = []
    for line in lines:
        if table and _begins_table(table[-1], line):
            yield table
            table = []
        table.append(line)
    if table:
        yield table


def row_of(line: RawLine) -> int | None:
    """Return the row of a line of a table, -1 for its caption."""
    if line.tag is None or line.tag.kind not in (TagKind.CELL, TagKind.CAPTION):
        return None
    return line.tag.row if line.tag.kind is TagKind.CELL else -1


def _begins_table(before: RawLine, line: RawLine) -> bool:
    """Tell whether a row number falls back, or a row begins anew, as that of another element.

    What is corrected by hand has an element below 0 for each cell.
    """
    above, here = row_of(before) or 0, row_of(line) or 0
    if above != here:
        return here < above
    elements = _element(before), _element(line)
    if elements[0] == elements[1]:
        return False
    return min(elements) > 0 or _column(line) <= _column(before)


def with_empty_cells(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Return the blocks with the empty cells of each row where they belong."""
    return tuple(_filled(lines))


def fill_rows(document: RawDocument, _: Knowledge) -> Done:
    """Put the empty cells of tables where they belong."""
    return replace(document, lines=with_empty_cells(document.lines)), ()


def _filled(lines: tuple[RawLine, ...]) -> Iterator[RawLine]:
    for is_cell, group in groupby(lines, key=_is_cell):
        if not is_cell:
            yield from group
            continue
        for table in in_tables(group):
            width = 1 + max(map(_column, table))
            for _row, row in groupby(table, key=row_of):
                yield from _filled_row(list(row), width)


def _is_cell(line: RawLine) -> bool:
    return line.tag is not None and line.tag.kind is TagKind.CELL


def _column(line: RawLine) -> int:
    return line.tag.column if line.tag else 0


def _element(line: RawLine) -> int:
    return line.tag.element if line.tag else 0


def _filled_row(row: list[RawLine], width: int) -> list[RawLine]:
    known = {_column(cell) for cell in row}
    number, page, element = row_of(row[0]) or 0, row[0].page, _element(row[0])
    header = all(cell.tag is not None and cell.tag.header for cell in row)
    empty = [
        RawLine((), page, tag=Tag(TagKind.CELL, element, row=number, column=column, header=header))
        for column in range(width)
        if column not in known
    ]
    return sorted([*row, *empty], key=_column)
