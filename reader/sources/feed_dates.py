"""The day that a feed gives, as it is written there."""

import re
from collections.abc import Iterable
from datetime import date, time
from email.utils import parsedate_tz

from reader.text import dates

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d))?.*)?", re.DOTALL)
# 14/03/2026 in Europe, 03/14/2026 in America; with points the day is always first.
_NUMBERS = re.compile(r"(?<![\w./-])(\d\d?)([/-])(\d\d?)\2(\d{4})(?![\w/-])")
_AMERICAN = "en-us"
_ENGLISH = "en"
_LAST_HOUR = 24
_LAST_MONTH = 12


def day_is_first(written: Iterable[str], language: str | None) -> bool | None:
    """Tell whether a feed writes the day before the month; None where nothing proves either.

    The days that can be read in one way alone prove it, else the language (BCP 47): of those with
    such days only American English has the month first, and "en" may be that.
    """
    found = [match for words in written for match in _NUMBERS.finditer(words)]
    days = any(int(match[1]) > _LAST_MONTH for match in found)
    months = any(int(match[3]) > _LAST_MONTH for match in found)
    if days or months:
        return days if days != months else None
    named = (language or "").strip().lower().replace("_", "-")
    if named == _AMERICAN:
        return False
    return None if named in ("", _ENGLISH) else True


def day_of(words: str, *, day_first: bool | None) -> date | None:
    """Return the day where it was written, in the time zone that it is given in; None for none.

    A day that is not in the calendar, or an hour that is in no day, is none. So is one that could
    be two, 03/04/2026, where it is not known whether the day is first.
    """
    words = words.strip()
    if match := _ISO.fullmatch(words):
        parts = [int(each or 0) for each in match.groups()]
        return _day(*parts)
    if (parsed := parsedate_tz(words)) is not None:
        return _day(*parsed[:6])
    if match := _NUMBERS.search(words):
        return _in_order(int(match[1]), int(match[3]), int(match[4]), day_first=day_first)
    found = dates.find(words)
    return found[0][2] if len(found) == 1 else None


def _in_order(first: int, second: int, year: int, *, day_first: bool | None) -> date | None:
    read = {_day(year, second, first), _day(year, first, second)} - {None}
    if len(read) == 1:
        return read.pop()
    if day_first is None:
        return None
    return _day(year, second, first) if day_first else _day(year, first, second)


def _day(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0
) -> date | None:
    try:
        time(hour % _LAST_HOUR if hour == _LAST_HOUR else hour, minute, min(second, 59))
        return date(year, month, day)
    except ValueError:
        return None
