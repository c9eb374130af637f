"""Pairs of sentences that a person has made, kept with the article."""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.errors import LibraryDamagedError
from reader.library.connections import Connections
from reader.library.records import sha256
from reader.library.statements import one
from reader.library.values import as_each, as_number, as_rows, as_text, from_json, to_json
from reader.model.bilingual import Pin

PUT = "REPLACE INTO pin (article, pins, digest) VALUES (?, ?, ?)"
_GET = "SELECT pin.pins, pin.digest FROM article LEFT JOIN pin ON article = id WHERE id = ?"


class Pins:
    """The part of the library that keeps what a person mended between article and original.

    A pin tells its sentences by their words, so it holds when the article is repaired anew or
    comes in a newer version.
    """

    def __init__(self, connections: Connections, path: Path) -> None:
        self._connections = connections
        self._path = path

    def of(self, identifier: int) -> tuple[Pin, ...]:
        """Return the pairs made in an article, in the order in which they were made."""
        with self._connections.reading() as connection:
            row = one(connection, _GET, identifier)
        if row["pins"] is None:
            return ()
        if not is_as_written(dict(row)):
            raise LibraryDamagedError(self._path)
        return read(row["pins"])

    def keep(self, identifier: int, pins: Iterable[Pin]) -> None:
        """Keep these pairs, and no others, with an article."""
        made = tuple(pins)
        with self._connections.writing() as connection:
            one(connection, _GET, identifier)
            if made:
                connection.execute(PUT, (identifier, *record(made)))
            else:
                connection.execute("DELETE FROM pin WHERE article = ?", (identifier,))


def record(pins: Iterable[Pin]) -> tuple[str, str]:
    """Return pins as JSON, and the digest of that."""
    text = to_json([[list(each.left), list(each.right), list(each.nth)] for each in pins])
    return text, sha256(text.encode())


def read(text: str) -> tuple[Pin, ...]:
    """Return the pins of what `record` wrote; raises `CodecError`."""
    return tuple(
        Pin(as_each(left, as_text), as_each(right, as_text), _pair(nth))
        for left, right, nth in as_rows(from_json(text), 3)
    )


def is_as_written(row: Mapping[str, str | int | None]) -> bool:
    """Tell whether a row with its pins and their digest is as it was written."""
    return sha256(str(row["pins"]).encode()) == row["digest"]


def found(connection: sqlite3.Connection, identifier: int) -> tuple[Pin, ...]:
    """Return the pins of an article in an archive; none where they are not as they were written.

    Raises `CodecError`.
    """
    query = "SELECT pins, digest FROM pin WHERE article = ?"
    row = connection.execute(query, (identifier,)).fetchone()
    return read(as_text(row["pins"])) if row and is_as_written(dict(row)) else ()


def _pair(nth: object) -> tuple[int, int]:
    ((left, right),) = as_rows([nth], 2)
    return as_number(left), as_number(right)
