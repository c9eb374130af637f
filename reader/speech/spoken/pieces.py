"""What is said, and the stretch of a text that it stands for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Piece:
    """Spoken words and the stretch of the text that they stand for.

    `verbatim` tells that they are the text itself, letter by letter.
    """

    words: str
    start: int
    end: int
    verbatim: bool = False

    def moved(self, by: int) -> "Piece":
        """Return the same piece further on in a longer text."""
        return replace(self, start=self.start + by, end=self.end + by)


Reading: TypeAlias = Sequence[Piece]


def verbatim(text: str, start: int, end: int) -> Piece:
    """Return a stretch of a text as it is."""
    return Piece(text[start:end], start, end, verbatim=True)


def whole(match: re.Match[str], words: str) -> Reading:
    """Return one reading for all that a pattern has matched."""
    return (Piece(words, match.start(), match.end()),)


def by_groups(match: re.Match[str], **words: str | None) -> Reading:
    """Return a reading for each named group that took part, in the order of the text.

    None leaves a group as it is written, and "" says nothing. What stands between the groups is
    a space; what stands before the first and after the last goes with these.
    """
    found = sorted(
        (match.start(name), match.end(name), said)
        for name, said in words.items()
        if match[name] is not None
    )
    pieces: list[Piece] = []
    place = match.start()
    for number, (start, end, said) in enumerate(found):
        if pieces and start > place:
            pieces.append(Piece("" if said == "" else " ", place, start))
        begin = match.start() if number == 0 and said is not None else start
        stop = match.end() if number == len(found) - 1 and said is not None else end
        if said is None:
            pieces.append(verbatim(match.string, start, end))
        else:
            pieces.append(Piece(said, begin, stop))
        place = end
    return pieces
