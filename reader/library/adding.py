"""How articles come into the library and leave it, each wholly or not at all."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias, TypeVar

from reader.errors import LibraryUnwritableError
from reader.library import room
from reader.library.connections import Connections
from reader.library.filing import insert_all, known_signs, signs
from reader.library.keys import Keys
from reader.library.originals import Originals
from reader.library.preparing import Arrival, Prepared, Rows, prepare
from reader.library.records import entry_from, sha256
from reader.library.statements import ENTRIES, one, unindex
from reader.model.entry import Entry
from reader.model.intake import Outcome

T = TypeVar("T")
Put: TypeAlias = Callable[[str, bytes], None]

# In one transaction: its end costs the same for one article and for a thousand.
_MOST_AT_ONCE = 1_000  # articles
_MOST_BYTES_AT_ONCE = 2**25  # of their originals and their rows
_MANY = 50  # articles
_IN_ROWS = 3  # times a text is in them, letter by letter
_KNOWN = """
    SELECT id AS found FROM article WHERE bytes_sha256 = ? OR text_sha256 = ?
    UNION ALL SELECT article FROM version WHERE bytes_sha256 = ? OR text_sha256 = ?
"""
_LEAST = 2**16  # bytes
# What the list shows of a new article besides its row.
_UNTOUCHED = {"read": 0, "starred": 0, "tags": None, "annotated": 0, "versions": 0}


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
        self._keys = Keys()

    def add_all(self, arrivals: Iterable[Arrival | Prepared]) -> Iterator[Added]:
        """Keep articles, some hundred in one transaction; what is yielded is kept for good.

        The same bytes, or the same words from another file, are kept once. While the end of a
        transaction waits for the disk, the articles of the next one are asked for.
        """
        prepared = (
            prepare(each, self._keys) if isinstance(each, Arrival) else each for each in arrivals
        )
        batches = _batches(prepared)
        with ThreadPoolExecutor(1, "adding") as thread:
            batch = next(batches, ())
            while batch:
                adding = self._begin(batch, thread)
                try:
                    batch = next(batches, ())
                finally:  # what was kept is told, whatever becomes of the next ones
                    yield from adding.result()

    def has(self, original: bytes) -> bool:
        """Tell whether an article came from exactly these bytes, and its file is not lost.

        Where it is, adding the article again brings it back.
        """
        digest = sha256(original)
        if self._originals.absent((digest,)):
            return False
        with self._connections.reading() as connection:
            return _known(connection, digest, "") is not None

    def known(self, original: bytes) -> Added | None:
        """Return the article that came from exactly these bytes, taken out of the bin.

        None where `has` says no.
        """
        if not self.has(original):
            return None
        with self._connections.writing() as connection:
            found = _known(connection, sha256(original), "")
            return Added(found, _taken_out_of_bin(connection, found.identifier)) if found else None

    def remove(self, identifiers: Iterable[int]) -> None:
        """Remove articles for good, with their originals; raises `UnknownArticleError`."""
        self.remove_chosen(lambda _connection: identifiers)

    def remove_chosen(self, choose: Callable[[sqlite3.Connection], Iterable[int]]) -> int:
        """Remove the articles that are chosen when nobody else writes; return how many.

        Raises `UnknownArticleError`.
        """
        digests: list[str] = []
        with self._connections.writing() as connection:
            chosen = tuple(choose(connection))
            for identifier in chosen:
                digests += _digests(connection, identifier)
                unindex(connection, identifier)
                connection.execute("DELETE FROM article WHERE id = ?", (identifier,))
            self._originals.mark(*digests)
        self._settle(digests)
        return len(chosen)

    def settle(self, older_than: float) -> None:
        """Settle what was left under way more than so many seconds ago."""
        for digests in self._originals.marked(older_than):
            self._settle(digests)

    def within(
        self,
        digests: Sequence[str],
        add: Callable[[sqlite3.Connection, Put], T],
        ends: Callable[[], object] = lambda: None,
    ) -> T:
        """Have rows and their files written in one transaction; the files are named beforehand.

        `ends` is called when all is written and the transaction has only to end.

        Where that fails, the files that were there before stay: they may be all that is left of
        articles which a restored, older library does not know.
        """
        coming: tuple[str, ...] = ()
        try:
            many = len(digests) >= _MANY
            lend = self._connections.writing_many if many else self._connections.writing
            with lend() as connection:
                coming = self._originals.absent(digests)
                self._originals.mark(*coming)
                with self._originals.putting(len(digests)) as put:  # while SQLite is at work
                    added = add(connection, put)
                ends()
        except BaseException:
            self._settle(coming)
            raise
        with suppress(OSError):  # else the next start does it
            self._originals.unmark(*coming)
        return added

    def _begin(
        self, batch: Sequence[Prepared], thread: ThreadPoolExecutor
    ) -> "Future[list[Added]]":
        """Return what will have been added as soon as only the disk has to be waited for.

        Before, Python's threads would be in each other's way, article by article.
        """
        ending = threading.Event()
        adding = thread.submit(self._add_batch, batch, ending.set)
        adding.add_done_callback(lambda _: ending.set())
        ending.wait()
        return adding

    def _add_batch(self, batch: Sequence[Prepared], ends: Callable[[], object]) -> list[Added]:
        room.check(self._connections.path.parent, sum(map(_room_for, batch)))
        digests = [str(each.rows.row["bytes_sha256"]) for each in batch]
        return self.within(digests, lambda lent, put: _add_all(lent, batch, put), ends)

    def _settle(self, digests: Sequence[str]) -> None:
        """Make the files of one mark agree with the tables; later, where it cannot be now."""
        if not digests:
            return
        with suppress(OSError, LibraryUnwritableError), self._connections.writing() as lent:
            for digest in digests:
                if not _is_kept(lent, digest):
                    self._originals.drop(digest)
            self._originals.unmark(*digests)


def _add_all(connection: sqlite3.Connection, batch: Sequence[Prepared], put: Put) -> list[Added]:
    """Add articles in their order: those alone one by one that may be in the library already."""
    found = list(zip(_are_new(connection, batch), batch, strict=True))
    for is_new, each in found:
        if is_new:  # so that files are written while SQLite is at work
            put(str(each.rows.row["bytes_sha256"]), each.original)
    added: list[Added] = []
    for are_new, some in groupby(found, itemgetter(0)):
        articles = [each for _, each in some]
        if are_new:
            added += _add_new(connection, [each.rows for each in articles])
        else:
            added += [_add(connection, each, put) for each in articles]
    return added


def _are_new(connection: sqlite3.Connection, batch: Sequence[Prepared]) -> Iterator[bool]:
    """Tell of each whether nothing is like it, in the library or before it in the batch."""
    known = known_signs(connection, [each.rows for each in batch])
    for each in batch:
        own = signs(each.rows)
        yield known.isdisjoint(own)
        known.update(own)


def _add_new(connection: sqlite3.Connection, many: Sequence[Rows]) -> list[Added]:
    numbers = insert_all(connection, many)
    return [
        Added(entry_from({**each.row, **_UNTOUCHED, "id": number}), Outcome.NEW)
        for number, each in zip(numbers, many, strict=True)
    ]


def _add(connection: sqlite3.Connection, each: Prepared, put: Put) -> Added:
    from reader.library import versions

    row = each.rows.row
    digest = str(row["bytes_sha256"])
    known = _known(connection, digest, str(row["text_sha256"]))
    if known is not None:
        if _is_kept(connection, digest):  # its file may be lost
            put(digest, each.original)
        return Added(known, _taken_out_of_bin(connection, known.identifier))
    put(digest, each.original)
    older = versions.earlier(connection, row)
    if older is None:
        return _add_new(connection, [each.rows])[0]
    versions.succeed(connection, older, row)
    entry = entry_from(one(connection, f"{ENTRIES} WHERE article.id = ?", older))
    return Added(entry, Outcome.VERSION)


def _batches(prepared: Iterable[Prepared]) -> Iterator[tuple[Prepared, ...]]:
    """Yield articles some hundred together; those with large files or long texts fewer."""
    batch: list[Prepared] = []
    size = 0
    for each in prepared:
        batch.append(each)
        size += len(each.original) + _IN_ROWS * len(str(each.rows.row["blocks"]))
        if len(batch) == _MOST_AT_ONCE or size >= _MOST_BYTES_AT_ONCE:
            yield tuple(batch)
            batch.clear()
            size = 0
    if batch:
        yield tuple(batch)


def _room_for(each: Prepared) -> int:
    """Return the bytes that an article may take: its file, its text, its search."""
    return 3 * len(each.original) + _LEAST


def _known(connection: sqlite3.Connection, bytes_sha256: str, text_sha256: str) -> Entry | None:
    """Return the article that has this file or these words, or had them in an older version."""
    asked = (bytes_sha256, text_sha256)
    row = connection.execute(_KNOWN, asked * 2).fetchone()
    if row is None:
        return None
    return entry_from(one(connection, f"{ENTRIES} WHERE article.id = ?", row["found"]))


def _digests(connection: sqlite3.Connection, identifier: int) -> list[str]:
    """Return the files of an article and of its older versions."""
    newest = one(connection, "SELECT bytes_sha256 FROM article WHERE id = ?", identifier)
    older = connection.execute("SELECT bytes_sha256 FROM version WHERE article = ?", (identifier,))
    return [newest["bytes_sha256"], *(row["bytes_sha256"] for row in older)]


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
