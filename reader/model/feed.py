"""Feeds: what a site tells of its news, and what the library knows of those that a person keeps."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A piece of news as a feed tells of it.

    `key` tells it from the others of its feed for all time; `markup` is HTML as it came, with
    nothing taken out of it.
    """

    key: str
    title: str
    address: str | None
    published: date | None
    markup: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What stands in a feed; `site` is the address of the pages that it is about."""

    title: str
    language: str | None
    site: str | None
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that a page or the catalogue names."""

    address: str
    title: str


class ItemState(StrEnum):
    """What became of a piece of news."""

    NEW = "new"
    """Told of by the feed, but not fetched yet."""
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why something failed: the name of an error and its facts, to be put into words later."""

    kind: str
    facts: tuple[tuple[str, str | int | float], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptFeed:
    """A feed that a person keeps.

    `etag` and `modified` are what its host said of it last; times are in UTC. `due` is when it may
    be asked again, None for at once. `waiting` counts the news that are not fetched yet, `unread`
    the articles that came from it and are not read.
    """

    identifier: int
    address: str
    title: str
    allowed: bool = False
    """Whether its host may be of a private network."""
    paused: bool = False
    etag: str | None = None
    modified: str | None = None
    succeeded: datetime | None = None
    failed: datetime | None = None
    failure: Failure | None = None
    due: datetime | None = None
    unread: int = 0
    waiting: int = 0
    lost: int = 0
    """News that could not be fetched."""


@dataclass(frozen=True, slots=True)
class KeptItem:
    """A piece of news that a feed has told of; `article` is its number in the library.

    `feed` is None where the feed is no longer kept.
    """

    identifier: int
    feed: int | None
    item: FeedItem
    state: ItemState
    article: int | None = None
    failure: Failure | None = None


class Deed(StrEnum):
    """What a rule does with an article."""

    TAG = "tag"
    STAR = "star"
    READING_LIST = "reading_list"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is done with each new article that a search for the words finds.

    `tag` is the tag's name where the deed is to put one on; `feed` is the only feed it goes for.
    """

    identifier: int
    words: str
    deed: Deed
    tag: str = ""
    feed: int | None = None


@dataclass(frozen=True, slots=True)
class Updated:
    """How asking one feed went; where `failure` is set, not all of it came."""

    feed: KeptFeed
    kept: tuple[int, ...] = ()
    lost: tuple[KeptItem, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in a list of feeds, with the names of the groups that it stands in."""

    address: str
    title: str
    groups: tuple[str, ...] = field(default=())
