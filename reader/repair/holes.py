"""Letters that a print lost: ligatures of Latin fonts that are mapped to no letter.

"h\ufffdps://" is "https://" wherever it stands; of other words the document itself knows what
they are, or its addresses do.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from reader.model.raw import RawDocument, RawLine, Repair
from reader.repair.knowledge import Knowledge
from reader.repair.runs import substitute, with_runs
from reader.repair.step import Done, made

_HOLE = "\ufffd"
_LIGATURES = ("ti", "tt", "ft", "fi", "ff", "fl", "tti", "ffi", "ffl", "fft", "fj", "Th")
_BROKEN = re.compile(rf"[^\s()<>„“”\"«»]*{_HOLE}[^\s()<>„“”\"«»]*")
_PART = re.compile(rf"[A-Za-z{_HOLE}]*{_HOLE}[A-Za-z{_HOLE}]*")
_WORD = re.compile(r"[A-Za-z]{3,}")
_SCHEMES = ("http", "https", "mailto")
# Of a word with more holes nothing is left to know it by.
_MOST_HOLES = 2


def fill_holes(document: RawDocument, knowledge: Knowledge) -> Done:
    """Put the letters back into Latin words that can be but one word."""
    if not any(_HOLE in line.text for line in document.lines):
        return document, ()
    filler = _Filler(document, knowledge)
    repairs: list[Repair] = []
    lines = [filler.filled(line, repairs) for line in document.lines]
    return replace(document, lines=tuple(lines)), tuple(repairs)


class _Filler:
    """Knows the words and addresses of a document."""

    def __init__(self, document: RawDocument, knowledge: Knowledge) -> None:
        self._addresses = tuple(
            dict.fromkeys(run.link for line in document.lines for run in line.runs if run.link)
        )
        self._words = {
            *_SCHEMES,
            *_words(knowledge.institutions),
            *_words([knowledge.notices.service]),
            *_words(line.text for line in document.lines),
            *_words(self._addresses),
        }

    def filled(self, line: RawLine, repairs: list[Repair]) -> RawLine:
        """Return a line with the holes filled that can be filled in one way only."""
        for found in reversed(list(_BROKEN.finditer(line.text))):
            before = found.group()
            after = self._by_address(before) or _PART.sub(self._by_word, before)
            if after != before:
                line = with_runs(line, substitute(line.runs, *found.span(), after))
                repairs.append(made("missing-letters", line, before, after))
        return line

    def _by_address(self, broken: str) -> str | None:
        """Return the part of the document's addresses that a broken one is."""
        if "/" not in broken:
            return None
        ligature = "(?:" + "|".join(_LIGATURES) + ")"
        pattern = re.compile(ligature.join(map(re.escape, broken.split(_HOLE))))
        known = {match.group() for each in self._addresses for match in pattern.finditer(each)}
        return known.pop() if len(known) == 1 else None

    def _by_word(self, found: re.Match[str]) -> str:
        broken = found.group()
        pieces = broken.split(_HOLE)
        if len(pieces) - 1 > _MOST_HOLES:
            return broken
        filled = {
            "".join(map("".join, zip(pieces, (*letters, ""), strict=True)))
            for letters in product(_LIGATURES, repeat=len(pieces) - 1)
        }
        known = [word for word in filled if word in self._words or word.lower() in self._words]
        return known[0] if len(known) == 1 else broken


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _WORD.findall(text)
