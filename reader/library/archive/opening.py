"""Opens the file of an archive that may come from anybody.

SQLite gets it read-only and unshared, trusts nothing in it, and has narrow limits; what is in it
besides our own tables makes the file refused, before any of them is read.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from urllib.parse import quote

from reader.errors import (
    ArchiveDamagedError,
    ArchiveNewerError,
    ArchiveUnsafeError,
    LibraryDamagedError,
    MissingFileError,
    NoPermissionError,
    NotAnArchiveError,
    UnreadableFileError,
)
from reader.library.archive import form
from reader.library.connections import Connections
from reader.library.schema import transaction
from reader.library.values import CodecError

_LIMITS: Mapping[int, int] = {
    sqlite3.SQLITE_LIMIT_LENGTH: form.MOST_ROW,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 10,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 20,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 1_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY")
_PATIENCE = 60.0  # seconds for one piece of work; whole archives of our own take less
_PATIENCE_AT_FIRST = 1_800.0  # the search may have to be made anew
_STEPS = 200_000  # of SQLite's, between two looks at the clock
_TOO_MUCH = (sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_NOMEM)
_UNREADABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM)


class ArchiveConnection(Connections):
    """Lends the one connection to an archive to one thread at a time."""

    def __init__(self, path: Path, prepare: Callable[[sqlite3.Connection], None]) -> None:
        """Open the file, and let `prepare` look at it and make what the session needs."""
        super().__init__(path)
        self._lock = RLock()
        self._until = 0.0
        with explained(path):
            self._only = connect(path)
            self._only.set_progress_handler(self._is_late, _STEPS)
            try:
                with self.lent() as connection:
                    self._until += _PATIENCE_AT_FIRST
                    prepare(connection)
            except BaseException:
                self._only.close()
                raise

    def close(self) -> None:
        """Let go of the file; a thread that is still busy finishes first."""
        with self._lock:
            self._closed = True
            self._only.close()

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection to the calling thread alone."""
        with self._lock:
            if self._closed:
                raise RuntimeError("the archive is closed")
            self._until = time.monotonic() + _PATIENCE
            yield self._only

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection to read with; raises `ArchiveError` where the file fails."""
        with explained(self.path), self.lent() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection to note what is done in the session; the file stays as it is."""
        with self.reading() as connection, transaction(connection):
            yield connection

    def _is_late(self) -> bool:
        return time.monotonic() > self._until


def connect(path: Path) -> sqlite3.Connection:
    """Open an archive to read; the schema in it is exactly our own.

    Raises `SourceError`, `NotAnArchiveError`, `ArchiveNewerError`, `ArchiveUnsafeError`, and what
    `explained` turns into an `ArchiveError`.
    """
    _look_at(path)
    # What lies beside the file, as a journal that somebody else has put there, is not looked at.
    uri = f"file:{quote(os.fsencode(path.absolute()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for limit, most in _LIMITS.items():
            connection.setlimit(limit, most)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.row_factory = sqlite3.Row
        _compare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise what SQLite and our own reading say of the file as an error that a person can read."""
    try:
        yield
    except LibraryDamagedError as error:  # the reading of rows is the library's
        raise ArchiveDamagedError(path) from error
    except (CodecError, UnicodeError, TypeError, RecursionError) as error:  # odd values, too
        raise ArchiveDamagedError(path) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code in _TOO_MUCH:
            raise ArchiveUnsafeError(path) from error
        if code in _UNREADABLE:
            raise UnreadableFileError(path, str(error)) from error
        raise ArchiveDamagedError(path) from error


def _compare(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `ArchiveUnsafeError` where the schema is not our own to the letter."""
    if form.schema_of(connection) != form.schema():
        raise ArchiveUnsafeError(path)


def _look_at(path: Path) -> None:
    """Make sure that this is a plain file that begins as an archive of a known format."""
    try:
        head = _head(path)
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except PermissionError as error:
        raise NoPermissionError(path) from error
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or str(error)) from error
    if not form.is_head(head):
        raise NotAnArchiveError(path)
    if form.format_of(head) > form.FORMAT:
        raise ArchiveNewerError(path)
    if form.format_of(head) != form.FORMAT:
        raise ArchiveDamagedError(path)


def _head(path: Path) -> bytes:
    if not path.is_file():  # a device or a pipe would never end
        path.stat()
        return b""
    with path.open("rb") as file:
        return file.read(form.HEAD)
