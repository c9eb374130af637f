"""The feeds that a person keeps, and what each of them has told of."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from reader.errors import KnownFeedError, UnknownFeedError, UnknownRuleError
from reader.library.connections import Connections
from reader.library.records import moment, now
from reader.library.values import CodecError, as_text, from_json, to_json
from reader.model.feed import Deed, Failure, FeedItem, ItemState, KeptFeed, KeptItem, Rule

_Kind = TypeVar("_Kind", bound=StrEnum)
_FEEDS = """
    SELECT feed.*,
        (
            SELECT count(*) FROM feed_item JOIN reading ON reading.article = feed_item.article
            WHERE feed_item.feed = feed.id AND NOT read AND binned IS NULL
        ) AS unread,
        (SELECT count(*) FROM feed_item WHERE feed = feed.id AND state = 'new') AS waiting,
        (SELECT count(*) FROM feed_item WHERE feed = feed.id AND state = 'failed') AS lost
    FROM feed
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
            found = [_feed(row) for row in connection.execute(_FEEDS)]
        return sorted(found, key=lambda feed: (feed.title.casefold(), feed.identifier))

    def one(self, identifier: int) -> KeptFeed:
        """Return a feed."""
        with self._connections.reading() as connection:
            row = connection.execute(f"{_FEEDS} WHERE id = ?", (identifier,)).fetchone()
        if row is None:
            raise UnknownFeedError(identifier)
        return _feed(row)

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

    def pause(self, identifier: int, *, paused: bool) -> None:
        """Ask a feed no more, or again."""
        self._change("UPDATE feed SET paused = ?, due = NULL WHERE id = ?", int(paused), identifier)

    def remove(self, identifier: int) -> None:
        """Forget a feed; its articles stay."""
        self._change("DELETE FROM feed WHERE id = ?", identifier)

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
        rows = [_row(identifier, item) for item in items]
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
        self._change(_FAILED, now(), _written(failure), until, int(pause), identifier)

    def items(self, identifier: int, state: ItemState) -> list[KeptItem]:
        """Return the pieces of news of a feed that are in a state, the newest first."""
        with self._connections.reading() as connection:
            return [_item(row) for row in connection.execute(_ITEMS, (identifier, state.value))]

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
                (_written(failure), item),
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
            return [_rule(row) for row in connection.execute("SELECT * FROM feed_rule ORDER BY id")]

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


def _row(feed: int, item: FeedItem) -> tuple[int | str | None, ...]:
    day = item.published.isoformat() if item.published else None
    return feed, item.key, item.title, item.address, day, item.markup


def _feed(row: sqlite3.Row) -> KeptFeed:
    return KeptFeed(
        row["id"],
        row["address"],
        row["title"],
        allowed=bool(row["allowed"]),
        paused=bool(row["paused"]),
        etag=row["etag"],
        modified=row["modified"],
        succeeded=_moment(row["succeeded"]),
        failed=_moment(row["failed"]),
        failure=_failure(row["failure"]),
        due=_moment(row["due"]),
        unread=row["unread"],
        waiting=row["waiting"],
        lost=row["lost"],
    )


def _item(row: sqlite3.Row) -> KeptItem:
    item = FeedItem(row["key"], row["title"], row["address"], _day(row["published"]), row["markup"])
    state, failure = _one_of(ItemState, row["state"]), _failure(row["failure"])
    return KeptItem(row["id"], row["feed"], item, state, row["article"], failure)


def _rule(row: sqlite3.Row) -> Rule:
    return Rule(row["id"], row["words"], _one_of(Deed, row["deed"]), row["tag"], row["feed"])


def _written(failure: Failure) -> str:
    return to_json({"kind": failure.kind, "facts": dict(failure.facts)})


def _failure(kept: str | None) -> Failure | None:
    if kept is None:
        return None
    match from_json(kept):
        case {"kind": kind, "facts": dict(facts)}:
            return Failure(as_text(kind), tuple(_facts(facts)))
        case other:
            raise CodecError(f"not a failure: {other!r:.80}")


def _facts(facts: dict[object, object]) -> Iterator[tuple[str, str | int | float]]:
    for name, value in facts.items():
        if not isinstance(value, (str, int, float)):
            raise CodecError(f"not a fact: {value!r:.80}")
        yield as_text(name), value


def _one_of(kind: type[_Kind], value: str) -> _Kind:
    try:
        return kind(value)
    except ValueError as error:
        raise CodecError(f"not a {kind.__name__}: {value!r:.80}") from error


def _moment(kept: str | None) -> datetime | None:
    return None if kept is None else moment(kept)


def _day(kept: str | None) -> date | None:
    try:
        return None if kept is None else date.fromisoformat(kept)
    except ValueError as error:
        raise CodecError(f"not a day: {kept!r:.80}") from error
