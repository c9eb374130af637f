"""What sets the letters of a link apart on a page: their colour, and a line under them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.importers.pdf.letters import Letter
from reader.importers.pdf.shapes import Colour
from reader.model.raw import Box

# Shares of the letter size: an underline lies so far below the baseline, ends so near to a letter.
_BELOW = 0.35
_ABOVE = 0.05
_OVERHANG = 0.45
_CUT = 0.7
_THICKEST = 2.0  # points


class Look(NamedTuple):
    """What sets letters apart from the text around them."""

    colour: Colour | None
    underlined: bool


def looks_of(lines: Sequence[list[Letter]], drawn: Sequence[Box]) -> dict[int, Look]:
    """Return the look of each letter by its number; `drawn` are the rules of a page.

    A line under letters of another colour says nothing more: it is often cut at descenders.
    """
    colours = Counter(letter.style.colour for line in lines for letter in line)
    body = colours.most_common(1)[0][0] if colours else None
    under = _underlined(lines, drawn) if drawn else set()
    plain = {colour: Look(colour, underlined=False) for colour in colours}
    looks = {letter.number: plain[letter.style.colour] for line in lines for letter in line}
    underlined = Look(body, underlined=True)
    return looks | {number: underlined for number in under if looks[number].colour == body}


def _underlined(lines: Sequence[list[Letter]], drawn: Sequence[Box]) -> set[int]:
    """Return the numbers of the letters that a thin line underlines."""
    level = (box for box in drawn if box.bottom - box.top < min(_THICKEST, box.right - box.left))
    ordered = sorted(level, key=lambda box: box.top)
    tops = [box.top for box in ordered]
    found: set[int] = set()
    for line in lines:
        size = max(letter.style.size for letter in line)
        baseline = line[0].baseline
        first = bisect_left(tops, baseline - _ABOVE * size)
        below = ordered[first : bisect_left(tops, baseline + _BELOW * size)]
        for left, right in _joined(below, size):
            found |= _under(line, left, right, _OVERHANG * size)
    return found


def _joined(boxes: Sequence[Box], size: float) -> list[tuple[float, float]]:
    """Return (left, right) of underlines, those made one that are cut at a word or descender."""
    joined: list[tuple[float, float]] = []
    for box in sorted(boxes, key=lambda box: box.left):
        if joined and box.left - joined[-1][1] < _CUT * size:
            joined[-1] = joined[-1][0], max(joined[-1][1], box.right)
        else:
            joined.append((box.left, box.right))
    return joined


def _under(line: list[Letter], left: float, right: float, overhang: float) -> set[int]:
    """Return the letters over a line.

    A rule under a heading, or between the rows of a table, does not end where the letters do.
    """
    over = [letter for letter in line if left <= (letter.left + letter.right) / 2 <= right]
    if not over:
        return set()
    starts = min(letter.left for letter in over) - left < overhang
    ends = right - max(letter.right for letter in over) < overhang
    return {letter.number for letter in over} if starts and ends else set()
