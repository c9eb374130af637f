"""Searches that the person gave a name, to be asked again."""

import sqlite3
from dataclasses import asdict
from datetime import date

from reader.errors import NameTakenError, UnknownNameError
from reader.library.connections import Connections
from reader.library.values import (
    CodecError,
    as_each,
    as_flag,
    as_number,
    as_text,
    from_json,
    to_json,
)
from reader.model.query import Filter, Part, SavedSearch, Search
from reader.text.words import folded


class SavedSearches:
    """The saved searches; names differ by more than capitals."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def all(self) -> list[SavedSearch]:
        """Return the saved searches by name."""
        with self._connections.reading() as connection:
            rows = connection.execute("SELECT * FROM saved_search ORDER BY folded")
            return [SavedSearch(row["id"], row["name"], read(row["search"])) for row in rows]

    def save(self, name: str, search: Search) -> SavedSearch:
        """Keep a search under a name; one of that name is replaced."""
        values = {"name": name, "folded": folded(name), "search": written(search)}
        with self._connections.writing() as connection:
            connection.execute(
                "INSERT INTO saved_search (name, folded, search) VALUES (:name, :folded, :search)"
                " ON CONFLICT (folded) DO UPDATE SET name = :name, search = :search",
                values,
            )
            query = "SELECT id FROM saved_search WHERE folded = :folded"
            identifier = connection.execute(query, values).fetchone()["id"]
        return SavedSearch(identifier, name, search)

    def rename(self, identifier: int, name: str) -> None:
        """Give a saved search another name; raises `NameTakenError`, `UnknownNameError`."""
        try:
            with self._connections.writing() as connection:
                changed = connection.execute(
                    "UPDATE saved_search SET name = ?, folded = ? WHERE id = ?",
                    (name, folded(name), identifier),
                )
        except sqlite3.IntegrityError as error:
            raise NameTakenError(name) from error
        if changed.rowcount == 0:
            raise UnknownNameError(name)

    def forget(self, identifier: int) -> None:
        """Remove a saved search, if there is such a one."""
        with self._connections.writing() as connection:
            connection.execute("DELETE FROM saved_search WHERE id = ?", (identifier,))


def written(search: Search) -> str:
    """Return a search as the library keeps it."""
    chosen = {name: value for name, value in asdict(search.filter).items() if value is not None}
    days = {name: value.isoformat() for name, value in chosen.items() if isinstance(value, date)}
    return to_json(
        {
            "words": search.words,
            "exact": search.exact,
            "parts": sorted(search.parts),
            "filter": chosen | days,
        }
    )


def read(kept: str) -> Search:
    """Return a search that the library kept; raises `CodecError`."""
    match from_json(kept):
        case {"words": words, "exact": exact, "parts": parts, "filter": dict(chosen)}:
            return Search(
                as_text(words), as_flag(exact), frozenset(as_each(parts, _part)), _filter(chosen)
            )
        case other:
            raise CodecError(f"not a search: {other!r:.80}")


def _part(value: object) -> Part:
    try:
        return Part(as_text(value))
    except ValueError as error:
        raise CodecError(f"not a part: {value!r:.80}") from error


def _day(value: object) -> date:
    try:
        return date.fromisoformat(as_text(value))
    except ValueError as error:
        raise CodecError(f"not a day: {value!r:.80}") from error


def _filter(chosen: dict[object, object]) -> Filter:
    def flag(name: str) -> bool:
        return as_flag(chosen.get(name, False))

    def text(name: str) -> str | None:
        return as_text(chosen[name]) if name in chosen else None

    return Filter(
        read=flag("read") if "read" in chosen else None,
        starred=flag("starred"),
        annotated=flag("annotated"),
        binned=flag("binned"),
        language=text("language"),
        publisher=text("publisher"),
        tag=text("tag"),
        collection=as_number(chosen["collection"]) if "collection" in chosen else None,
        feed=as_number(chosen["feed"]) if "feed" in chosen else None,
        since=_day(chosen["since"]) if "since" in chosen else None,
        until=_day(chosen["until"]) if "until" in chosen else None,
    )
