"""Numbers of a text, in figures or in words, by what they are worth in any language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from reader.bilingual.number_words import NumberWords, number_words

_SPACE = "[ \u00a0\u2009\u202f]"
_TOKEN = re.compile(
    rf"(?P<phone>(?:\(?\+|(?<![\d.,])00 )\d{{1,3}}\)?(?:{_SPACE}?\(?\d{{1,7}}\)?){{2,10}})"
    rf"|(?P<figures>\d{{1,3}}(?:(?:{_SPACE}\d{{3}})+(?!\d)|(?:[’']\d{{3}})+(?!\d))(?:[.,]\d+)?"
    r"|\d{1,30}(?:[.,:]\d{1,30}){0,8})"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>US\$|[%‰€$£¥])"
)
_RANGE = re.compile(r"\s?(?:[-–—]|и|до|или|and|to|or|et|à|ou|und|bis|oder)\s?")
_TIGHT = re.compile(r"[\s’']")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_JOINTS = ("и", "and", "a", "et")
_MONEY = ("€", "$", "£")
_SCALES = (3, 6, 9, 12)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it may be worth; `text[start:end]` are its words with their unit.

    "1,500" may be worth two things, and „14 часа“ a time of the day as well. `unit` is "" where
    none is known; `spelt` tells that it is written in words, `rough` that these also say parts,
    ranks, or that much and no more ("a dozen").
    """

    start: int
    end: int
    worth: frozenset[Decimal | str]
    unit: str = ""
    spelt: bool = False
    rough: bool = False


def find(text: str, language: str) -> list[Figure]:
    """Return the numbers of a text in order; those in words where the language is known.

    A day, a month's number and a year count as three numbers.
    """
    words = number_words(language)
    tokens = list(_TOKEN.finditer(text.translate(_SUBSCRIPTS)))
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        figures, at = _read(text, tokens, at, words)
        found += figures
        while at < len(tokens) and found and tokens[at].start() < found[-1].end:
            at += 1  # „сто“ of „на сто“ is no number
    return [*(_of_a_range(text, *both, words) for both in pairwise(found)), *found[-1:]]


def _of_a_range(text: str, figure: Figure, after: Figure, words: NumberWords) -> Figure:
    """Add what a number may be worth by the word behind the next one: „между 5 и 10 милиона“."""
    if not _RANGE.fullmatch(text, figure.end, after.start):
        return figure
    power = next(
        (
            words.magnitudes[word]
            for word in re.findall(r"[^\W\d_]+", text[after.start : after.end].lower())
            if word in words.magnitudes
        ),
        0,
    )
    more = {each.scaleb(power) for each in figure.worth if isinstance(each, Decimal)}
    return replace(figure, worth=figure.worth | more)


def _read(
    text: str, tokens: Sequence[re.Match[str]], at: int, words: NumberWords
) -> tuple[list[Figure], int]:
    """Return the numbers that begin at a token, and the token behind them."""
    token = tokens[at]
    if token["phone"]:
        digits = "".join(filter(str.isdigit, token[0])).removeprefix("00")
        return [Figure(token.start(), token.end(), frozenset({f"tel:{digits}"}))], at + 1
    if token["figures"]:
        return _in_figures(text, tokens, at, words)
    if words.may_begin(token[0].lower()) and (spelt := _spelt(text, tokens, at, words)):
        figure, behind = spelt
        return [_with_unit(text, figure, words)], behind
    return [], at + 1


def _in_figures(
    text: str, tokens: Sequence[re.Match[str]], at: int, words: NumberWords
) -> tuple[list[Figure], int]:
    token = tokens[at]
    read = list(_values(token[0], words))
    figures = [
        Figure(token.start() + start, token.start() + end, worth) for start, end, worth in read
    ]
    last, behind = figures[-1], at + 1
    if len(read) == 1 and (power := _power_after(text, token.end(), tokens, behind, words)):
        behind += 1
        worth = frozenset(value.scaleb(power) for value in last.worth if isinstance(value, Decimal))
        last = replace(last, end=tokens[behind - 1].end(), worth=worth)
        last, behind = _with_smaller(text, last, power, tokens, behind, words)
    elif not words.known and behind < len(tokens) and tokens[behind]["word"]:
        last = replace(last, worth=last.worth | _scaled(last.worth))
    figures[-1] = _with_unit(text, last, words)
    return [_on_the_clock(text, each, words) for each in figures], behind


def _power_after(
    text: str, end: int, tokens: Sequence[re.Match[str]], at: int, words: NumberWords
) -> int:
    """Return the power of ten of a word such as „млн.“ that follows, or 0."""
    if (
        at >= len(tokens)
        or not tokens[at]["word"]
        or text[end : tokens[at].start()].strip(" -\u00a0")
    ):
        return 0
    word = tokens[at][0]
    is_money = text.startswith(_MONEY, tokens[at].end())
    if len(word) == 1 and tokens[at].start() != end and not is_money:
        return 0  # "5 m" are metres, "€5m" and "5 M€" are millions
    return words.magnitudes.get(word.lower(), 0)


def _scaled(worth: frozenset[Decimal | str]) -> frozenset[Decimal | str]:
    """Return what else a number may be worth where the word behind it is not known."""
    return frozenset(
        each.scaleb(power) for each in worth if isinstance(each, Decimal) for power in _SCALES
    )


def _with_smaller(
    text: str,
    figure: Figure,
    power: int,
    tokens: Sequence[re.Match[str]],
    at: int,
    words: NumberWords,
) -> tuple[Figure, int]:
    """Take „2 милиона и 300 хиляди“ for one number."""
    behind = at + 1 if at < len(tokens) and tokens[at][0] in _JOINTS else at
    if behind + 1 >= len(tokens) or not tokens[behind]["figures"]:
        return figure, at
    less = tokens[behind]
    smaller = _power_after(text, less.end(), tokens, behind + 1, words)
    if not 0 < smaller < power or text[figure.end : less.start()].strip(" .иand"):
        return figure, at
    more = min(value for _, _, worth in _values(less[0], words) for value in worth)
    worth = frozenset(
        value + more.scaleb(smaller)
        for value in figure.worth
        if isinstance(value, Decimal) and isinstance(more, Decimal)
    )
    return replace(figure, end=tokens[behind + 1].end(), worth=worth), behind + 2


def _values(
    figures: str, words: NumberWords
) -> Iterator[tuple[int, int, frozenset[Decimal | str]]]:
    """Yield the numbers in a run of figures, points and commas, by place."""
    tight = _TIGHT.sub("", figures)
    marks = {sign for sign in tight if not sign.isdigit()}
    if marks == {":"} and _CLOCK.fullmatch(tight):
        hours, _, minutes = tight.partition(":")
        yield 0, len(figures), frozenset({f"{int(hours)}:{minutes}"})
    elif not marks:
        yield 0, len(figures), frozenset({Decimal(tight)})
    elif ":" not in marks and (worth := _decimal(tight, marks, words)):
        yield 0, len(figures), worth
    else:  # 11.2.2025 · 10:30 · 5.1.3
        for part in re.finditer(r"\d+", figures):
            yield part.start(), part.end(), frozenset({Decimal(part[0])})


def _decimal(tight: str, marks: set[str], words: NumberWords) -> frozenset[Decimal | str] | None:
    found: set[Decimal | str] = set()
    if _GROUPED.fullmatch(tight):
        found.add(Decimal(re.sub(r"[.,]", "", tight)))
    if len(marks) == 1 and tight.count(next(iter(marks))) == 1:
        mark = next(iter(marks))
        ours = mark == words.decimal_mark
        if not found or ours or words.language not in ("bg", "en"):
            found.add(Decimal(tight.replace(mark, ".")))
    elif len(marks) == 2 and tight.count(words.decimal_mark) == 1:
        whole, _, part = tight.partition(words.decimal_mark)
        if part.isdigit():
            found.add(Decimal(f"{re.sub('[.,]', '', whole)}.{part}"))
    return frozenset(found) or None


def _with_unit(text: str, figure: Figure, words: NumberWords) -> Figure:
    behind = words.unit_after.match(text, figure.end)
    if behind and not _is_apart(text, figure, behind, words):
        return replace(figure, end=behind.end(), unit=words.units[behind["unit"]])
    before = words.unit_before.search(text, max(0, figure.start - 5), figure.start)
    if before:
        return replace(figure, start=before.start(), unit=words.units[before["unit"]])
    return figure


def _is_apart(text: str, figure: Figure, unit: re.Match[str], words: NumberWords) -> bool:
    """Tell whether a unit is not that of the number before it: „през 2025 година“."""
    if words.units[unit["unit"]] in words.times:
        return YEAR.fullmatch(text, figure.start, figure.end) is not None
    # „едно на сто и двадесет хиляди“ is no share of a hundred.
    return figure.spelt and text[unit.end() :].startswith(" и ")


def _on_the_clock(text: str, figure: Figure, words: NumberWords) -> Figure:
    """Add the time of the day that a number may name."""
    if not (clock := words.clock.match(text, figure.start)):
        return figure
    hours, minutes = int(clock["hours"]), int(clock["minutes"] or 0)
    half = (clock.groupdict().get("half") or "").lower()[:1]
    if half and hours <= 12:
        hours = hours % 12 + (12 if half == "p" else 0)
    end = max(figure.end, clock.end())
    return replace(figure, end=end, worth=figure.worth | {f"{hours}:{minutes:02}"})


def _spelt(
    text: str, tokens: Sequence[re.Match[str]], at: int, words: NumberWords
) -> tuple[Figure, int] | None:
    """Return the number that words from a place on make, and the token behind it."""
    sum_, behind, rough = words.add_up([token[0].lower() for token in _chain(text, tokens, at)])
    if not behind:
        return None
    start, end = tokens[at].start(), tokens[at + behind - 1].end()
    return Figure(start, end, frozenset({sum_}), spelt=True, rough=rough), at + behind


def _chain(text: str, tokens: Sequence[re.Match[str]], at: int) -> Iterator[re.Match[str]]:
    """Yield the words from a place on that nothing but spaces and hyphens part."""
    for index in range(at, min(len(tokens), at + 12)):
        between = text[tokens[index - 1].end() : tokens[index].start()] if index > at else ""
        if not tokens[index]["word"] or between.strip(" \u00a0-‑"):
            return
        yield tokens[index]
