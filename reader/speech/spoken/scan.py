"""A text from left to right: at each place where something may be said otherwise, the rules."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.speech.spoken.pieces import Piece, Reading, verbatim
from reader.text.normal import with_own_letters

# What is one sign in several forms; the places of the text stay as they are.
_SAME = str.maketrans(
    dict.fromkeys("\xa0\u2007\u2009\u202f\u2002\u2003\t", " ")
    | {"\u2011": "-", "\u2010": "-", "\u2012": "–", "\u2212": "−"}
)
_LONG_DASH = re.compile(r"(?<=\d)—(?=\d)")  # „2019—2024“
_START = re.compile(
    r"(?P<address>(?:https?://|www\.)|[\w.+-]{1,64}@(?=\w))"
    r"|(?P<number>\d)"
    r"|(?P<latin>[A-Za-zÀ-ÖØ-öø-ɏ]+|(?<!\w)[ХІ](?=[ХІIVX]*(?:\s(?:век|в\.)|[–-][IVXХІ]|[IVXІ])))"
    r"|(?P<capitals>[А-Я]{2,}[а-я]*)"
    r"|(?P<short>(?<!\w)[а-яА-Я]++(?=[./–-]))"
    r"|(?P<sign>(?<!\w)[–-](?=\d)|(?<=[^\W\d][)“”])[–-](?=„?[^\W\d][)“”])|[^\w\s.,;:!?()„“”\"'«»’‘…–—-]|_|[¹²³⁰⁴-⁹₀-₉½¼¾⅐-⅞])"
)


class Start(StrEnum):
    """What a place begins with; the values are the groups of the pattern that finds it."""

    ADDRESS = "address"
    NUMBER = "number"
    LATIN = "latin"
    CAPITALS = "capitals"
    SHORT = "short"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a pattern matches at a place, and how it is said; None leaves it to the next rule.

    `match.string` is the whole sentence, so a rule may look before and behind.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None]


Rules = Mapping[Start, Sequence[Rule]]
_NOTHING = Rule(re.compile("(?!)"), lambda _match: None)


def scan(sentence: str, rules: Rules, own: Rule | None = None) -> Iterator[Piece]:
    """Yield the pieces of a sentence; together they cover all of it, in order.

    `own` goes before the rules, wherever its pattern matches: the person's own words. A full stop
    that ends the sentence is kept, though it may be that of an abbreviation, too.
    """
    text = with_own_letters(_LONG_DASH.sub("–", sentence.translate(_SAME)))
    place = 0
    for start, reading in _readings(text, rules, own or _NOTHING):
        if start > place:
            yield verbatim(text, place, start)
        yield from reading
        place = reading[-1].end
        if place == len(text) and text.endswith(".") and not reading[-1].words.endswith("."):
            yield Piece(".", place, place)
    if place < len(text):
        yield verbatim(text, place, len(text))


def _readings(text: str, rules: Rules, own: Rule) -> Iterator[tuple[int, Reading]]:
    """Yield each place where something is said otherwise, with the way it is said."""
    start, mine = _START.search(text), own.pattern.search(text)
    while (first := _first(mine, start)) is not None:
        if first is mine:
            reading = own.read(first)
        else:
            reading = _read(text, first.start(), rules[Start(first.lastgroup or "")])
        if reading:
            yield first.start(), reading
        place = reading[-1].end if reading else first.end()
        start = _beyond(place, start, _START)
        mine = _beyond(place, mine, own.pattern)


def _first(one: re.Match[str] | None, other: re.Match[str] | None) -> re.Match[str] | None:
    """Return the match that begins first; of two at one place the one."""
    if one is None or other is None:
        return one or other
    return one if one.start() <= other.start() else other


def _beyond(
    place: int, match: re.Match[str] | None, pattern: re.Pattern[str]
) -> re.Match[str] | None:
    """Return the first match that does not begin before a place, knowing an earlier one."""
    if match is None or match.start() >= place:
        return match
    return pattern.search(match.string, place)


def _read(text: str, place: int, rules: Sequence[Rule]) -> Reading | None:
    for rule in rules:
        match = rule.pattern.match(text, place)
        if match is not None and (reading := rule.read(match)):
            return reading
    return None
