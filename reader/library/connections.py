"""The connections to a library's file: one for each thread that is busy with it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.library import schema


class Connections:
    """Lends connections to threads, one at a time each, and explains what goes wrong."""

    def __init__(
        self, path: Path, connect: Callable[[Path], sqlite3.Connection] = schema.connect
    ) -> None:
        self.path = path
        self._connect = connect
        self._idle: list[sqlite3.Connection] = []
        self._closed = False

    def close(self) -> None:
        """Let go of the file; threads that are still busy finish first."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to the calling thread alone."""
        if self._closed:
            raise RuntimeError("the library is closed")
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect(self.path)
        try:
            yield connection
        finally:
            self._take_back(connection)

    def _take_back(self, connection: sqlite3.Connection) -> None:
        self._idle.append(connection)
        if self._closed:
            self.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to read with; raises `LibraryError` where the file fails."""
        with schema.explained(self.path), self.lent() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection in a transaction: all that is done is kept, or nothing."""
        with self.reading() as connection, schema.transaction(connection):
            yield connection
