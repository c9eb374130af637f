"""Where words begin and end, for moving from word to word."""

import re

# "по-бързо" and "1,4" are one word each.
_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")


def next_stop(text: str, char: int, *, at_ends: bool) -> int | None:
    """Return where the next word begins, or ends with `at_ends`; None after the last one."""
    stops = (word.end() if at_ends else word.start() for word in _WORD.finditer(text))
    return next((stop for stop in stops if stop > char), None)


def previous_stop(text: str, char: int) -> int | None:
    """Return where the word before begins; None before the first one."""
    starts = [word.start() for word in _WORD.finditer(text, 0, char)]
    return starts[-1] if starts else None
