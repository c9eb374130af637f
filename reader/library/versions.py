"""What articles were before they came again with changes."""

import sqlite3
from collections.abc import Mapping
from typing import TypeAlias

from reader.errors import UnknownArticleError
from reader.library.annotations import carry
from reader.library.connections import Connections
from reader.library.identity import marks, note
from reader.library.leaf_texts import leaf_texts
from reader.library.records import article_from, moment
from reader.library.statements import RENEW_CONTENT, RENEW_DAY, SUCCEED_ARTICLE, index, one, unindex
from reader.model.article import Article
from reader.model.version import Version
from reader.text.differences import likeness

_ENOUGH = 0.5  # of the shorter text, for two to be versions of one announcement
_KEEP = """
    INSERT INTO version
    SELECT article.id,
        (SELECT coalesce(max(number), 0) + 1 FROM version WHERE version.article = article.id),
        title, language, published, author, publisher, original_address, machine_translated,
        source_format, source_name, source_address, retrieved, added, bytes_sha256, text_sha256,
        digest, blocks, documents, repairs
    FROM article JOIN content ON content.article = article.id WHERE article.id = ?
"""
_LIKELY = """
    SELECT DISTINCT article.id, blocks FROM identity
    JOIN article ON article.id = identity.article JOIN content ON content.article = article.id
    WHERE mark IN ({})
"""


_ALIKE = """
    SELECT DISTINCT other.article AS article FROM identity
    JOIN identity AS other ON other.mark = identity.mark AND other.article <> identity.article
    JOIN reading ON reading.article = other.article AND binned IS NULL
    WHERE identity.article = ? LIMIT 5
"""


Row: TypeAlias = Mapping[str, str | int | None]


class Versions:
    """The older versions of articles, kept with the files that they came from."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of(self, identifier: int) -> tuple[Version, ...]:
        """Return the older versions of an article, the newest of them first."""
        query = "SELECT * FROM version WHERE article = ? ORDER BY number DESC"
        with self._connections.reading() as connection:
            one(connection, "SELECT id FROM article WHERE id = ?", identifier)
            rows = connection.execute(query, (identifier,)).fetchall()
            return tuple(_version(row, article_from(row, self._connections.path)) for row in rows)

    def alike(self, identifier: int) -> tuple[int, ...]:
        """Return the other articles with an address, or title and day, in common with one."""
        with self._connections.reading() as connection:
            rows = connection.execute(_ALIKE, (identifier,)).fetchall()
        return tuple(row["article"] for row in rows)

    def article(self, identifier: int, number: int) -> Article:
        """Return an older version; raises `UnknownArticleError` where there is no such one."""
        query = "SELECT * FROM version WHERE article = ? AND number = ?"
        with self._connections.reading() as connection:
            row = connection.execute(query, (identifier, number)).fetchone()
            if row is None:
                raise UnknownArticleError(identifier)
            return article_from(row, self._connections.path)


def earlier(connection: sqlite3.Connection, row: Row) -> int | None:
    """Return the article of which the one in a row is another version.

    One mark in common is not enough: pages are reused, and titles come again every year.
    """
    known = marks(row)
    rows = connection.execute(_LIKELY.format(",".join("?" * len(known))), known).fetchall()
    if not rows:
        return None
    texts = leaf_texts(str(row["blocks"]))
    how_much, identifier = max(
        (likeness(leaf_texts(each["blocks"]), texts), each["id"]) for each in rows
    )
    return identifier if how_much >= _ENOUGH else None


def succeed(connection: sqlite3.Connection, identifier: int, row: Row) -> None:
    """Let a newer version take an article's place; the older one is kept beside it.

    It is unread again, and out of the bin if it was there. Notes, bookmarks and the reading place
    stay at their words.
    """
    before = one(connection, "SELECT blocks FROM content WHERE article = ?", identifier)
    unindex(connection, identifier)
    carry(connection, identifier, before["blocks"], str(row["blocks"]))
    connection.execute(_KEEP, (identifier,))
    values = {**row, "id": identifier}
    for statement in (SUCCEED_ARTICLE, RENEW_CONTENT, RENEW_DAY):
        connection.execute(statement, values)
    connection.execute(
        "UPDATE reading SET read = 0, binned = NULL WHERE article = ?", (identifier,)
    )
    note(connection, identifier, marks(row))
    index(connection, identifier)


def _version(row: sqlite3.Row, article: Article) -> Version:
    return Version(
        row["number"], article.title, moment(row["added"]), article.published, article.source.name
    )
