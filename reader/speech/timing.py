"""When each word of a sentence is heard."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

Timed = tuple[int, int, int]  # place in the text, length, milliseconds

# How long a pause is, in letters; the silence at the end is one, too.
_PAUSE = 4
_BREAK = re.compile(r"[,;:.!?–—(]")
_WORD = re.compile(r"\w+(?:[-‑’'.,:/@]\w+)*")


def words_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each word; "2024/1689", "т.е" and "3,5" are one word each."""
    for match in _WORD.finditer(text):
        yield match.start(), match.end()


def word_times(text: str, events: Iterable[Timed], duration: int) -> tuple[Timed, ...]:
    """Return every word of the text with its time, from what the engine told about some.

    `duration` is the length of the whole text in milliseconds.

    espeak tells nothing about a word after a short one ("за двеста"), and several times about a
    number. Words without a time of their own get one between their neighbours', by their place.
    Where the engine told nothing, all are estimated from their letters.
    """
    words = list(words_in(text))
    known = _known(words, sorted(events, key=lambda event: event[2]))
    if not known:
        return _estimated(text, words, duration)
    known.setdefault(0, 0)
    anchors = [(words[index][0], time) for index, time in sorted(known.items())]
    anchors.append((len(text), duration))
    return tuple((start, end - start, _time(start, anchors)) for start, end in words)


def _estimated(text: str, words: list[tuple[int, int]], duration: int) -> tuple[Timed, ...]:
    """Return the words as if each letter took as long as any other, and each pause as some.

    Against the times that espeak tells of 21 sentences, half of the words are off by less than
    60 ms, and 19 of 20 by less than 0.2 s, which is half a word.
    """
    ends = (*(start for start, _ in words[1:]), words[-1][1] if words else 0)
    lengths = [
        end - start + (_PAUSE if _BREAK.search(text, end, following) else 0)
        for (start, end), following in zip(words, ends, strict=False)
    ]
    whole = sum(lengths) + _PAUSE
    before = accumulate(lengths, initial=0)
    return tuple(
        (start, end - start, duration * place // whole)
        for (start, end), place in zip(words, before, strict=False)
    )


def _known(words: list[tuple[int, int]], events: list[Timed]) -> dict[int, int]:
    """Return the time of each word that has an event, in rising order."""
    known: dict[int, int] = {}
    last = -1
    for place, _, time in events:
        index = bisect_right(words, place, key=_start) - 1
        if index > last and place < words[index][1]:
            known[index] = time
            last = index
    return known


def _time(place: int, anchors: list[tuple[int, int]]) -> int:
    index = bisect_right(anchors, place, key=_start) - 1
    (left, before), (right, after) = anchors[index], anchors[index + 1]
    return before + round((place - left) / (right - left) * (after - before))


def _start(stretch: tuple[int, int]) -> int:
    return stretch[0]
