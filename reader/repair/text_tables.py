"""Tables in plain text: cells that stand below each other, or rows that end in figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reader.model.raw import RawDocument, RawLine, Run, Tag, TagKind
from reader.repair import marks
from reader.repair.knowledge import Knowledge
from reader.repair.runs import Runs, part, with_runs
from reader.repair.step import Done

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_FIGURE = re.compile(r"[-–−+±<>≈]?\d[\d.,]*%?|[-–—]|%")
_LONGEST_CELL = 60
_LONGEST_LABEL = 60
# Between the rows of a table stand at most so many empty lines.
_MOST_BLANK = 2
_FEWEST_ROWS = 2
# Rows of two cells, or with one figure, are taken for a table if there are so many.
_FEWEST_PAIRS = 3
_MANY_WORDS = 9


@dataclass(frozen=True, slots=True)
class _Cell:
    """Letters `start` to `end` of a line."""

    line: RawLine
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]

    @property
    def runs(self) -> Runs:
        return part(self.line.runs, self.start, self.end)


Cells = list[_Cell]


@dataclass
class _Grid:
    """A table while it is being found: how wide its columns are, and its rows of pieces."""

    columns: list[tuple[int, int]] = field(default_factory=list)
    rows: list[dict[int, Cells]] = field(default_factory=list)
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

    def _add(self, found: dict[int, _Cell], *, goes_on: bool) -> None:
        self.lines += 1
        if not goes_on:
            self.rows.append({place: [cell] for place, cell in found.items()})
            return
        for place, cell in found.items():
            self.rows[-1].setdefault(place, []).append(cell)

    def _place(self, cell: _Cell) -> int | None:
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
        if len(whole) < (_FEWEST_PAIRS if width == 2 else _FEWEST_ROWS):
            return False
        cells = [piece.text for row in self.rows for cell in row.values() for piece in cell]
        if any(len(text) > _LONGEST_CELL for text in cells):
            return False
        first = [row[0][0].text for row in whole if 0 in row]
        if all(marks.is_lone_marker(text) or text in "–-—" for text in first):
            return False
        figures = sum(
            any(char.isdigit() for column in row if column for char in row[column][0].text)
            for row in self.rows
        )
        return 2 * figures >= len(self.rows) or len(whole) >= _FEWEST_PAIRS


def find_tables(document: RawDocument, _: Knowledge) -> Done:
    """Make cells of the rows of tables in plain text."""
    if any(line.box or line.tag for line in document.lines):
        return document, ()
    lines = document.lines
    kept: list[RawLine] = []
    index = barred = 0
    while index < len(lines):
        grid = _grid(lines, index) if index >= barred else None
        if grid and grid.is_table():
            kept += _cells(grid.rows, lines[index])
            index += grid.lines
            continue
        # What stands below each other and is no table is none from its second line on, either.
        barred = max(barred, index + grid.lines) if grid else barred
        rows, count = _figures(lines, index)
        if rows:
            free = bool(kept) and kept[-1] is lines[index - 1]
            header = _header(lines, index, len(rows[0])) if free else []
            del kept[len(kept) - len(header) :]
            kept += _cells([*header, *rows], lines[index - len(header)])
        else:
            kept += lines[index : index + count]
        index += count
    return replace(document, lines=tuple(kept)), ()


def _grid(lines: Sequence[RawLine], index: int) -> _Grid | None:
    """Return the cells below each other from a line on."""
    first = _segments(lines[index])
    if len(first) < 2:
        return None
    grid = _Grid([(cell.start, cell.end) for cell in first])
    for number in range(index, len(lines)):
        line = lines[number]
        far = number > index and (line.blank_before > _MOST_BLANK or line.page != lines[index].page)
        if far or not grid.takes(_segments(line), blank=line.blank_before):
            break
    return grid


def _segments(line: RawLine) -> Cells:
    return [_Cell(line, *found.span()) for found in _SEGMENT.finditer(line.text)]


def _figures(lines: Sequence[RawLine], index: int) -> tuple[list[dict[int, Cells]], int]:
    """Return the rows, from a line on, that end in equally many figures, and their lines.

    Where these are too few, there are no rows, and only the one line looked at.
    """
    width = len(_row(lines[index]))
    if width < 2:
        return [], 1
    rows: list[dict[int, Cells]] = []
    count = 0
    label: Cells = []
    for number in range(index, len(lines)):
        line = lines[number]
        if rows and line.blank_before > _MOST_BLANK:
            break
        row = _row(line)
        if len(row) == width:
            row[0] = [*label, *row[0]]
            rows.append(row)
            count, label = number + 1 - index, []
        elif rows and not label and _is_label(line):
            if marks.starts_lower(line.text.strip()):
                rows[-1][0] = [*rows[-1][0], *_whole(line)]
                count = number + 1 - index
            else:
                label = _whole(line)
        else:
            break
    enough = len(rows) >= (_FEWEST_PAIRS if width == 2 else _FEWEST_ROWS)
    return (rows, count) if enough else ([], 1)


def _row(line: RawLine) -> dict[int, Cells]:
    """Return the label and the figures of a line that ends in figures, else nothing."""
    words = [_Cell(line, *found.span()) for found in re.finditer(r"\S+", line.text)]
    figures: list[_Cell] = []
    while words and _FIGURE.fullmatch(words[-1].text):
        word = words.pop()
        if figures and figures[0].text == "%":
            figures[0] = _Cell(line, word.start, figures[0].end)
        else:
            figures.insert(0, word)
    if not words or not figures or len(words) > _MANY_WORDS:
        return {}
    label = _Cell(line, words[0].start, words[-1].end)
    lettered = any(map(str.isalpha, label.text)) and not marks.starts_lower(label.text)
    if not lettered or marks.ends_sentence(label.text) or label.text.endswith((",", "г.", "№")):
        return {}
    return {place: [cell] for place, cell in enumerate((label, *figures))}


def _is_label(line: RawLine) -> bool:
    text = line.text.strip()
    short = len(text) < _LONGEST_LABEL and not line.blank_before
    return short and not marks.ends_sentence(text) and not any(map(str.isdigit, text))


def _whole(line: RawLine) -> Cells:
    text = line.text
    return [_Cell(line, len(text) - len(text.lstrip()), len(text.rstrip()))]


def _header(lines: Sequence[RawLine], index: int, width: int) -> list[dict[int, Cells]]:
    """Return the row of column names above figures, told by its capital letters, or nothing."""
    if marks.ends_sentence(lines[index - 1].text.strip()):
        return []
    line = lines[index - 1]
    starts = [found.start() for found in re.finditer(r"(?<!\S)[^\W\d_a-zа-я]", line.text)]
    if len(starts) != width or line.text[: starts[0]].strip():
        return []
    ends = [*starts[1:], len(line.text)]
    names = [
        _Cell(line, start, start + len(line.text[start:end].rstrip()))
        for start, end in zip(starts, ends, strict=True)
    ]
    return [{place: [name] for place, name in enumerate(names)}]


def _cells(rows: Sequence[dict[int, Cells]], first: RawLine) -> Iterator[RawLine]:
    """Yield a line for each cell; a cell that a row lacks is empty."""
    width = max(max(row) for row in rows) + 1
    for number, row in enumerate(rows):
        for column in range(width):
            runs: Runs = ()
            for piece in row.get(column, []):
                runs = (*runs, Run(" "), *piece.runs) if runs else piece.runs
            tag = Tag(TagKind.CELL, 0, row=number, column=column)
            blank = first.blank_before if number == column == 0 else 0
            if runs:
                lines = dict.fromkeys(n for cell in row[column] for n in cell.line.sources)
                cell_line = replace(first, tag=tag, blank_before=blank, sources=tuple(lines))
                yield with_runs(cell_line, runs)
