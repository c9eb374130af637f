"""What the library asks SQLite to do with an article."""

import sqlite3

from reader.errors import UnknownArticleError

_IDENTIFIER_BITS = 63  # the largest integer of SQLite

ENTRIES = """
    SELECT id, title, language, added, published, publisher, machine_translated, read, source_name
    FROM article JOIN reading ON reading.article = article.id
"""
ADD_ARTICLE = """
    INSERT INTO article (
        title, language, published, author, publisher, original_address, machine_translated,
        source_format, source_name, source_address, retrieved, added,
        bytes_sha256, text_sha256, digest
    ) VALUES (
        :title, :language, :published, :author, :publisher, :original_address,
        :machine_translated, :source_format, :source_name, :source_address, :retrieved, :added,
        :bytes_sha256, :text_sha256, :digest
    )
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
RENEW_CONTENT = """
    UPDATE content SET blocks = :blocks, documents = :documents, repairs = :repairs
    WHERE article = :id
"""
WHOLE = "SELECT * FROM article JOIN content ON content.article = id WHERE id = ?"
INDEX = """
    INSERT INTO search (rowid, title, body, exact_title, exact_body)
    SELECT id, title, body, exact_title, exact_body FROM article_words WHERE id = ?
"""
UNINDEX = """
    INSERT INTO search (search, rowid, title, body, exact_title, exact_body)
    SELECT 'delete', id, title, body, exact_title, exact_body FROM article_words WHERE id = ?
"""


def one(connection: sqlite3.Connection, query: str, identifier: int) -> sqlite3.Row:
    """Return the row of an article; raises `UnknownArticleError` where there is none."""
    if identifier.bit_length() > _IDENTIFIER_BITS:
        raise UnknownArticleError(identifier)
    row: sqlite3.Row | None = connection.execute(query, (identifier,)).fetchone()
    if row is None:
        raise UnknownArticleError(identifier)
    return row
