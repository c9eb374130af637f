"""Days as Bulgarian, English, French and German texts write them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from reader.text.overlaps import apart

Found: TypeAlias = tuple[int, int, date]

MONTHS = {
    name: number
    for names in (
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "january february march april may june july august september october november december",
        "ян фев мар апр май юни юли авг сеп окт ное дек",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "ян февр март апр май юни юли авг септ окт ноем дек",
        "jan feb march april may june july aug sept oct nov dec",
    )
    for number, name in enumerate(names.split(), 1)
}
_NAME = "(?P<name>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_GERMAN = "januar februar märz april mai juni juli august september oktober november dezember"
_NUMBERS = MONTHS | {
    name: number for names in (_FRENCH, _GERMAN) for number, name in enumerate(names.split(), 1)
}
_FIGURE = re.compile(r"\d")
_CENTURY = 2000  # of years written with two digits
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})"
_OF_YEAR = r"(?:\s?г(?:\.|\b)|\s+година\b)?"
_ORDINAL = r"(?:st|nd|rd|th|-?(?:ви|ри|ти|ми))?"
# 11 февруари 2025 г. · February 11, 2025 · 2025-02-11 · 11.2.2025 г. · 1er mars 2025 · 1. März 2025
_PRINTED = (
    rf"{_DAY}{_ORDINAL}\s+{_NAME},?\s+{_YEAR}{_OF_YEAR}",
    rf"{_NAME}\s+{_DAY}{_ORDINAL},?\s+{_YEAR}",
    rf"{_YEAR}-(?P<number>\d\d)-{_DAY}",
    rf"{_DAY}\.(?P<number>\d\d?)\.{_YEAR}{_OF_YEAR}",
    rf"{_DAY}(?:er)?\s+(?P<name>{_FRENCH.replace(' ', '|')})\s+{_YEAR}",
    rf"{_DAY}\.\s+(?P<name>{_GERMAN.replace(' ', '|')})\s+{_YEAR}",
)
# 11/02/2025 and 11-02-2025 are dates beside other words only; alone they may be anything.
# "на 22.04.25" is one too; without "на" it may be a number of three parts.
_SHORT = (
    rf"{_DAY}(?P<sign>[/-])(?P<number>\d\d?)(?P=sign){_YEAR}",
    rf"(?<=\bна ){_DAY}\.(?P<number>\d\d)\.(?P<year>\d\d)(?!\.\d){_OF_YEAR}",
)
_ALONE = tuple(re.compile(form, re.IGNORECASE) for form in _PRINTED)
_FORMS = tuple(
    re.compile(rf"(?<![\w./-]){form}(?![\w/-])", re.IGNORECASE) for form in _PRINTED + _SHORT
)


def is_date(text: str) -> bool:
    """Tell whether a text is nothing but a date; it need not be in the calendar."""
    return any(form.fullmatch(text) for form in _ALONE)


def find(text: str) -> list[Found]:
    """Return (start, end, day) of each date in a text, in order."""
    if not _FIGURE.search(text):
        return []
    return apart(hit for form in _FORMS for hit in _hits(form, text))


def _hits(form: re.Pattern[str], text: str) -> Iterator[Found]:
    for match in form.finditer(text):
        parts = match.groupdict()
        month = _NUMBERS[parts["name"].lower()] if parts.get("name") else int(parts["number"])
        try:
            day = date(_year(parts["year"]), month, int(parts["day"]))
        except ValueError:  # "31.02.2025"
            continue
        yield match.start(), match.end(), day


def _year(digits: str) -> int:
    return int(digits) + (_CENTURY if len(digits) == len("25") else 0)


def written(day: date, language: str) -> str:
    """Return a day as texts in a language write it: 11 февруари 2025 г., 11 February 2025."""
    names = [name for name, month in MONTHS.items() if month == day.month]
    match language:
        case "bg":
            return f"{day.day} {names[0]} {day.year} г."
        case "en":
            english = next(name for name in names if name.isascii())
            return f"{day.day} {english.title()} {day.year}"
        case _:
            return f"{day.day}.{day.month}.{day.year}"
