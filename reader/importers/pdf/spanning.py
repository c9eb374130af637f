"""Tables across a page of columns, alone at their height: the columns begin again below them.

Browsers level the columns above such a table, and those below it.
"""

from collections.abc import Iterator

from reader.importers.pdf.rivers import River
from reader.importers.pdf.strips import Band, Strip

# Shares of the letter size: text so near above or below a table was levelled for it.
_NEAR = 8.0
# A strip of so many letters that is alone in its column is a line of text, no cell.
_LEAST_LETTERS = 14
_FEWEST_ROWS = 2
# The lines of a cell stand nearer (letter sizes).
_SAME_CELL = 2.0


def tables_across(bands: list[Band], gutters: list[River]) -> Iterator[tuple[int, int]]:
    """Yield the first band of each stretch that may be such a table, and the one after its last."""
    start = 0
    while start < len(bands):
        home = _columns_of_cells(bands[start], gutters)
        end, rows = start + bool(home), int(bool(home))
        last = end
        while home and end < len(bands) and _is_inside(bands, end, home, gutters):
            end += 1
            if _columns_of_cells(bands[end - 1], gutters):
                rows, last = rows + 1, end
        drawn = rows and bands[start][0].table
        enough = drawn or (rows >= _FEWEST_ROWS and _is_one(bands[start:last], home, gutters))
        if enough and _is_levelled(bands, (start, last), gutters):
            yield start, last
        start = max(last, start + 1)


def _is_one(bands: list[Band], home: set[int], gutters: list[River]) -> bool:
    """Tell whether cells in several columns are one table, not one beside the other."""
    return len(home) == 1 or any(
        strip.left < gutter.right - 1 and strip.right > gutter.left + 1
        for gutter in gutters
        for band in bands
        for strip in band
    )


def _column(strip: Strip, gutters: list[River]) -> int:
    return sum((strip.left + strip.right) / 2 > gutter.left for gutter in gutters)


def _columns_of_cells(band: Band, gutters: list[River]) -> set[int]:
    """Return the columns in which a band has cells, none where another has a line of text."""
    columns = [_column(strip, gutters) for strip in band]
    if any(strip.table for strip in band):
        return set(columns) if len(band) == 1 else set()
    cells = {column for column in columns if columns.count(column) > 1}
    text = any(
        column not in cells and len(strip.letters) >= _LEAST_LETTERS
        for strip, column in zip(band, columns, strict=True)
    )
    return set() if text else cells


def _is_inside(bands: list[Band], index: int, home: set[int], gutters: list[River]) -> bool:
    """Tell whether a band goes on a table: as a row, or as a line of a cell."""
    band, above = bands[index], bands[index - 1]
    if any(strip.table for strip in (*band, *above)):
        return False
    if cells := _columns_of_cells(band, gutters):
        return not cells.isdisjoint(home)
    near = band[0].y - above[0].y < _SAME_CELL * band[0].size
    return near and home.issuperset(_column(strip, gutters) for strip in band)


def _is_levelled(bands: list[Band], stretch: tuple[int, int], gutters: list[River]) -> bool:
    """Tell whether all columns end near above a stretch, or none, and begin near below it."""
    start, end = stretch
    top = min(strip.top for strip in bands[start])
    foot = max(strip.y for strip in bands[end - 1])
    reach = _NEAR * min(strip.size for strip in bands[start])
    above = [strip for band in bands[:start] for strip in band if strip.y > top - reach]
    below = [strip for band in bands[end:] for strip in band if strip.top < foot + reach]
    if any(strip.y > top for strip in above) or any(strip.top < foot for strip in below):
        return False  # a drawn table is one band, however many stand beside it
    columns = len(gutters) + 1
    return all(
        len({_column(strip, gutters) for strip in found}) in (0, columns)
        for found in (above, below)
    )
