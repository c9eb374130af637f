"""The word lists of the spoken form, as resources/spoken_abbreviations_bg.json has them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reader.paths import resource


@dataclass(frozen=True, slots=True)
class Lists:
    """Abbreviations by where they stand, and words that others agree with.

    The file says what each list is for.
    """

    roman: Mapping[str, str]
    anywhere: Mapping[str, str]
    numbered: Mapping[str, str]
    named: Mapping[str, str]
    joined: Mapping[str, str]
    last: Mapping[str, str]
    agreeing: Mapping[str, Sequence[str]]
    before_names: Mapping[str, Sequence[str]]
    more: Mapping[str, str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    prepositions: frozenset[str]
    words: frozenset[str]


@cache
def word_lists() -> Lists:
    """Read the lists from their file."""
    data = json.loads(resource("spoken_abbreviations_bg.json").read_text("utf-8"))
    for name in ("masculine", "feminine", "prepositions", "words"):
        data[name] = frozenset(data[name])
    return Lists(**{name: data[name] for name in Lists.__slots__})
