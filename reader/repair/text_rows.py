"""Tables in plain text without gaps: rows that end in figures, or cells that stand in lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.raw import RawLine
from reader.repair import marks
from reader.repair.runs import Runs, part

_FIGURE = re.compile(r"[-–−+±<>≈]?\d[\d.,]*%?|[-–—]|%")
# "1 204", "‑0,40 %": a figure that fills a line.
_LONE_FIGURE = re.compile(r"[-‑–−+±<>≈]?\d[\d., \u00a0]*%?|[-–—]")
# "0888 123 456", "+359 2": no figures but the beginning of a telephone number.
_TELEPHONE = re.compile(r"0\d+|\+\d{2,}")
# "Година | Дял": how tables are written in plain text, by this program too.
_BAR = re.compile(r"\s\|\s")
_BETWEEN_BARS = re.compile(r"[^\s|](?:[^|]*[^\s|])?")
_UP_TO_999 = re.compile(r"[1-9]\d{0,2}")
_THOUSANDS = re.compile(r"\d{3}(?:,\d+)?")
_NAME = r"[^\W\d_a-zа-я]"
_LONGEST_LABEL = 60
# A label goes over at most so many lines.
_MOST_LABEL_LINES = 3
# Between the rows of a table stand at most so many empty lines.
MOST_BLANK = 2
# Rows that end in equally many figures are of one table though a page's end parts them.
_FARTHEST = 5
FEWEST_ROWS = 2
# Rows of two cells, or with one figure, are taken for a table if there are so many.
FEWEST_PAIRS = 3
_MANY_WORDS = 9
_WIDEST = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """Letters `start` to `end` of a line."""

    line: RawLine
    start: int
    end: int

    @property
    def text(self) -> str:
        """The cell's words."""
        return self.line.text[self.start : self.end]

    @property
    def runs(self) -> Runs:
        """The cell's words as they look."""
        return part(self.line.runs, self.start, self.end)


Cells = list[Cell]
Row = dict[int, Cells]


def rows_with_bars(lines: Sequence[RawLine], index: int) -> tuple[list[Row], int]:
    """Return the rows, from a line on, whose cells are parted by " | ", and their lines."""
    rows: list[Row] = []
    for number in range(index, len(lines)):
        line = lines[number]
        cells = [Cell(line, *found.span()) for found in _BETWEEN_BARS.finditer(line.text)]
        bars = len(_BAR.findall(line.text))
        if not bars or len(cells) != bars + 1 or (rows and len(cells) != len(rows[0])):
            break
        rows.append({place: [cell] for place, cell in enumerate(cells)})
    return (rows, len(rows)) if len(rows) >= FEWEST_ROWS else ([], 1)


def rows_of_figures(lines: Sequence[RawLine], index: int) -> tuple[list[Row], int]:
    """Return the rows, from a line on, that end in equally many figures, and their lines.

    Where these are too few, there are no rows, and only the one line looked at.
    """
    widest = _row(lines[index])
    for width in dict.fromkeys((len(widest), len(_thousands_joined(widest)))):
        rows, count = _rows_of(width, lines, index)
        if rows:
            return rows, count
    return [], 1


def _rows_of(width: int, lines: Sequence[RawLine], index: int) -> tuple[list[Row], int]:
    if width < 2:
        return [], 1
    rows: list[Row] = []
    count = 0
    label: Cells = []
    for number in range(index, len(lines)):
        line = lines[number]
        if rows and line.blank_before > _FARTHEST:
            break
        row = _row(line, labelled=bool(label))
        row = _thousands_joined(row) if len(row) > width else row
        if len(row) == width:
            row[0] = [*label, *row[0]]
            rows.append(row)
            count, label = number + 1 - index, []
        elif rows and len(label) < _MOST_LABEL_LINES and _is_label(line):
            if not label and marks.starts_lower(line.text.strip()):
                rows[-1][0] = [*rows[-1][0], *_whole(line)]
                count = number + 1 - index
            else:
                label = [*label, *_whole(line)]
        else:
            break
    enough = len(rows) >= (FEWEST_PAIRS if width == 2 else FEWEST_ROWS)
    return (rows, count) if enough else ([], 1)


def _row(line: RawLine, *, labelled: bool = False) -> Row:
    """Return the label and the figures of a line that ends in figures, else nothing.

    Where the label stands in the lines above, the line may hold figures alone.
    """
    words = [Cell(line, *found.span()) for found in re.finditer(r"\S+", line.text)]
    figures: list[Cell] = []
    while words and _FIGURE.fullmatch(words[-1].text):
        word = words.pop()
        if figures and figures[0].text == "%":
            figures[0] = Cell(line, word.start, figures[0].end)
        else:
            figures.insert(0, word)
    if any(_TELEPHONE.fullmatch(figure.text) for figure in figures):
        return {}
    if labelled and figures and not words:
        return {0: [], **{place: [cell] for place, cell in enumerate(figures, 1)}}
    if not words or not figures or len(words) > _MANY_WORDS:
        return {}
    label = Cell(line, words[0].start, words[-1].end)
    lettered = any(map(str.isalpha, label.text)) and not marks.starts_lower(label.text)
    if not (lettered or labelled) or _is_sentence(label.text):
        return {}
    return {place: [cell] for place, cell in enumerate((label, *figures))}


def _thousands_joined(row: Row) -> Row:
    """Return a row with figures of four digits and more, "1 204", as one."""
    cells: list[Cells] = []
    for _, cell in sorted(row.items()):
        above = cells[-1][0] if len(cells) > 1 else None
        if above and _UP_TO_999.fullmatch(above.text) and _THOUSANDS.fullmatch(cell[0].text):
            cells[-1] = [Cell(above.line, above.start, cell[0].end)]
        else:
            cells.append(cell)
    return dict(enumerate(cells))


def _is_sentence(text: str) -> bool:
    return marks.ends_sentence(text) or text.endswith((",", "г.", "№"))


def _is_whole(text: str) -> bool:
    """Tell whether a line ends a sentence; "2029 г." may name a column."""
    return marks.ends_sentence(text) and not text.endswith(" г.")


def _is_label(line: RawLine) -> bool:
    text = line.text.strip()
    short = len(text) < _LONGEST_LABEL and not line.blank_before
    return short and not marks.ends_sentence(text) and not any(map(str.isdigit, text))


def _whole(line: RawLine) -> Cells:
    text = line.text
    return [Cell(line, len(text) - len(text.lstrip()), len(text.rstrip()))]


def header(lines: Sequence[RawLine], index: int, width: int) -> list[Row]:
    """Return the row of column names above a line, told by capital letters or years, or nothing.

    Names that are more than the columns share the first: "Вид Район | Общо | …".
    """
    line = lines[index - 1]
    if _is_whole(line.text.strip()):
        return []
    for name in (_NAME, rf"{_NAME}|\d{{4}}\b"):
        starts = [found.start() for found in re.finditer(rf"(?<!\S)(?:{name})", line.text)]
        if width <= len(starts) <= width + (width > 2) and not line.text[: starts[0]].strip():
            del starts[1 : 1 + len(starts) - width]
            ends = [*starts[1:], len(line.text)]
            return [
                {
                    place: [Cell(line, start, start + len(line.text[start:end].rstrip()))]
                    for place, (start, end) in enumerate(zip(starts, ends, strict=True))
                }
            ]
    return []


def stacked_rows(lines: Sequence[RawLine], index: int) -> tuple[list[Row], int]:
    """Return the rows of a table from a line on if each cell is a line, and their lines.

    In every row but the first, which names the columns, a label stands before figures.
    """
    if not _is_name(lines[index]):
        return [], 1
    figures = [_is_figure(line) for line in lines[index : index + 2 * _WIDEST]]
    if True not in figures:
        return [], 1
    first = figures.index(True)
    after = (number for number in range(first, len(figures)) if not figures[number])
    width = next(after, len(figures)) - first + 1
    # The names of the columns are figures, too, where they are years.
    start = first - 1 if first == 1 else first - 1 - width
    if start != 0 or width > _WIDEST:
        return [], 1
    count = 0
    while _is_row(lines[index + count :][:width], width, head=not count and first > 1):
        count += width
    rows = [
        {place: _whole(lines[index + at + place]) for place in range(width)}
        for at in range(0, count, width)
    ]
    enough = len(rows) - (first > 1) >= (FEWEST_PAIRS if width == 2 else FEWEST_ROWS)
    return (rows, count) if enough else ([], 1)


def _is_row(lines: Sequence[RawLine], width: int, *, head: bool) -> bool:
    if len(lines) < width or any(line.blank_before > MOST_BLANK for line in lines[1:]):
        return False
    return _is_name(lines[0]) and all(
        _is_name(line) if head else _is_figure(line) for line in lines[1:]
    )


def _is_name(line: RawLine) -> bool:
    text = line.text.strip()
    return len(text) < _LONGEST_LABEL and not _is_whole(text) and not _is_figure(line)


def _is_figure(line: RawLine) -> bool:
    return _LONE_FIGURE.fullmatch(line.text.strip()) is not None
