"""The person's articles: kept with the files they came from, found again, never lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.errors import LibraryUnwritableError, UnknownArticleError
from reader.library import history, schema
from reader.library import search as searching
from reader.library.originals import Originals
from reader.library.records import article_from, entry_from, record, renewed, sha256
from reader.library.statements import (
    ADD_ARTICLE,
    ENTRIES,
    INDEX,
    RENEW_ARTICLE,
    RENEW_CONTENT,
    UNINDEX,
    WHOLE,
    one,
)
from reader.model.article import Article
from reader.model.correction import Correction
from reader.model.entry import Entry, Hit
from reader.model.position import Position
from reader.model.raw import Repair

_FILE = "library.sqlite"
_SETTLE_AFTER = 600.0  # seconds; by then nobody is still busy with a marked file


@dataclass(frozen=True, slots=True)
class Added:
    """The entry of an added article; not `new` where the library had it already."""

    entry: Entry
    new: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles there are, and how many of them are unread."""

    total: int
    unread: int


class Library:
    """A folder with the articles in one SQLite file, and their originals beside it.

    Several threads and several programs may use it at once. Every method raises
    `LibraryDamagedError` where the file is broken and `LibraryUnwritableError` where the system
    refuses; then nothing has changed. Those that take an identifier raise `UnknownArticleError`.
    """

    def __init__(self, folder: Path) -> None:
        """Open the library or make one; raises `LibraryNewerError` for a newer program's."""
        self.folder = folder
        self._path = folder / _FILE
        self._originals = Originals(folder / "originals")
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        try:
            with schema.explained(self._path):
                self._originals.prepare()
                with self._connection() as connection:
                    schema.prepare(connection, self._path)
                for digest in self._originals.marked(_SETTLE_AFTER):
                    self._settle(digest)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; threads that are still busy finish first."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    def add(self, article: Article, repairs: tuple[Repair, ...], original: bytes) -> Added:
        """Keep an article and the bytes it came from, wholly or not at all.

        The same bytes, or the same words from another file, are kept once.
        """
        row = record(article, repairs, original)
        digest = str(row["bytes_sha256"])
        try:
            with self._writing() as connection:
                known = _known(connection, digest, str(row["text_sha256"]))
                if known is not None:
                    return Added(known, new=False)
                self._originals.mark(digest)
                self._originals.put(digest, original)
                identifier = _insert(connection, row)
                added = Added(_entry(connection, identifier), new=True)
        except BaseException:
            if self._originals.is_marked(digest):
                self._settle(digest)
            raise
        with suppress(OSError):  # else the next start does it
            self._originals.unmark(digest)
        return added

    def find_original(self, data: bytes) -> Entry | None:
        """Return the article that came from exactly these bytes."""
        with self._reading() as connection:
            return _known(connection, sha256(data), "")

    def entries(self, *, unread_only: bool = False) -> list[Entry]:
        """Return the articles, the newest added first."""
        where = "WHERE NOT read" if unread_only else ""
        with self._reading() as connection:
            rows = connection.execute(f"{ENTRIES} {where} ORDER BY id DESC").fetchall()
            return [entry_from(row) for row in rows]

    def count(self) -> Counts:
        """Return how many articles there are."""
        query = "SELECT count(*), count(*) FILTER (WHERE NOT read) FROM reading"
        with self._reading() as connection:
            total, unread = connection.execute(query).fetchone()
            return Counts(total, unread)

    def entry(self, identifier: int) -> Entry:
        """Return an article as the list shows it."""
        with self._reading() as connection:
            return _entry(connection, identifier)

    def article(self, identifier: int) -> Article:
        """Return an article with its text, as it was added."""
        with self._reading() as connection:
            return article_from(one(connection, WHOLE, identifier), self._path)

    def repairs(self, identifier: int) -> tuple[Repair, ...]:
        """Return what was repaired in an article."""
        query = "SELECT repairs FROM content WHERE article = ?"
        with self._reading() as connection:
            return history.read_repairs(one(connection, query, identifier)["repairs"])

    def corrections(self, identifier: int) -> tuple[Correction, ...]:
        """Return what was put right by hand, in the order in which it was done."""
        query = """
            SELECT corrections FROM article LEFT JOIN correction ON correction.article = id
            WHERE id = ?
        """
        with self._reading() as connection:
            found = one(connection, query, identifier)["corrections"]
            return history.read_corrections(found) if found else ()

    def renew(
        self,
        identifier: int,
        article: Article,
        repairs: tuple[Repair, ...],
        corrections: tuple[Correction, ...],
    ) -> Entry:
        """Keep an article as it was repaired anew, with the corrections made by hand."""
        with self._writing() as connection:
            row = renewed(one(connection, WHOLE, identifier), article, repairs)
            connection.execute(UNINDEX, (identifier,))
            connection.execute(RENEW_ARTICLE, row)
            connection.execute(RENEW_CONTENT, row)
            connection.execute(
                "REPLACE INTO correction VALUES (?, ?)",
                (identifier, history.write_corrections(corrections)),
            )
            connection.execute(INDEX, (identifier,))
            return _entry(connection, identifier)

    def original(self, identifier: int) -> Path:
        """Return the file with the bytes as they came."""
        query = "SELECT bytes_sha256 FROM article WHERE id = ?"
        with self._reading() as connection:
            return self._originals.path(one(connection, query, identifier)["bytes_sha256"])

    def search(self, query: str, *, exact: bool = False, limit: int = 50) -> list[Hit]:
        """Return the articles that hold all words in any form, or `exact`ly so, best first."""
        with self._reading() as connection:
            return searching.search(connection, searching.parse(query, exact=exact), limit)

    def remove(self, identifier: int) -> None:
        """Take an article away, with its original."""
        query = "SELECT bytes_sha256 FROM article WHERE id = ?"
        with self._writing() as connection:
            digest = str(one(connection, query, identifier)["bytes_sha256"])
            self._originals.mark(digest)
            connection.execute(UNINDEX, (identifier,))
            connection.execute("DELETE FROM article WHERE id = ?", (identifier,))
        self._settle(digest)

    def place(self, identifier: int) -> Position:
        """Return where the person stopped reading; the start of a new article."""
        query = "SELECT block, char FROM reading WHERE article = ?"
        with self._reading() as connection:
            return Position(*one(connection, query, identifier))

    def set_place(self, identifier: int, position: Position) -> None:
        """Remember where the person stopped reading."""
        self._note(
            "UPDATE reading SET block = ?, char = ? WHERE article = ?",
            (position.block, position.char, identifier),
        )

    def set_read(self, identifier: int, *, read: bool) -> None:
        """Remember whether an article has been read."""
        self._note("UPDATE reading SET read = ? WHERE article = ?", (int(read), identifier))

    def last_opened(self) -> int | None:
        """Return the article opened last of those that are still there."""
        query = "SELECT article FROM reading WHERE opened IS NOT NULL ORDER BY opened DESC LIMIT 1"
        with self._reading() as connection:
            row = connection.execute(query).fetchone()
            return row["article"] if row else None

    def set_last_opened(self, identifier: int) -> None:
        """Remember that an article is the one opened last."""
        self._note(
            "UPDATE reading SET opened = (SELECT coalesce(max(opened), 0) + 1 FROM reading)"
            " WHERE article = ?",
            (identifier,),
        )

    def _note(self, statement: str, values: tuple[int, ...]) -> None:
        """Change the row of `reading` whose article is the last of the values."""
        with self._writing() as connection:
            if connection.execute(statement, values).rowcount == 0:
                raise UnknownArticleError(values[-1])

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to the calling thread alone."""
        if self._closed:
            raise RuntimeError("the library is closed")
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = schema.connect(self._path)
        try:
            yield connection
        finally:
            self._take_back(connection)

    def _take_back(self, connection: sqlite3.Connection) -> None:
        self._idle.append(connection)
        if self._closed:
            self.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with schema.explained(self._path), self._connection() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as connection, schema.transaction(connection):
            yield connection

    def _settle(self, digest: str) -> None:
        """Make the folder of originals agree with the articles; later, where it cannot be now."""
        with suppress(OSError, LibraryUnwritableError), self._writing() as connection:
            if _known(connection, digest, "") is None:
                self._originals.drop(digest)
            self._originals.unmark(digest)


def _known(connection: sqlite3.Connection, bytes_sha256: str, text_sha256: str) -> Entry | None:
    same = "WHERE bytes_sha256 = ? OR text_sha256 = ?"
    row = connection.execute(f"{ENTRIES} {same}", (bytes_sha256, text_sha256)).fetchone()
    return entry_from(row) if row else None


def _insert(connection: sqlite3.Connection, row: dict[str, str | int | None]) -> int:
    identifier = connection.execute(ADD_ARTICLE, row).lastrowid
    if identifier is None:
        raise RuntimeError("SQLite gave no identifier")
    content = (identifier, row["blocks"], row["documents"], row["repairs"])
    connection.execute("INSERT INTO content VALUES (?, ?, ?, ?)", content)
    connection.execute("INSERT INTO reading (article) VALUES (?)", (identifier,))
    connection.execute(INDEX, (identifier,))
    return identifier


def _entry(connection: sqlite3.Connection, identifier: int) -> Entry:
    return entry_from(one(connection, f"{ENTRIES} WHERE id = ?", identifier))
