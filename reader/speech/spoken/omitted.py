"""Numbers whose noun is left out because it was said before: "3 проекта, от които 2 са нови"."""

import re

from reader.speech.spoken.amounts import gender_behind
from reader.speech.spoken.figures import NUMBER, beyond_range
from reader.speech.spoken.nouns import counted
from reader.text.numerals import Gender

_BEFORE = re.compile(
    r"(?:(?:от|сред|между)\s(?:които|тях)|\sа(?:\s[А-Я][а-я]+\s[–-])?|,|;|\sи)\s(?:само\s|едва\s|други\s)?$"
)
_AFTER = re.compile(
    r"\s[–-]\s|\s(?:е|са|бе|беше|бяха|от|в|във|извън|не|остава|остават|имат|нямат)\s|[.;)]|$"
)
_NUMBER = re.compile(rf"(?<![\w.,/–-]){NUMBER}(?![\w/:])")
_NEAR, _FAR = 40, 200


def said_before(text: str, start: int, end: int) -> Gender | None:
    """Return the gender of the last noun that a number counted before the place of this one."""
    if not (_BEFORE.search(text, max(0, start - _NEAR), start) and _AFTER.match(text, end)):
        return None
    found = None
    for number in _NUMBER.finditer(text, max(0, start - _FAR), start):
        last = beyond_range(text, number.end())
        one = number.group() == "1"
        found = gender_behind(text, last) or counted(text, last, one=one) or found
    return found
