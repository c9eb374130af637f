"""What a person wants to see of a library: which articles, in which order, with which words."""

from array import array
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

READING_LIST = 1
"""The collection that every library has: what is to be read next, in order."""


EVERYWHERE = -1
"""The library and all archives that are open."""


class Order(StrEnum):
    """In which order articles are listed."""

    ADDED = "added"  # the newest first
    DAY = "day"  # of publication, else of coming in; the newest first
    TITLE = "title"
    PUBLISHER = "publisher"  # and within one by day
    OPENED = "opened"  # the one opened last first; only those that were opened
    PLACE = "place"  # as the collection has them; by coming in where none is asked for


class Grouping(StrEnum):
    """What neighbours in a list have in common."""

    NONE = "none"
    DAY = "day"
    PUBLISHER = "publisher"


class Part(StrEnum):
    """A part of an article in which words are looked for."""

    TITLE = "title"
    BODY = "body"
    ORIGINAL = "original"  # its text in the original language
    NOTES = "notes"  # the person's own


ALL_PARTS = frozenset(Part)


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours in a list: how many, and the day (YYYY-MM-DD) or publisher that they share."""

    key: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The identifiers of articles in their order, 8 bytes each, and their groups if any."""

    ids: "array[int]"
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles are wanted; what is None or False does not matter.

    `archive` is the number of an open archive, 0 for the library, or `EVERYWHERE`.
    `binned` asks for those in the bin instead of the others. `tag` is a tag's name in any
    capitals, `collection` a collection's number, `feed` that of a feed that the articles came by,
    `since` and `until` days (both included).
    """

    read: bool | None = None
    starred: bool = False
    annotated: bool = False
    binned: bool = False
    language: str | None = None
    publisher: str | None = None
    tag: str | None = None
    collection: int | None = None
    feed: int | None = None
    since: date | None = None
    until: date | None = None
    archive: int = 0


@dataclass(frozen=True, slots=True)
class Search:
    """Words to be found, as a person types them, and where; `exact` asks for the very forms."""

    words: str
    exact: bool = False
    parts: frozenset[Part] = ALL_PARTS
    filter: Filter = field(default_factory=Filter)


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that the person gave a name."""

    identifier: int
    name: str
    search: Search
