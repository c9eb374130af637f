"""The feeds of a library in a copy of all of it, with their news and the rules for these."""

import sqlite3
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from reader.library.archive.draft import Draft
from reader.library.archive.harmless import address, line, text
from reader.library.values import CodecError, as_text
from reader.model.feed import Deed, ItemState

_FEEDS = "SELECT id, address, title, paused FROM feed ORDER BY id"
_NEWS = """
    SELECT id, feed, key, title, address, published, markup, state, article FROM feed_item
    ORDER BY id
"""
_RULES = "SELECT id, feed, words, deed, tag FROM feed_rule ORDER BY id"
_ADD_FEED = "INSERT OR IGNORE INTO feed (address, title, paused) VALUES (?, ?, ?)"
_ADD_NEWS = """
    INSERT OR IGNORE INTO feed_item (feed, key, title, address, published, markup, state, article)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
    WHERE ?1 IS NOT NULL OR NOT EXISTS (SELECT 1 FROM feed_item WHERE article = ?8)
"""
_ADD_RULE = """
    INSERT INTO feed_rule (feed, words, deed, tag) SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (
        SELECT 1 FROM feed_rule WHERE feed IS ?1 AND words = ?2 AND deed = ?3 AND tag = ?4
    )
"""
_Values = tuple[str | int | None, ...]


def write(source: sqlite3.Connection, target: Draft, articles: Set[int]) -> None:
    """Write the feeds of a library; of their news those of other articles are left out."""
    for row in source.execute(_FEEDS):
        target.copy("own_feed", row)
    for row in source.execute(_NEWS):
        if row["article"] is None or row["article"] in articles:
            target.copy("own_feed_item", row)
    for row in source.execute(_RULES):
        target.copy("own_feed_rule", row)


@dataclass(slots=True)
class MovedFeeds:
    """What a copy of a library has of feeds, by its own numbers; `damaged` names what it lost."""

    feeds: dict[int, _Values] = field(default_factory=dict)
    news: list[tuple[int | None, _Values, int | None]] = field(default_factory=list)
    """Each with the number of its feed before it, and that of its article behind it."""
    rules: list[tuple[int | None, _Values]] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)


def read(archive: sqlite3.Connection) -> MovedFeeds:
    """Return the feeds of a copy, with nothing in them that acts.

    Whether a host of a private network may be asked is not taken over, nor what a host has said:
    that is for this computer to find out. What could not be fetched there is to be tried again.
    """
    found = MovedFeeds()
    for row in archive.execute("SELECT * FROM own_feed ORDER BY id"):
        with _named(found, row["title"]):
            found.feeds[row["id"]] = _feed(row)
    for row in archive.execute("SELECT * FROM own_feed_item ORDER BY id"):
        with _named(found, row["title"]):
            article = row["article"] if row["state"] == ItemState.KEPT else None
            found.news.append((row["feed"], _news(row), article))
    for row in archive.execute("SELECT * FROM own_feed_rule ORDER BY id"):
        with _named(found, row["words"]):
            found.rules.append((row["feed"], _rule(row)))
    return found


def put(library: sqlite3.Connection, found: MovedFeeds, articles: Mapping[int, int]) -> None:
    """Put feeds into a library; `articles` leads from the copy's numbers to those here.

    What is here already stays as it is.
    """
    here: dict[int | None, int] = {}
    for number, values in found.feeds.items():
        library.execute(_ADD_FEED, values)
        query = "SELECT id FROM feed WHERE address = ?"
        here[number] = library.execute(query, values[:1]).fetchone()[0]
    for feed, values, article in found.news:
        library.execute(_ADD_NEWS, (here.get(feed), *values, articles.get(article or 0)))
    for feed, values in found.rules:
        if feed is None or feed in here:
            library.execute(_ADD_RULE, (here.get(feed), *values))


@contextmanager
def _named(found: MovedFeeds, called: str) -> Iterator[None]:
    """Leave out what is not as a library writes it, and name it."""
    try:
        yield
    except CodecError:
        found.damaged.append(line(as_text(called)))


def _feed(row: sqlite3.Row) -> _Values:
    where = _web(row["address"])
    if where is None:
        raise CodecError(f"not an address: {row['address']!r:.80}")
    return where, line(as_text(row["title"])), int(bool(row["paused"]))


def _news(row: sqlite3.Row) -> _Values:
    return (
        text(as_text(row["key"])),
        line(as_text(row["title"])),
        _web(row["address"]),
        _day(row["published"]),
        as_text(row["markup"]),
        ItemState.KEPT if row["state"] == ItemState.KEPT else ItemState.NEW,
    )


def _rule(row: sqlite3.Row) -> _Values:
    try:
        deed = Deed(as_text(row["deed"]))
    except ValueError as error:
        raise CodecError(f"not a deed: {row['deed']!r:.80}") from error
    return line(as_text(row["words"])), deed.value, line(as_text(row["tag"]))


def _web(found: str | None) -> str | None:
    """Return an address of the web, None for any other."""
    safe = address(found)
    return safe if safe is not None and safe.lower().startswith("http") else None


def _day(found: str | None) -> str | None:
    try:
        return None if found is None else date.fromisoformat(found).isoformat()
    except ValueError as error:
        raise CodecError(f"not a day: {found!r:.80}") from error
