"""Links known by their look alone: letters in another colour, or underlined, before an address."""

from collections import Counter
from typing import NamedTuple

from reader.model.raw import RawDocument, Run
from reader.repair.runs import Runs, part

# A longer stretch that fills its block is set in another colour as a whole.
_LONGEST_WHOLE = 16
# These may stand between a link and its address without being part of the link.
_CLOSING = ' \u00a0“”"»)].,;:'


class Look(NamedTuple):
    """What sets the letters of a link apart."""

    colour: tuple[int, int, int] | None
    underlined: bool


def body_look(document: RawDocument) -> Look:
    """Return the look that most letters of a document have."""
    looks: Counter[Look] = Counter()
    for line in document.lines:
        for run in line.runs:
            looks[_look(run)] += len(run.text.strip())
    return looks.most_common(1)[0][0] if looks else Look(None, underlined=False)


def coloured_part(runs: Runs, floor: int, end: int, body: Look) -> tuple[int, int] | None:
    """Return where the letters that look like a link stand, of those before `end`.

    None where the last letters look like most of the document, or a long block looks otherwise
    as a whole. Spaces have the look of what is around them.
    """
    letters = [(letter, _look(run)) for run in part(runs, floor, end) for letter in run.text]
    last = len(letters)
    while last and letters[last - 1][0] in _CLOSING and letters[last - 1][1] in (body, _SPACE):
        last -= 1
    if not last or letters[last - 1][1] == body:
        return None
    look, first = letters[last - 1][1], last
    for place in range(last - 1, -1, -1):
        letter, other = letters[place]
        if other != look and not letter.isspace():
            break
        first = first if letter.isspace() else place
    words = "".join(letter for letter, _ in letters[first:last]).split()
    if floor + first == 0 and len(words) > _LONGEST_WHOLE:
        return None
    return floor + first, floor + last


def _look(run: Run) -> Look:
    return Look(run.colour, run.underlined)


_SPACE = Look(None, underlined=False)
