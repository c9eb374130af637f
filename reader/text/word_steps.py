"""Which words of a text stand in another as well, in the same order; long texts in linear time."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeAlias

Step: TypeAlias = tuple[bool, int, int, int, int]
"""Whether a stretch is the same in both, its start and end in the one, and in the other."""

MOST_PAIRS = 16_000_000  # of words, each with each; compared in a second
_ANCHOR = 3  # words in a row


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """Return how one list of words becomes another.

    Where the two are long, they are compared between runs of words that stand once in either; what
    is long still between two of these counts as changed wholly.
    """
    if len(old) * len(new) <= MOST_PAIRS:
        return _compared(old, new, 0, 0)
    found: list[Step] = []
    for (a, c), (b, d) in pairwise([(0, 0), *_anchors(old, new), (len(old), len(new))]):
        if (b - a) * (d - c) <= MOST_PAIRS:
            found += _compared(old[a:b], new[c:d], a, c)
        else:
            found.append((False, a, b, c, d))
    return found


def _compared(old: Sequence[str], new: Sequence[str], left: int, right: int) -> list[Step]:
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        (kind == "equal", a + left, b + left, c + right, d + right) for kind, a, b, c, d in opcodes
    ]


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return most places where the same rare run of words begins in both, in order in both."""
    in_new = _once(new)
    shared = [(place, in_new[run]) for run, place in _once(old).items() if run in in_new]
    ends: list[int] = []  # the least end of a rising chain of each length
    last: list[int] = []  # the anchors that these are of
    before: list[int | None] = []
    for number, (_, place) in enumerate(shared):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else None)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    return [shared[number] for number in reversed(list(_chain(before, last)))]


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return where each run of words begins that stands there once, in order."""
    runs = [tuple(words[at : at + _ANCHOR]) for at in range(len(words) - _ANCHOR + 1)]
    counted = Counter(runs)
    return {run: place for place, run in enumerate(runs) if counted[run] == 1}


def _chain(before: Sequence[int | None], last: Sequence[int]) -> Iterator[int]:
    """Yield the anchors of the longest chain, from its end."""
    number = last[-1] if last else None
    while number is not None:
        yield number
        number = before[number]
