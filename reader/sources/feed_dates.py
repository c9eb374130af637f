"""The day that a feed gives, as it is written there."""

import re
from datetime import date, time
from email.utils import parsedate_tz

from reader.text import dates

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d))?.*)?", re.DOTALL)
_LAST_HOUR = 24


def day_of(words: str) -> date | None:
    """Return the day where it was written, in the time zone that it is given in; None for none.

    A day that is not in the calendar, or an hour that is in no day, is none.
    """
    words = words.strip()
    if match := _ISO.fullmatch(words):
        parts = [int(each or 0) for each in match.groups()]
        return _day(*parts)
    if (parsed := parsedate_tz(words)) is not None:
        return _day(*parsed[:6])
    found = dates.find(words)
    return found[0][2] if len(found) == 1 else None


def _day(year: int, month: int, day: int, *clock: int) -> date | None:
    hour, minute, second = clock
    try:
        time(hour % _LAST_HOUR if hour == _LAST_HOUR else hour, minute, min(second, 59))
        return date(year, month, day)
    except ValueError:
        return None
