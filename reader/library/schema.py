"""The library's file: how it is opened, and what SQLite's errors mean to a person.

The search indexes keep no text. Their contents are the views `article_keys` and `article_words`,
which make the keys and words anew from the article, its original text and the person's notes, so
that adding, removing, rebuilding and checking cannot disagree. The views' functions are Python's:
another program can read the articles, but cannot write any.
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
from reader.library import identity
from reader.library.keys import register
from reader.library.migrations import APPLICATION, INDEXES, MIGRATIONS
from reader.library.values import CodecError
from reader.text.words import RULES

_TIMEOUT = 10.0  # seconds to wait for another writer


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
    if version and _number(connection, "PRAGMA application_id") != APPLICATION:
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
    """Index all articles anew where the index was made by other rules, or there is none yet."""
    stored = "SELECT max(value) FROM setting WHERE name = 'key_rules'"
    if _number(connection, stored) == RULES:
        return
    with transaction(connection):
        identity.note_all(connection)
        for index in INDEXES:
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
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
