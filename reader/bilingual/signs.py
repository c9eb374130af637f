"""Minus and plus before numbers.

A minus is often said in other words, „-0,4 %“ for a fall of 0.4%, so it counts only against a plus,
and where temperatures are told.
"""

import re
from dataclasses import dataclass
from functools import cache

from reader.bilingual.facts import Fact
from reader.bilingual.worded import words_of

_SIGN = re.compile(r"[-−–+]$")
_NEVER = re.compile(r"(?!)")
_TEMPERATURE = "°C"


@dataclass(frozen=True, slots=True)
class Number:
    """A number, the sentence that states it, and the language of this."""

    text: str
    fact: Fact
    language: str


@dataclass(frozen=True, slots=True)
class _Words:
    """What says in a language on which side of zero a number lies."""

    minus: re.Pattern[str]
    plus: re.Pattern[str]
    below: re.Pattern[str]


def are_opposite(one: Number, other: Number) -> bool:
    """Tell whether two equal numbers lie on two sides of zero."""
    signs = [_sign(each)[0] for each in (one, other)]
    if sorted(signs) == ["+", "-"]:
        return True
    if sorted(signs) != ["", "-"] or _TEMPERATURE not in (one.fact.unit, other.fact.unit):
        return False
    unsigned = (one, other)[signs.index("")]
    words = _words(unsigned.language)
    return words is not None and words.below.search(unsigned.text) is None


def begin(number: Number) -> int:
    """Return where a number with its sign begins."""
    return _sign(number)[1]


def _sign(number: Number) -> tuple[str, int]:
    """Return "-" or "+" where one stands before a number, else "", as in „5–7“; where it begins."""
    text, start = number.text, number.fact.start
    if words := _words(number.language):
        for sign, pattern in (("-", words.minus), ("+", words.plus)):
            if said := pattern.search(text, 0, start):
                return sign, said.start()
    found = _SIGN.search(text, 0, start)
    if not found or _joins(text[: found.start()]):
        return "", start
    return "+" if found[0] == "+" else "-", found.start()


def _joins(before: str) -> bool:
    """Tell whether a dash behind these words is no sign of a number."""
    if before and not (before[-1].isspace() or before[-1] in '(„“"['):
        return True
    return before.rstrip()[-1:].isdigit() or before.rstrip().endswith(("%", "°C", "°"))


@cache
def _words(language: str) -> _Words | None:
    if (some := words_of(language)) is None:
        return None
    minus, plus = (_before(some.get(each)) for each in ("minus", "plus"))
    below = re.compile(rf"(?<!\w)(?:{some['below']})", re.IGNORECASE)
    return _Words(minus, plus, below)


def _before(words: str | None) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})\s$", re.IGNORECASE) if words else _NEVER
