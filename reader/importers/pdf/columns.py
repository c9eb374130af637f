"""The order of reading on a page: columns and tables by the white rivers between them.

A river is a strip of white that runs down through several bands with text on both sides. A page is
cut at its longest river into what stands above, the columns from left to right, and what stands
below, and each part in the same way again (an X-Y cut). Where the parts beside a river are not
running text, they are a table.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from statistics import median

from reader.importers.pdf.cells import table_of
from reader.importers.pdf.strips import (
    NARROWEST_GUTTER,
    Band,
    Line,
    Strip,
    Table,
    bands_of,
    lines_of_band,
)
from reader.model.raw import Box

# Running text has lines of so many letters that fill so much of their column.
_LEAST_LETTERS = 14
_LEAST_FILLED = 0.65
# A river this wide (letter sizes) needs few lines beside it, a narrower one more.
_WIDE = 1.2
# Bold names of columns above it make a river surer.
_WIDE_NAMED = 0.8
_FEW_LINES, _MORE_LINES = 2, 5
_FEW_SHARED = 0.4
_SAME_LINE = 0.06
_MOST_RIVERS = 24
_MOST_TRIED = 6
_SAME_RIVER = 0.6
_DEEPEST = 12
# Rows of a table without lines leave less than this free between them (letter sizes).
_FAR = 2.5
# What stands so far (letter sizes) above a column's neighbour is not beside it.
_OWN_LINE = 2.5
# Justified lines end so near each other (points); so many of the lines do.
_SAME_EDGE = 2.0
_JUSTIFIED = 0.3


@dataclass(frozen=True, slots=True)
class River:
    """A white strip from `left` to `right` (points) through the bands `start` to `end`.

    Counted are the bands with text on its left, on its right, and on both sides.
    """

    left: float
    right: float
    start: int
    end: int
    on_left: int = 0
    on_right: int = 0
    on_both: int = 0

    @property
    def strength(self) -> tuple[int, int, float]:
        """How surely it is one: by lines beside it, then by its width."""
        return min(self.on_left, self.on_right), self.on_both, self.right - self.left


def in_order(strips: list[Strip], rules: tuple[Box, ...]) -> Iterator[Line | Table]:
    """Yield the lines and tables of a page, or of a part of it, in the order of reading."""
    yield from _ordered(bands_of(strips), rules, 0)


def _ordered(bands: list[Band], rules: tuple[Box, ...], depth: int) -> Iterator[Line | Table]:
    cut = _cut(bands, rules) if depth < _DEEPEST and len(bands) > 1 else None
    if cut is None:
        full = _full_edge(bands)
        for band in bands:
            yield from _plain(band, full)
        return
    above, middle, below = cut
    yield from _ordered(above, rules, depth + 1)
    if isinstance(middle, Table):
        yield middle
    else:
        for column in middle:
            yield from _ordered(bands_of(column), rules, depth + 1)
    yield from _ordered(below, rules, depth + 1)


_Columns = list[list[Strip]]
_Cut = tuple[list[Band], _Columns | Table, list[Band]]


def _full_edge(bands: list[Band]) -> float:
    """Return the right edge that justified lines share, or infinity where none do."""
    edges = [band[-1].right for band in bands]
    full = sum(abs(edge - max(edges)) < _SAME_EDGE for edge in edges)
    return max(edges) if full > _FEW_LINES and full >= _JUSTIFIED * len(edges) else inf


def _plain(band: Band, full: float) -> Iterator[Line | Table]:
    """Yield the lines of a band; a table stands in it as one strip.

    A justified line that reaches the edge `full` is one, however wide its spaces.
    """
    if abs(band[-1].right - full) < _SAME_EDGE and not any(strip.table for strip in band):
        yield [letter for strip in band for letter in strip.letters]
        return
    beside: Band = []
    for strip in band:
        if strip.table is None:
            beside.append(strip)
            continue
        if beside:
            yield from lines_of_band(beside)
            beside = []
        yield strip.table
    if beside:
        yield from lines_of_band(beside)


def _cut(bands: list[Band], rules: tuple[Box, ...]) -> _Cut | None:
    rivers = sorted(_rivers(bands), key=lambda river: river.strength, reverse=True)
    for river in rivers[:_MOST_TRIED]:
        beside = [other for other in rivers if _runs_along(other, river)]
        if found := _columns(bands, river, beside) or _table(bands, river, beside, rules):
            return found
    return None


def _runs_along(other: River, river: River) -> bool:
    shared = min(other.end, river.end) - max(other.start, river.start) + 1
    return shared >= _SAME_RIVER * (river.end - river.start + 1)


def _rivers(bands: list[Band]) -> Iterator[River]:
    """Yield the rivers that run through the bands as far as they go."""
    narrowest = NARROWEST_GUTTER * median(strip.size for band in bands for strip in band)
    open_rivers: list[River] = []
    for index, band in enumerate(bands):
        gaps = _gaps(band)
        going_on: dict[tuple[float, float], River] = {}
        for river in (*open_rivers, River(-inf, inf, index, index)):
            pieces = [
                piece
                for gap in gaps
                if (piece := _narrowed(river, gap, index)).right - piece.left >= narrowest
            ]
            if not pieces and _is_inner(river):
                yield river
            for piece in pieces:
                going_on.setdefault((piece.left, piece.right), piece)
        open_rivers = list(going_on.values())[:_MOST_RIVERS]
    yield from filter(_is_inner, open_rivers)


def _gaps(band: Band) -> list[tuple[float, float]]:
    edges = [-inf, *(edge for strip in band for edge in (strip.left, strip.right)), inf]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _narrowed(river: River, gap: tuple[float, float], index: int) -> River:
    """Return what of a river goes on through a gap of the next band."""
    on_left, on_right = gap[0] > -inf, gap[1] < inf
    return replace(
        river,
        left=max(river.left, gap[0]),
        right=min(river.right, gap[1]),
        end=index,
        on_left=river.on_left + on_left,
        on_right=river.on_right + on_right,
        on_both=river.on_both + (on_left and on_right),
    )


def _is_inner(river: River) -> bool:
    return min(river.on_left, river.on_right) >= _FEW_LINES


def _columns(bands: list[Band], river: River, beside: list[River]) -> _Cut | None:
    """Return the cut into columns of running text, or None where it is none."""
    start, end = _without_ends(bands, river)
    strips = [strip for band in bands[start:end] for strip in band]
    size = median(strip.size for strip in strips)
    wide = river.right - river.left >= _WIDE * size
    if min(river.on_left, river.on_right) < (_FEW_LINES if wide else _MORE_LINES):
        return None
    columns = _parted(strips, _gutters(river, beside))
    if not all(_is_running_text(column) for column in columns):
        columns = _parted(strips, [river])
    enough = any if _are_apart(bands, river) else all
    if not enough(_is_running_text(column) for column in columns):
        return None
    return bands[:start], columns, bands[end:]


def _are_apart(bands: list[Band], river: River) -> bool:
    """Tell whether what stands on both sides of a river has nothing to do with each other.

    Few lines share their baselines, as the rows of a table do, or many of those that do begin
    inside a sentence, as cells do not.
    """
    if min(river.on_left, river.on_right) < _MORE_LINES:
        return False
    pairs = [
        (before, after)
        for band in bands[river.start : river.end + 1]
        for before, after in pairwise(band)
        if before.right <= river.left + 1 and after.left >= river.right - 1
    ]
    rows = [pair for pair in pairs if abs(pair[0].y - pair[1].y) < _SAME_LINE * pair[0].size]
    if len(rows) < _FEW_SHARED * min(river.on_left, river.on_right):
        return True
    inside = sum(any(strip.letters[0].text.islower() for strip in pair) for pair in rows)
    return len(rows) >= _MORE_LINES and inside > _FEW_SHARED * len(rows)


def _gutters(river: River, beside: list[River]) -> list[River]:
    """Return the rivers that do not overlap, the stronger first, from left to right."""
    kept = [river]
    for other in beside:
        if all(other.right <= known.left or other.left >= known.right for known in kept):
            kept.append(other)
    return sorted(kept, key=lambda found: found.left)


def _between(strips: list[Strip], gutters: list[River]) -> list[float]:
    """Return where the gutters lie, without those that have no strip between them."""
    middles = sorted((strip.left + strip.right) / 2 for strip in strips)
    places = [gutter.left for gutter in gutters]
    counts = [bisect(middles, place) for place in (*places, inf)]
    return [
        place for place, (here, after) in zip(places, pairwise(counts), strict=True) if after > here
    ]


def _parted(strips: list[Strip], gutters: list[River]) -> _Columns:
    columns: _Columns = [[] for _ in range(len(gutters) + 1)]
    for strip in strips:
        middle = (strip.left + strip.right) / 2
        columns[sum(middle > gutter.left for gutter in gutters)].append(strip)
    return [column for column in columns if column]


def _is_running_text(column: list[Strip]) -> bool:
    """Tell whether most lines of a column have many letters and fill its width."""
    bands = bands_of(column)
    lefts = sorted(band[0].left for band in bands)
    rights = sorted(band[-1].right for band in bands)
    few = len(bands) // 10  # a running head may stick out
    width = rights[-1 - few] - lefts[few]
    letters = median(sum(len(strip.letters) for strip in band) for band in bands)
    filled = median(band[-1].right - band[0].left for band in bands)
    return letters >= _LEAST_LETTERS and filled >= _LEAST_FILLED * width


def _without_ends(bands: list[Band], river: River) -> tuple[int, int]:
    """Return the first band of the columns, and the one after their last.

    What stands beside nothing at their top is not theirs when it is on the right; a heading at
    their foot belongs to what follows.
    """
    start, end = river.start, river.end + 1
    beside = next((i for i in range(start, end) if bands[i][0].left < river.right), start)
    if bands[beside][0].y - bands[start][0].y > _OWN_LINE * bands[start][0].size:
        start = beside
    if end < len(bands):
        while end > start and bands[end - 1][-1].right <= river.left and _is_bold(bands[end - 1]):
            end -= 1
    return (start, end) if end - start > 1 else (river.start, river.end + 1)


def _is_bold(band: Band) -> bool:
    return all(letter.style.bold for strip in band for letter in strip.letters)


def _is_wide(bands: list[Band], river: River, size: float) -> bool:
    """Tell whether most gaps that a river runs through are wide, or no spaces."""
    through = bands[river.start : river.end + 1]
    across = [
        (before, after)
        for band in through
        for before, after in pairwise(band)
        if before.right <= river.left + 1 and after.left >= river.right - 1
    ]
    named = _is_bold(through[0]) and not _is_bold(through[-1])
    gap = median(after.left - before.right for before, after in across)
    if gap >= (_WIDE_NAMED if named else _WIDE) * size:
        return True
    inside = any(x.spaced for band in through for strip in band for x in strip.letters[1:])
    return inside and not any(after.letters[0].spaced for _, after in across)


def _unbroken(bands: list[Band], river: River) -> tuple[int, int]:
    """Return the longest stretch of a river's bands in which none stands far from the next."""
    stretches = [[river.start]]
    for index in range(river.start + 1, river.end + 1):
        above, below = bands[index - 1][0], bands[index][0]
        if below.top - above.y > _FAR * below.size:
            stretches.append([])
        stretches[-1].append(index)
    longest = max(stretches, key=len)
    return longest[0], longest[-1] + 1


def _table(
    bands: list[Band], river: River, beside: list[River], rules: tuple[Box, ...]
) -> _Cut | None:
    size = median(strip.size for band in bands[river.start : river.end + 1] for strip in band)
    if river.on_both < _FEW_LINES or not _is_wide(bands, river, size):
        return None
    start, end = _unbroken(bands, river)
    strips = [strip for band in bands[start:end] for strip in band]
    gutters = _between(strips, _gutters(river, beside))
    found = table_of(bands[start:end], gutters, rules) if gutters else None
    if found is None:
        return None
    first, last, cells = found
    return bands[: start + first], cells, bands[start + last + 1 :]
