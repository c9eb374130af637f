"""The line that tells the day of publication, and what may stand before the day in it."""

from reader.importers.html.rules import Rules
from reader.text import dates

_BETWEEN = " :|\u2013\u2014-"


def label_length(text: str, rules: Rules) -> int:
    """Return the length of the words before a day that only say what it is: „Публикувано на:“."""
    found = dates.find(text)
    if len(found) != 1:
        return 0
    start = found[0][0]
    return start if text[:start].strip(_BETWEEN).casefold() in rules.published else 0
