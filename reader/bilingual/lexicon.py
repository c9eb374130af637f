"""Words that translate one another, by keys that their forms share."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import TypeAlias

from reader.paths import resource
from reader.text.words import folded, search_key

# The languages that have a list of words beside Bulgarian: resources/lexicon_bg_<language>.txt.
LISTED = ("en",)
_ENDINGS = re.compile(r"(?:'s|’s|ies|ied|ying|ing|ed|es|s|y|e)$")
_SHORTEST = 3

Meanings: TypeAlias = Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=20_000)
def english_key(word: str) -> str:
    """Return the key that the regular forms of an English word share: "agreed", "agrees"."""
    plain = folded(word)
    stem = _ENDINGS.sub("", plain)
    if len(stem) < _SHORTEST:
        return plain
    if len(stem) > _SHORTEST and stem[-1] == stem[-2] and stem[-1] not in "ls":
        stem = stem[:-1]  # planned
    return stem.removesuffix("i") if len(stem) > _SHORTEST else stem


@lru_cache(maxsize=20_000)
def _other_key(word: str) -> str:
    return folded(word)[:6]


def key_of(language: str) -> Callable[[str], str]:
    """Return what makes the key of a word in a language."""
    return {"bg": search_key, "en": english_key}.get(language, _other_key)


def meanings(language: str, other: str) -> Meanings:
    """Return the meanings of keys in one language that words of the other share."""
    if language == "bg" and other in LISTED:
        return _lists(other)[0]
    return _lists(language)[1] if other == "bg" and language in LISTED else {}


def _lines(other: str) -> list[str]:
    return resource(f"lexicon_bg_{other}.txt").read_text("utf-8").splitlines()


@cache
def names(other: str) -> frozenset[str]:
    """Return the meanings that are names: of countries, cities and those who live there."""
    lines = _lines(other) if other in LISTED else ()
    return frozenset(str(number) for number, line in enumerate(lines) if line[0].isupper())


@cache
def _lists(other: str) -> tuple[Meanings, Meanings]:
    left: dict[str, list[str]] = defaultdict(list)
    right: dict[str, list[str]] = defaultdict(list)
    for number, line in enumerate(_lines(other)):
        if not line.startswith("#"):
            ours, _, theirs = line.partition(" = ")
            for each in set(map(search_key, ours.split())):
                left[each].append(str(number))
            for each in set(map(key_of(other), theirs.split())):
                right[each].append(str(number))
    return _fixed(left), _fixed(right)


def _fixed(side: Mapping[str, Iterable[str]]) -> Meanings:
    return {key: tuple(some) for key, some in side.items()}
