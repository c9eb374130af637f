"""The person's own way to say some words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from reader.model.pronunciation import Pronunciation, Pronunciations
from reader.speech.spoken.form import spoken_form
from reader.speech.spoken.pieces import Piece, Reading, verbatim, whole
from reader.speech.spoken.scan import Rule
from reader.text.normal import normal

_HOME = "bg"  # the language that has a spoken form
# What is one sign in several forms, as people and publishers type it.
_ALIKE = {"-": "[-‐‑]", "–": "[–‒]"} | dict.fromkeys("'’ʼ", "['’ʼ]")
_BEFORE, _AFTER = r"(?<!\w)", r"(?![\w\u0300\u0301])"
_NOT_SPEECH = re.compile(r"[\d_]|[^\w\s.,;:!?()„“”\"'’«»…–\u0300\u0301-]")


Run: TypeAlias = tuple[int, int, str]  # first letter, last letter, language


@dataclass(frozen=True, slots=True)
class Saying:
    """What a voice of a language says of the characters `start` to `end` of a text."""

    start: int
    end: int
    words: str
    language: str

    def moved(self, by: int) -> "Saying":
        """Return the same saying further on in a longer text."""
        return replace(self, start=self.start + by, end=self.end + by)


class Own:
    """A list of pronunciations, ready for use.

    Where several entries begin at one place the longest counts. What they say is said as it is;
    only digits and signs in it get their usual spoken form. A word of which an entry is a part
    is one saying with it.
    """

    def __init__(self, entries: Pronunciations) -> None:
        useful = sorted((entry for entry in entries if _words(entry)), key=_length, reverse=True)
        self._wholes = _by_letter(entry for entry in useful if entry.whole_word)
        self._parts = [entry for entry in useful if not entry.whole_word]
        self._said = {entry: _speech(entry.said, entry.language) for entry in useful}
        self._part = re.compile("|".join(f"({_pattern(entry)})" for entry in self._parts))
        ways = list(_wholes(self._wholes))
        if self._parts:
            inside = "|".join(map(_pattern, self._parts))
            ways.append(rf"{_BEFORE}\w*?(?:{inside})\w*")
        self.rule = Rule(re.compile("|".join(ways)), self._read) if ways else None

    def found(self, text: str) -> Iterator[Saying]:
        """Yield what is said of the words of a text that are in the list, in order."""
        if self.rule is not None:
            yield from map(self._saying, self.rule.pattern.finditer(text))

    def pieces(self, text: str) -> Iterator[Piece]:
        """Yield a text of a language that has no spoken form here, with the words of the list."""
        place = 0
        for saying in self.found(text):
            yield verbatim(text, place, saying.start)
            yield Piece(saying.words, saying.start, saying.end)
            place = saying.end
        yield verbatim(text, place, len(text))

    def lent(self, text: str, runs: Sequence[Run]) -> list[Run]:
        """Return the runs of a sentence with the words of the list in those of their voices.

        What has neither letters nor digits goes with what precedes it.
        """
        start, end = (runs[0][0], runs[-1][1]) if runs else (0, 0)
        sayings = [saying.moved(start) for saying in self.found(text[start:end])]
        found: list[Run] = []
        for run in _cut(runs, sayings) if sayings else runs:
            wordless = not any(map(str.isalnum, text[run[0] : run[1]]))
            if sayings and found and (wordless or found[-1][2] == run[2]):
                found[-1] = (found[-1][0], run[1], found[-1][2])
            else:
                found.append(run)
        return found

    def _read(self, match: re.Match[str]) -> Reading:
        return whole(match, self._saying(match).words)

    def _saying(self, match: re.Match[str]) -> Saying:
        if match.lastindex is not None:
            entry = self._wholes[match.lastindex - 1]
            return Saying(*match.span(), self._said[entry], entry.language)
        languages: list[str] = []

        def say(part: re.Match[str]) -> str:
            entry = self._parts[(part.lastindex or 1) - 1]
            languages.append(entry.language)
            return self._said[entry]

        words = self._part.sub(say, match.group())
        return Saying(*match.span(), _speech(words, languages[0]), languages[0])


def _words(entry: Pronunciation) -> list[str]:
    return normal(entry.written).split()


def _length(entry: Pronunciation) -> tuple[int, bool]:
    """Return what puts the longest first, and of two that are equal the one more exact."""
    return len(" ".join(_words(entry))), entry.match_case


def _by_letter(entries: Iterable[Pronunciation]) -> list[Pronunciation]:
    """Return entries that begin alike together, in the order in which they came."""
    return sorted(entries, key=_letter)


def _letter(entry: Pronunciation) -> str:
    first = _words(entry)[0][0]
    return first if len(first.lower()) > 1 else first.lower()  # "İ" has no small letter in one


def _wholes(entries: Iterable[Pronunciation]) -> Iterator[str]:
    """Yield patterns for whole words, a group for each entry.

    Those of one letter are looked at only where it begins a word: a list may be long.
    """
    for letter, some in groupby(entries, key=_letter):
        ways = "|".join(f"({_pattern(entry)}{_end(entry)})" for entry in some)
        before = _BEFORE if letter.isalnum() else ""
        yield f"{before}(?=(?i:{_sign(letter)}))(?:{ways})"


def _end(entry: Pronunciation) -> str:
    return _AFTER if _words(entry)[-1][-1].isalnum() else ""


def _pattern(entry: Pronunciation) -> str:
    """Return a pattern without groups; any space is as good as another."""
    words = r"\s+".join("".join(map(_sign, word)) for word in _words(entry))
    return f"(?:{words})" if entry.match_case else f"(?i:{words})"


def _sign(sign: str) -> str:
    return _ALIKE.get(sign, re.escape(sign))


def _speech(text: str, language: str) -> str:
    """Return words as they are, unless there is something in them that is no word."""
    said = " ".join(normal(text).split())
    if language != _HOME or not _NOT_SPEECH.search(said):
        return said
    return "".join(piece.words for piece in spoken_form(said)).strip()


def _cut(runs: Sequence[Run], sayings: Sequence[Saying]) -> list[Run]:
    """Return runs without the stretches of sayings, and these as runs of their own."""
    found = [(saying.start, saying.end, _voice(saying, runs)) for saying in sayings]
    for start, end, language in runs:
        place = start
        for saying in sayings:
            if place < saying.start and place < end:
                found.append((place, min(saying.start, end), language))
            place = max(place, saying.end)
        if place < end:
            found.append((place, end, language))
    return sorted(found)


def _voice(saying: Saying, runs: Sequence[Run]) -> str:
    """Return the language to say it in; a variety of it, such as "en-gb", stays."""
    around = next((run for run in runs if run[0] <= saying.start < run[1]), None)
    if around is not None and around[2].partition("-")[0].lower() == saying.language:
        return around[2]
    return saying.language


NOTHING = Own(())
