"""Columns that a copy with layout shows side by side, read one after the other."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from reader.model.raw import RawDocument, RawLine, Repair
from reader.repair.knowledge import Knowledge
from reader.repair.measure import is_wrap
from reader.repair.runs import part, with_runs
from reader.repair.step import Done, made

_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
# At least so many lines have text on both sides of the space between two columns.
_FEWEST_BESIDE = 4
# Text in columns is wider than the cells of a table, and goes on from line to line.
_NARROWEST = 18
_FEWEST_WRAPS = 2
# Right columns begin at one place, but for indents; a line may be off by so much.
_OFF = 2
# A line across an edge speaks as much against it as so many lines beside it speak for it.
_CROSSING = 3
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Row:
    """A line and the number of its row, empty rows counted."""

    line: RawLine
    number: int

    @property
    def text(self) -> str:
        return self.line.text


def unfold_columns(document: RawDocument, _: Knowledge) -> Done:
    """Put the right column of a page of plain text below the left one."""
    if any(line.box for line in document.lines):
        return document, ()
    lines: list[RawLine] = []
    repairs: list[Repair] = []
    for _page, group in groupby(document.lines, key=lambda line: line.page):
        page = list(group)
        unfolded = list(_with_blanks(page[0].blank_before, _unfolded(_numbered(page))))
        if len(unfolded) > len(page):
            shown = page[0].text.strip()[:_SHOWN]
            repairs.append(made("columns", page[0], shown, shown))
        lines += unfolded
    return replace(document, lines=tuple(lines)), tuple(repairs)


def _numbered(page: list[RawLine]) -> list[_Row]:
    rows = []
    number = 0
    for line in page:
        number += 1 + line.blank_before
        rows.append(_Row(line, number))
    return rows


def _with_blanks(first: int, rows: list[_Row]) -> Iterator[RawLine]:
    """Yield the lines with the empty rows above them counted anew."""
    if rows:
        yield replace(rows[0].line, blank_before=first)
    for above, below in pairwise(rows):
        yield replace(below.line, blank_before=max(0, below.number - above.number - 1))


def _unfolded(rows: list[_Row]) -> list[_Row]:
    """Return the rows of all columns, one column after the other."""
    edge = _right_edge(rows)
    if edge is None:
        return rows
    found: list[_Row] = []
    for is_beside, group in groupby(rows, key=lambda row: not _crosses(row.text, edge)):
        zone = list(group)
        sides = _sides(zone, edge) if is_beside else None
        found += zone if sides is None else (*_unfolded(sides[0]), *_unfolded(sides[1]))
    return found


def _right_edge(rows: Sequence[_Row]) -> int | None:
    """Return the edge of a column: a place that most lines leave free between two texts."""
    beside: Counter[int] = Counter()
    crossing: Counter[int] = Counter()
    for row in rows:
        text = row.text
        last = 0
        for gap in _GAP.finditer(text):
            crossing.update(range(last + _OFF, gap.start() + _OFF))
            beside.update(range(gap.start() + _OFF, gap.end() + 1))
            last = gap.end() - 1
        start = len(text) - len(text.lstrip())
        if start >= _NARROWEST:  # the lines of two columns may stand at heights of their own
            beside[start] += 1
        crossing.update(range((start if last == 0 else last + 1) + _OFF, len(text)))
    best = sorted(beside, key=lambda edge: (crossing[edge] * _CROSSING - beside[edge], -edge))
    for edge in best[:1]:
        free = [row for row in rows if not _crosses(row.text, edge)]
        if _sides(free, edge) is not None:
            return edge
    return None


def _crosses(text: str, edge: int) -> bool:
    gutter = text[max(0, edge - _OFF) : edge]
    return len(text) > edge and not gutter.isspace()


def _sides(rows: Sequence[_Row], edge: int) -> tuple[list[_Row], list[_Row]] | None:
    """Return the rows left and right of an edge, or None if these are no columns of text."""
    left, right = [], []
    beside = 0
    above = ""
    for row in rows:
        cut = min(len(row.text), max(0, edge - _OFF))
        before, after = row.text[:cut].rstrip(), row.text[cut:]
        beside += bool((before.strip() or above) and after.strip())
        above = before.strip() if not after.strip() else ""
        if before.strip():
            left.append(_part(row, 0, len(before)))
        if after.strip():
            right.append(_part(row, cut, len(row.text)))
    if beside < _FEWEST_BESIDE or not (_is_column(left) and _is_column(right)):
        return None
    return left, right


def _part(row: _Row, start: int, end: int) -> _Row:
    return _Row(with_runs(row.line, part(row.line.runs, start, end)), row.number)


def _is_column(rows: Sequence[_Row]) -> bool:
    """Tell whether lines are those of running text: wide, and going on into the next."""
    texts = [row.text.strip() for row in rows]
    wraps = sum(is_wrap(*pair) for pair in pairwise(texts))
    return wraps >= _FEWEST_WRAPS and median(map(len, texts)) >= _NARROWEST
