"""Strips: letters that follow one another on a line with no wide gap between them.

The gaps between strips may be the gutters of columns or of tables.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reader.importers.pdf.letters import Letter

Line = list[Letter]

# Shares of the letter size.
NARROWEST_GUTTER = 0.6
_BASELINE_SHIFT = 0.45
_SAME_BAND = 0.25
_RAISED = 0.6
_AT_ONCE = 0.35
_SMALLER = 0.8
# A list marker stands at most so far before its text.
_MARKER_REACH = 3.5
_MARKER = re.compile(r"[•▪‣◦●■○·*–—\uf0b7\uf0a7-]|\d{1,2}[.)]|[a-zа-я]\)")
# Strips of one line stand this far apart, and so many times the line's other gaps.
_APART = 3.0
_TIMES_GAP = 3.0
# A space that many times as wide as the line's others is a gap.
_TIMES_SPACE = 2.0
_SPACE = 0.15
_EVEN, _VERY_EVEN = 1.3, 1.03
_WIDEST_SPACE = 2.5
_SAME_EDGE = 1.0  # points


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, empty ones too; a cell holds lines."""

    rows: list[list[list[Line]]]


@dataclass(frozen=True, slots=True)
class Strip:
    """Letters and the box around them in points, `y` being the baseline; or a whole table."""

    letters: Line
    left: float
    right: float
    top: float
    y: float
    size: float
    table: Table | None = None


Band = list[Strip]


def strips_of(letters: Iterable[Letter]) -> list[Strip]:
    """Return the strips of a page's letters, drawn in any order."""
    lines = list(split(letters))
    rights = [line[-1].right for line in lines]
    return [
        part
        for index, line in enumerate(lines)
        for part in _cut(line, full=_is_full(rights, index))
    ]


def _is_full(rights: list[float], index: int) -> bool:
    """Tell whether a line ends where a line drawn just before or after it does."""
    near = rights[max(0, index - 2) : index] + rights[index + 1 : index + 3]
    return any(abs(right - rights[index]) < _SAME_EDGE for right in near)


def split(letters: Iterable[Letter]) -> Iterator[Line]:
    """Split letters, as drawn, into printed lines."""
    current: Line = []
    for letter in letters:
        if current and _breaks(current[-1], letter):
            yield current
            current = []
        current.append(letter)
    if current:
        yield current


def _breaks(last: Letter, letter: Letter) -> bool:
    if letter.baseline == last.baseline and letter.origin >= last.left - 1.0:
        return False  # as nearly all letters do
    size = max(last.style.size, letter.style.size, 1.0)
    shift = abs(letter.baseline - last.baseline)
    if letter.origin < last.left - size:
        return True
    # A note mark is raised, but goes on at once.
    if -2 <= letter.origin - last.right < _AT_ONCE * size and shift < _RAISED * size:
        return False
    return shift > max(2.2, _BASELINE_SHIFT * size)


def _cut(line: Line, *, full: bool) -> Iterator[Strip]:
    """Yield the strips of a line; the spaces of a justified line may be wide, but all are."""
    justified = _justified(line, full=full)
    start = 0
    for index, (last, letter) in enumerate(pairwise(line), 1):
        gap = letter.left - last.right
        narrowest = NARROWEST_GUTTER * max(letter.style.size, 1.0)
        if gap >= max(narrowest, justified):
            yield strip(line[start:index])
            start = index
    yield strip(line[start:])


def _justified(line: Line, *, full: bool) -> float:
    """Return up to which width the gaps of a line are its spaces."""
    spaces = [after.left - before.right for before, after in pairwise(line) if after.spaced]
    if spaces:
        return _TIMES_SPACE * median(spaces)
    # Some programs move on instead of printing spaces.
    size = line[0].style.size
    gaps = [after.left - before.right for before, after in pairwise(line)]
    wide = [gap for gap in gaps if gap > _SPACE * size]
    if not full or len(wide) < 2:
        return 0.0
    ratio = max(wide) / min(wide)
    even = ratio < (_EVEN if max(wide) < _WIDEST_SPACE * size else _VERY_EVEN)
    return _TIMES_SPACE * max(wide) if even else 0.0


def strip(letters: Line, table: Table | None = None) -> Strip:
    """Return the strip of some letters of one line, or of a table."""
    return Strip(
        letters,
        min(letter.left for letter in letters),
        max(letter.right for letter in letters),
        min(letter.top for letter in letters),
        max(letter.baseline for letter in letters),
        max(letter.style.size for letter in letters) or 1.0,
        table,
    )


def bands_of(strips: Iterable[Strip]) -> list[Band]:
    """Return the strips in bands, those of one baseline, from top to bottom and left to right."""
    bands: list[Band] = []
    for found in sorted(strips, key=_height):
        last = bands[-1][-1] if bands else None
        if last and _height(found) - _height(last) <= _shift(last, found):
            bands[-1].append(found)
        else:
            bands.append([found])
    return [_marked(sorted(band, key=lambda found: found.left)) for band in bands]


def _shift(above: Strip, found: Strip) -> float:
    """Return by how much the baselines of strips of one band may differ; marks are raised."""
    if not above.table and above.size < _SMALLER * found.size:
        return _RAISED * found.size
    return _SAME_BAND * min(found.size, above.size)


def _height(found: Strip) -> float:
    """Return where a strip stands: its baseline, or the top of a table."""
    return found.top if found.table else found.y


def _marked(band: Band) -> Band:
    """Return the band with list markers joined to the text after them."""
    joined: Band = []
    for found in band:
        if joined and _is_marker_of(joined[-1], found):
            joined[-1] = strip(joined[-1].letters + found.letters)
        else:
            joined.append(found)
    return joined


def _is_marker_of(marker: Strip, found: Strip) -> bool:
    if marker.table or found.table or len(marker.letters) > 3:
        return False
    near = found.left - marker.right < _MARKER_REACH * found.size
    return near and _MARKER.fullmatch("".join(x.text for x in marker.letters)) is not None


def lines_of_band(band: Sequence[Strip]) -> Iterator[Line]:
    """Yield the lines of a band: one, but where strips stand far apart."""
    gaps = [after.left - before.right for before, after in pairwise(band)]
    limit = _TIMES_GAP * median(gaps) if len(gaps) > 2 else 0.0
    current = list(band[0].letters)
    for gap, found in zip(gaps, band[1:], strict=True):
        if gap > max(limit, _APART * found.size):
            yield current
            current = []
        current = current + found.letters
    yield current
