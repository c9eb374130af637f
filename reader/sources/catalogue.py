"""Feeds of the European Union that a person may choose from."""

import json
from dataclasses import dataclass

from reader.paths import resource

_OTHER = "en"


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed of the catalogue; `certain` tells that its address was seen, not only derived."""

    address: str
    title: str
    language: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """Feeds on one topic."""

    name: str
    feeds: tuple[ListedFeed, ...]


def topics(language: str) -> tuple[Topic, ...]:
    """Return the catalogue, in the words of a language of the interface."""
    data = json.loads(resource("feeds.json").read_text("utf-8"))
    return tuple(
        Topic(_in(topic["name"], language), tuple(_feed(each, language) for each in topic["feeds"]))
        for topic in data["topics"]
    )


def _feed(each: dict[str, object], language: str) -> ListedFeed:
    title = each["title"]
    return ListedFeed(
        str(each["address"]),
        _in(title, language) if isinstance(title, dict) else str(title),
        str(each["language"]),
        certain=bool(each["seen"]),
    )


def _in(names: dict[str, str], language: str) -> str:
    return names.get(language) or names[_OTHER]
