"""The order of reading on a page: columns and tables by the white rivers between them.

A page is cut at its surest river into what stands above, the columns from left to right, and what
stands below, and each part in the same way again (an X-Y cut). Where the parts beside a river are
not running text, they are a table.
"""

from collections.abc import Iterator
from statistics import median

from reader.importers.pdf.cells import table_of
from reader.importers.pdf.rivers import (
    FEW_LINES,
    MORE_LINES,
    WIDE,
    River,
    are_apart,
    gutters_between,
    gutters_of,
    is_bold,
    is_wide,
    parted,
    rivers_of,
    runs_along,
    share_few_lines,
    unbroken,
)
from reader.importers.pdf.spanning import tables_across
from reader.importers.pdf.strips import Band, Line, Strip, Table, bands_of, lines_of_band
from reader.model.raw import Box

# Running text has lines of so many letters that fill so much of their column.
_LEAST_LETTERS = 14
_LEAST_FILLED = 0.65
_MOST_TRIED = 6
# No page has more columns and tables; the bound keeps the time for odd pages in proportion.
_MOST_CUTS = 60
# What stands so far (letter sizes) above a column's neighbour is not beside it.
_OWN_LINE = 2.5
# Justified lines end so near each other (points); so many of the lines do.
_SAME_EDGE = 2.0
_JUSTIFIED = 0.3

_Columns = list[list[Strip]]
_Cut = tuple[list[Band], _Columns | Table, list[Band]]


class ReadingOrder:
    """Puts the pages of a document in order; the gutters of one page serve the next ones too.

    A last page may have too few lines beside its gutter to tell it for sure.
    """

    def __init__(self) -> None:
        self._gutters: list[River] = []
        self._full: list[float] = []
        self._rules: tuple[Box, ...] = ()
        self._cuts = 0

    def of(self, strips: list[Strip], rules: tuple[Box, ...]) -> Iterator[Line | Table]:
        """Yield the lines and tables of the next page in the order of reading."""
        self._rules, self._cuts, self._full = rules, 0, []
        yield from self._ordered(bands_of(strips))

    def _ordered(self, bands: list[Band]) -> Iterator[Line | Table]:
        while cut := self._cut(bands):
            above, middle, bands = cut
            yield from self._ordered(above)
            if isinstance(middle, Table):
                yield middle
            else:
                for column in middle:
                    yield from self._ordered(bands_of(column))
        full = [*self._full, *_full_edges(bands)]
        for band in bands:
            yield from _plain(band, full)

    def _cut(self, bands: list[Band]) -> _Cut | None:
        self._cuts += 1
        if len(bands) < FEW_LINES or self._cuts > _MOST_CUTS:
            return None
        rivers = sorted(rivers_of(bands), key=self._sureness, reverse=True)
        for river in rivers[:_MOST_TRIED]:
            beside = [other for other in rivers if runs_along(other, river)]
            if found := self._columns(bands, river, beside) or self._table(bands, river, beside):
                return found
        return None

    def _sureness(self, river: River) -> tuple[bool, int, int, float]:
        return (self._is_known(river), *river.strength)

    def _is_known(self, river: River) -> bool:
        return any(river.left < known.right and known.left < river.right for known in self._gutters)

    def _columns(self, bands: list[Band], river: River, beside: list[River]) -> _Cut | None:
        """Return the cut into columns of running text, or None where it is none."""
        start, end = _without_ends(bands, river)
        strips = [strip for band in bands[start:end] for strip in band]
        if self._is_known(river):
            known = [other for other in beside if self._is_known(other)]
            gutters = gutters_of(river, known)
            columns = parted(strips, gutters)
            if share_few_lines(bands, river) or any(map(_is_running_text, columns)):
                return self._table_across(bands, (start, end), gutters) or (
                    bands[:start],
                    columns,
                    bands[end:],
                )
        gutters = gutters_of(river, beside)
        if not all(map(_is_running_text, parted(strips, gutters))):
            gutters = [river]
        size = median(strip.size for strip in strips)
        wide = river.right - river.left >= WIDE * size
        if min(river.on_left, river.on_right) < (FEW_LINES if wide else MORE_LINES):
            return None
        columns = parted(strips, gutters)
        enough = any if are_apart(bands, river) else all
        if not enough(map(_is_running_text, columns)):
            return None
        self._gutters += gutters
        across = self._table_across(bands, (start, end), gutters)
        return across or (bands[:start], columns, bands[end:])

    def _table_across(
        self, bands: list[Band], beside: tuple[int, int], gutters: list[River]
    ) -> _Cut | None:
        """Return the cut at a table that parts the columns, or None where none does."""
        offset, last = beside
        strips = [strip for band in bands[offset:last] for strip in band]
        for start, end in tables_across(bands[offset:last], gutters):
            inside = bands[offset + start : offset + end]
            found = self._whole_table(inside)
            if found:
                # Below it few lines may be left to tell from that they are justified.
                for column in parted(strips, gutters):
                    self._full += _full_edges(bands_of(column))
                return bands[: offset + start], found, bands[offset + end :]
        return None

    def _whole_table(self, bands: list[Band]) -> Table | None:
        """Return the table that all of some bands are, or None where they are none."""
        if len(bands) == 1:
            return bands[0][0].table
        rivers = sorted(rivers_of(bands), key=lambda river: river.strength, reverse=True)
        for river in rivers[:_MOST_TRIED]:
            beside = [other for other in rivers if runs_along(other, river)]
            found = self._table(bands, river, beside)
            if found and isinstance(found[1], Table) and not found[0] and not found[2]:
                return found[1]
        return None

    def _table(self, bands: list[Band], river: River, beside: list[River]) -> _Cut | None:
        size = median(strip.size for band in bands[river.start : river.end + 1] for strip in band)
        if river.on_both < FEW_LINES or not is_wide(bands, river, size, self._rules):
            return None
        start, end = unbroken(bands, river)
        gutters = gutters_between(bands[start:end], gutters_of(river, beside))
        if not gutters:
            return None
        found = table_of(bands[start:end], gutters, self._rules, at_top=start == 0)
        if found is None:
            return None
        first, last, cells = found
        return bands[: start + first], cells, bands[start + last + 1 :]


def _full_edges(bands: list[Band]) -> list[float]:
    """Return the right edge that justified lines share, if they do."""
    edges = [band[-1].right for band in bands]
    full = sum(abs(edge - max(edges)) < _SAME_EDGE for edge in edges)
    return [max(edges)] if full > FEW_LINES and full >= _JUSTIFIED * len(edges) else []


def _plain(band: Band, full: list[float]) -> Iterator[Line | Table]:
    """Yield the lines of a band; a table stands in it as one strip.

    A justified line that reaches an edge of `full` is one, however wide its spaces.
    """
    is_full = any(abs(band[-1].right - edge) < _SAME_EDGE for edge in full)
    if is_full and not any(strip.table for strip in band):
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


def _stands_alone(band: Band, below: Band) -> bool:
    return below[0].y - band[0].y > _OWN_LINE * band[0].size


def _without_ends(bands: list[Band], river: River) -> tuple[int, int]:
    """Return the first band of the columns, and the one after their last.

    What stands beside nothing at their top is not theirs when it is on the right; a heading at
    their foot belongs to what follows.
    """
    start, end = river.start, river.end + 1
    beside = next((i for i in range(start, end) if bands[i][0].left < river.right), start)
    while start < beside and _stands_alone(bands[start], bands[start + 1]):
        start += 1
    if end < len(bands):
        while end > start and bands[end - 1][-1].right <= river.left and is_bold(bands[end - 1]):
            end -= 1
    return (start, end) if end - start > 1 else (river.start, river.end + 1)
