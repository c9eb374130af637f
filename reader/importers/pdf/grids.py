"""Tables with a drawn grid: their cells are what the ruling lines enclose."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.importers.pdf.strips import Strip, Table, bands_of, lines_of_band, strip
from reader.model.raw import Box

# Points: lines that end so near touch; lines so near are one.
_TOUCHING = 2.5
_SAME_LINE = 3.0
_LEAST_FILLED = 0.5
# Two rows of two columns have six lines, as has one row of three, of a table that goes on.
_FEWEST_LINES = 5


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the lines of a grid stand, from the left and from the top, in points."""

    xs: list[float]
    ys: list[float]

    def cell(self, found: Strip) -> tuple[int, int] | None:
        """Return the row and column that a strip begins in, or None."""
        x = found.left + min(found.size, found.right - found.left) / 2
        y = found.y - 0.3 * found.size
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        inside = 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1
        return (row, column) if inside else None


def with_grids(strips: list[Strip], rules: Iterable[Box]) -> list[Strip]:
    """Return the strips with those inside a grid made one strip that holds the table."""
    for grid in _grids(rules):
        strips = [part for found in strips for part in _cut_at(found, grid)]
        places = [grid.cell(found) for found in strips]
        inside = [found for found, place in zip(strips, places, strict=True) if place]
        table = _table(grid, inside)
        if table is None:
            continue
        outside = [found for found, place in zip(strips, places, strict=True) if not place]
        letters = [letter for found in inside for letter in found.letters]
        strips = [*outside, strip(letters, table)]
    return strips


def _cut_at(found: Strip, grid: Grid) -> Iterator[Strip]:
    """Yield the parts of a strip that goes on over an upright line between two letters."""
    inside = grid.ys[0] < found.y < grid.ys[-1]
    xs = [x for x in grid.xs if found.left < x < found.right] if inside else []
    letters = found.letters
    for x in xs:
        before = [letter for letter in letters if (letter.left + letter.right) / 2 < x]
        letters = letters[len(before) :]
        clear = before and letters and max(x.right for x in before) <= letters[0].left
        if clear:
            yield strip(before)
        else:
            letters = before + letters
    yield strip(letters, found.table) if xs else found


def _grids(rules: Iterable[Box]) -> list[Grid]:
    grids = []
    for component in _components(rules):
        xs = _merged(rule.left for rule in component if _is_upright(rule))
        ys = _merged(rule.top for rule in component if not _is_upright(rule))
        if len(xs) > 2 and len(xs) + len(ys) > _FEWEST_LINES:
            grids.append(Grid(xs, ys))
    return grids


def _is_upright(rule: Box) -> bool:
    return rule.bottom - rule.top > rule.right - rule.left


def _components(rules: Iterable[Box]) -> list[list[Box]]:
    """Return the rules in groups that touch, going down the page once."""
    done: list[list[Box]] = []
    growing: list[tuple[Box, list[Box]]] = []
    for rule in sorted(rules, key=lambda box: box.top):
        still = []
        area, members = rule, [rule]
        for other, found in growing:
            if other.bottom + _TOUCHING < rule.top:
                done.append(found)
            elif other.left - _TOUCHING <= area.right and area.left <= other.right + _TOUCHING:
                area, members = _around(area, other), found + members
            else:
                still.append((other, found))
        growing = [*still, (area, members)]
    return done + [found for _, found in growing]


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def _merged(places: Iterable[float]) -> list[float]:
    merged: list[float] = []
    for place in sorted(places):
        if not merged or place - merged[-1] > _SAME_LINE:
            merged.append(place)
    return merged


def _table(grid: Grid, strips: list[Strip]) -> Table | None:
    """Return the cells of a grid without its empty rows and columns, or None."""
    found: dict[tuple[int, int], list[Strip]] = {}
    for inside in strips:
        place = grid.cell(inside)
        if place:
            found.setdefault(place, []).append(inside)
    rows = sorted({row for row, _ in found})
    columns = sorted({column for _, column in found})
    if (
        len(columns) < 2
        or len(rows) + len(columns) < _FEWEST_LINES - 1
        or len(found) < _LEAST_FILLED * len(rows) * len(columns)
    ):
        return None
    return Table(
        [
            [
                [
                    line
                    for band in bands_of(found.get((row, column), []))
                    for line in lines_of_band(band)
                ]
                for column in columns
            ]
            for row in rows
        ]
    )
