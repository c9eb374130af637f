"""Days of the week, parts of a year and centuries."""

import re

from reader.speech.spoken.pieces import Reading, by_groups, whole
from reader.speech.spoken.scan import Rule
from reader.text.dates import MONTHS
from reader.text.numerals import Form, ordinal

_WEEKDAYS = {
    "пон": "понеделник", "пн": "понеделник", "вт": "вторник", "ср": "сряда", "четв": "четвъртък",
    "чт": "четвъртък", "пет": "петък", "пт": "петък", "съб": "събота", "сб": "събота",
    "нед": "неделя", "нд": "неделя",
}  # fmt: skip
_SHORT_DAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_FROM_DAY_TO_DAY = re.compile(
    rf"(?<![\w-])(?P<first>{_SHORT_DAY})\.?(?P<to>\s?[–-]\s?)(?P<last>{_SHORT_DAY})(?:\.|(?![\w-]))",
    re.IGNORECASE,
)
_OF_DATE = re.compile(
    rf"(?<![\w-])(?P<day>{_SHORT_DAY})\.(?=,?\s\d{{1,2}}(?:\s(?:{'|'.join(MONTHS)})|\.\d))",
    re.IGNORECASE,
)
_CENTURY = re.compile(
    r"(?P<number>1?\d|2[01])(?P<dot>\.?)(?=\sвек(?![а-я]))"
    r"|(?P<century>1?\d|2[01])\s?(?P<mark>в\.)(?![\w„])(?!\s„)"
)
_PART_OF_YEAR = re.compile(
    r"(?<!\w)(?P<part>[QH])(?P<number>[1-4])(?!\w)(?:(?=\s(?:19|20)\d\d)|(?<=\d\s[QH][1-4]))"
)
_PARTS = {"Q": "тримесечие", "H": "полугодие"}


def _century(match: re.Match[str]) -> Reading | None:
    """Read „19. век“, „през 19 в.“, but „на 1 век от нас“ as a count."""
    if match["mark"]:
        return by_groups(match, century=ordinal(int(match["century"])), mark="век")
    if not match["dot"] and match["number"] == "1":
        return None
    return whole(match, ordinal(int(match["number"])))


def _weekdays(match: re.Match[str]) -> Reading:
    first, last = (_WEEKDAYS[match[name].lower()] for name in ("first", "last"))
    return by_groups(match, first=first, to=" до ", last=last)


def _of_date(match: re.Match[str]) -> Reading:
    """Read „ср.“ before a date as „сряда“."""
    return whole(match, _WEEKDAYS[match["day"].lower()])


def _part_of_year(match: re.Match[str]) -> Reading:
    """Read „Q1 2025“ as „първо тримесечие“ and the year."""
    number = ordinal(int(match["number"]), Form.NEUTER)
    of_year = re.compile(r"\s\d").match(match.string, match.end()) is not None
    return whole(match, f"{number} {_PARTS[match['part']]}{' на' if of_year else ''}")


PARTS_OF_YEAR = (Rule(_PART_OF_YEAR, _part_of_year),)
WEEKDAYS = (Rule(_FROM_DAY_TO_DAY, _weekdays), Rule(_OF_DATE, _of_date))
CENTURIES = (Rule(_CENTURY, _century),)
