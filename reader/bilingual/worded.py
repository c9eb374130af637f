"""What sentences say in words: quarters and halves of a year, fractions, ranks, days of the week.

Translators put such things in many ways, so they are compared only where both sides say them
plainly; what is vague ("the previous quarter") is found too, for it may stand for any of them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum, auto
from fractions import Fraction
from functools import cache
from typing import Any

from reader.bilingual import figures
from reader.bilingual.number_words import number_words
from reader.paths import resource
from reader.text.numerals import roman_value

_QUARTERS = 4
_HALVES = 2
_LOWEST_RANK = 3  # first and second are said in too many other ways
_SHORT = r"[- \u00a0]"


class Kind(StrEnum):
    """What is said; what one kind has taken is not looked at for those behind it."""

    SHARE = auto()
    QUARTER = auto()
    HALF_YEAR = auto()
    RANK = auto()
    WEEKDAY = auto()


@dataclass(frozen=True, slots=True)
class Worded:
    """One such statement; `value` is None where it is vague.

    `rough` tells that its words may be no rank at all, so that `figures` compares it with none.
    """

    start: int
    end: int
    kind: Kind
    value: Fraction | None
    rough: bool = True


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What finds the statements of a language; a part of a year has a rank, a sign, or neither."""

    quarter: re.Pattern[str]
    half_year: re.Pattern[str]
    rank: re.Pattern[str]
    share: re.Pattern[str]
    counts: dict[str, int]
    parts: dict[str, int]
    floor: re.Pattern[str]
    weekday: re.Pattern[str]
    weekdays: dict[str, int]


def find(text: str, language: str) -> list[Worded]:
    """Return what a text says in words; nothing for a language that is not known."""
    if (patterns := _patterns(language)) is None:
        return []
    some = (_ranks(text, language, patterns), _weekdays(text, patterns))
    return _apart((parts(text, language), *some))


def parts(text: str, language: str) -> list[Worded]:
    """Return the parts of a whole and of a year that a text says in words."""
    if (patterns := _patterns(language)) is None:
        return []
    return _apart(
        (
            _shares(text, patterns),  # "three quarters" are none of a year
            _of_a_year(text, Kind.QUARTER, patterns.quarter, patterns, language),
            _of_a_year(text, Kind.HALF_YEAR, patterns.half_year, patterns, language),
        )
    )


def _apart(some: Iterable[Iterable[Worded]]) -> list[Worded]:
    found: list[Worded] = []
    for kind in some:
        found += [each for each in kind if not _overlaps(each, found)]
    return found


def _overlaps(one: Worded, others: Iterable[Worded]) -> bool:
    return any(
        one.start < each.end and each.start < one.end and one.kind != each.kind for each in others
    )


def _of_a_year(
    text: str, kind: Kind, pattern: re.Pattern[str], patterns: _Patterns, language: str
) -> Iterator[Worded]:
    """Yield the parts of a year; „първото и второто тримесечие“ are two."""
    for match in pattern.finditer(text):
        ranks = [match["sign"]] if match["sign"] else patterns.rank.findall(match["ranks"] or "")
        values = [_value(each, language) for each in ranks]
        for value in values or [None]:
            yield Worded(*match.span(), kind, value)


def _value(rank: str, language: str) -> Fraction | None:
    """Return which one a rank means, be it in words, in figures or in Roman ones."""
    if digits := re.match(r"\d", rank):
        return Fraction(digits[0])
    known = number_words(language).ranks.get(rank.lower())
    value = known or roman_value(rank.rstrip(".").partition("-")[0])
    return Fraction(value) if value else None


def _shares(text: str, patterns: _Patterns) -> Iterator[Worded]:
    for match in patterns.share.finditer(text):
        if match["half"]:
            if not match["not"]:
                yield Worded(*match.span("half"), Kind.SHARE, Fraction(1, 2))
            continue
        count = patterns.counts.get(match["count"].lower())
        part = patterns.parts.get(match["part"].lower())
        if count and part:  # "ſ" matches "s", but is no small form of it
            yield Worded(*match.span(), Kind.SHARE, Fraction(count, part))


def _ranks(text: str, language: str, patterns: _Patterns) -> Iterator[Worded]:
    ranks = number_words(language).ranks
    for figure in figures.find(text, language):
        *before, last = re.split(r"[\s-]", text[figure.start : figure.end].lower())
        value = max(
            (each for each in figure.worth if not isinstance(each, str)), default=Decimal(0)
        )
        if not before:  # „четвърти“ alone is no part
            value = ranks.get(last, value)
        if not figure.spelt or last not in ranks or value < _LOWEST_RANK or value % 1:
            continue
        if not patterns.floor.match(text, figure.end):
            yield Worded(figure.start, figure.end, Kind.RANK, Fraction(value), figure.rough)


def _weekdays(text: str, patterns: _Patterns) -> Iterator[Worded]:
    for match in patterns.weekday.finditer(text):
        if number := patterns.weekdays.get(match["day"].lower()):
            yield Worded(*match.span("day"), Kind.WEEKDAY, Fraction(number))


@cache
def share_joint(language: str) -> re.Pattern[str] | None:
    """Return what stands between the numbers of "four people out of ten"; None if not known."""
    some = words_of(language)
    return re.compile(rf"(?:\s\w+)?\s(?:{some['out_of']})\s", re.IGNORECASE) if some else None


def words_of(language: str) -> dict[str, Any] | None:
    """Return the words of a language in `worded.json`, by what they say."""
    data: dict[str, Any] = json.loads(resource("worded.json").read_text("utf-8"))
    return some if isinstance(some := data.get(language), dict) else None


@cache
def _patterns(language: str) -> _Patterns | None:
    if (some := words_of(language)) is None:
        return None
    words = (word for word, value in number_words(language).ranks.items() if value <= _QUARTERS)
    rank = rf"(?:{_any(words)}|(?:[1-4](?!\d)|IV|I{{1,3}})(?:{some['rank_ending']})?)"
    joint = rf"(?:\s?[,–-]\s?|\s(?:{some['joint']})\s)"
    ranks = rf"(?<!\w)(?P<ranks>{rank}(?:{joint}{rank}){{0,3}}){_SHORT}"
    return _Patterns(
        _part_of_year(ranks, some["quarter"], some["quarter_sign"], _QUARTERS),
        _part_of_year(ranks, some["half"], some["half_sign"], _HALVES),
        re.compile(rf"(?<!\w){rank}(?!\w)", re.IGNORECASE),
        re.compile(
            rf"(?<!\w)(?:(?P<count>{_any(some['count'])}){_SHORT}(?P<part>{_any(some['part'])})"
            rf"|(?:(?P<not>{some['not_half']})\s)?(?P<half>{some['whole_half']}))(?![\w-])",
            re.IGNORECASE,
        ),
        dict(some["count"]),
        dict(some["part"]),
        re.compile(rf"\s(?:{some['floor']})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?P<day>{_any(some['weekday'])})(?!\w)", re.IGNORECASE),
        {day: number for number, day in enumerate(some["weekday"], start=1)},
    )


def _part_of_year(ranks: str, noun: str, sign: str, last: int) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{ranks})?(?<!\w)(?:{noun})(?!\w)|(?<!\w){sign}(?P<sign>[1-{last}])(?!\w)",
        re.IGNORECASE,
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
