"""The connections to a library's file: one for each thread that is busy with it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from reader.errors import LibraryGoneError, LibraryReadOnlyError, LibraryUnwritableError
from reader.library import chain, schema

_Identity = tuple[int, int]


class Connections:
    """Lends connections to threads, one at a time each, and explains what goes wrong.

    Where the file is no longer there it says so, and goes on when the file has come back.
    """

    def __init__(
        self,
        path: Path,
        connect: Callable[[Path], sqlite3.Connection] = schema.connect,
        *,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self._connect = connect
        self._read_only = read_only
        self._idle: list[tuple[sqlite3.Connection, _Identity | None]] = []
        self._closed = False
        self._was_there = False

    def close(self) -> None:
        """Let go of the file; threads that are still busy finish first."""
        self._closed = True
        while self._idle:
            self._idle.pop()[0].close()

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to the calling thread alone; raises `LibraryGoneError`."""
        if self._closed:
            raise RuntimeError("the library is closed")
        connection, identity = self._idle_one() or self._new()
        try:
            yield connection
        finally:
            self._take_back(connection, identity)

    def _idle_one(self) -> tuple[sqlite3.Connection, _Identity | None] | None:
        """Return a connection to the very file that has the name now."""
        now = _identity(self.path)
        if now is None and self._was_there:
            raise LibraryGoneError(self.path.parent)
        while self._idle:
            connection, identity = self._idle.pop()
            if identity == now:
                return connection, identity
            connection.close()  # of a file that was taken away
        return None

    def _new(self) -> tuple[sqlite3.Connection, _Identity | None]:
        connection = self._connect(self.path)
        identity = _identity(self.path)
        self._was_there = self._was_there or identity is not None
        return connection, identity

    def _take_back(self, connection: sqlite3.Connection, identity: _Identity | None) -> None:
        self._idle.append((connection, identity or _identity(self.path)))  # of a new file
        if self._closed:
            self.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to read with; raises `LibraryError` where the file fails."""
        try:
            with schema.explained(self.path), self.lent() as connection:
                yield connection
        except LibraryUnwritableError as error:
            if self._was_there and _identity(self.path) is None:
                raise LibraryGoneError(self.path.parent) from error
            raise

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection in a transaction: all that is done is kept, or nothing."""
        with self._writable() as connection, schema.transaction(connection):
            chain.add_link(connection)
            yield connection

    @contextmanager
    def writing_many(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection in a transaction that writes many articles."""
        with (
            self._writable() as connection,
            schema.for_many(connection),
            schema.transaction(connection),
        ):
            chain.add_link(connection)
            yield connection

    def _writable(self) -> AbstractContextManager[sqlite3.Connection]:
        if self._read_only:
            raise LibraryReadOnlyError(self.path)
        return self.reading()


def _identity(path: Path) -> _Identity | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
