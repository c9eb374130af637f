"""Tables that go on over a page or column break, made one again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from reader.model.raw import Page, RawLine, Tag, TagKind

# Shares of a page's height: only running heads and feet stand between the parts.
_MARGIN = 0.13
_SAME_PLACE = 6.0  # points
_Cells = list[RawLine]


def with_whole_tables(
    lines: Sequence[RawLine], pages: Sequence[Page], *, tagged: bool = False
) -> list[RawLine]:
    """Return the lines with each part of a table that goes on joined to the part before it.

    The tables of a structure tree are counted in the document, others in their page.
    """
    whole: list[RawLine] = []
    table: _Table | None = None
    between: list[RawLine] = []
    for is_cell, group in groupby(lines, key=partial(_element, tagged=tagged)):
        found = list(group)
        if is_cell is None:
            between += found
            continue
        if table and all(_in_margin(line, pages) for line in between) and table.goes_on(found):
            table.take(found)
            continue
        whole += [*(table.lines if table else ()), *between]
        table, between = _Table(found), []
    return [*whole, *(table.lines if table else ()), *between]


def _element(line: RawLine, *, tagged: bool) -> tuple[int, int] | None:
    """Return which table of which page a line is of."""
    if line.tag is None or line.tag.kind is not TagKind.CELL:
        return None
    return 0 if tagged else line.page, line.tag.element


def _in_margin(line: RawLine, pages: Sequence[Page]) -> bool:
    height = pages[line.page].height
    box = line.box
    return box is not None and (box.bottom < _MARGIN * height or box.top > (1 - _MARGIN) * height)


@dataclass
class _Table:
    """The lines of a table found so far."""

    lines: _Cells

    def goes_on(self, part: _Cells) -> bool:
        """Tell whether a part has the same columns, on another page or further up."""
        last, first = self.lines[-1], part[0]
        if last.box is None or first.box is None:
            return False
        moved = last.page != first.page or first.box.bottom < last.box.top
        return moved and _same_columns(_edges(self.lines), _edges(part))

    def take(self, part: _Cells) -> None:
        """Add a part; a header that is printed again is left out."""
        again = _row(part, 0) == _row(self.lines, 0)
        start = _tag(self.lines[-1]).row + 1 - again - _cuts_row(part, skip=again)
        for line in part:
            tag = _tag(line)
            if again and tag.row == 0:
                placed = Tag(TagKind.ARTIFACT, 0)
            else:
                placed = replace(tag, element=_tag(self.lines[0]).element, row=tag.row + start)
            self.lines.append(replace(line, tag=placed))
        self.lines.sort(key=_place)


def _place(line: RawLine) -> tuple[int, int]:
    tag = _tag(line)
    is_cell = tag.kind is TagKind.CELL
    return (tag.row, tag.column) if is_cell else (-1, 0)


def _tag(line: RawLine) -> Tag:
    return line.tag or Tag(TagKind.CELL, 0)


def _row(lines: _Cells, row: int) -> list[str]:
    return [line.text for line in lines if _tag(line).row == row and line.tag]


def _cuts_row(part: _Cells, *, skip: bool) -> bool:
    """Tell whether the part begins inside a row: its first column is empty or goes on a word."""
    row = [line for line in part if _tag(line).row == int(skip)]
    return bool(row) and all(line.text[:1].islower() for line in row)


def _edges(lines: _Cells) -> list[tuple[float, float]]:
    """Return the left and right edge of each column, from the table's left edge on."""
    columns: dict[int, list[RawLine]] = {}
    for line in lines:
        if line.box:
            columns.setdefault(_tag(line).column, []).append(line)
    boxes = [[line.box for line in found if line.box] for _, found in sorted(columns.items())]
    left = min(box.left for box in boxes[0])
    return [
        (min(box.left for box in found) - left, max(box.right for box in found) - left)
        for found in boxes
    ]


def _same_columns(one: list[tuple[float, float]], other: list[tuple[float, float]]) -> bool:
    """Tell whether each column shares its left or its right edge."""
    return len(one) == len(other) > 1 and all(
        min(abs(a[0] - b[0]), abs(a[1] - b[1])) < _SAME_PLACE
        for a, b in zip(one, other, strict=True)
    )
