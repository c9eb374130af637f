"""The marks of a draft: far-off rectangles in its pages become marked content.

ISO 32000-1, 14.6. Before whatever is drawn for a mark, the draft has a rectangle far outside of
the page: it says no more than a number, and is drawn by whatever draws the letters.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

ARTIFACT = 0
"""The mark of what is no part of the text: page numbers, running heads, lines."""


def numbers() -> Iterator[int]:
    """Yield the numbers of marks for text."""
    return count(ARTIFACT + 1)


FAR = 1000
"""How far above and left of the page the rectangle of mark 0 lies; that of mark 1 one further."""
SIDE = 10
"""How wide and high these rectangles are."""

_MARK = re.compile(rb"-(\d+) -%d %d %d re\nf\*?\n" % (FAR, SIDE, SIDE))
_ARTIFACT = b"/Artifact BMC\n"
_END = b"EMC\n"


@dataclass(frozen=True, slots=True)
class Inked:
    """What has been drawn for a mark: its words, as they are written."""

    mark: int
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a page draws, with marked content; `marks` has the mark of each by its number."""

    drawn: bytes
    marks: tuple[int, ...]


def marked(drawn: bytes, inked: Sequence[Inked], read: Callable[[bytes], str]) -> Content:
    """Return what a page draws with marked content; `inked` has been drawn in this order.

    Chetivo is told the letters of each piece. So is everyone where `read` takes the glyphs for
    others: a face may have one glyph for several, such as the Latin and the Cyrillic A.
    """
    places = list(_MARK.finditer(drawn))
    ends = [*(place.start() for place in places), len(drawn)]
    parts = [drawn[: ends[0]]]
    marks: list[int] = []
    for place, (_start, end), words in zip(places, pairwise(ends), inked, strict=True):
        piece = drawn[place.end() : end]
        if words.mark == ARTIFACT:
            parts += (_ARTIFACT, piece, b"\n", _END)
            continue
        letters = _hex(words.text)
        told = b" /ChetivoText <%b>" % letters
        if read(piece) != words.text:
            told += b" /ActualText <%b>" % letters
        parts += (b"/Span <</MCID %d%b>> BDC\n" % (len(marks), told), piece, b"\n", _END)
        marks.append(words.mark)
    return Content(b"".join(parts), tuple(marks))


def _hex(text: str) -> bytes:
    return ("\ufeff" + text).encode("utf-16-be").hex().upper().encode()
