"""Hyphens at the end of a line: those of the word itself, and those that only cut it.

The document's own words decide first, then the spelling rules in `hyphen_rules`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from reader.text.hyphen_rules import Rules
from reader.text.words import search_key

_SOFT = "\u00ad"
_HYPHEN = "\u2010"
_NO_BREAK = "\u2011"
_HYPHENS = rf"\-{_HYPHEN}{_NO_BREAK}{_SOFT}"
_BREAK = re.compile(rf"[\w’'.]\s?[{_HYPHENS}]\s*$")
_LEFT = re.compile(rf"[\w’'{_HYPHENS}]*$")
_RIGHT = re.compile(rf"[\w’'{_HYPHENS}]*")
_PLAIN = str.maketrans({_HYPHEN: "-", _NO_BREAK: "-", _SOFT: None})
_PUNCTUATION = "„“”\"'()[]{}.,;:!?«»…‚‘’"
_LETTERS = re.compile(r"[^\W\d_]+")
# „научно- и развойна дейност“: the hyphen stands for the part that both words share.
_SUSPENDED = re.compile(r"(?:и|или)\s")
# A shorter piece says too little: „ико“ is the end of a name as well as a syllable.
_TELLING = 4


def ends_with_hyphen(text: str) -> bool:
    """Tell whether a line ends in a hyphen after a letter or digit: not in a dash."""
    return _BREAK.search(text) is not None


@dataclass(frozen=True)
class Hyphens:
    """Decides hyphens at line ends by the document's own words, then by rules.

    `words` are the document's words in lower case that stand whole inside a line. `typographic`
    tells that the document uses U+2010 for cut words only, `dashes` that it has " - " inside lines.
    """

    rules: Rules
    words: frozenset[str]
    typographic: bool = field(default=False)
    dashes: bool = field(default=False)

    def cuts(self, left: str, right: str) -> bool:
        """Tell whether a line ends in a hyphen: not in the dash of "… -".

        A dash it is where the document has such, or where both pieces are words of the document.
        """
        if not ends_with_hyphen(left):
            return False
        if not re.search(rf"\s[^{_SOFT}]$", left.rstrip()):
            return True
        first, second = _pieces(left.rstrip()[:-1].rstrip(), right.lstrip())
        return not (self.dashes or self.words.issuperset((first.lower(), second.lower())))

    def glue(self, left: str, right: str) -> str:
        """Return what stays of the hyphen at the end of the first text: "-", "- " or nothing."""
        left, right = left.rstrip(), right.lstrip()
        bare, hyphen = left[:-1].rstrip(), left[-1]
        first, second = _pieces(bare, right)
        if hyphen == _SOFT or (hyphen == _HYPHEN and self.typographic):
            return ""
        if _SUSPENDED.match(right):
            return "- "
        if _is_shouted(first, second, bare, right):
            first, second = first.lower(), second.lower()
        return "-" if hyphen == _NO_BREAK or self._keeps(first, second, bare, right) else ""

    def joined(self, left: str, right: str) -> str:
        """Return two pieces of text, of which the first ends in a hyphen, as one.

        The hyphen stays where it belongs to the word; any other space is not changed.
        """
        return left.rstrip()[:-1].rstrip() + self.glue(left, right) + right.lstrip()

    def _keeps(self, first: str, second: str, before: str, after: str) -> bool:
        if not first or not second:
            return True
        low_first, low_second = first.lower(), second.lower()
        if f"{low_first}-{low_second}" in self.words:
            return True
        if low_first + low_second in self.words:
            return False
        if first[-1].isdigit() or not second[0].islower() or (len(first) > 1 and first.isupper()):
            return True
        if re.search("[A-Za-z]", first + second):
            return not _is_foreign_text(first + second, before, after)
        return self._word_keeps(low_first, low_second)

    def _word_keeps(self, first: str, second: str) -> bool:
        """Decide by other forms of the same word, by words with the same beginning, by rules."""
        if _key(f"{first}-{second}") in self._keys:
            return True
        if not self.rules.is_compared(first, second) and _key(first + second) in self._keys:
            return False
        if len(second) >= _TELLING and first != "най" and first in self._first_parts:
            return True
        return self.rules.keep(first, second)

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(_key(word) for word in self.words if len(word) > _TELLING)

    @cached_property
    def _first_parts(self) -> frozenset[str]:
        """Beginnings of words with a hyphen, but not „по“ and „най“, which prove nothing."""
        firsts = (word.partition("-") for word in self.words)
        return frozenset(
            first
            for first, hyphen, rest in firsts
            if hyphen and first.isalpha() and len(first) > 2 and len(rest) >= _TELLING
        )


def _pieces(before: str, after: str) -> tuple[str, str]:
    """Return the two pieces of a word around the end of a line, with hyphens as "-"."""
    first, second = _LEFT.search(before), _RIGHT.match(after)
    return (
        first.group().translate(_PLAIN) if first else "",
        second.group().translate(_PLAIN) if second else "",
    )


def _key(word: str) -> str:
    """Return what all forms of a word share; the part before a hyphen stays as it is."""
    first, hyphen, last = word.rpartition("-")
    return first + hyphen + search_key(last)


def _neighbours(first: str, second: str, before: str, after: str) -> list[str]:
    """Return the words beside a cut word."""
    left = _LETTERS.findall(before[: len(before) - len(first)][-60:])[-1:]
    return left + _LETTERS.findall(after[len(second) :][:60])[:1]


def _is_shouted(first: str, second: str, before: str, after: str) -> bool:
    """Tell „ДОКУ-МЕНТ“ in a title of capitals from „САЩ-ЕС“ in a sentence."""
    if not first.isupper() or not second.isupper():
        return False
    return all(word.isupper() for word in _neighbours(first, second, before, after))


def _is_foreign_text(word: str, before: str, after: str) -> bool:
    """Tell a word in a text of Latin letters from a name in a Bulgarian sentence."""
    ends = _LETTERS.findall(before[-60:])[-3:-1] + _LETTERS.findall(after[:60])[1:3]
    return word.isascii() and word.isalpha() and bool(ends) and all(x.isascii() for x in ends)


def whole_words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words, in lower case, that cannot have been cut by a line end."""
    found: set[str] = set()
    cut = False
    for line in lines:
        words = line.split()
        begins = 1 if cut else 0
        cut = ends_with_hyphen(line)
        inner = words[begins : -1 if cut else None]
        found.update(word.strip(_PUNCTUATION).lower().translate(_PLAIN) for word in inner)
    return frozenset(found)
