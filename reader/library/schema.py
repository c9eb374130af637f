"""The library's file: how it is opened, and what SQLite's errors mean to a person.

The search indexes keep no text. Their contents are the views `article_keys` and `article_words`,
which make the keys and words anew from the article, its original text and the person's notes, so
that adding, removing, rebuilding and checking cannot disagree. The views' functions are Python's:
another program can read the articles, but cannot write any.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryNewerError,
    LibraryUnwritableError,
)
from reader.library import identity
from reader.library.indexing import empty, is_of_other_rules
from reader.library.keys import register
from reader.library.migrations import APPLICATION, MIGRATIONS
from reader.library.place import companion
from reader.library.values import CodecError

# What SQLite says of texts and tables that are no longer what this program has made. The functions
# of keys.py fail where a text is damaged that they are given.
_BROKEN = re.compile(
    "UTF-8|^no such (table|column|module)|already exists$|^duplicate column|has no column named"
    "|^vtable constructor failed|^user-defined function raised exception$"
)
_TIMEOUT = 10.0  # seconds to wait for another writer
_CACHE = 8_000  # kibibytes; searches rank from it
_CACHE_OF_MANY = 64_000  # what a thousand new articles change, so that it is written once


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
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        register(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Open the file for reading, and leave its folder as it is.

    Without a log nobody is writing; with one SQLite needs its own file beside it, and where that
    cannot be made, what is in the log stays unread.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    if not companion(path, "-wal").exists():
        return _opened(f"{address}&immutable=1")
    connection = _opened(address)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        return _opened(f"{address}&immutable=1")
    return connection


def _opened(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, timeout=_TIMEOUT, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    register(connection)
    return connection


def prepare(
    connection: sqlite3.Connection,
    path: Path,
    before_migration: Callable[[], object] = lambda: None,
) -> None:
    """Make or renew the tables; raises as `version_of` does."""
    version = version_of(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    if 0 < version < len(MIGRATIONS):
        before_migration()
    while version < len(MIGRATIONS):
        version = migrate(connection)
    if is_of_other_rules(connection):
        with transaction(connection):
            identity.note_all(connection)
            empty(connection)


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """Return how many migrations a file has seen.

    Raises `LibraryNewerError` where a newer program made it, `LibraryDamagedError` where another
    did.
    """
    version = number(connection, "PRAGMA user_version")
    if version < 0 or (version and number(connection, "PRAGMA application_id") != APPLICATION):
        raise LibraryDamagedError(path)
    if version > len(MIGRATIONS):
        raise LibraryNewerError(path)
    return version


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
def for_many(connection: sqlite3.Connection) -> Iterator[None]:
    """Have a connection remember as much of the file as many new articles need."""
    connection.execute(f"PRAGMA cache_size = -{_CACHE_OF_MANY}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")


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


def migrate(connection: sqlite3.Connection) -> int:
    """Go up one version, unless another program has just done so; return the version."""
    with transaction(connection):
        version = number(connection, "PRAGMA user_version")
        if version < len(MIGRATIONS):
            for statement in MIGRATIONS[version]:
                connection.execute(statement)
            version += 1
            connection.execute(f"PRAGMA user_version = {version}")
    return version


def number(connection: sqlite3.Connection, query: str) -> int:
    """Return the number that a query finds."""
    value: int = connection.execute(query).fetchone()[0]
    return value


def _known(error: sqlite3.Error, path: Path) -> LibraryError | None:
    # Only what SQLite itself reports has a code; a text that is no UTF-8 is found in Python.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or _BROKEN.search(str(error)):
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
