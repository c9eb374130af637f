"""What the parts of pages are called: resources/pages.json."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from reader.paths import resource

Names = frozenset[str]
_COMPOUND = re.compile(r"(?:news|article|post|story|page)([a-z]{4,})")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True, slots=True)
class Rules:
    """Names of parts, classes or ids, as the resource describes them."""

    hidden: Names
    spoken: Names
    panels: Names
    dropped: Names
    dropped_words: Names
    cards: Names
    doubtful_words: Names
    builders: tuple[str, ...]
    kept: Names
    kept_words: Names
    dropped_roles: Names
    bodies: tuple[str, ...]
    titles: tuple[str, ...]
    leads: Names
    lead_words: Names
    dates: Names
    date_words: Names
    author_words: Names
    label_words: Names
    sorts: Names
    advert_labels: Names
    captions: Names
    caption_words: Names
    apart_words: Names
    picture_words: Names
    attributions: Names
    quote_words: Names
    figures: Names
    headings: Mapping[str, int]
    files: Names
    file_titles: Names
    file_metas: Names
    file_texts: Names
    file_endings: Names
    notes: Names
    updated: tuple[str, ...]
    changed: Names
    calls: tuple[str, ...]
    published: Names
    any_day: Names
    other_days: Names
    venues: Names
    event_sorts: Names
    reading_times: Names
    minutes: Names
    actions: Names
    round_headings: Names
    topic_labels: Names
    consent_words: Names
    consents: tuple[str, ...]
    round_beginnings: tuple[str, ...]
    round_kinds: Names
    round_things: Names
    bylines: Names
    comment_counts: Names
    comment_words: Names
    answer_words: Names
    comment_calls: tuple[str, ...]
    tongues: Names


@cache
def load() -> Rules:
    """Read the resource once."""
    data = json.loads(resource("pages.json").read_text("utf-8"))
    in_order = {"bodies", "titles", "updated", "builders"}
    in_order |= {"round_beginnings", "calls", "consents", "comment_calls"}
    names: dict[str, Any] = {
        name: tuple(data[name]) if name in in_order else frozenset(data[name])
        for name in Rules.__slots__
    }
    names["headings"] = data["headings"]
    return Rules(**names)


def has_word(names: tuple[str, ...], words: Names) -> bool:
    """Tell whether one of some names is made with one of the words: "postDate", "sub-title"."""
    return not words.isdisjoint(_words_of_all(names))


def is_called(names: tuple[str, ...], known: Names, words: Names) -> bool:
    """Tell whether one of some names is a known one, or is made with one of the words."""
    return not known.isdisjoint(names) or has_word(names, words)


def unbuilt(names: tuple[str, ...], rules: Rules) -> tuple[str, ...]:
    """Return names without what a builder of pages begins all names with."""
    return tuple(_unbuilt(name, rules.builders) for name in names)


def _unbuilt(name: str, beginnings: tuple[str, ...]) -> str:
    if not name.startswith(beginnings):
        return name
    return name.removeprefix(next(each for each in beginnings if name.startswith(each)))


# Parts of a page that are alike have the same names, and many questions are asked about each.
@lru_cache(maxsize=4096)
def _words_of_all(names: tuple[str, ...]) -> Names:
    return frozenset().union(*map(words_of, names))


def begins_like_round(said: str, rules: Rules) -> bool:
    """Tell whether a heading begins as those of other texts do: „Още от …“, „Подобни новини“."""
    first, _, rest = said.partition(" ")
    if first in rules.round_kinds and rest.partition(" ")[0] in rules.round_things:
        return True
    return any(said.startswith(f"{each} ") for each in rules.round_beginnings)


@lru_cache(maxsize=4096)
def words_of(name: str) -> Names:
    """Return the words that a name is made of, and pairs of them that others write as one."""
    found = [word.lower() for word in _WORDS.findall(name)]
    # One site writes "top-bar" what another writes "topbar".
    compound = (_COMPOUND.fullmatch(word) for word in found)
    found += [word.group(1) for word in compound if word]
    return frozenset(found) | {one + other for one, other in pairwise(found)}


def either(words: Iterable[str]) -> str:
    """Return the pattern of any of some words."""
    return "|".join(map(re.escape, sorted(words)))
