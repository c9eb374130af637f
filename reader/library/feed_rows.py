"""Rows of the tables of feeds as the data that they stand for."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from reader.library.records import moment
from reader.library.values import CodecError, as_text, from_json, to_json
from reader.model.feed import Deed, Failure, FeedItem, ItemState, KeptFeed, KeptItem, Rule

_Kind = TypeVar("_Kind", bound=StrEnum)


def row_of(feed: int, item: FeedItem) -> tuple[int | str | None, ...]:
    """Return a piece of news as the values of a new row."""
    day = item.published.isoformat() if item.published else None
    return feed, item.key, item.title, item.address, day, item.markup


def feed_from(row: sqlite3.Row) -> KeptFeed:
    """Return a feed that was kept, with the counts of its news; raises `CodecError`."""
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


def told_from(row: sqlite3.Row) -> FeedItem:
    """Return what a feed told of a piece of news; raises `CodecError`."""
    day = _day(row["published"])
    return FeedItem(row["key"], row["title"], row["address"], day, row["markup"])


def item_from(row: sqlite3.Row) -> KeptItem:
    """Return a piece of news with what became of it; raises `CodecError`."""
    state, failure = _one_of(ItemState, row["state"]), _failure(row["failure"])
    return KeptItem(row["id"], row["feed"], told_from(row), state, row["article"], failure)


def rule_from(row: sqlite3.Row) -> Rule:
    """Return a rule; raises `CodecError`."""
    return Rule(row["id"], row["words"], _one_of(Deed, row["deed"]), row["tag"], row["feed"])


def written(failure: Failure) -> str:
    """Return a failure as it is kept."""
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
