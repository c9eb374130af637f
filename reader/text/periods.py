"""Days, months, years and the time between them, as running Bulgarian text names them."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeAlias

from reader.paths import resource
from reader.text import dates
from reader.text.normal import small
from reader.text.overlaps import apart

Found: TypeAlias = tuple[int, int, str]

_DASH = r"\s?[–—‑-]\s?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:-?(?:ви|ри|ти|ми)|-и)?"
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_BEGINNING = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.?"
_NUMERIC = rf"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2]|[ivx]{{1,4}})\.{_YEAR}(?!\.?\d)"
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_BEGUN = re.compile(r"(\d{1,2})\.(\d{1,2})\.?")
_FOUR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_VERSION = re.compile(r"\.\d")  # "1.2.2020.3" is no date
_BOUNDS = re.compile(r"\s?[–—‑-](?!(?:ви|ри|ти|ми|и)\b)\s?|\s*/\s*|\s+(?:и|до)\s+|,\s+")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The forms of periods, and how their pieces are read."""

    forms: tuple[re.Pattern[str], ...]
    months: dict[str, int]
    terms: dict[str, str]
    month: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Day:
    """What one end of a period names; 0 for what it leaves open."""

    year: int = 0
    month: int = 0
    day: int = 0


def find(text: str) -> list[Found]:
    """Return (start, end, value) of each date or period in a text, in order.

    Values are as in ISO 8601: "2025-02-11", "2025-03-11/2025-03-13", "2025-02", "2030", and
    "--02-11" where no year is named; parts of a year are "2025-Q1" and "2025-H2".
    """
    days = (
        (start, end, day.isoformat())
        for start, end, day in dates.find(text)
        if not _VERSION.match(text, end)
    )
    return apart([*days, *_found(small(text))])


def _found(text: str) -> Iterator[Found]:
    """Yield what the forms find in a text of small letters."""
    rules = _rules()
    for form in rules.forms:
        for match in form.finditer(text):
            start, end = match.span("it")
            value = _value(text[start:end], rules)
            if value:
                yield start, end, value


def _value(text: str, rules: _Rules) -> str:
    """Return what a text stands for, or "" where the calendar has no such day."""
    joined = " ".join(text.split())
    for words, code in rules.terms.items():
        if joined.startswith(words):
            return f"{_FOUR.findall(joined)[-1]}-{code}"
    ends = _completed([_day(part, rules) for part in _BOUNDS.split(joined)])
    written = [_written(end) for end in ends]
    if not all(written) or _backwards(ends):
        return ""
    return written[0] if len(written) == 1 else f"{written[0]}/{written[-1]}"


def _day(text: str, rules: _Rules) -> _Day:
    if numeric := re.match(r"(\d+)\.(\w+)\.(\d{4})", text):
        number = _ROMAN.index(numeric[2]) if numeric[2] in _ROMAN else int(numeric[2])
        return _Day(int(numeric[3]), number, int(numeric[1]))
    if begun := _BEGUN.fullmatch(text):
        return _Day(0, int(begun[2]), int(begun[1]))
    month = rules.month.search(text)
    year = _FOUR.search(text)
    day = re.match(r"\d{1,2}(?!\d)", text)
    return _Day(
        int(year[0]) if year else 0,
        rules.months[month[0]] if month else 0,
        int(day[0]) if day else 0,
    )


def _completed(ends: list[_Day]) -> list[_Day]:
    """Give the earlier ends the month and the year that only the last one names.

    "2025/26 г." ends in a year of two figures.
    """
    *earlier, last = ends
    if earlier and last.day and not last.month and earlier[0].year and not earlier[0].day:
        return [*earlier, _Day(earlier[0].year // 100 * 100 + last.day)]
    return [_end(end, last) for end in ends]


def _end(end: _Day, last: _Day) -> _Day:
    """Give an end what the last one names.

    „28 декември – 3 януари 2025 г.“ begins in the year before.
    """
    month = end.month or (last.month if end.day else 0)
    before = not end.year and last.year and month > last.month > 0
    return _Day(end.year or last.year - bool(before), month, end.day)


def _backwards(ends: list[_Day]) -> bool:
    """Tell whether the days run back: „от 5 до 1.3.2025“ is no period."""
    first, last = ends[0], ends[-1]
    return (first.year, first.month) == (last.year, last.month) and first.day > last.day > 0


def _written(end: _Day) -> str:
    if not end.month:
        return str(end.year or "")
    if not end.day:
        return f"{end.year or '-'}-{end.month:02}"
    try:
        date(end.year or 2000, end.month, end.day)
    except ValueError:  # "31 февруари"
        return ""
    return f"{end.year or '-'}-{end.month:02}-{end.day:02}"


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, with any space between their parts."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first)


@cache
def _rules() -> _Rules:
    data = json.loads(resource("periods_bg.json").read_text("utf-8"))
    month = rf"(?:{_any(data['months'])})(?!\w)"
    marked = rf"{_YEAR}\s?(?:{_any(data['year'])})(?!\w)"
    year = rf"(?:{marked}|{_YEAR}(?![\w/])|(?:{_any(data['this_year'])}))"
    terms = {words.lower(): code for code, some in data["terms"].items() for words in some}
    whole = rf"{_DAY}\s+{month}(?:\s+{year}|,\s+{marked})?"
    span = rf"(?:{_DASH}|\s+(?:и|до)\s+)"
    by_figures = (
        # 28 февруари – 2 март 2025 г. · 11–13 март · 11 и 12 март 2025 г. · 11 февруари 2025 г.
        rf"{whole}{_DASH}{whole}",
        rf"{_DAY}(?:,\s+{_DAY})?{span}{whole}",
        whole,
        # 7–8.10.2025 г. · 15.–17.9.2025 г. · 28.2.–2.3.2025 г. · от 1 до 5.3.2025 г.
        rf"(?:{_DAY}\.?|{_BEGINNING}){span}{_NUMERIC}(?:\s?г\.)?",
        # 11.2.2025 г. – 1.3.2025 г. · 11.II.2025 г.
        rf"{_NUMERIC}(?:\s?г\.)?(?:{_DASH}{_NUMERIC}(?:\s?г\.)?)?",
        # 2024–2029 г. · 2024 и 2025 г. · 2025/2026 г. · 2025/26 г. · 2021–2027 · 2030 г.
        rf"{_YEAR}(?:/|{span}){marked}",
        rf"{_YEAR}/\d\d\s?(?:{_any(data['year'])})(?!\w)",
        rf"{_YEAR}\s?(?:г\.)?\s?[–—]\s?{_YEAR}(?![\w/])",
        marked,
    )
    by_months = (
        # декември 2024 г. – март 2025 г. · март–април 2025 г. · февруари 2025 г.
        rf"{month}\s+{year}{_DASH}{month}\s+{year}",
        rf"(?:{month}{span})?{month}\s+{year}",
    )
    counted = r"[.,]\d|\s?[%€]|\s+(?:\d|евро|лева|м)"
    led = (
        rf"(?:{_any(data['before_year'])})\s+(?P<it>{_YEAR})(?![\w/]|{counted})",
        rf"(?:{_any(data['before_year_at_end'])})\s+(?P<it>{_YEAR})(?=$|[;:!?)“\"]|[.,](?!\d))",
        rf"(?:{_any(data['before_month'])})\s+(?P<it>{month})",
    )
    forms = (
        rf"(?=\d)(?P<it>{'|'.join(by_figures)})",
        rf"(?P<it>{'|'.join(by_months)})",
        rf"(?P<it>(?:{_any(terms)})\s+(?:(?:на|от)\s+)?{marked})",
        *led,
    )
    return _Rules(
        tuple(re.compile(rf"(?<![\w./-]){form}") for form in forms),
        {name: number for number, name in enumerate(data["months"], 1)},
        terms,
        re.compile(rf"(?:{_any(data['months'])})\b"),
    )
