"""Which letters of a page lead to which address.

The areas of link annotations are often inexact: too narrow or moved where justified text is
stretched, as wide as the line, a line too high. The letters know better: links are mostly set in
a colour of their own, or underlined, and they end where words end.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeAlias

from reader.importers.pdf.annotations import LinkArea
from reader.importers.pdf.letters import Letter
from reader.importers.pdf.measure import placed
from reader.importers.pdf.spaces import spaced
from reader.importers.pdf.underlines import Look, looks_of
from reader.model.raw import Box

_SLACK = 1.0  # points
# Areas and lines are looked up by bands of the page so high, in points.
_BAND = 24
_MOST_BANDS = 1000
# A look is that of links if so much of it lies in areas.
_LEAST_IN_AREAS = 0.5
# A word is part of a link if so much of it lies in the area.
_LEAST_OF_WORD = 0.5
# An area may be moved by one line, which is so many letter sizes.
_LINE = 1.8
# These end a sentence or a clause, not a link.
_END_MARKS = ".,;:!?…"

Line: TypeAlias = list[Letter]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Letters of one line that look like one link: those from `start` to `end`."""

    line: int
    start: int
    end: int
    box: Box


class LinkFinder:
    """Finds the addresses of the letters of a page."""

    def __init__(
        self, areas: Sequence[LinkArea], lines: Sequence[Line], underlines: Sequence[Box]
    ) -> None:
        self._lines = lines
        self._looks = looks_of(lines, underlines)
        self.underlined = frozenset(
            number for number, look in self._looks.items() if look.underlined
        )
        self._addresses: dict[int, str] = {}
        if not areas:
            return
        areas = placed(areas, lines)
        inside = self._inside(areas)
        marked = self._link_looks(inside)
        stretches = [
            stretch for number in range(len(lines)) for stretch in self._stretches(number, marked)
        ]
        left = self._by_look(areas, stretches)
        for index in left:
            self._by_place(areas[index], inside.get(index, []))

    def of(self, letters: Line) -> list[str | None]:
        """Return the address that each letter leads to."""
        return [self._addresses.get(letter.number) for letter in letters]

    def _inside(self, areas: Sequence[LinkArea]) -> dict[int, list[tuple[int, int]]]:
        """Return (line, index in it) of the letters in each area, by the area's index."""
        bands: dict[int, list[int]] = defaultdict(list)
        for index, area in enumerate(areas):
            for band in _bands(area.box):
                bands[band].append(index)
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, line in enumerate(self._lines):
            for place, letter in enumerate(line):
                x, y = (letter.left + letter.right) / 2, (letter.top + letter.bottom) / 2
                for index in bands.get(int(y // _BAND), ()):
                    if _holds(areas[index].box, x, y):
                        found[index].append((number, place))
        return found

    def _link_looks(self, inside: dict[int, list[tuple[int, int]]]) -> set[Look]:
        """Return the looks that links have and other text has not."""
        linked = {place for places in inside.values() for place in places}
        within: Counter[Look] = Counter()
        without: Counter[Look] = Counter()
        for number, line in enumerate(self._lines):
            for place, letter in enumerate(line):
                look = self._looks[letter.number]
                (within if (number, place) in linked else without)[look] += 1
        body = without.most_common(1)[0][0] if without else None
        return {
            look
            for look, count in within.items()
            if look != body and count >= _LEAST_IN_AREAS * (count + without[look])
        }

    def _stretches(self, number: int, marked: set[Look]) -> Iterator[_Stretch]:
        """Yield the stretches of a line that look like links."""
        line = self._lines[number]
        start = 0
        for look, group in groupby(line, key=lambda letter: self._looks[letter.number]):
            end = start + len(list(group))
            if look in marked:
                yield _Stretch(number, start, end, _around(line[start:end]))
            start = end

    def _by_look(self, areas: Sequence[LinkArea], stretches: list[_Stretch]) -> list[int]:
        """Give the stretches their areas' addresses; return the areas that have none."""
        claims = _Claims(areas, stretches)
        previous: tuple[_Stretch, str] | None = None
        for index, stretch in enumerate(stretches):
            claimed = claims.of(index)
            if not claimed and previous and self._goes_on(previous[0], stretch):
                self._give(stretch, previous[1])
                previous = stretch, previous[1]
            elif claimed:
                last = self._give_words(stretch, [areas[area] for area in claimed])
                previous = stretch, last
        return claims.without_stretch()

    def _goes_on(self, above: _Stretch, below: _Stretch) -> bool:
        """Tell whether a link that ends a line goes on at the beginning of the next."""
        ends = above.end == len(self._lines[above.line])
        return ends and below.start == 0 and below.line == above.line + 1

    def _give(self, stretch: _Stretch, address: str) -> None:
        for letter in self._lines[stretch.line][stretch.start : stretch.end]:
            self._addresses[letter.number] = address

    def _give_words(self, stretch: _Stretch, areas: list[LinkArea]) -> str:
        """Give each word of a stretch the address of the area nearest; return the last one."""
        if len({area.address for area in areas}) == 1:
            self._give(stretch, areas[0].address)
            return areas[0].address
        address = areas[0].address
        line = self._lines[stretch.line]
        for start, end in _words(line, stretch.start, stretch.end):
            box = _around(line[start:end])
            address = max(areas, key=lambda area: _overlap(area.box, box)).address
            for letter in line[start:end]:
                self._addresses[letter.number] = address
        return address

    def _by_place(self, area: LinkArea, places: list[tuple[int, int]]) -> None:
        """Give the words in an area its address; letters that have one keep it."""
        for number, group in groupby(places, key=lambda place: place[0]):
            line = self._lines[number]
            inside = {place for _, place in group}
            for place in _snapped(line, inside) or inside:
                self._addresses.setdefault(line[place].number, area.address)


class _Claims:
    """Which areas belong to which stretches: each area to the one it covers most of."""

    def __init__(self, areas: Sequence[LinkArea], stretches: list[_Stretch]) -> None:
        self._areas = areas
        self._stretches = stretches
        self._bands: dict[int, list[int]] = defaultdict(list)
        for index, stretch in enumerate(stretches):
            for band in _bands(stretch.box):
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
        return sorted({index for band in _bands(box) for index in self._bands.get(band, ())})

    def _claim(self, index: int) -> None:
        box = self._areas[index].box
        found = [
            stretch
            for stretch in self._near(box)
            if _shares_line(box, self._stretches[stretch].box)
            and _overlap(box, self._stretches[stretch].box) > 0
        ]
        if not found:
            self._without.append(index)
        for stretches in _by_line(self._stretches, found):
            self._claims_of_line(index, stretches)

    def _claims_of_line(self, index: int, stretches: list[int]) -> None:
        """Claim the stretches of a line that lie wholly in the area, or else the one most in it."""
        box = self._areas[index].box
        shares = {
            stretch: _overlap(box, self._stretches[stretch].box)
            / max(1.0, self._stretches[stretch].box.right - self._stretches[stretch].box.left)
            for stretch in stretches
        }
        for stretch, share in shares.items():
            if share >= _LEAST_OF_WORD or share == max(shares.values()):
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
        return distance < _LINE * height and _overlap(box, other) > _LEAST_OF_WORD * width


def _by_line(stretches: list[_Stretch], found: list[int]) -> Iterator[list[int]]:
    for _, group in groupby(found, key=lambda index: stretches[index].line):
        yield list(group)


def _snapped(line: Line, inside: set[int]) -> list[int]:
    """Return the letters of the words that lie in an area for the most part.

    Between them every mark counts; at the ends only those marks that end no sentence.
    """
    words = [
        (start, end)
        for start, end in _word_places(line)
        if sum(place in inside for place in range(start, end)) >= _LEAST_OF_WORD * (end - start)
    ]
    if not words:
        return []
    start, end = words[0][0], words[-1][1]
    while start - 1 in inside and line[start - 1].text not in _END_MARKS:
        start -= 1
    while end in inside and line[end].text not in _END_MARKS:
        end += 1
    return list(range(start, end))


def _word_places(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where the words, of letters and digits alone, begin and end."""
    start: int | None = None
    for place, text in enumerate(spaced(line)):
        goes_on = not text.startswith(" ") and start is not None
        if start is not None and not (goes_on and text.isalnum()):
            yield start, place
            start = None
        if start is None and text.strip().isalnum():
            start = place
    if start is not None:
        yield start, len(line)


def _words(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the words between two places of a line begin and end."""
    texts = list(spaced(line))
    edges = [place for place in range(start + 1, end) if texts[place].startswith(" ")]
    yield from pairwise([start, *edges, end])


def _bands(box: Box) -> Iterable[int]:
    first = int(max(0.0, box.top - _SLACK) // _BAND)
    last = int(min(max(0.0, box.bottom + _SLACK), _BAND * _MOST_BANDS) // _BAND)
    return range(first, last + 1)


def _taller(box: Box) -> Box:
    height = _LINE * (box.bottom - box.top)
    return Box(box.left, box.top - height, box.right, box.bottom + height)


def _holds(box: Box, x: float, y: float) -> bool:
    across = box.left - _SLACK <= x <= box.right + _SLACK
    return across and box.top - _SLACK <= y <= box.bottom + _SLACK


def _shares_line(area: Box, line: Box) -> bool:
    middle = (line.top + line.bottom) / 2
    return area.top - _SLACK <= middle <= area.bottom + _SLACK


def _overlap(one: Box, other: Box) -> float:
    """Return how many points two boxes share from left to right; below 0, their distance."""
    return min(one.right, other.right) - max(one.left, other.left)


def _around(letters: Line) -> Box:
    return Box(
        min(letter.left for letter in letters),
        min(letter.top for letter in letters),
        max(letter.right for letter in letters),
        max(letter.bottom for letter in letters),
    )
