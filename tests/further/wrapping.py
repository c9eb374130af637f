"""Wraps lines as browsers, word processors and mail programs do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.further.syllables import softened

# Widths of letters in units of a middling one, for fonts that are not monospaced.
_NARROW = dict.fromkeys("ijl.,:;!|'()[]/ -„“", 0.55)
_WIDE = dict.fromkeys("жшщюмфыЖШЩЮМФАБВДНОПРСТmwMW—", 1.3)
_WIDTHS = _NARROW | _WIDE
_MARKS = re.compile(r"(?<=[-/])(?=\w)")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How lines end; `width` is in letters, 0 for lines as long as their paragraph.

    `cut` tells where long addresses end a line: "overflow" when one is longer than a line, at
    any letter; "marks" after a hyphen or slash; "whole" never. `hyphen` stands where a word is
    divided by syllables, "" where none is.
    """

    width: int
    proportional: bool
    cut: str
    hyphen: str
    trailing_space: bool

    def lines(self, text: str, first: str = "", rest: str = "") -> list[str]:
        """Return the lines of one paragraph; `first` and `rest` stand before them."""
        if not self.width:
            return [first + text]
        return list(self._wrapped(text, first, rest))

    def _wrapped(self, text: str, first: str, rest: str) -> Iterator[str]:
        line, empty = first, True
        end = " " if self.trailing_space else ""
        for whole in text.split(" "):
            word = whole
            while word:
                gap = "" if empty else " "
                if self._fits(line + gap + word):
                    line, empty = line + gap + word, False
                    break
                head, word = self._divided(word, line + gap, alone=empty)
                if head:
                    yield line + gap + head
                elif empty:  # longer than a line, and nowhere to be divided
                    yield line + word
                    word = ""
                else:
                    yield line + end
                line, empty = rest, True
        if not empty:
            yield line

    def _fits(self, line: str) -> bool:
        if not self.proportional:
            return len(line) <= self.width
        return sum(_WIDTHS.get(letter, 1.0) for letter in line) <= self.width

    def _divided(self, word: str, before: str, *, alone: bool) -> tuple[str, str]:
        """Return what of the word still stands on this line, and the rest."""
        if "://" in word:
            return self._divided_address(word, before, alone=alone)
        for head, rest in reversed(list(self._divisions(word))):
            if self._fits(before + head):
                return head, rest
        return "", word

    def _divided_address(self, word: str, before: str, *, alone: bool) -> tuple[str, str]:
        places = [found.start() for found in _MARKS.finditer(word)] if self.cut == "marks" else []
        if self.cut == "overflow" and alone:
            places = list(range(1, len(word)))
        fitting = [place for place in places if self._fits(before + word[:place])]
        return (word[: fitting[-1]], word[fitting[-1] :]) if fitting else ("", word)

    def _divisions(self, word: str) -> Iterator[tuple[str, str]]:
        soft = softened(word) if self.hyphen else word
        for place, letter in enumerate(soft):
            head, rest = soft[:place].replace("\u00ad", ""), soft[place:].replace("\u00ad", "")
            if letter == "\u00ad":
                yield head + self.hyphen, rest
            elif letter.isalpha() and place > 1 and soft[place - 1] == "-" and head[-2].isalpha():
                yield head, rest
