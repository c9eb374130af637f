"""How articles come into the library and leave it, each wholly or not at all."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from reader.errors import LibraryUnwritableError
from reader.library import room
from reader.library.connections import Connections
from reader.library.originals import Originals
from reader.library.records import entry_from, record, sha256
from reader.library.statements import ADD_ARTICLE, ENTRIES, index, one, unindex
from reader.model.article import Article
from reader.model.entry import Entry
from reader.model.raw import Repair

_BATCH = 200  # articles in one transaction
_LEAST = 2**16  # bytes


class Outcome(StrEnum):
    """What became of an article that was to be added."""

    NEW = "new"
    KNOWN = "known"  # it is there already
    RESTORED = "restored"  # it was in the bin


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article to be kept, with what was repaired in it and the bytes it came from."""

    article: Article
    repairs: tuple[Repair, ...]
    original: bytes


@dataclass(frozen=True, slots=True)
class Added:
    """The entry of an article that was to be added, and what became of it."""

    entry: Entry
    outcome: Outcome

    @property
    def new(self) -> bool:
        """Whether the library had no such article."""
        return self.outcome is Outcome.NEW


class Adding:
    """Adds articles and removes them for good; originals and tables agree afterwards.

    A crash leaves marks behind, by which the next start settles what was under way.
    """

    def __init__(self, connections: Connections, originals: Originals) -> None:
        self._connections = connections
        self._originals = originals

    def add_all(self, arrivals: Iterable[Arrival]) -> Iterator[Added]:
        """Keep articles, some hundred in one transaction; what is yielded is kept for good.

        The same bytes, or the same words from another file, are kept once.
        """
        rest = iter(arrivals)
        while batch := tuple(islice(rest, _BATCH)):
            yield from self._add_batch(batch)

    def find(self, original: bytes) -> Entry | None:
        """Return the article that came from exactly these bytes."""
        with self._connections.reading() as connection:
            return _known(connection, sha256(original), "")

    def remove(self, identifiers: Iterable[int]) -> None:
        """Remove articles for good, with their originals; raises `UnknownArticleError`."""
        digests: list[str] = []
        with self._connections.writing() as connection:
            for identifier in identifiers:
                found = one(connection, "SELECT bytes_sha256 FROM article WHERE id = ?", identifier)
                digests.append(found["bytes_sha256"])
                self._originals.mark(digests[-1])
                unindex(connection, identifier)
                connection.execute("DELETE FROM article WHERE id = ?", (identifier,))
        self._settle_all(digests)

    def settle(self, older_than: float) -> None:
        """Settle what was left under way more than so many seconds ago."""
        self._settle_all(self._originals.marked(older_than))

    def _add_batch(self, batch: tuple[Arrival, ...]) -> list[Added]:
        room.check(self._connections.path.parent, sum(map(_room_for, batch)))
        rows = [record(each.article, each.repairs, each.original) for each in batch]
        digests: list[str] = []
        try:
            with self._connections.writing() as connection:
                added = [
                    self._add(connection, row, arrival.original, digests)
                    for row, arrival in zip(rows, batch, strict=True)
                ]
        except BaseException:
            self._settle_all(digests)
            raise
        with suppress(OSError):  # else the next start does it
            for digest in digests:
                self._originals.unmark(digest)
        return added

    def _add(
        self,
        connection: sqlite3.Connection,
        row: dict[str, str | int | None],
        original: bytes,
        digests: list[str],
    ) -> Added:
        digest = str(row["bytes_sha256"])
        known = _known(connection, digest, str(row["text_sha256"]))
        if known is not None:
            return Added(known, _taken_out_of_bin(connection, known.identifier))
        digests.append(digest)
        self._originals.mark(digest)
        self._originals.put(digest, original)
        identifier = _insert(connection, row)
        entry = entry_from(one(connection, f"{ENTRIES} WHERE article.id = ?", identifier))
        return Added(entry, Outcome.NEW)

    def _settle_all(self, digests: Iterable[str]) -> None:
        """Make the folder of originals agree with the tables; later, where it cannot be now."""
        for digest in digests:
            with suppress(OSError, LibraryUnwritableError), self._connections.writing() as lent:
                if not _is_kept(lent, digest):
                    self._originals.drop(digest)
                self._originals.unmark(digest)


def _room_for(arrival: Arrival) -> int:
    """Return the bytes that an article may take: its file, its text, its search."""
    return 3 * len(arrival.original) + _LEAST


def _known(connection: sqlite3.Connection, bytes_sha256: str, text_sha256: str) -> Entry | None:
    same = "WHERE bytes_sha256 = ? OR text_sha256 = ?"
    row = connection.execute(f"{ENTRIES} {same}", (bytes_sha256, text_sha256)).fetchone()
    return entry_from(row) if row else None


def _is_kept(connection: sqlite3.Connection, digest: str) -> bool:
    """Tell whether an article, or an older version of one, came from a file."""
    query = """
        SELECT 1 FROM article WHERE bytes_sha256 = :digest
        UNION ALL SELECT 1 FROM version WHERE bytes_sha256 = :digest
    """
    return connection.execute(query, {"digest": digest}).fetchone() is not None


def _taken_out_of_bin(connection: sqlite3.Connection, identifier: int) -> Outcome:
    statement = "UPDATE reading SET binned = NULL WHERE article = ? AND binned IS NOT NULL"
    changed = connection.execute(statement, (identifier,)).rowcount
    return Outcome.RESTORED if changed else Outcome.KNOWN


def _insert(connection: sqlite3.Connection, row: dict[str, str | int | None]) -> int:
    identifier = connection.execute(ADD_ARTICLE, row).lastrowid
    if identifier is None:
        raise RuntimeError("SQLite gave no identifier")
    content = (identifier, row["blocks"], row["documents"], row["repairs"])
    connection.execute("INSERT INTO content VALUES (?, ?, ?, ?)", content)
    day = row["published"] or str(row["added"])[: len("YYYY-MM-DD")]
    connection.execute("INSERT INTO reading (article, day) VALUES (?, ?)", (identifier, day))
    index(connection, identifier)
    return identifier
