"""Rows and cells of a table without a drawn grid: bands whose strips stand in the same columns."""

from itertools import pairwise
from statistics import median

from reader.importers.pdf.strips import Band, Line, Strip, Table, lines_of_band
from reader.model.raw import Box

# Shares of the letter size: bands so near overlap; lines of a cell are rarely further apart.
_OVERLAPPING = 0.9
_SINGLE_SPACED = 1.4
_LINE_SPACED = 1.7
# A line of a cell is nearer to the next than this share of the distance of rows.
_NEARER = 0.9
_SAME_PITCH = 1.05
_ALIGNED = 4.0  # points
_MOSTLY_ALIGNED = 0.6
_FEWEST_ROWS = 2
# Two rows of so many columns are a table without names, too: one that goes on.
_MANY_GUTTERS = 3
# "1." and a wide gap are a list item, not a column.
_LONGEST_MARKER = 3


def table_of(
    bands: list[Band], gutters: list[float], rules: tuple[Box, ...], *, at_top: bool
) -> tuple[int, int, Table] | None:
    """Return the first and last band of a table among the bands, and its cells, or None.

    What stands at the top of a page or column may be the rest of a table without its header.
    """
    full = [index for index, band in enumerate(bands) if len(_filled(band, gutters)) > 1]
    if len(full) < _FEWEST_ROWS:
        return None
    first, last = full[0], full[-1]
    while first > 0 and _overlap(bands[first - 1], bands[first]):
        first -= 1
    groups = _groups(bands[first : last + 1], gutters, _across(rules, bands[first : last + 1]))
    end = last + 1
    while end < len(bands) and _goes_on(bands, end, groups, gutters):
        groups[-1].append(bands[end])
        end += 1
    rows = [_row(group, gutters) for group in groups]
    headed = _is_bold(rows[0])
    sure = headed or len(gutters) >= _MANY_GUTTERS - at_top
    if len(rows) < (_FEWEST_ROWS if sure else _FEWEST_ROWS + 1) or _is_list(rows):
        return None
    if not _are_aligned(rows[headed:]):
        return None
    return first, end - 1, Table([[_lines(cell) for cell in row] for row in rows])


def _is_bold(row: list[list[Band]]) -> bool:
    """Tell whether a row is all bold: it names the columns."""
    return all(x.style.bold for cell in row for band in cell for part in band for x in part.letters)


def _filled(band: Band, gutters: list[float]) -> set[int]:
    return {_column(strip, gutters) for strip in band}


def _column(strip: Strip, gutters: list[float]) -> int:
    return sum((strip.left + strip.right) / 2 > gutter for gutter in gutters)


def _across(rules: tuple[Box, ...], bands: list[Band]) -> list[float]:
    """Return the heights of the lines drawn between these bands."""
    top, foot = bands[0][0].top, bands[-1][0].y
    left = min(band[0].left for band in bands)
    right = max(band[-1].right for band in bands)
    return sorted(
        rule.top
        for rule in rules
        if top < rule.top < foot
        and rule.right - rule.left > rule.bottom - rule.top
        and rule.left < right
        and rule.right > left
    )


def _groups(bands: list[Band], gutters: list[float], rules: list[float]) -> list[list[Band]]:
    """Return the bands of each row."""
    groups: list[list[Band]] = [[bands[0]]]
    for band in bands[1:]:
        if _overlap(groups[-1][-1], band):
            groups[-1].append(band)
        else:
            groups.append([band])
    ruled = [_ruled_apart(above, below, rules) for above, below in pairwise(groups)]
    if sum(ruled) >= _FEWEST_ROWS or (ruled and all(ruled)):
        return _joined(groups, [not apart for apart in ruled])
    return _joined(groups, _continued(groups, gutters))


def _overlap(above: Band, below: Band) -> bool:
    return below[0].y - above[0].y < _OVERLAPPING * below[0].size


def _ruled_apart(above: list[Band], below: list[Band], rules: list[float]) -> bool:
    """Tell whether a line is drawn between two groups; one just under the letters underlines."""
    high, low = above[-1][0].y, below[0][0].y - 0.5 * below[0][0].size
    return any(high < rule < low for rule in rules)


def _joined(groups: list[list[Band]], goes_on: list[bool]) -> list[list[Band]]:
    joined = [groups[0]]
    for group, on in zip(groups[1:], goes_on, strict=True):
        if on:
            joined[-1] = joined[-1] + group
        else:
            joined.append(group)
    return joined


def _continued(groups: list[list[Band]], gutters: list[float]) -> list[bool]:
    """Tell of each group but the first whether it goes on the row above.

    The lines of a cell stand nearer to each other than rows do; a group that fills fewer columns
    than rows do is such a line.
    """
    columns = [set[int]().union(*(_filled(band, gutters) for band in group)) for group in groups]
    most = max(map(len, columns))
    whole = [len(found) == most for found in columns]
    inside = [_goes_on_inside(group) for group in groups]
    capital = 2 * sum(_begins_small(group) for group in groups) < len(groups)
    rest = [
        small or (capital and _begins_small(group)) or (0 not in found and 2 * len(found) < most)
        for small, group, found in zip(inside, groups, columns, strict=True)
    ]
    gaps = [below[0][0].y - above[-1][0].y for above, below in pairwise(groups)]
    pitches = [
        gap
        for gap, all_, small in zip(gaps, whole[1:], inside[1:], strict=True)
        if all_ and not small
    ]
    size = groups[0][0][0].size
    pitch = median(pitches) if pitches else _SINGLE_SPACED * size / _NEARER
    found: list[bool] = []
    for index, gap in enumerate(gaps):
        below = gaps[index + 1] if index + 1 < len(gaps) else gap
        near = gap < _NEARER * pitch or (gap <= _SINGLE_SPACED * size and gap < below)
        if whole[index + 1]:
            # The first line of this row may be a part of it that stands alone above.
            first = not whole[index] and not (found and found[-1])
            found.append(near and (first or inside[index + 1]))
        else:
            goes_on = rest[index + 1] and gap <= _SAME_PITCH * pitch
            found.append(goes_on or (near and gap <= below + 1))
    return found


def _goes_on_inside(group: list[Band]) -> bool:
    """Tell whether all cells of a group begin with a small letter."""
    return all(strip.letters[0].text.islower() for band in group for strip in band)


def _begins_small(group: list[Band]) -> bool:
    """Tell whether the cell furthest left begins with a small letter."""
    first = min((strip for band in group for strip in band), key=lambda strip: strip.left)
    return first.letters[0].text.islower()


def _goes_on(bands: list[Band], index: int, groups: list[list[Band]], gutters: list[float]) -> bool:
    """Tell whether a band below the last row is the last line of one of its cells."""
    gap = bands[index][0].y - bands[index - 1][0].y
    pitches = [below[0][0].y - above[-1][0].y for above, below in pairwise(groups)]
    if not pitches or gap >= _LINE_SPACED * bands[index][0].size:
        return False
    begins_inside = len(_filled(bands[index], gutters)) <= len(gutters) and all(
        strip.letters[0].text.islower() and not any(strip.left < x < strip.right for x in gutters)
        for strip in bands[index]
    )
    return gap < (_SAME_PITCH if begins_inside else _NEARER) * min(pitches)


def _row(group: list[Band], gutters: list[float]) -> list[list[Band]]:
    """Return the bands of each cell of a row, empty cells too."""
    cells: list[list[Band]] = [[] for _ in range(len(gutters) + 1)]
    for band in group:
        parts: dict[int, Band] = {}
        for strip in band:
            parts.setdefault(_column(strip, gutters), []).append(strip)
        for column, part in parts.items():
            cells[column].append(part)
    return cells


def _lines(cell: list[Band]) -> list[Line]:
    return [line for band in cell for line in lines_of_band(band)]


def _is_list(rows: list[list[list[Band]]]) -> bool:
    markers = [sum(len(strip.letters) for strip in band) for row in rows for band in row[0]]
    return len(rows[0]) == 2 and bool(markers) and max(markers) <= _LONGEST_MARKER


def _are_aligned(rows: list[list[list[Band]]]) -> bool:
    """Tell whether the cells of most columns share their left edge, right edge or middle."""
    columns = range(len(rows[0]))
    aligned = [_share_an_edge([row[at] for row in rows if row[at]]) for at in columns]
    return sum(aligned) >= _MOSTLY_ALIGNED * len(aligned)


def _share_an_edge(cells: list[list[Band]]) -> bool:
    if not cells:
        return True
    lefts = [min(band[0].left for band in cell) for cell in cells]
    rights = [max(band[-1].right for band in cell) for cell in cells]
    middles = [(left + right) / 2 for left, right in zip(lefts, rights, strict=True)]
    return any(
        sum(abs(edge - median(edges)) < _ALIGNED for edge in edges) >= _MOSTLY_ALIGNED * len(edges)
        for edges in (lefts, rights, middles)
    )
