"""What a person puts on articles to find them again: tags, and collections in an order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, and how many articles have it, those in the bin left out."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection, and how many articles it holds, those in the bin left out.

    That with the identifier READING_LIST has no name of its own.
    """

    identifier: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class FeedName:
    """What a feed that is kept is called, and how many of its articles are not read."""

    identifier: int
    title: str
    unread: int
