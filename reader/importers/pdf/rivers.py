"""White rivers: strips of white that run down through bands with text on both sides."""

from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from reader.importers.pdf.strips import NARROWEST_GUTTER, Band, Strip
from reader.model.raw import Box

# A river this wide (letter sizes) needs few lines beside it, a narrower one more.
WIDE = 1.2
# Bold names of columns above it make a river surer, lines drawn across it more so.
_WIDE_NAMED = 0.75
_FEWEST_RULES = 2
FEW_LINES, MORE_LINES = 2, 5
_FEW_SHARED = 0.4
_SAME_LINE = 0.06
_MOST_RIVERS = 24
_SAME_RIVER = 0.6
# Cells of one column do not begin quite alike, so a river is narrower than its gaps.
_NARROWER = 0.9
# Rows of a table without lines leave less than this free between them (letter sizes).
_FAR = 2.5
# Notes under a table are so much smaller.
_SMALLER = 0.85


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


def rivers_of(bands: list[Band]) -> Iterator[River]:
    """Yield the rivers that run through the bands as far as they go."""
    narrowest = (
        _NARROWER * NARROWEST_GUTTER * median(strip.size for band in bands for strip in band)
    )
    open_rivers: list[River] = []
    for index, band in enumerate(bands):
        gaps = _gaps(band)
        going_on: dict[tuple[float, float], River] = {}
        for river in (*open_rivers, River(-inf, inf, index, index)):
            pieces = [
                _narrowed(river, gap, index)
                for gap in gaps
                if min(river.right, gap[1]) - max(river.left, gap[0]) >= narrowest
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
    return River(
        max(river.left, gap[0]),
        min(river.right, gap[1]),
        river.start,
        index,
        river.on_left + on_left,
        river.on_right + on_right,
        river.on_both + (on_left and on_right),
    )


def _is_inner(river: River) -> bool:
    return min(river.on_left, river.on_right) >= FEW_LINES


def runs_along(other: River, river: River) -> bool:
    """Tell whether two rivers run through mostly the same bands."""
    shared = min(other.end, river.end) - max(other.start, river.start) + 1
    return shared >= _SAME_RIVER * (river.end - river.start + 1)


def gutters_of(river: River, beside: list[River]) -> list[River]:
    """Return the rivers that do not overlap, the stronger first, from left to right."""
    kept = [river]
    for other in beside:
        if all(other.right <= known.left or other.left >= known.right for known in kept):
            kept.append(other)
    return sorted(kept, key=lambda found: found.left)


def gutters_between(bands: list[Band], gutters: list[River]) -> list[float]:
    """Return where the gutters lie, without those that part no band.

    Names of columns on the left and numbers on the right, never in one band, are one column: where
    names reach over a gutter it is surely none.
    """
    strips = [strip for band in bands for strip in band]
    crossed = {
        gutter.left
        for gutter in gutters
        if any(x.left < gutter.left - 1 and x.right > gutter.right + 1 for x in strips)
    }
    places = [gutter.left for gutter in gutters]
    filled = [sorted(map(_middle, band)) for band in bands]
    return _parting(_parting(places, filled, crossed), filled, set(places))


def _parting(places: list[float], filled: list[list[float]], doubted: set[float]) -> list[float]:
    """Return the places, without the doubted ones that no band has strips on both sides of."""
    kept: list[float] = []
    for place, after in pairwise((*places, inf)):
        start = kept[-1] if kept else -inf
        if place not in doubted or any(
            bisect(middles, place) > bisect(middles, start)
            and bisect(middles, after) > bisect(middles, place)
            for middles in filled
        ):
            kept.append(place)
    return kept


def _middle(strip: Strip) -> float:
    return (strip.left + strip.right) / 2


def parted(strips: list[Strip], gutters: list[River]) -> list[list[Strip]]:
    """Return the strips of each column between the gutters, empty columns left out."""
    columns: list[list[Strip]] = [[] for _ in range(len(gutters) + 1)]
    for strip in strips:
        columns[sum(_middle(strip) > gutter.left for gutter in gutters)].append(strip)
    return [column for column in columns if column]


def are_apart(bands: list[Band], river: River) -> bool:
    """Tell whether what stands on both sides of a river has nothing to do with each other.

    Few lines share their baselines, as the rows of a table do, or many of those that do begin
    inside a sentence, as cells do not.
    """
    if min(river.on_left, river.on_right) < MORE_LINES:
        return False
    if share_few_lines(bands, river):
        return True
    rows = _rows(bands, river)
    inside = sum(any(strip.letters[0].text.islower() for strip in pair) for pair in rows)
    return len(rows) >= MORE_LINES and inside > _FEW_SHARED * len(rows)


def share_few_lines(bands: list[Band], river: River) -> bool:
    """Tell whether few lines beside a river share a baseline with one on its other side."""
    return len(_rows(bands, river)) < _FEW_SHARED * min(river.on_left, river.on_right)


def _rows(bands: list[Band], river: River) -> list[tuple[Strip, Strip]]:
    return [
        pair
        for pair in _across(bands, river)
        if abs(pair[0].y - pair[1].y) < _SAME_LINE * pair[0].size
    ]


def _across(bands: list[Band], river: River) -> list[tuple[Strip, Strip]]:
    """Return the strips on the left and right of a river, where both are."""
    return [
        (before, after)
        for band in bands[river.start : river.end + 1]
        for before, after in pairwise(band)
        if before.right <= river.left + 1 and after.left >= river.right - 1
    ]


def is_wide(bands: list[Band], river: River, size: float, rules: tuple[Box, ...]) -> bool:
    """Tell whether most gaps that a river runs through are wide, or no spaces."""
    through = bands[river.start : river.end + 1]
    if _is_ruled(through, river, rules):
        return True
    across = _across(bands, river)
    named = is_bold(across[0]) and not is_bold(across[-1])
    gap = median(after.left - before.right for before, after in across)
    if gap >= (_WIDE_NAMED if named else WIDE) * size:
        return True
    inside = any(x.spaced for band in through for strip in band for x in strip.letters[1:])
    return inside and not any(after.letters[0].spaced for _, after in across)


def _is_ruled(through: list[Band], river: River, rules: tuple[Box, ...]) -> bool:
    """Tell whether lines are drawn across a river above, between or below its bands."""
    top, foot = through[0][0].y - 2 * through[0][0].size, through[-1][0].y + through[-1][0].size
    heights = {
        round(rule.top)
        for rule in rules
        if rule.left < river.left < river.right < rule.right and top < rule.top < foot
    }
    return len(heights) >= _FEWEST_RULES


def unbroken(bands: list[Band], river: River) -> tuple[int, int]:
    """Return the longest stretch of a river's bands, none far from the next or of smaller type."""
    stretches = [[river.start]]
    for index in range(river.start + 1, river.end + 1):
        above, below = bands[index - 1][0], bands[index][0]
        if below.top - above.y > _FAR * below.size or below.size < _SMALLER * above.size:
            stretches.append([])
        stretches[-1].append(index)
    longest = max(stretches, key=len)
    return longest[0], longest[-1] + 1


def is_bold(band: Iterable[Strip]) -> bool:
    """Tell whether all letters of a band, or of some strips of it, are bold."""
    return all(letter.style.bold for strip in band for letter in strip.letters)
