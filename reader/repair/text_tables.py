"""Tables in plain text: cells that stand below each other, or rows that end in figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reader.model.raw import RawDocument, RawLine, Run, Tag, TagKind
from reader.repair import marks
from reader.repair.knowledge import Knowledge
from reader.repair.runs import Runs, part, text_of, with_runs
from reader.repair.step import Done
from reader.repair.text_rows import (
    FEWEST_PAIRS,
    FEWEST_ROWS,
    MOST_BLANK,
    Cell,
    Cells,
    Row,
    header,
    rows_of_figures,
    rows_with_bars,
    stacked_rows,
)

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_LONGEST_CELL = 60
_SOFT = ("\u00ad", "\u2010")


@dataclass
class _Grid:
    """A table while it is being found: how wide its columns are, and its rows of pieces."""

    columns: list[tuple[int, int]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    lines: int = 0

    def takes(self, cells: Cells, *, blank: int) -> bool:
        """Add a line's cells if each stands below one column; tell whether they did."""
        places = [self._place(cell) for cell in cells]
        if None in places or len(set(places)) < len(places):
            return False
        found = {
            place: cell for place, cell in zip(places, cells, strict=True) if place is not None
        }
        columns = list(self.columns)
        for place, cell in found.items():
            start, end = columns[place]
            columns[place] = min(start, cell.start), max(end, cell.end)
        if any(left[1] >= right[0] for left, right in pairwise(columns)):
            return False
        goes_on = 0 not in found or (len(found) == 1 and marks.starts_lower(cells[0].text))
        if goes_on and (blank or not self.rows):
            return False
        if len(found) == 1 and not goes_on:
            return False
        self.columns = columns
        self._add(found, goes_on=goes_on)
        return True

    def _add(self, found: dict[int, Cell], *, goes_on: bool) -> None:
        self.lines += 1
        if not goes_on:
            self.rows.append({place: [cell] for place, cell in found.items()})
            return
        for place, cell in found.items():
            self.rows[-1].setdefault(place, []).append(cell)

    def _place(self, cell: Cell) -> int | None:
        below = [
            place
            for place, (start, end) in enumerate(self.columns)
            if cell.start < end and start < cell.end
        ]
        return below[0] if len(below) == 1 else None

    def is_table(self) -> bool:
        """Tell whether the rows are many and regular enough, and their cells short."""
        width = len(self.columns)
        whole = [row for row in self.rows if len(row) == width]
        if len(whole) < (FEWEST_PAIRS if width == 2 else FEWEST_ROWS):
            return False
        # A text that was made with tabs does not wrap the cells of the last column.
        cells = [
            piece.text
            for row in self.rows
            for place, cell in row.items()
            for piece in cell
            if place < width - 1
        ]
        if any(len(text) > _LONGEST_CELL for text in cells):
            return False
        first = [row[0][0].text for row in whole if 0 in row]
        if all(marks.is_lone_marker(text) or text in "–-—" for text in first):
            return False
        figures = sum(
            any(char.isdigit() for column in row if column for char in row[column][0].text)
            for row in self.rows
        )
        return 2 * figures >= len(self.rows) or len(whole) >= FEWEST_PAIRS


def find_tables(document: RawDocument, _: Knowledge) -> Done:
    """Make cells of the rows of tables in plain text."""
    if any(line.box or line.tag for line in document.lines):
        return document, ()
    lines = document.lines
    kept: list[RawLine] = []
    index = barred = 0
    while index < len(lines):
        ruled, ruled_count = rows_with_bars(lines, index)
        grid = _grid(lines, index) if index >= barred and not ruled else None
        if ruled:
            rows, count = ruled, ruled_count
        elif grid and grid.is_table():
            rows, count = grid.rows, grid.lines
        else:
            # What stands below each other and is no table is none from its second line on, either.
            barred = max(barred, index + grid.lines) if grid else barred
            rows, count = _rows(lines, index)
        if rows:
            free = bool(kept) and kept[-1] is lines[index - 1]
            names = header(lines, index, len(rows[0])) if free else []
            del kept[len(kept) - len(names) :]
            kept += _cells([*names, *rows], lines[index - len(names)])
        else:
            kept += lines[index : index + count]
        index += count
    return replace(document, lines=tuple(kept)), ()


def _rows(lines: Sequence[RawLine], index: int) -> tuple[list[Row], int]:
    rows, count = rows_of_figures(lines, index)
    return (rows, count) if rows else stacked_rows(lines, index)


def _grid(lines: Sequence[RawLine], index: int) -> _Grid | None:
    """Return the cells below each other from a line on."""
    first = _segments(lines[index])
    if len(first) < 2:
        return None
    grid = _Grid([(cell.start, cell.end) for cell in first])
    for number in range(index, len(lines)):
        line = lines[number]
        far = number > index and (line.blank_before > MOST_BLANK or line.page != lines[index].page)
        if far or not grid.takes(_segments(line), blank=line.blank_before):
            break
    return grid


def _segments(line: RawLine) -> Cells:
    return [Cell(line, *found.span()) for found in _SEGMENT.finditer(line.text)]


def _cells(rows: Sequence[Row], first: RawLine) -> Iterator[RawLine]:
    """Yield a line for each cell; a cell that a row lacks is empty."""
    width = max(max(row) for row in rows) + 1
    for number, row in enumerate(rows):
        for column in range(width):
            runs: Runs = ()
            for piece in row.get(column, []):
                runs = _joined(runs, piece.runs) if runs else piece.runs
            tag = Tag(TagKind.CELL, 0, row=number, column=column)
            blank = first.blank_before if number == column == 0 else 0
            if runs:
                lines = dict.fromkeys(n for cell in row[column] for n in cell.line.sources)
                cell_line = replace(first, tag=tag, blank_before=blank, sources=tuple(lines))
                yield with_runs(cell_line, runs)


def _joined(left: Runs, right: Runs) -> Runs:
    """Return two lines of a cell as one, without the soft hyphen between them."""
    text = text_of(left)
    if text.endswith(_SOFT):
        return part(left, 0, len(text) - 1) + right
    return (*left, Run(" "), *right)
