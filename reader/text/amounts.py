"""Sums of money, percentages and quantities, as running text names them."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from reader.paths import resource
from reader.text.overlaps import apart

Found: TypeAlias = tuple[int, int, str]

# Every repeat has a bound, so that a page of figures takes no longer than a page of words.
_SPACE = r"[ \u00a0\u2009\u202f]"
_FIGURES = (
    rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,6}}(?:[.,]\d{{1,9}})?"  # 20 000 · 1 500 000.00
    r"|\d{1,3}(?:[’']\d{3}){1,6}(?:[.,]\d{1,9})?"  # 1’500
    r"|\d{1,3}(?:\.\d{3}){1,6}(?:,\d{1,9})?"  # 20.000,50
    r"|\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?"  # 1,500,000.50
    r"|\d{1,21}(?:[.,]\d{1,9})?)(?![.,’']?\d)"
)
# Not inside a number, though behind the stroke of „19,99 лв./10,22 €“ and behind a year.
_INSIDE = rf"(?<=\d{_SPACE})(?<!\d{{4}}{_SPACE})\d{{3}}(?!\d)"
_BEGINS = rf"(?<!\w)(?<!\d/)(?<!\d[.,’'])(?!{_INSIDE})"
_SIGN = r"(?:(?<![^\s(\[„“\"/])[+±−–-])?"
_CYRILLIC = re.compile("[а-я]", re.IGNORECASE)
_HALF = Decimal("0.5")
_TIGHT = re.compile(r"[\s’']")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
# „1,500“ is one and a half; only a further mark tells that the first is none of a fraction.
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The forms of amounts, and what their words stand for."""

    forms: tuple[re.Pattern[str], ...]
    units: Mapping[str, str]
    magnitudes: Mapping[str, int]
    numerals: Mapping[str, str]


def find(text: str) -> list[Found]:
    """Return (start, end, value) of each amount in a text, in order.

    Values are numbers without spaces and a unit: "200000000000 EUR", "5.5 pp", "10–20 %",
    "5000 km"; "" where the words count no exact number ("десетки милиони евро").
    """
    rules = _rules()
    return apart(
        (*match.span("it"), _value(match, rules))
        for form in rules.forms
        for match in form.finditer(text)
    )


def _value(match: re.Match[str], rules: _Rules) -> str:
    parts = match.groupdict()
    ends = [parts[name] for name in ("from", "number") if parts.get(name)] or ["1"]
    numbers = [_number(end, rules.numerals) for end in ends]
    larger = parts.get("million") or parts.get("thousand")
    more = _number(parts.get("millions") or "1", rules.numerals) if larger else Decimal(0)
    if None in numbers or more is None:
        return ""
    # „милион и половин“ is half of the million more.
    word = parts["magnitude"] or (larger if numbers[-1] == _HALF else None)
    added = more.scaleb(_power(larger, rules))
    scaled = (
        number.scaleb(_power(word, rules)) + added for number in numbers if number is not None
    )
    figures = "–".join(map(_plain, scaled))
    return f"{figures} {rules.units[_key(parts['unit'])]}"


def _power(word: str | None, rules: _Rules) -> int:
    return rules.magnitudes[_key(word)] if word else 0


def _number(words: str, numerals: Mapping[str, str]) -> Decimal | None:
    """Return the number of figures or of words; None where the words count no exact number."""
    if words[-1].isdigit():
        figures = _TIGHT.sub("", words).replace("−", "-").replace("–", "-").replace("±", "")
        unsigned = figures.lstrip("+-")
        if _THOUSANDS.fullmatch(unsigned):
            figures = figures.replace(".", "")
        elif _ENGLISH.fullmatch(unsigned):
            figures = figures.replace(",", "")
        return Decimal(figures.replace(",", "."))
    parts = [numerals[word] for word in words.lower().split() if word != "и"]
    return sum((Decimal(part) for part in parts), Decimal(0)) if all(parts) else None


def _plain(number: Decimal) -> str:
    whole = f"{number:f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


def _key(words: str) -> str:
    """Return how a word is looked up: units with Latin letters as they are, the others small."""
    joined = " ".join(words.split())
    return joined.lower() if _CYRILLIC.search(joined) else joined


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words; those with Cyrillic letters also with capitals."""
    forms = {form for word in words for form in _forms(word)}
    return "|".join(map(_one, sorted(forms, key=lambda form: (-len(form), form))))


def _forms(word: str) -> tuple[str, ...]:
    # Not a pattern that ignores capitals: those take four times as long.
    known = (word, word[:1].upper() + word[1:], word.upper())
    return known if _CYRILLIC.search(word) else (word,)


def _one(word: str) -> str:
    pattern = r"\s+".join(map(re.escape, word.split()))
    return rf"{pattern}(?!\w)" if word[-1].isalnum() else pattern


@cache
def _rules() -> _Rules:
    data = json.loads(resource("amounts_bg.json").read_text("utf-8"))
    codes = _codes(data, "currencies", "before", "shares", "units")
    magnitudes = {_key(word): int(p) for p, some in data["magnitudes"].items() for word in some}
    money = _any(word for some in data["currencies"].values() for word in some)
    before = _any(word for some in data["before"].values() for word in some)
    unit = rf"(?P<unit>{_any(codes)})"
    power = rf"(?P<magnitude>{_any(magnitudes)})"
    word = rf"(?:{_any(data['numerals'])})"
    counted = rf"{word}(?>(?:\s+(?:и\s+)?{word}){{0,7}})"
    number = rf"(?P<number>{_SIGN}{_FIGURES})"
    first = rf"(?P<from>{_SIGN}{_FIGURES})"
    larger = rf"(?P<millions>{_FIGURES})\s?(?P<million>{_any(magnitudes)})\s+(?:и\s+)?"
    more = rf"(?P<millions>{counted}|{_BEGINS}{_FIGURES})\s+(?P<million>{_any(magnitudes)})"
    thousands = rf"(?:{more}|(?P<thousand>{_any(data['one'])}))\s+(?:и\s+)?"
    dash = r"\s?[–—-]\s?"
    ended = rf"(?:\s?{power})?[\s-]?{unit}"
    forms = (
        rf"{_BEGINS}(?P<it>(?:{larger})?(?:{first}{dash})?{number}{ended})",
        # от 10 до 20 % · между 5 и 10 милиона евро
        rf"(?<!\w)(?:[Оо]т|[Мм]ежду)\s+(?P<it>{first}\s+(?:до|и)\s+{number}{ended})",
        rf"(?<!\w)(?P<it>(?P<unit>{before})\s?(?:{first}{dash})?{number}(?:\s?{power})?)",
        rf"(?<!\w)(?P<it>(?:{thousands})?(?P<number>{counted})(?:\s+{power})?\s+{unit})",
        rf"(?<!\w)(?P<it>(?P<magnitude>{_any(data['one'])})\s+(?P<unit>{money}))",
    )
    return _Rules(tuple(re.compile(form) for form in forms), codes, magnitudes, data["numerals"])


def _codes(data: Mapping[str, Mapping[str, list[str]]], *lists: str) -> dict[str, str]:
    return {
        _key(word): code for each in lists for code, words in data[each].items() for word in words
    }
