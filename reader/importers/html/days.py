"""The line that tells the day of publication, and what may stand before the day in it."""

import re

from reader.importers.html.rules import Rules
from reader.text import dates

_HOUR = re.compile(
    r"[\s,|\u2013\u2014-]*\d\d?[:.]\d\d(?:\s*ч\.?)?|,?\s*(?:брой|бр\.)\s*№?\s*\d+", re.I
)
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d\d?\.\d\d)\.(\d\d)(?![\d.])")
_BETWEEN = " :,|\u2013\u2014-"


def with_century(text: str) -> str:
    """Return a text with whole years in days such as 05.02.25."""
    return _SHORT_YEAR.sub(r"\1.20\2", text)


def label_length(text: str, rules: Rules) -> int:
    """Return the length of the words before a day that only say what it is: „Публикувано на:“."""
    found = dates.find(text)
    if len(found) != 1:
        return 0
    start = found[0][0]
    return start if text[:start].strip(_BETWEEN).casefold() in rules.published else 0


def is_day(text: str) -> bool:
    """Tell whether a text is a day, perhaps with the hour behind it, and nothing else."""
    if dates.is_date(text):
        return True
    found = dates.find(text)
    end = found[0][1] if len(found) == 1 else 0
    return dates.is_date(text[:end]) and _HOUR.fullmatch(text[end:]) is not None
