"""How a language writes numbers: its words for them, its units, its decimal mark."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from reader.paths import resource
from reader.text.dates import MONTHS
from reader.text.numerals import Form, Gender, cardinal, definite, ordinal

_NOTHING: Mapping[str, Any] = {}
_HALF = Decimal("0.5")
_JOINTS = ("и", "and", "a", "et")
_COUNTED_ON = (60, 80)  # French goes on to nineteen: soixante-quinze, quatre-vingt-onze
_ORDINALS = (*range(1, 21), *range(30, 100, 10), 100)
_LISTED = ("en", "fr", "de")  # beside Bulgarian: resources/amounts_<language>.json
_LARGEST_PART = 10  # „една десета“; higher ranks hardly ever say anything but a rank
_CLOCKS = {
    "bg": r"(?P<hours>[01]?\d|2[0-4])(?:[.,:](?P<minutes>[0-5]\d))?"
    r"(?:\s?ч\.?(?!\w)|\s?час|(?<=:\d\d)"
    r"|(?=\s?(?:до|и|[-–—])\s?\d\d?(?:[.,:]\d\d)?\s?ч(?:ас|(?!\w))))",
    "en": r"(?P<hours>[01]?\d|2[0-4])(?:[.:](?P<minutes>[0-5]\d))?"
    r"(?:\s?(?P<half>[ap])\.?m\b|\s?o.clock|\s?(?:hrs|h)\b|(?<=:\d\d))",
    "": r"(?P<hours>[01]?\d|2[0-4])(?:(?:[.:]|\s?h\s?)(?P<minutes>[0-5]\d))?"
    r"(?:\s?(?:h|heures?|Uhr|ore)\b|(?<=:\d\d)|(?<=h\d\d)|(?<=h\s\d\d))",
}


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What a language calls numbers; words are in small letters, but for those of units."""

    language: str
    decimal_mark: str
    numerals: Mapping[str, Decimal]
    ranks: Mapping[str, Decimal]
    rough: frozenset[str]
    magnitudes: Mapping[str, int]
    alone: frozenset[str]
    hundreds: frozenset[str]  # those that a smaller numeral multiplies: "two hundred"
    units: Mapping[str, str]
    times: frozenset[str]  # those units that tell how long something takes
    unit_after: re.Pattern[str]
    unit_before: re.Pattern[str]
    clock: re.Pattern[str]
    months: Mapping[str, int]

    @property
    def known(self) -> bool:
        """Whether numbers and months are known in words at all."""
        return bool(self.months)

    def may_begin(self, word: str) -> bool:
        """Tell whether a number may begin with a word: most words need no second look."""
        return word in self.numerals or word in self.magnitudes or word == "a"

    def add_up(self, words: Sequence[str]) -> tuple[Decimal, int, bool]:
        """Return what the first words are worth together, how many they are, and whether roughly.

        No words are taken where the first is no number.
        """
        so_far, index = _Sum(), 0
        while index < len(words):
            word, step = self._next(words, index)
            if word not in _JOINTS or not (so_far.taken or word == "a"):
                if not self._take(word, so_far):
                    break
                so_far.taken = index + step
            index += step
        return so_far.total + so_far.group, so_far.taken, so_far.rough

    def _next(self, words: Sequence[str], index: int) -> tuple[str, int]:
        """Return the numeral at a place, and of how many words it is made: "quatre-vingt"."""
        word = words[index]
        both = f"{word}-{words[index + 1]}" if index + 1 < len(words) else word
        return (both, 2) if both != word and both in self.numerals else (word, 1)

    def _take(self, word: str, so_far: "_Sum") -> bool:
        """Add a word to a sum; return False where it does not go on with it."""
        power, value = self.magnitudes.get(word), self.numerals.get(word)
        if word in self.hundreds and 0 < so_far.group < 10:
            so_far.group, so_far.room = so_far.group * 100, Decimal(100)
        elif power and 10**power < so_far.scale and (so_far.group or self._opens(word, so_far)):
            so_far.scale = Decimal(10**power)
            so_far.total += (so_far.group or 1) * so_far.scale
            so_far.group, so_far.room = Decimal(0), so_far.scale
        elif value == _HALF and so_far.total and not so_far.group:  # „милион и половина“
            so_far.group, so_far.room = value * so_far.scale, Decimal(0)
        elif value is not None and value < so_far.room:
            so_far.group += value
            so_far.room = _below(value)
            so_far.rough = so_far.rough or word in self.rough
        else:
            return False
        return True

    def _opens(self, word: str, so_far: "_Sum") -> bool:
        return word in self.alone and not so_far.taken


@dataclass(slots=True)
class _Sum:
    """A number as far as its words have been read; what comes next must be below `room`."""

    total: Decimal = Decimal(0)
    group: Decimal = Decimal(0)
    scale: Decimal = Decimal(10**15)
    room: Decimal = Decimal(1000)
    taken: int = 0
    rough: bool = False


def _below(value: Decimal) -> Decimal:
    """Return below what a further numeral must stay: twenty-one, but not eleven-one."""
    if value in _COUNTED_ON:
        return Decimal(20)
    for step in (100, 10):
        if value >= step and value % step == 0 and value != 10:
            return Decimal(step)
    return Decimal(1)


@cache
def number_words(language: str) -> NumberWords:
    """Return the words of a language; one that is not known has figures and signs alone."""
    data = _data(language)
    units = {
        word: code
        for part in ("before", "currencies", "shares", "units", "times")
        for code, some in data.get(part, _NOTHING).items()
        for word in some
    }
    signs = {"%": "%", "‰": "‰", "€": "EUR", "$": "USD", "£": "GBP", "EUR": "EUR", "USD": "USD"}
    units = {**signs, **units}
    before = {
        **signs,
        **{w: code for code, some in data.get("before", _NOTHING).items() for w in some},
    }
    numerals = {word: Decimal(value) for word, value in _numerals(language, data).items() if value}
    ranks = _ranks(language, data)
    parts = {word for word, value in ranks.items() if value <= _LARGEST_PART}
    rounded = {word: Decimal(value) for word, value in data.get("rounded", _NOTHING).items()}
    return NumberWords(
        language,
        "." if language == "en" else ",",
        {**ranks, **numerals, **rounded},
        ranks,
        frozenset({*parts, *rounded} - numerals.keys()),
        _magnitudes(data),
        frozenset(data.get("one", ())),
        frozenset(data.get("hundreds", ())),
        units,
        frozenset(data.get("times", ())),
        re.compile(rf"\.?[\s-]{{0,2}}(?P<unit>{_any(units)})"),
        re.compile(rf"(?:(?<!\w)|(?<=\W))(?P<unit>{_any(before)})\s?$"),
        re.compile(_CLOCKS.get(language, _CLOCKS[""])),
        _months(language, data),
    )


def _data(language: str) -> Mapping[str, Any]:
    if language == "bg":
        more = json.loads(resource("numerals_bg.json").read_text("utf-8"))
        data = json.loads(resource("amounts_bg.json").read_text("utf-8"))
        return {
            **data,
            "numerals": {**data["numerals"], **more["numerals"]},
            "rounded": more["rounded"],
            "times": more["times"],
            "units": _both(data["units"], more["units"]),
            "magnitudes": _both(data["magnitudes"], more["magnitudes"]),
        }
    if language in _LISTED:
        return dict(json.loads(resource(f"amounts_{language}.json").read_text("utf-8")))
    return _NOTHING


def _both(some: Mapping[str, list[str]], more: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {code: [*some.get(code, ()), *more.get(code, ())] for code in {**some, **more}}


def _numerals(language: str, data: Mapping[str, Any]) -> Mapping[str, str]:
    listed: dict[str, str] = dict(data.get("numerals", _NOTHING))
    if language == "bg":
        for number in range(1, 20):
            for gender in Gender:
                listed.setdefault(cardinal(number, gender), str(number))
                listed.setdefault(definite(number, gender), str(number))
        # „петгодишен“ is one word.
        times = [word for some in data["times"].values() for word in some]
        listed |= {
            word + time: value
            for word, value in listed.items()
            for time in times
            if word + time not in data["rounded"]
        }
    elif between := data.get("between"):
        listed |= dict(_joined(listed, between))
    return listed


def _joined(listed: Mapping[str, str], between: str) -> Iterator[tuple[str, str]]:
    """Yield numerals of units and tens in one word: „siebenundzwanzig“."""
    units = [(word, int(value)) for word, value in listed.items() if int(value) < 10]
    tens = [(word, int(value)) for word, value in listed.items() if 20 <= int(value) < 100]
    for ten, more in tens:
        yield from ((unit + between + ten, str(more + less)) for unit, less in units)


def _ranks(language: str, data: Mapping[str, Any]) -> dict[str, Decimal]:
    if language == "bg":
        return {ordinal(number, form): Decimal(number) for number in _ORDINALS for form in Form}
    return {
        word + ending: Decimal(value)
        for word, value in data.get("ordinals", _NOTHING).items()
        for ending in data.get("endings", ("",))
    }


def _magnitudes(data: Mapping[str, Any]) -> dict[str, int]:
    return {
        word.rstrip("."): int(power)
        for power, some in data.get("magnitudes", _NOTHING).items()
        for word in some
    }


def _months(language: str, data: Mapping[str, Any]) -> Mapping[str, int]:
    if listed := data.get("months"):
        return dict(listed)
    cyrillic = language == "bg"
    return {
        name: number
        for name, number in MONTHS.items()
        if (name[0] > "z") == cyrillic and (cyrillic or language == "en")
    }


def _any(words: Iterable[str]) -> str:
    return "|".join(map(_one, sorted(words, key=lambda word: (-len(word), word))))


def _one(word: str) -> str:
    pattern = r"\s+".join(map(re.escape, word.split()))
    return rf"{pattern}(?!\w)" if word[-1].isalnum() else pattern
