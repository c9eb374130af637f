"""Where the areas of links belong.

Some writers measure them before a line is stretched to the width of the column, others put them
a line too high.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise
from math import inf
from statistics import median
from typing import TypeAlias

from reader.importers.pdf.annotations import LinkArea
from reader.importers.pdf.letters import Letter
from reader.importers.pdf.spaces import spaced
from reader.model.raw import Box

# Points that the edge of an area and the edge of a word may differ: unstretched, as printed.
_EXACT = (1.5, 1.0)
_SLACK = 1.5
# A line is this many heights of an area away from the next, at most.
_NEXT_LINE = 2.0

Line: TypeAlias = list[Letter]
# Whether (left, right) edges of areas lie where letters are, or where they were unstretched.
_Measure: TypeAlias = tuple[bool, bool]
_AS_PRINTED = True, True


@dataclass(frozen=True, slots=True)
class _Way:
    """How the areas of a page were made: their measure, and how many lines off they lie."""

    measure: _Measure
    lines: int


_WAYS = tuple(
    _Way(measure, lines)
    for lines in (0, 1, -1)
    for measure in (_AS_PRINTED, (True, False), (False, True), (False, False))
)


@dataclass(frozen=True)
class _Row:
    """A printed line; what is costly to know of it is found when an area asks for it.

    `spaces` has the widths, in points by letter size, of spaces that nobody stretched; it is
    empty until they are needed.
    """

    letters: Line
    spaces: dict[float, float]

    @cached_property
    def middle(self) -> float:
        """Half the line's height, from the top of the page."""
        return sum(letter.top + letter.bottom for letter in self.letters) / 2 / len(self.letters)

    @cached_property
    def texts(self) -> list[str]:
        """The letters, with the spaces before them."""
        return list(spaced(self.letters))

    def fitting(self, box: Box, measure: _Measure) -> tuple[int, int] | None:
        """Return where the letters between the edges of an area begin and end.

        None where one of its edges is not that of a word.
        """
        starts = self._starts if measure[0] else self._unstretched_starts
        ends = self._ends if measure[1] else self._unstretched_ends
        start = _nearest(starts, box.left, _EXACT[measure[0]])
        end = _nearest(ends, box.right, _EXACT[measure[1]])
        if start is None or end is None:
            return None
        first, last = self._edges[start], (*self._edges[1:], len(self.letters))[end]
        return (first, last) if first < last else None

    @cached_property
    def _edges(self) -> list[int]:
        """The letters with which a word begins, or the marks before and after it."""
        return [0] + [
            place
            for place, (before, text) in enumerate(pairwise(self.texts), 1)
            if text.startswith(" ") or before[-1].isalnum() != text.isalnum()
        ]

    @cached_property
    def _stretched(self) -> list[float]:
        """How far each letter was moved to the right when the line was stretched."""
        space = self.spaces.get(self.letters[0].style.size, 0.0)
        wider = (
            letter.left - before.right - space if text.startswith(" ") else 0.0
            for (before, letter), text in zip(pairwise(self.letters), self.texts[1:], strict=True)
        )
        return list(accumulate(wider, initial=0.0))

    @cached_property
    def _starts(self) -> list[float]:
        return [self.letters[place].left for place in self._edges]

    @cached_property
    def _unstretched_starts(self) -> list[float]:
        moved = (self._stretched[place] for place in self._edges)
        return [x - by for x, by in zip(self._starts, moved, strict=True)]

    @cached_property
    def _last(self) -> list[int]:
        """The letters with which words end."""
        return [*(place - 1 for place in self._edges[1:]), len(self.letters) - 1]

    @cached_property
    def _ends(self) -> list[float]:
        return [self.letters[place].right for place in self._last]

    @cached_property
    def _unstretched_ends(self) -> list[float]:
        moved = (self._stretched[place] for place in self._last)
        return [x - by for x, by in zip(self._ends, moved, strict=True)]


def placed(areas: Sequence[LinkArea], lines: Sequence[Line]) -> list[LinkArea]:
    """Return the areas where the words are that they were made for.

    All areas of a page are made in one way: the one in which most of them fit words.
    """
    rows = _Rows(lines)
    best, most = _Way(_AS_PRINTED, 0), len(areas) / 2
    for way in _WAYS:
        fitting = rows.fitting(areas, way, most)
        if fitting > most:
            best, most = way, fitting
        if fitting == len(areas):
            break
    if best == _WAYS[0]:
        return list(areas)
    return [rows.put_right(area, best) for area in areas]


class _Rows:
    """The lines of a page from top to bottom."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._spaces: dict[float, float] = {}
        rows = (_Row(line, self._spaces) for line in lines)
        self._rows = sorted(rows, key=lambda row: row.middle)
        self._middles = [row.middle for row in self._rows]

    def fitting(self, areas: Sequence[LinkArea], way: _Way, most: float) -> int:
        """Return how many areas fit words, or no more than `most` where they are no more."""
        missing = 0
        for area in areas:
            missing += self.words(area.box, way) is None
            if len(areas) - missing <= most:
                break
        return len(areas) - missing

    def words(self, box: Box, way: _Way) -> tuple[_Row, tuple[int, int]] | None:
        """Return the line and the place in it of the words that an area fits."""
        if way.measure != _AS_PRINTED and not self._spaces:
            self._measure_spaces()
        for row in self._candidates(box, way.lines):
            if places := row.fitting(box, way.measure):
                return row, places
        return None

    def _measure_spaces(self) -> None:
        """Note how wide spaces are, by size: as in the line in which the words stand closest."""
        for row in self._rows:
            if spaces := _spaces(row.letters, row.texts):
                size = row.letters[0].style.size
                self._spaces[size] = min(self._spaces.get(size, inf), median(spaces))

    def put_right(self, area: LinkArea, way: _Way) -> LinkArea:
        """Return an area over the words that it fits."""
        found = self.words(area.box, way)
        if found is None:
            return area
        row, (start, end) = found
        first, last = row.letters[start], row.letters[end - 1]
        half = (area.box.bottom - area.box.top) / 2
        box = Box(first.left, row.middle - half, last.right, row.middle + half)
        return replace(area, box=box)

    def _candidates(self, box: Box, lines: int) -> list[_Row]:
        """Return the lines in an area, or the ones just above (-1) or below (1)."""
        if lines == 0:
            return self._between(box.top - _SLACK, box.bottom + _SLACK)
        middle, height = (box.top + box.bottom) / 2, box.bottom - box.top
        near, far = middle + lines * height / 2, middle + lines * _NEXT_LINE * height
        found = self._between(min(near, far), max(near, far))
        return found[:1] if lines > 0 else found[-1:]

    def _between(self, top: float, bottom: float) -> list[_Row]:
        first, last = bisect_left(self._middles, top), bisect_right(self._middles, bottom)
        return self._rows[first:last]


def _spaces(line: Line, texts: list[str]) -> list[float]:
    return [
        letter.left - before.right
        for (before, letter), text in zip(pairwise(line), texts[1:], strict=True)
        if text.startswith(" ")
    ]


def _nearest(places: list[float], place: float, exact: float) -> int | None:
    """Return the index of the place nearest to one, if it is near at all."""
    first = bisect_left(places, place - exact)
    near = range(first, bisect_right(places, place + exact))
    return min(near, key=lambda index: abs(places[index] - place), default=None)
