"""What a person types into a search, read as terms and as a filter.

All terms must be found, each in any form of its words. „…“ or "…" keeps words together, a minus
excludes, = asks for the very form, a star at the end for all words that begin so, and ИЛИ between
terms for one of them. заглавие:… looks into the titles alone; източник:, език:, етикет:, от:, до:,
дата: and само: choose among the articles. All words of this kind stand in
`resources/search_words.json`, in both languages. Nothing a person types is an error: what is no
such thing is a word. What was copied from a page is read as the library keeps it, without soft
hyphens and look-alikes of the other alphabet.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import product
from math import prod
from typing import TypeAlias

from reader.model.query import Filter, Part
from reader.paths import resource
from reader.text import institutions, language_names
from reader.text.normal import normal, with_own_letters
from reader.text.words import folded, search_key, sought_keys, words

_PIECE = re.compile(
    r"(?P<minus>(?<!\S)[-\u2212])?"
    r"(?:(?P<name>[^\W\d_]+):(?=\S))?"
    r"(?P<exact>=)?"
    r"(?:[„“”\"«](?P<phrase>[^„“”\"«»]*)[“”\"»]?|(?P<word>[^\s„“”\"«»]+)|[“”»])"
)
_DAY = re.compile(r"(?:(?:(?P<day>\d\d?)\.)?(?P<month>\d\d?)\.)?(?P<year>\d{4})")
_ISO_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?)?")
_FIRST, _DECEMBER = 1, 12
_MOST_READINGS = 16  # of the words that stand together
_LONG_NUMBER = re.compile(r"\d{5,}")
_THOUSANDS = re.compile(r"\d{1,3}(?=(?:\d{3})*$)")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together, as the search compares them.

    Of an `exact` term they are the very words, folded, else their keys; of a `prefix` the last one
    is the beginning of a word. `part` is where it must stand, None anywhere.
    """

    keys: tuple[str, ...]
    exact: bool = False
    prefix: bool = False
    part: Part | None = None

    @property
    def of_words(self) -> bool:
        """Whether the term is compared with the words themselves, not with their keys."""
        return self.exact or self.prefix

    def places(self, found: Sequence[str]) -> list[int]:
        """Return at which of a text's words the term begins."""
        compared = list(map(folded if self.of_words else search_key, found))
        if len(self.keys) == 1 and not self.prefix:
            (only,) = self.keys
            return [place for place, word in enumerate(compared) if word == only]
        *before, last = self.keys
        after = len(before)
        return [
            place
            for place in range(len(compared) - after)
            if self._ends(compared[place + after], last)
            and compared[place : place + after] == before
        ]

    def _ends(self, word: str, last: str) -> bool:
        return word.startswith(last) if self.prefix else word == last


Groups: TypeAlias = tuple[tuple[Term, ...], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: of each group one term at least, nothing excluded, and the filter."""

    groups: Groups
    excluded: tuple[Term, ...]
    filter: Filter

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms that may be found, each once."""
        return tuple(dict.fromkeys(term for group in self.groups for term in group))


def parse(text: str, *, exact: bool = False, within: Filter | None = None) -> Wanted:
    """Read what a person typed; `within` is a filter that was chosen besides."""
    groups: list[tuple[Term, ...]] = []
    excluded: list[Term] = []
    chosen = within or Filter()
    joined = False
    for piece in _PIECE.finditer(with_own_letters(normal(text))):
        if _is_or(piece):
            joined = bool(groups)
            continue
        if (narrowed := _narrowed(piece, chosen)) is not None:
            chosen = narrowed
            continue
        terms = tuple(_terms(piece, exact=exact))
        if piece["minus"]:
            excluded.extend(terms)
        elif terms and joined:
            groups[-1] = (*groups[-1], *terms)
        elif terms:
            groups.append(terms)
        joined = joined and not terms
    return Wanted(tuple(dict.fromkeys(groups)), tuple(dict.fromkeys(excluded)), chosen)


def misread(text: str) -> tuple[str, ...]:
    """Return what looks like a choice among the articles, but is none: „от:утре"."""
    said = _said()
    return tuple(
        piece.group()
        for piece in _PIECE.finditer(with_own_letters(normal(text)))
        if (piece["name"] or "").lower() in said.filters
        and not piece["minus"]
        and _narrowed(piece, Filter()) is None
    )


def _is_or(piece: re.Match[str]) -> bool:
    return piece.group() in _said().alternatives


def _terms(piece: re.Match[str], *, exact: bool) -> Iterator[Term]:
    """Yield the term of a piece, if it has words; one for each key that a word can have."""
    name, typed = piece["name"], piece["phrase"] or piece["word"] or ""
    part = _said().parts.get(name.lower()) if name else None
    if name and part is None:
        typed = f"{name} {typed}"
    exact = exact or bool(piece["exact"])
    prefix = typed.endswith("*")
    found = words(typed)
    if exact or prefix:
        if found:
            yield Term(tuple(map(folded, found)), exact, prefix, part)
    else:
        # „най-големите" is two words that stand together.
        for keys in _readings(found):
            yield Term(keys, part=part)
    if _LONG_NUMBER.fullmatch(typed):  # „1250000" is printed „1 250 000"
        yield Term(tuple(_THOUSANDS.findall(typed)), exact, part=part)


def _readings(found: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Return the keys of words that stand together, in each combination if these are few."""
    alternatives = [sought_keys(word) for word in found]
    if prod(map(len, alternatives)) > _MOST_READINGS:
        alternatives = [each[:1] for each in alternatives]
    return product(*alternatives) if alternatives else ()


def _narrowed(piece: re.Match[str], chosen: Filter) -> Filter | None:
    """Return a filter with what a piece asks for; None where it is no such piece."""
    name, value = piece["name"], piece["phrase"] or piece["word"] or ""
    kind = _said().filters.get(name.lower()) if name and not piece["minus"] else None
    match kind:
        case "publisher":
            key = institutions.meant(value)
            return replace(chosen, publisher=key) if key else None
        case "language":
            code = language_names.code(value)
            return replace(chosen, language=code) if code else None
        case "tag":
            return replace(chosen, tag=value)
        case "only":
            return _only(value, chosen)
        case "since" | "until" | "day":
            return _within_days(kind, value, chosen)
        case _:
            return None


def _only(value: str, chosen: Filter) -> Filter | None:
    match _said().only.get(value.lower()):
        case "unread":
            return replace(chosen, read=False)
        case "read":
            return replace(chosen, read=True)
        case "starred":
            return replace(chosen, starred=True)
        case "annotated":
            return replace(chosen, annotated=True)
        case _:
            return None


def _within_days(kind: str, value: str, chosen: Filter) -> Filter | None:
    found = days(value)
    if found is None:
        return None
    since, until = found
    match kind:
        case "since":
            return replace(chosen, since=since)
        case "until":
            return replace(chosen, until=until)
        case _:
            return replace(chosen, since=since, until=until)


def days(value: str) -> tuple[date, date] | None:
    """Return the first and last day of 2025, 3.2025, 2025-03, 14.3.2025 or 2025-03-14."""
    found = _DAY.fullmatch(value) or _ISO_DAY.fullmatch(value)
    if found is None:
        return None
    year, month, day = int(found["year"]), found["month"], found["day"]
    try:
        first = date(year, int(month or _FIRST), int(day or _FIRST))
        if day:
            return first, first
        last_month = int(month or _DECEMBER)
        following = date(year + last_month // _DECEMBER, last_month % _DECEMBER + 1, 1)
    except ValueError:
        return None
    return first, following - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words that mean something in a search."""

    parts: Mapping[str, Part]
    filters: Mapping[str, str]
    only: Mapping[str, str]
    alternatives: frozenset[str]


@cache
def _said() -> _Said:
    listed = json.loads(resource("search_words.json").read_text("utf-8"))
    return _Said(
        {word: Part(name) for word, name in _turned(listed["parts"]).items()},
        _turned(listed["filters"]),
        _turned(listed["only"]),
        frozenset(listed["or"]),
    )


def _turned(listed: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, said in listed.items() for word in said}
