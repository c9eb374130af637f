"""A few words of the sentence around a place."""

from reader.text.abbreviations import Rules
from reader.text.sentences import sentences


def around(text: str, start: int, end: int, room: int, rules: Rules) -> str:
    """Return characters `start` to `end` with whole words of their sentence on both sides.

    About `room` characters stand before and as many after; "…" shows that words are left out.
    """
    first, last = _sentence(text, start, end, rules)
    begin = _cut_before(text, first, start - room) if start - first > room else first
    stop = _cut_after(text, last, end + room) if last - end > room else last
    words = " ".join(text[begin:stop].split())
    return ("…" if begin > first else "") + words + ("…" if stop < last else "")


def _sentence(text: str, start: int, end: int, rules: Rules) -> tuple[int, int]:
    holding = [each for each in sentences(text, rules) if each[0] < end and start < each[1]]
    if not holding:
        return start, end
    return min(start, holding[0][0]), max(end, holding[-1][1])


def _cut_before(text: str, first: int, place: int) -> int:
    space = text.rfind(" ", first, place)
    return first if space < 0 else space + 1


def _cut_after(text: str, last: int, place: int) -> int:
    space = text.find(" ", place, last)
    return last if space < 0 else space
