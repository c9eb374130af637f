"""Quotations and brackets in a line that keep the sentences inside them together."""

import re
from bisect import bisect_left
from dataclasses import dataclass

_CLOSES = {"“": "„«", "”": "„“", "»": "«„", ")": "(", "]": "[", '"': '"„'}
_OPENS = '„«([“"'
_TERMINATORS = ".!?…"
_CLOSERS = '“”»")]’'
_GOES_ON = re.compile(r"\s*(?:[^\W\d_A-ZА-Я]|[,;:–—-])")
_BEGINS = re.compile(r"\s+([А-Я]\w*)(?!\.)")
_DEEPEST = 16
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Enclosures:
    """The outermost stretches in which no sentence ends, each from `starts` to `ends`."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def hold(self, mark: int, after: int) -> bool:
        """Tell whether a mark, up to `after` with what closes behind it, is inside one."""
        index = bisect_left(self.starts, mark) - 1
        return index >= 0 and after <= self.ends[index]


def enclosures(line: str, starters: frozenset[str]) -> Enclosures:
    """Find the quotations and brackets of a line that are part of a sentence.

    „Едно. Две“, каза тя. is one sentence; „Едно. Две.“ holds two. A mark without its partner
    encloses nothing. With one of `starters` a sentence begins.
    """
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _pairs(line):
        if _is_whole(line, start, end):
            continue
        while starts and starts[-1] > start:
            starts.pop()
            ends.pop()
        starts.append(start)
        ends.append(_last_mark(line, end) if _at_the_end(line, end, starters) else end)
    return Enclosures(tuple(starts), tuple(ends))


def _pairs(line: str) -> list[tuple[int, int]]:
    """Return all pairs, each after those inside it."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, letter in enumerate(line):
        openers = "" if letter == '"' and _opens(line, place) else _CLOSES.get(letter, "")
        partner = next((n for n in _downwards(opened) if opened[n][0] in openers), None)
        if partner is not None:
            found.append((opened[partner][1], place))
            del opened[partner:]
        elif letter in _OPENS:
            opened = [*opened[-_DEEPEST:], (letter, place)]
    return found


def _opens(line: str, place: int) -> bool:
    """Tell whether a straight quotation mark stands before what it quotes."""
    return place == 0 or line[place - 1].isspace() or line[place - 1] in _OPENS


def _downwards(opened: list[tuple[str, int]]) -> range:
    return range(len(opened) - 1, -1, -1)


def _is_whole(line: str, start: int, end: int) -> bool:
    before = line[max(0, start - _NEAR) : start].rstrip()
    after = line[end + 1 : end + 1 + _NEAR].lstrip(_CLOSERS)
    introduced = _TERMINATORS + _CLOSERS + ("" if line[start] in "([" else ":")
    if before and before[-1] not in introduced:
        return False
    inside = line[max(start, end - _NEAR) : end].rstrip(_CLOSERS)
    return inside.endswith(tuple(_TERMINATORS)) and not _GOES_ON.match(after)


def _at_the_end(line: str, end: int, starters: frozenset[str]) -> bool:
    """Tell whether a sentence ends with what is quoted: Той извика „Стига!“ После излезе."""
    if line[end] in ")]" or line[end - 1] not in _TERMINATORS:
        return False
    following = _BEGINS.match(line, end + 1)
    return following is not None and following[1].lower() in starters


def _last_mark(line: str, end: int) -> int:
    return len(line[:end].rstrip(_TERMINATORS))
