"""Which areas of links belong to which stretches of letters that look like links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.importers.pdf.annotations import LinkArea
from reader.model.raw import Box

SLACK = 1.0  # points
# Areas and lines are looked up by bands of the page so high, in points.
BAND = 24
_MOST_BANDS = 1000
# A stretch belongs to an area if so much of it lies there.
_LEAST_IN_AREA = 0.5
# An area may be moved by one line, which is so many heights of a line.
_LINE = 1.8


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of one line that look like one link: those from `start` to `end`."""

    line: int
    start: int
    end: int
    box: Box


class Claims:
    """Which areas belong to which stretches: each area to the one it covers most of."""

    def __init__(self, areas: Sequence[LinkArea], stretches: list[Stretch]) -> None:
        self._areas = areas
        self._stretches = stretches
        self._bands: dict[int, list[int]] = defaultdict(list)
        for index, stretch in enumerate(stretches):
            for band in bands(stretch.box):
                self._bands[band].append(index)
        self._claims: dict[int, list[int]] = defaultdict(list)
        self._without: list[int] = []
        for index in range(len(areas)):
            self._claim(index)
        self._shift()

    def of(self, stretch: int) -> list[int]:
        """Return the areas of a stretch from left to right."""
        return sorted(self._claims.get(stretch, ()), key=lambda area: self._areas[area].box.left)

    def without_stretch(self) -> list[int]:
        """Return the areas that belong to no stretch."""
        return self._without

    def _near(self, box: Box) -> list[int]:
        return sorted({index for band in bands(box) for index in self._bands.get(band, ())})

    def _claim(self, index: int) -> None:
        box = self._areas[index].box
        found = [
            stretch
            for stretch in self._near(box)
            if _shares_line(box, self._stretches[stretch].box)
            and overlap(box, self._stretches[stretch].box) > 0
        ]
        if not found:
            self._without.append(index)
        for stretches in _by_line(self._stretches, found):
            self._claims_of_line(index, stretches)

    def _claims_of_line(self, index: int, stretches: list[int]) -> None:
        """Claim the stretches of a line that lie wholly in the area, or else the one most in it."""
        box = self._areas[index].box
        shares = {
            stretch: overlap(box, self._stretches[stretch].box)
            / max(1.0, self._stretches[stretch].box.right - self._stretches[stretch].box.left)
            for stretch in stretches
        }
        for stretch, share in shares.items():
            if share >= _LEAST_IN_AREA or share == max(shares.values()):
                self._claims[stretch].append(index)

    def _shift(self) -> None:
        """Let areas without a stretch claim one without an area a line above or below."""
        left = []
        for index in self._without:
            box = self._areas[index].box
            free = [
                stretch
                for stretch in self._near(_taller(box))
                if stretch not in self._claims and self._is_shifted(box, stretch)
            ]
            if len(free) == 1:
                self._claims[free[0]].append(index)
            else:
                left.append(index)
        self._without = left

    def _is_shifted(self, box: Box, stretch: int) -> bool:
        other = self._stretches[stretch].box
        height = other.bottom - other.top
        distance = abs((box.top + box.bottom) - (other.top + other.bottom)) / 2
        width = max(box.right - box.left, other.right - other.left)
        return distance < _LINE * height and overlap(box, other) > _LEAST_IN_AREA * width


def _by_line(stretches: list[Stretch], found: list[int]) -> Iterator[list[int]]:
    for _, group in groupby(found, key=lambda index: stretches[index].line):
        yield list(group)


def bands(box: Box) -> Iterable[int]:
    """Return the bands of the page that a box touches."""
    first = int(max(0.0, box.top - SLACK) // BAND)
    last = int(min(max(0.0, box.bottom + SLACK), BAND * _MOST_BANDS) // BAND)
    return range(first, last + 1)


def _taller(box: Box) -> Box:
    height = _LINE * (box.bottom - box.top)
    return Box(box.left, box.top - height, box.right, box.bottom + height)


def _shares_line(area: Box, line: Box) -> bool:
    middle = (line.top + line.bottom) / 2
    return area.top - SLACK <= middle <= area.bottom + SLACK


def overlap(one: Box, other: Box) -> float:
    """Return how many points two boxes share from left to right; below 0, their distance."""
    return min(one.right, other.right) - max(one.left, other.left)
