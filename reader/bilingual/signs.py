"""Minus and plus before numbers.

A minus is often said in other words, „-0,4 %“ for a fall of 0.4%, so it counts only against a plus,
and where temperatures are told.
"""

import json
import re
from functools import cache

from reader.bilingual.facts import Fact
from reader.paths import resource

_BEFORE = re.compile(
    r"(?P<said>(?:минус|minus|moins|плюс|plus)\s)$|(?P<sign>[-−–+])$", re.IGNORECASE
)
_MINUS_WORDS = ("ми", "mi", "mo")
_TEMPERATURE = "°C"


def are_opposite(one: tuple[str, Fact], other: tuple[str, Fact]) -> bool:
    """Tell whether two equal numbers, each with its sentence, lie on two sides of zero."""
    signs = [_sign(text, fact.start) for text, fact in (one, other)]
    if sorted(signs) == ["+", "-"]:
        return True
    if sorted(signs) != ["", "-"] or _TEMPERATURE not in (one[1].unit, other[1].unit):
        return False
    unsigned = (one, other)[signs.index("")][0]
    return _below_zero().search(unsigned) is None


def begin(text: str, start: int) -> int:
    """Return where a number with its sign begins."""
    found = _BEFORE.search(text, 0, start)
    return found.start() if found and _sign(text, start) else start


def _sign(text: str, start: int) -> str:
    """Return "-" or "+" where one stands before a number, and "" else, as in „5–7“."""
    if not (found := _BEFORE.search(text, 0, start)):
        return ""
    if found["said"]:
        return "-" if found["said"].lower().startswith(_MINUS_WORDS) else "+"
    before = text[: found.start()]
    if before and not (before[-1].isspace() or before[-1] in '(„“"['):
        return ""
    if before.rstrip()[-1:].isdigit() or before.rstrip().endswith(("%", "°C", "°")):
        return ""
    return "+" if found["sign"] == "+" else "-"


@cache
def _below_zero() -> re.Pattern[str]:
    data = json.loads(resource("worded.json").read_text("utf-8"))
    words = "|".join(some["below"] for some in data.values() if isinstance(some, dict))
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)
