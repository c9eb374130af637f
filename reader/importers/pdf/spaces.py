"""Where a space stands between two letters of a printed line."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from math import inf
from statistics import median

from reader.importers.pdf.letters import Letter

# Shares of the letter size.
_WORD_GAP = 0.16
_FALSE_GAP = 0.07
# Points; no narrower gap is a space unless pdfium says so.
_NARROWEST = 1.2
# A line is letter-spaced if so many gaps, nearly all of them, are about equally wide.
_FEWEST_GAPS = 5
_MOST_GAPS = 0.7
_EVEN = 0.3
# A line of so many letters has spaces, which are such a share of its gaps.
_LONG_LINE = 24
_FEWEST_WORDS, _MOST_WORDS = 0.05, 0.35
_TOUCHING = 0.03
_HYPHENS = "-\u00ad\u2010\u2011"
_RIGHT_TO_LEFT = {"R", "AL"}


def spaced(letters: list[Letter]) -> Iterator[str]:
    """Yield each letter, a space before it where one is printed or left free."""
    rooms = [after.left - before.right for before, after in pairwise(letters)]
    spread = max(0.0, median(rooms)) if len(rooms) > _FEWEST_GAPS else 0.0
    tracking, narrowest = _tracking(letters, rooms), _narrowest(letters, rooms)
    never = min(_NARROWEST, narrowest)
    yield from (letter.text for letter in letters[:1])
    for (last, letter), room in zip(pairwise(letters), rooms, strict=True):
        if room <= never and not letter.gap:  # as most letters of a word
            yield letter.text
            continue
        usual = tracking or (0.0 if letter.spaced else spread)
        apart = not last.text.endswith(" ") and (
            _space_between(last, letter, usual, tracked=tracking > 0) or room > narrowest
        )
        yield (" " if apart else "") + letter.text


def is_right_to_left(letter: Letter) -> bool:
    """Tell whether a letter is of a script that is written from right to left."""
    return letter.text > "\u0590" and unicodedata.bidirectional(letter.text[0]) in _RIGHT_TO_LEFT


def _space_between(last: Letter, letter: Letter, usual: float, *, tracked: bool) -> bool:
    """Tell whether a space stands between two letters of a line, `usual` points apart in it."""
    size = letter.style.size or 1.0
    if is_right_to_left(last) or is_right_to_left(letter):
        return bool(letter.gap)
    room = letter.left - last.right - usual
    if letter.text in _HYPHENS:
        # "уни -": the space glyph lies under the hyphen, or the hyphen is of another, wider font
        false_gap = _FALSE_GAP if letter.spaced else _WORD_GAP
        if letter.origin - last.right < false_gap * size:
            return False
    if letter.gap and not tracked:
        # "1 2,4": pdfium finds spaces around narrow letters where there is no room for one
        return room > _FALSE_GAP * size
    return room > max(_NARROWEST, _WORD_GAP * size)


def _narrowest(letters: list[Letter], rooms: list[float]) -> float:
    """Return how wide a gap is a space, in a long line in which pdfium found none; else infinity.

    The letters of a word touch each other, and all gaps between words are about as wide.
    """
    if len(letters) < _LONG_LINE or any(letter.gap for letter in letters[1:]):
        return inf
    size = letters[0].style.size or 1.0
    wide = [room for room in rooms if room > _FALSE_GAP * size]
    touching = all(room < _TOUCHING * size for room in rooms if room <= _FALSE_GAP * size)
    few = _FEWEST_WORDS * len(rooms) < len(wide) < _MOST_WORDS * len(rooms)
    return _FALSE_GAP * size if touching and few else inf


def _tracking(letters: list[Letter], rooms: list[float]) -> float:
    """Return how far apart the letters of a letter-spaced line stand, else 0.

    "Б ъ л г а р и я": nearly every gap of the line is there, and all but those between words
    are of one width. Digits stand apart in the columns of a table.
    """
    if len(letters) <= _FEWEST_GAPS:
        return 0.0
    words = [letter.text.isalpha() for letter in letters]
    rooms = [
        room
        for room, before, after in zip(rooms, words, words[1:], strict=False)
        if before and after
    ]
    if len(rooms) < _FEWEST_GAPS:
        return 0.0
    usual = median(rooms)
    if usual <= _FALSE_GAP * (letters[0].style.size or 1.0):
        return 0.0
    even = sum(abs(room - usual) <= _EVEN * usual for room in rooms)
    return usual if even >= _MOST_GAPS * len(rooms) else 0.0
