"""The library's file: its tables, how they grew, and what SQLite's errors mean to a person.

The search index keeps no text. Its content is the view `article_words`, which makes the keys
anew from the article, so that adding, removing, rebuilding and checking cannot disagree. The
view's functions are Python's: another program can read the articles, but cannot write any.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryNewerError,
    LibraryUnwritableError,
)
from reader.library.keys import register
from reader.library.values import CodecError
from reader.text.words import RULES

_TIMEOUT = 10.0  # seconds to wait for another writer
_APPLICATION = 0x43485456  # "CHTV", at offset 68 of the file

# Each migration is one transaction. Those that have been released are never changed.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        f"PRAGMA application_id = {_APPLICATION}",
        """
        CREATE TABLE article (
            id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given to another article
            title TEXT NOT NULL,
            language TEXT NOT NULL,
            published TEXT,                        -- YYYY-MM-DD
            publisher TEXT,
            original_address TEXT,
            machine_translated INTEGER NOT NULL,
            source_format TEXT NOT NULL,
            source_name TEXT NOT NULL,
            source_address TEXT,
            retrieved TEXT,                        -- ISO 8601
            added TEXT NOT NULL,                   -- ISO 8601, UTC
            bytes_sha256 TEXT NOT NULL UNIQUE,     -- of the original file
            text_sha256 TEXT NOT NULL UNIQUE,      -- of the words, whatever file they came in
            digest TEXT NOT NULL                   -- of what is kept here and in content
        ) STRICT
        """,
        """
        CREATE TABLE content (                     -- apart, so that lists need not read it
            article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
            blocks TEXT NOT NULL,                  -- JSON, see codec.py
            documents TEXT NOT NULL,
            repairs TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE reading (                     -- what the person does with the article
            article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
            read INTEGER NOT NULL DEFAULT 0,
            block INTEGER NOT NULL DEFAULT 0,
            char INTEGER NOT NULL DEFAULT 0,
            opened INTEGER                         -- a count, not a time: clocks are set back
        ) STRICT
        """,
        "CREATE INDEX reading_opened ON reading (opened)",
        "CREATE INDEX reading_unread ON reading (article) WHERE NOT read",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT",
        """
        CREATE VIEW article_words AS
        SELECT article.id AS id,
            search_keys(title) AS title,
            search_keys(block_text(blocks)) AS body,
            search_words(title) AS exact_title,
            search_words(block_text(blocks)) AS exact_body
        FROM article JOIN content ON content.article = article.id
        """,
        """
        CREATE VIRTUAL TABLE search USING fts5 (
            title, body, exact_title, exact_body,
            content = 'article_words', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 0'
        )
        """,
    ),
    (
        """
        CREATE TABLE correction (                  -- by hand, made again when repaired anew
            article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
            corrections TEXT NOT NULL              -- JSON, see history.py
        ) STRICT
        """,
    ),
)


def connect(path: Path) -> sqlite3.Connection:
    """Open the file for reading and writing; transactions are begun by hand."""
    connection = sqlite3.connect(
        path, timeout=_TIMEOUT, isolation_level=None, check_same_thread=False
    )
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA journal_size_limit = 4194304")
        register(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make or renew the tables.

    Raises `LibraryNewerError` where a newer program made them, `LibraryDamagedError` where
    another did.
    """
    version = _number(connection, "PRAGMA user_version")
    if version and _number(connection, "PRAGMA application_id") != _APPLICATION:
        raise LibraryDamagedError(path)
    if version > len(MIGRATIONS):
        raise LibraryNewerError(path)
    connection.execute("PRAGMA journal_mode = WAL")
    while version < len(MIGRATIONS):
        version = _migrate(connection)
    _renew_keys(connection)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all or nothing; other writers wait."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.rollback()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise what SQLite and the system say as a `LibraryError`, where a person can act on it."""
    try:
        yield
    except sqlite3.Error as error:
        known = _known(error, path)
        if known is None:
            raise
        raise known from error
    except (CodecError, UnicodeDecodeError) as error:  # or of a table's broken definition
        raise LibraryDamagedError(path) from error
    except OSError as error:
        raise LibraryUnwritableError(path, error.strerror or str(error)) from error


def _migrate(connection: sqlite3.Connection) -> int:
    """Go up one version, unless another program has just done so; return the version."""
    with transaction(connection):
        version = _number(connection, "PRAGMA user_version")
        if version < len(MIGRATIONS):
            for statement in MIGRATIONS[version]:
                connection.execute(statement)
            version += 1
            connection.execute(f"PRAGMA user_version = {version}")
    return version


def _renew_keys(connection: sqlite3.Connection) -> None:
    """Index all articles anew where the index was made by other rules for the keys."""
    stored = "SELECT max(value) FROM setting WHERE name = 'key_rules'"
    if _number(connection, stored) == RULES:
        return
    with transaction(connection):
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        connection.execute("REPLACE INTO setting VALUES ('key_rules', ?)", (RULES,))


def _number(connection: sqlite3.Connection, query: str) -> int:
    value: int = connection.execute(query).fetchone()[0]
    return value


def _known(error: sqlite3.Error, path: Path) -> LibraryError | None:
    # Only what SQLite itself reports has a code; a text that is no UTF-8 is found in Python.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or "UTF-8" in str(error):
        return LibraryDamagedError(path)
    if code in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_PERM,
    ):
        return LibraryUnwritableError(path, str(error))
    return None
