"""Which letters of a page lead to which address.

The areas of link annotations are often inexact: too narrow or moved where justified text is
stretched, as wide as the line, a line too high. The letters know better: links are mostly set in
a colour of their own, or underlined, and they end where words end.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

from reader.importers.pdf.annotations import LinkArea
from reader.importers.pdf.claims import BAND, SLACK, Claims, Stretch, bands, overlap
from reader.importers.pdf.letters import Letter
from reader.importers.pdf.measure import placed
from reader.importers.pdf.spaces import spaced
from reader.importers.pdf.underlines import Look, looks_of
from reader.model.raw import Box

# A look is that of links if so much of it lies in areas.
_LEAST_IN_AREAS = 0.5
# So many letters outside areas, to one inside, show how the body looks.
_LEAST_OUTSIDE = 0.2
# A word is part of a link if so much of it lies in the area.
_LEAST_OF_WORD = 0.5
# These end a sentence or a clause, not a link.
_END_MARKS = ".,;:!?…"

Line: TypeAlias = list[Letter]


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
        known = set(self._addresses.values())
        for index in left:
            places = inside.get(index, [])
            # Chromium repeats an area of a column where the page before had the link.
            if areas[index].address not in known or not self._cuts_words(places):
                self._by_place(areas[index], places)

    def of(self, letters: Line) -> list[str | None]:
        """Return the address that each letter leads to."""
        return [self._addresses.get(letter.number) for letter in letters]

    def _inside(self, areas: Sequence[LinkArea]) -> dict[int, list[tuple[int, int]]]:
        """Return (line, index in it) of the letters in each area, by the area's index."""
        by_band: dict[int, list[int]] = defaultdict(list)
        for index, area in enumerate(areas):
            for band in bands(area.box):
                by_band[band].append(index)
        used = sorted(by_band)
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, line in enumerate(self._lines):
            heights = [(letter.top + letter.bottom) / 2 for letter in line]
            first = bisect_left(used, int(min(heights) // BAND))
            if first == len(used) or used[first] > int(max(heights) // BAND):
                continue  # no area is near the line
            for place, (letter, y) in enumerate(zip(line, heights, strict=True)):
                x = (letter.left + letter.right) / 2
                for index in by_band.get(int(y // BAND), ()):
                    if _holds(areas[index].box, x, y):
                        found[index].append((number, place))
        return found

    def _link_looks(self, inside: dict[int, list[tuple[int, int]]]) -> set[Look]:
        """Return the looks that links have and other text has not."""
        linked = {
            self._lines[line][place].number for places in inside.values() for line, place in places
        }
        looks_by_letter = self._looks.items()
        within = Counter(look for letter, look in looks_by_letter if letter in linked)
        without = Counter(look for letter, look in looks_by_letter if letter not in linked)
        # Where nearly the whole page lies in areas, the letters inside show how its body looks.
        looks = without if without.total() >= _LEAST_OUTSIDE * within.total() else within + without
        body = looks.most_common(1)[0][0] if looks else None
        return {
            look
            for look, count in within.items()
            if look != body and count >= _LEAST_IN_AREAS * (count + without[look])
        }

    def _stretches(self, number: int, marked: set[Look]) -> Iterator[Stretch]:
        """Yield the stretches of a line that look like links."""
        line = self._lines[number]
        start = 0
        for look, group in groupby(line, key=lambda letter: self._looks[letter.number]):
            end = start + len(list(group))
            if look in marked:
                yield Stretch(number, start, end, _around(line[start:end]))
            start = end

    def _by_look(self, areas: Sequence[LinkArea], stretches: list[Stretch]) -> list[int]:
        """Give the stretches their areas' addresses; return the areas that have none."""
        claims = Claims(areas, stretches)
        previous: tuple[Stretch, str] | None = None
        for index, stretch in enumerate(stretches):
            claimed = claims.of(index)
            if not claimed and previous and self._goes_on(previous[0], stretch):
                self._give(stretch, previous[1])
                previous = stretch, previous[1]
            elif claimed:
                last = self._give_words(stretch, [areas[area] for area in claimed])
                previous = stretch, last
        return claims.without_stretch()

    def _goes_on(self, above: Stretch, below: Stretch) -> bool:
        """Tell whether a link that ends a line goes on at the beginning of the next."""
        ends = above.end == len(self._lines[above.line])
        follows = below.start == 0 and below.line == above.line + 1
        # A bullet has the colour of the link that is its item.
        words = self._lines[below.line][below.start : below.end]
        return ends and follows and any(letter.text.isalnum() for letter in words)

    def _give(self, stretch: Stretch, address: str) -> None:
        for letter in self._lines[stretch.line][stretch.start : stretch.end]:
            self._addresses[letter.number] = address

    def _give_words(self, stretch: Stretch, areas: list[LinkArea]) -> str:
        """Give each word of a stretch the address of the area nearest; return the last one."""
        if len({area.address for area in areas}) == 1:
            self._give(stretch, areas[0].address)
            return areas[0].address
        address = areas[0].address
        line = self._lines[stretch.line]
        for start, end in _words(line, stretch.start, stretch.end):
            box = _around(line[start:end])
            address = max(areas, key=lambda area: _closeness(area.box, box)).address
            for letter in line[start:end]:
                self._addresses[letter.number] = address
        return address

    def _cuts_words(self, places: list[tuple[int, int]]) -> bool:
        """Tell whether an area begins or ends inside a word."""
        for number, group in groupby(places, key=lambda place: place[0]):
            inside = {place for _, place in group}
            for start, end in _word_places(self._lines[number]):
                if 0 < sum(place in inside for place in range(start, end)) < end - start:
                    return True
        return False

    def _by_place(self, area: LinkArea, places: list[tuple[int, int]]) -> None:
        """Give the words in an area its address; letters that have one keep it."""
        for number, group in groupby(places, key=lambda place: place[0]):
            line = self._lines[number]
            inside = {place for _, place in group}
            for place in _snapped(line, inside) or inside:
                self._addresses.setdefault(line[place].number, area.address)


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
    while start - 1 in inside and _is_part(line[start - 1]):
        start -= 1
    while end in inside and _is_part(line[end]):
        end += 1
    return list(range(start, end))


def _is_part(letter: Letter) -> bool:
    """Tell whether a mark beside a link may be part of it: a bracket, say, but no full stop."""
    return not letter.text.isalnum() and letter.text not in _END_MARKS


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


def _holds(box: Box, x: float, y: float) -> bool:
    across = box.left - SLACK <= x <= box.right + SLACK
    return across and box.top - SLACK <= y <= box.bottom + SLACK


def _around(letters: Line) -> Box:
    return Box(
        min(letter.left for letter in letters),
        min(letter.top for letter in letters),
        max(letter.right for letter in letters),
        max(letter.bottom for letter in letters),
    )


def _closeness(area: Box, word: Box) -> tuple[float, float]:
    """Return how well an area fits a word: of those that hold it whole, the smallest is best."""
    return overlap(area, word), area.left - area.right
