"""What a sentence states that no translation may change: numbers, dates, documents, addresses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from itertools import pairwise, product

from reader.bilingual import figures
from reader.bilingual.features import ADDRESS, address_key
from reader.bilingual.number_words import NumberWords, number_words
from reader.bilingual.worded import Worded, parts, share_joint
from reader.model.bilingual import Watched
from reader.text import references
from reader.text.numerals import roman_value

_BY_FIGURES = re.compile(
    r"(?<![\d.,/-])(?:\d{1,2}([./-])(?P<month>\d{1,2})\1(?:19|20)\d\d|(?:19|20)\d\d-(?P<mid>\d\d)-\d\d)(?![\d/-])"
)
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"(?<!\w)(?:[IVXLCІХ]{1,7}(?!\w)|[IVXLC]{2,7}(?=e\b))")  # XIXe siècle
_DECADE = re.compile(r"-?(?:те|s|er)\b")
_CENTURY = re.compile(r"(?:th|-?и|-?ти|e|\.)? (?:век|century|siècle|Jahrhundert)")
_NUMBERED = re.compile(r"\s*\(?\d{1,3}[.)]\s")
_YEARS = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d\d) ?[/–-] ?(?P<last>\d\d)(?![\d/–-])")
_ROMAN_MONTH = re.compile(r"(?<=\d\.) ?(?P<month>[IVXІХ]{1,4})(?=\. ?(?:19|20)\d\d)")
_FEW = frozenset({"1", "2"})
_CONVERTED = ("mi", "mph")  # "75 mph (120 km/h)" is „120 км/ч“
_SHARE_STEPS = (Decimal("0.01"), Decimal("0.001"))  # "a third" is 33% or 33.3%
_FULL_NAMES = 12
_FEWEST_TOLD = 3


class Weight(IntEnum):
    """How much it matters that a fact is found again."""

    HINT = 0  # it may answer another fact, no more
    WORD = 1  # it counts where another stands in its place
    FIGURE = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """One such statement, with the keys of which any translation of it has one."""

    start: int
    end: int
    sort: Watched
    keys: frozenset[str]
    weight: Weight
    unit: str = ""
    omissible: bool = False


def facts(text: str, language: str) -> list[Fact]:
    """Return the facts of a sentence in order, names apart."""
    words = number_words(language)
    bare = ADDRESS.sub(lambda match: " " * len(match[0]), text)
    found = [
        Fact(*match.span(), Watched.ADDRESS, frozenset({address_key(match[0])}), Weight.FIGURE)
        for match in ADDRESS.finditer(text)
    ]
    found += _numbers(bare, language)
    found += _months(bare, words)
    found += _romans(bare)
    return sorted(found, key=lambda fact: fact.start)


def _numbers(bare: str, language: str) -> Iterator[Fact]:
    documents = [(start, end) for start, end, _ in references.find(bare, language)]
    dated = dict(_dated(bare))
    times = number_words(language).times
    worded = parts(bare, language)  # compared by worded_apart
    found = figures.find(bare, language)
    shares = _in_shares(bare, found, language)
    for figure in found:
        keys = dated.get(figure.start) or frozenset(_keys(figure))
        keys |= shares.get(figure.start, frozenset())
        if _DECADE.match(bare, figure.end):
            keys |= {f"19{key}" for key in keys if len(key) == len("90")}
        inside = any(start <= figure.start < end for start, end in documents)
        is_amount = figure.unit not in ("", *times)
        yield Fact(
            figure.start,
            figure.end,
            _sort(keys, document=inside, amount=is_amount),
            keys,
            Weight.HINT if _is_within(figure, worded) else _weight(figure),
            figure.unit,
            (not is_amount and _omissible(bare[figure.start : figure.end], keys))
            or _is_by_the_way(bare, figure),
        )


def _in_shares(
    bare: str, found: Sequence[figures.Figure], language: str
) -> Mapping[int, frozenset[str]]:
    """Return what both numbers of "4 out of 10" may be worth as well, by their places.

    Another text has one number there, "40%", and that answers both.
    """
    keys: dict[int, frozenset[str]] = {}
    joint = share_joint(language)
    for count, whole in pairwise(found):
        plain = not count.unit and not whole.unit
        if plain and joint is not None and joint.fullmatch(bare, count.end, whole.start):
            some = frozenset(_share_keys(count, whole))
            keys[count.start] = keys.get(count.start, frozenset()) | some
            keys[whole.start] = some
    return keys


def _share_keys(count: figures.Figure, whole: figures.Figure) -> Iterator[str]:
    for part, all_ in product(count.worth, whole.worth):
        if isinstance(part, str) or isinstance(all_, str) or not 0 < part < all_:
            continue
        for step in _SHARE_STEPS:
            if 0 < (share := (part / all_).quantize(step)) < 1:
                yield _written(share)


def _is_within(figure: figures.Figure, some: Sequence[Worded]) -> bool:
    return any(each.start <= figure.start < each.end for each in some)


def _omissible(words: str, keys: frozenset[str]) -> bool:
    """Tell whether a number is left out or put in by good translators: "this year", 2025."""
    is_year = len(words) <= len("2025") and any(map(figures.YEAR.fullmatch, keys))
    return is_year or keys <= _FEW


def _is_by_the_way(bare: str, figure: figures.Figure) -> bool:
    """Tell whether good translators leave a number out: "75 mph (120 km/h)", "2. Next steps"."""
    if figure.unit in _CONVERTED or _CENTURY.match(bare, figure.end):  # „80-те години на 20 век“
        return True
    numbered = _NUMBERED.match(bare)
    return numbered is not None and figure.start < numbered.end()


def _dated(bare: str) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield where a number is a month, or the last of some years, and its keys."""
    for match in _BY_FIGURES.finditer(bare):
        for name in ("month", "mid"):
            if match[name]:
                yield match.start(name), frozenset({f"month {int(match[name])}"})
    for match in _YEARS.finditer(bare):
        if match["last"] > match["first"][2:]:
            whole = match["first"][:2] + match["last"]
            yield match.start("last"), frozenset({match["last"], whole})


def _keys(figure: figures.Figure) -> Iterator[str]:
    for worth in figure.worth:
        if isinstance(worth, str):
            yield worth
            yield worth.removesuffix(":00")  # 15 heures
        else:
            yield _written(worth)
            if figure.unit == "%":
                yield _written(worth / 100)


def _written(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _sort(keys: frozenset[str], *, document: bool, amount: bool) -> Watched:
    if document:
        return Watched.REFERENCE
    if amount:
        return Watched.AMOUNT
    dated = any(
        key.startswith("month ") or ":" in key or figures.YEAR.fullmatch(key) for key in keys
    )
    return Watched.DATE if dated else Watched.NUMBER


def _weight(figure: figures.Figure) -> Weight:
    if not figure.spelt:
        return Weight.FIGURE
    few = all(isinstance(worth, Decimal) and worth < _FEWEST_TOLD for worth in figure.worth)
    return Weight.HINT if figure.rough or few else Weight.WORD


def _months(bare: str, words: NumberWords) -> Iterator[Fact]:
    full = [name for name in words.months if len(name) > _FEWEST_TOLD][:_FULL_NAMES]
    full += [name for name in ("май", "may", "юни", "юли") if name in words.months]
    for match in _WORD.finditer(bare):
        name = match[0].lower()
        known = name in full and (words.language != "en" or match[0][0].isupper())
        around = bare[: match.start()].rstrip(" -")[-1:] + bare[match.end() :].lstrip(" ,.")[:1]
        by_day = any(map(str.isdigit, around))
        if known or (by_day and name in words.months):
            keys = frozenset({f"month {words.months[name]}"})
            yield Fact(*match.span(), Watched.DATE, keys, Weight.FIGURE, omissible=not by_day)


def _romans(bare: str) -> Iterator[Fact]:
    """Yield Roman numerals; one letter alone may be a word, and only answers others."""
    months = {match.start("month") for match in _ROMAN_MONTH.finditer(bare)}
    for match in _ROMAN.finditer(bare):
        if not (value := roman_value(match[0])):
            continue
        if match.start() in months:
            keys = frozenset({f"month {value}"})
            yield Fact(*match.span(), Watched.DATE, keys, Weight.FIGURE)
        else:
            weight = Weight.WORD if len(match[0]) > 1 else Weight.HINT
            yield Fact(*match.span(), Watched.NUMBER, frozenset({str(value)}), weight)


def same_unit(one: Fact, other: Fact) -> bool:
    """Tell whether the units of two equal numbers agree, as far as both are known."""
    return not (one.unit and other.unit) or one.unit == other.unit
