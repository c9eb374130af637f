"""What is known of an article's links beside the article: addresses given, and what was found."""

import sqlite3
from collections.abc import Mapping

from reader.library.connections import Connections
from reader.library.records import sha256
from reader.library.statements import one
from reader.library.values import CodecError, as_rows, as_text, from_json, to_json
from reader.model.links import KnownLink, Presence

_PUT = "REPLACE INTO link (article, links, digest) VALUES (?, ?, ?)"
_GET = "SELECT links, digest FROM link WHERE article = ?"


class LinkNotes:
    """The part of the library that keeps them, by the addresses that the article has."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of(self, identifier: int) -> Mapping[str, KnownLink]:
        """Return what is known of the links of an article.

        Nothing, where that is not as it was written: the checks of the library tell of it.
        """
        with self._connections.reading() as connection:
            return found(connection, identifier)

    def keep(self, identifier: int, links: Mapping[str, KnownLink]) -> None:
        """Keep this of links of an article; what is known of its others stays."""
        with self._connections.writing() as connection:
            one(connection, "SELECT id FROM article WHERE id = ?", identifier)
            put(connection, identifier, {**found(connection, identifier), **links})


def found(connection: sqlite3.Connection, identifier: int) -> Mapping[str, KnownLink]:
    """Return what a library or an archive has of an article's links, if that is as it was written.

    Raises `CodecError`.
    """
    row = connection.execute(_GET, (identifier,)).fetchone()
    return _read(as_text(row["links"])) if row and is_as_written(dict(row)) else {}


def put(connection: sqlite3.Connection, identifier: int, links: Mapping[str, KnownLink]) -> None:
    """Keep this, and nothing else, of an article's links."""
    text = _written(links)
    connection.execute(_PUT, (identifier, text, sha256(text.encode())))


def is_as_written(row: Mapping[str, str | int | None]) -> bool:
    """Tell whether a row is as it was written."""
    return sha256(str(row["links"]).encode()) == row["digest"]


def _written(found: Mapping[str, KnownLink]) -> str:
    return to_json(
        [[link, each.own or "", each.bulgarian, each.original] for link, each in found.items()]
    )


def _read(text: str) -> dict[str, KnownLink]:
    return {
        as_text(link): KnownLink(as_text(own) or None, _presence(bulgarian), _presence(original))
        for link, own, bulgarian, original in as_rows(from_json(text), 4)
    }


def _presence(value: object) -> Presence:
    try:
        return Presence(as_text(value))
    except ValueError as error:
        raise CodecError(f"not a presence: {value!r:.80}") from error
