"""What the library asks SQLite to do with an article."""

import sqlite3

from reader.errors import UnknownArticleError
from reader.library.search_tables import INDEXES

_IDENTIFIER_BITS = 63  # the largest integer of SQLite

ENTRY_COLUMNS = """
    article.id AS id, title, language, added, published, publisher, machine_translated, read,
    source_name, starred,
    (
        SELECT group_concat(name, char(10)) FROM (
            SELECT name FROM tagged JOIN tag ON tag.id = tag
            WHERE tagged.article = article.id ORDER BY folded
        )
    ) AS tags,
    EXISTS (SELECT 1 FROM annotation WHERE annotation.article = article.id) AS annotated,
    (SELECT count(*) FROM version WHERE version.article = article.id) AS versions
"""
ENTRIES = f"""
    SELECT {ENTRY_COLUMNS} FROM article JOIN reading ON reading.article = article.id
"""
RENEW_ARTICLE = """
    UPDATE article SET
        title = :title, language = :language, published = :published, author = :author,
        publisher = :publisher, original_address = :original_address,
        machine_translated = :machine_translated, source_format = :source_format,
        source_name = :source_name, source_address = :source_address,
        retrieved = :retrieved, digest = :digest
    WHERE id = :id
"""
SUCCEED_ARTICLE = """
    UPDATE article SET
        title = :title, language = :language, published = :published, author = :author,
        publisher = :publisher, original_address = :original_address,
        machine_translated = :machine_translated, source_format = :source_format,
        source_name = :source_name, source_address = :source_address,
        retrieved = :retrieved, added = :added, bytes_sha256 = :bytes_sha256,
        text_sha256 = :text_sha256, digest = :digest
    WHERE id = :id
"""
RENEW_CONTENT = """
    UPDATE content SET blocks = :blocks, documents = :documents, repairs = :repairs
    WHERE article = :id
"""
# Of publication, else of coming in, by the person's own clock: `added` is in UTC. In an archive of
# somebody else it may be anything.
DAY = "coalesce({published}, date({added}, 'localtime'), substr({added}, 1, 10))"
_DAY_OF_ROW = DAY.format(published=":published", added=":added")
RENEW_DAY = f"UPDATE reading SET day = {_DAY_OF_ROW} WHERE article = :id"
PUT_DAY = f"INSERT INTO reading (article, day) VALUES (:id, {_DAY_OF_ROW})"
# Not by a trigger: for one, SQLite would write every page down that an INSERT is to change.
PUT_IN_ORDER = """
    INSERT INTO title_order SELECT id, title_letters(CAST(title AS BLOB)) FROM article WHERE id >= ?
"""
WHOLE = "SELECT * FROM article JOIN content ON content.article = id WHERE id = ?"
SEARCHED_UP_TO = "SELECT value FROM setting WHERE name = 'searched_up_to'"
_INDEXED = "SELECT id, title, body, original, notes FROM {view} WHERE id = ?"
INDEX = "INSERT INTO {index} (rowid, title, body, original, notes) VALUES (?, ?, ?, ?, ?)"
_UNINDEX = """
    INSERT INTO {index} ({index}, rowid, title, body, original, notes)
    VALUES ('delete', ?, ?, ?, ?, ?)
"""


def one(connection: sqlite3.Connection, query: str, identifier: int) -> sqlite3.Row:
    """Return the row of an article; raises `UnknownArticleError` where there is none."""
    if identifier.bit_length() > _IDENTIFIER_BITS:
        raise UnknownArticleError(identifier)
    row: sqlite3.Row | None = connection.execute(query, (identifier,)).fetchone()
    if row is None:
        raise UnknownArticleError(identifier)
    return row


def index(connection: sqlite3.Connection, identifier: int) -> None:
    """Put an article, its original text and its notes into the search."""
    if is_searched(connection, identifier):
        put_into_search(connection, identifier)


def unindex(connection: sqlite3.Connection, identifier: int) -> None:
    """Take an article out of the search; must be done before anything in it changes."""
    if is_searched(connection, identifier):
        _change(connection, _UNINDEX, identifier)


def put_into_search(connection: sqlite3.Connection, identifier: int) -> None:
    """Put an article into the search, however far that has come."""
    _change(connection, INDEX, identifier)


def is_searched(connection: sqlite3.Connection, identifier: int) -> bool:
    """Tell whether the search has come to an article; while it is built, it goes up to some."""
    row = connection.execute(SEARCHED_UP_TO).fetchone()
    return row is None or identifier <= row[0]


def _change(connection: sqlite3.Connection, statement: str, identifier: int) -> None:
    # Read first, then written: an INSERT … SELECT makes FTS5 write down at once what it gathers,
    # which takes three times as long.
    for name, view in INDEXES.items():
        row = one(connection, _INDEXED.format(view=view), identifier)
        connection.execute(statement.format(index=name), tuple(row))
