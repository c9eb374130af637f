"""How wide the lines of a plain text are, and how much room they leave."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise, repeat

from reader.repair import marks

# Widths of letters in usual faces, as shares of a usual small letter.
_SANS = {
    letter: width
    for letters, width in (
        ("'", 0.40),
        ("ijl,", 0.45),
        ("I .:;", 0.50),
        ("![]", 0.55),
        ("ft()-", 0.60),
        ("J/", 0.65),
        ('r“"', 0.70),
        ("г„•", 0.75),
        ("зтsz?_", 0.85),
        ("сухcvxy", 0.90),
        ("кГkFL–", 0.95),
        ("блопрЕЗТbdhnopquESTYZ", 1.05),
        ("дийнцБКРУХKPX+=", 1.10),
        ("ъАВСЬЯABCRV", 1.15),
        ("Ч", 1.20),
        ("ДЛDU&", 1.25),
        ("мИЙНПЦЪGHN", 1.30),
        ("жфОwOQ", 1.35),
        ("Ф", 1.40),
        ("ю", 1.45),
        ("ш%", 1.50),
        ("щ", 1.55),
        ("ЖМmM", 1.60),
        ("W", 1.65),
        ("—@", 1.70),
        ("Ш", 1.75),
        ("ЩЮ", 1.80),
    )
    for letter in letters
}
_SERIF = {
    letter: width
    for letters, width in (
        ("'", 0.40),
        (" .,", 0.50),
        ("ijl:;/", 0.55),
        ("t-", 0.60),
        ("fI!()[]", 0.65),
        ("rJ", 0.75),
        ('s"', 0.80),
        ("гз“•", 0.85),
        ("стьcz?–„_", 0.90),
        ("авехaevxy", 0.95),
        ("лрцчъbdghnpqu0123456789", 1.05),
        ("ийнпРP", 1.10),
        ("ГТЬFLST", 1.15),
        ("БЕEZ", 1.20),
        ("+=", 1.25),
        ("мфВКСУХЧBCRXY", 1.30),
        ("АДЪЯAKV", 1.35),
        ("ЛОDGOQ", 1.40),
        ("жИЙНПЦwHNU", 1.45),
        ("юФ&", 1.50),
        ("шщm", 1.55),
        ("%", 1.65),
        ("МM@", 1.75),
        ("W", 1.80),
        ("Ж—", 1.85),
        ("ШЩ", 1.95),
        ("Ю", 2.05),
    )
    for letter in letters
}
# A line that reaches less than this share of the full width leaves room for another word.
_SLACK = 0.96
# So many wrapped lines near a line tell how wide its column is; a block's own tell it alone.
_NEAR = 6
_OWN = 2
# Where so many line ends of a hundred cut a word, a line ends with the first syllable that fits.
_HYPHENATED = 0.04
_SYLLABLE = 3
_CUT_WORD = re.compile(r"(?:^|\s)[^\W\d_]{3,}[-\u00ad\u2010]$")
_PIECE = re.compile(r"\S+?(?<=[-/?])(?<!/)|\S+?(?<=[^/]/)(?!/)|\S+")


def sans(text: str) -> float:
    """Return the width of a text in a usual face without serifs."""
    return sum(map(_SANS.get, text, repeat(1.0)))


def serif(text: str) -> float:
    """Return the width of a text in a usual face with serifs."""
    return sum(map(_SERIF.get, text, repeat(1.0)))


def is_wrap(above: str, below: str) -> bool:
    """Tell whether a line surely goes on in the one below: inside a sentence, a small letter."""
    return below[:1].islower() and not marks.ends_sentence(above) and "://" not in above


class Measure:
    """How wide lines are: by letters of different widths, or by their count."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._of = min((sans, serif, _count), key=lambda width: _misfits(texts, width))
        self._widths = [0.0 if "://" in text else self._of(text) for text in texts]
        self.full = _full(texts, self._of)
        self.wraps = [n for n, pair in enumerate(pairwise(texts)) if is_wrap(*pair)]
        cut = sum(_CUT_WORD.search(text) is not None for text in texts)
        self._hyphenated = cut > _HYPHENATED * len(texts)

    def of(self, text: str) -> float:
        """Return the width of a text."""
        return self._of(text.strip())

    def room(self, start: int, index: int) -> float:
        """Return what was left free before line `index` if its first word had stayed above.

        It is a share of the full width of the column that begins at line `start`; below 0 where
        the word did not fit.
        """
        full = self._column(start, index) or 1.0
        taken = self._of(self._texts[index - 1]) + self._of(" " + self._piece(self._texts[index]))
        return 1 - taken / full

    def free(self, start: int, index: int) -> float:
        """Return the share of the column's width that the line above line `index` leaves free."""
        return 1 - self._widths[index - 1] / (self._column(start, index) or 1.0)

    def share(self, index: int) -> float:
        """Return the share of the full width that a line takes."""
        return self._of(self._texts[index]) / (self.full or 1.0)

    def _piece(self, text: str) -> str:
        """Return the letters that might have stayed in the line above."""
        found = _PIECE.match(text)
        word = found.group() if found else ""
        if self._hyphenated and word.isalpha() and len(word) > _SYLLABLE + 1:
            return word[:_SYLLABLE] + "-"
        return word

    def _column(self, start: int, index: int) -> float:
        """Return how wide the lines are that stand where line `index` and the one above stand."""
        own = self._widths[start : index + 1]
        if index - start > _OWN:
            return max(own)
        return max((*own, *(self._widths[near] for near in self._near(index))))

    def _near(self, index: int) -> list[int]:
        place = bisect_left(self.wraps, index)
        around = self.wraps[max(0, place - _NEAR) : place + _NEAR]
        return sorted(around, key=lambda near: abs(near - index))[:_NEAR]


def _count(text: str) -> float:
    return float(len(text))


def _full(texts: Sequence[str], width: Callable[[str], float]) -> float:
    """Return the width of a full line; addresses, which cannot be cut, do not count."""
    widths = sorted(width(text) for text in texts if "://" not in text) or [0.0]
    return widths[-1 - len(widths) // 40] if len(widths) > 8 else widths[-1]


def _misfits(texts: Sequence[str], width: Callable[[str], float]) -> int:
    """Count lines that go on inside a sentence though the next word would have fitted."""
    full = _full(texts, width)
    return sum(
        width(above) + width(" " + below.split()[0]) < _SLACK * full
        for above, below in pairwise(texts)
        if below[:1].islower()
    )
