"""The feeds that a person keeps, and what each of them has told of."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

from reader.errors import KnownFeedError, UnknownFeedError, UnknownRuleError
from reader.library.connections import Connections
from reader.library.feed_rows import feed_from, item_from, row_of, rule_from, told_from, written
from reader.library.lists import UNREAD
from reader.library.records import now
from reader.model.feed import (
    Deed,
    Failure,
    FeedItem,
    ItemState,
    KeptFeed,
    KeptItem,
    Rule,
)

_FEED = """
    SELECT feed.*,
        (
            SELECT count(*) FROM feed_item JOIN reading ON reading.article = feed_item.article
            WHERE feed_item.feed = feed.id AND NOT read AND binned IS NULL
        ) AS unread,
        (SELECT count(*) FROM feed_item WHERE feed = feed.id AND state = 'new') AS waiting,
        (SELECT count(*) FROM feed_item WHERE feed = feed.id AND state = 'failed') AS lost
    FROM feed WHERE id = ?
"""
_FEEDS = f"""
    SELECT feed.*, coalesce(unread, 0) AS unread, coalesce(waiting, 0) AS waiting,
        coalesce(lost, 0) AS lost
    FROM feed
    LEFT JOIN ({UNREAD}) AS counted ON counted.feed = feed.id
    LEFT JOIN (
        SELECT feed, sum(state = 'new') AS waiting, sum(state = 'failed') AS lost
        FROM feed_item WHERE state <> 'kept' GROUP BY feed
    ) AS open ON open.feed = feed.id
"""
_ADD = "INSERT INTO feed (address, title, allowed) VALUES (?, ?, ?)"
_ADD_ITEM = """
    INSERT OR IGNORE INTO feed_item (feed, key, title, address, published, markup, state)
    VALUES (?, ?, ?, ?, ?, ?, 'new')
"""
_ANSWERED = """
    UPDATE feed SET etag = ?, modified = ?, succeeded = ?, failed = NULL, failure = NULL, due = NULL
    WHERE id = ?
"""
_FORGET_NEWS = "DELETE FROM feed_item WHERE feed = ? AND article IS NULL"
_FAILED = """
    UPDATE feed SET failed = ?, failure = ?, due = ?, paused = paused OR ? WHERE id = ?
"""
_ITEMS = "SELECT * FROM feed_item WHERE feed = ? AND state = ? ORDER BY id DESC"


class Feeds:
    """Keeps feeds, their pieces of news, and the rules for new articles.

    Methods that take a feed's number raise `UnknownFeedError`; then nothing has changed.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def all(self) -> list[KeptFeed]:
        """Return the feeds by title."""
        with self._connections.reading() as connection:
            found = [feed_from(row) for row in connection.execute(_FEEDS)]
        return sorted(found, key=lambda feed: (feed.title.casefold(), feed.identifier))

    def one(self, identifier: int) -> KeptFeed:
        """Return a feed."""
        with self._connections.reading() as connection:
            row = connection.execute(_FEED, (identifier,)).fetchone()
        if row is None:
            raise UnknownFeedError(identifier)
        return feed_from(row)

    def add(self, address: str, title: str, *, allowed: bool = False) -> KeptFeed:
        """Keep a feed; raises `KnownFeedError` where one of this address is kept."""
        try:
            with self._connections.writing() as connection:
                number = connection.execute(_ADD, (address, title, int(allowed))).lastrowid
        except sqlite3.IntegrityError as error:
            raise KnownFeedError(address) from error
        return self.one(number or 0)

    def rename(self, identifier: int, title: str) -> None:
        """Call a feed otherwise."""
        self._change("UPDATE feed SET title = ? WHERE id = ?", title, identifier)

    def move(self, identifier: int, address: str) -> None:
        """Let a feed be asked for at another address; raises `KnownFeedError`."""
        change = """
            UPDATE feed SET address = ?, etag = NULL, modified = NULL, due = NULL, failed = NULL,
                failure = NULL, allowed = 0
            WHERE id = ?
        """
        try:
            self._change(change, address, identifier)
        except sqlite3.IntegrityError as error:
            raise KnownFeedError(address) from error

    def allow(self, identifier: int) -> None:
        """Let a feed be asked though its host is of a private network, for the person said so."""
        self._change("UPDATE feed SET allowed = 1, due = NULL WHERE id = ?", identifier)

    def pause(self, identifier: int, *, paused: bool) -> None:
        """Ask a feed no more, or again."""
        self._change("UPDATE feed SET paused = ?, due = NULL WHERE id = ?", int(paused), identifier)

    def remove(self, identifier: int) -> None:
        """Forget a feed; its articles stay, with what it told of them."""
        with self._connections.writing() as connection:
            connection.execute(_FORGET_NEWS, (identifier,))
            if connection.execute("DELETE FROM feed WHERE id = ?", (identifier,)).rowcount == 0:
                raise UnknownFeedError(identifier)

    def answered(
        self,
        identifier: int,
        etag: str | None,
        modified: str | None,
        items: Iterable[FeedItem] = (),
    ) -> int:
        """Take note of what a feed has told; return how many pieces of news are new.

        They are told the newest first, and kept so that the oldest has the smallest number.
        """
        rows = [row_of(identifier, item) for item in items]
        with self._connections.writing() as connection:
            changed = connection.execute(_ANSWERED, (etag, modified, now(), identifier))
            if changed.rowcount == 0:
                raise UnknownFeedError(identifier)
            return connection.executemany(_ADD_ITEM, reversed(rows)).rowcount if rows else 0

    def failed(
        self, identifier: int, failure: Failure, due: datetime | None, *, pause: bool = False
    ) -> None:
        """Take note that a feed could not be had, why, and when to ask again."""
        until = due.astimezone(UTC).isoformat() if due else None
        self._change(_FAILED, now(), written(failure), until, int(pause), identifier)

    def items(self, identifier: int, state: ItemState) -> list[KeptItem]:
        """Return the pieces of news of a feed that are in a state, the newest first."""
        with self._connections.reading() as connection:
            return [item_from(row) for row in connection.execute(_ITEMS, (identifier, state.value))]

    def told_of(self, article: int) -> FeedItem | None:
        """Return what a feed has told of an article, None where it came by no feed."""
        query = "SELECT * FROM feed_item WHERE article = ? ORDER BY id LIMIT 1"
        with self._connections.reading() as connection:
            row = connection.execute(query, (article,)).fetchone()
            return None if row is None else told_from(row)

    def kept(self, item: int, article: int) -> None:
        """Take note that a piece of news is an article now."""
        with self._connections.writing() as connection:
            connection.execute(
                "UPDATE feed_item SET state = 'kept', article = ?, failure = NULL, markup = ''"
                " WHERE id = ?",
                (article, item),
            )

    def lost(self, item: int, failure: Failure) -> None:
        """Take note that a piece of news could not be had, and why."""
        with self._connections.writing() as connection:
            connection.execute(
                "UPDATE feed_item SET state = 'failed', failure = ? WHERE id = ?",
                (written(failure), item),
            )

    def try_again(self, identifier: int) -> None:
        """Let what could not be had be fetched with the next update."""
        with self._connections.writing() as connection:
            connection.execute(
                "UPDATE feed_item SET state = 'new', failure = NULL"
                " WHERE feed = ? AND state = 'failed'",
                (identifier,),
            )

    def rules(self) -> list[Rule]:
        """Return the rules for new articles, in the order of their making."""
        with self._connections.reading() as connection:
            return [
                rule_from(row) for row in connection.execute("SELECT * FROM feed_rule ORDER BY id")
            ]

    def add_rule(self, words: str, deed: Deed, tag: str = "", feed: int | None = None) -> Rule:
        """Keep a rule."""
        if feed is not None:
            self.one(feed)
        with self._connections.writing() as connection:
            number = connection.execute(
                "INSERT INTO feed_rule (words, deed, tag, feed) VALUES (?, ?, ?, ?)",
                (words, deed.value, tag, feed),
            ).lastrowid
        return Rule(number or 0, words, deed, tag, feed)

    def change_rule(self, rule: Rule) -> None:
        """Keep a rule as it is now; raises `UnknownRuleError`, `UnknownFeedError`."""
        if rule.feed is not None:
            self.one(rule.feed)
        values = (rule.words, rule.deed.value, rule.tag, rule.feed, rule.identifier)
        with self._connections.writing() as connection:
            changed = connection.execute(
                "UPDATE feed_rule SET words = ?, deed = ?, tag = ?, feed = ? WHERE id = ?", values
            )
            if changed.rowcount == 0:
                raise UnknownRuleError(rule.identifier)

    def remove_rule(self, identifier: int) -> None:
        """Forget a rule; raises `UnknownRuleError`."""
        with self._connections.writing() as connection:
            changed = connection.execute("DELETE FROM feed_rule WHERE id = ?", (identifier,))
            if changed.rowcount == 0:
                raise UnknownRuleError(identifier)

    def _change(self, statement: str, *values: str | int | None) -> None:
        """Change the feed whose number is the last of the values."""
        with self._connections.writing() as connection:
            if connection.execute(statement, values).rowcount == 0:
                raise UnknownFeedError(int(values[-1] or 0))
