"""How articles come into the library and leave it, each wholly or not at all."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from reader.errors import LibraryUnwritableError
from reader.library import identity, room
from reader.library.connections import Connections
from reader.library.originals import Originals
from reader.library.records import entry_from, record, sha256
from reader.library.statements import ADD_ARTICLE, ENTRIES, index_new, one, unindex
from reader.model.article import Article
from reader.model.entry import Entry
from reader.model.intake import Outcome

if TYPE_CHECKING:
    from reader.model.raw import Repair


T = TypeVar("T")
Put: TypeAlias = Callable[[str, bytes], None]

# In one transaction: its end costs the same for one article and for a thousand.
_MOST_AT_ONCE = 1_000  # articles
_MOST_BYTES_AT_ONCE = 2**25  # of their originals
_KNOWN = """
    SELECT id AS found FROM article WHERE bytes_sha256 = ? OR text_sha256 = ?
    UNION ALL SELECT article FROM version WHERE bytes_sha256 = ? OR text_sha256 = ?
"""
_LEAST = 2**16  # bytes
# What the list shows of a new article besides its row.
_UNTOUCHED = {"read": 0, "starred": 0, "tags": None, "annotated": 0, "versions": 0}


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article to be kept, with what was repaired in it and the bytes it came from."""

    article: Article
    repairs: "tuple[Repair, ...]"
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
        for batch in _batches(arrivals):
            yield from self._add_batch(batch)

    def known(self, original: bytes) -> Added | None:
        """Return the article that came from exactly these bytes, taken out of the bin.

        None where its file is lost, too: adding the article again brings that back.
        """
        digest = sha256(original)
        if self._originals.absent((digest,)):
            return None
        with self._connections.reading() as connection:
            if _known(connection, digest, "") is None:
                return None
        with self._connections.writing() as connection:
            found = _known(connection, digest, "")
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

    def within(self, digests: Sequence[str], add: Callable[[sqlite3.Connection, Put], T]) -> T:
        """Have rows and their files written in one transaction; the files are named beforehand.

        Where that fails, the files that were there before stay: they may be all that is left of
        articles which a restored, older library does not know.
        """
        coming: tuple[str, ...] = ()
        try:
            with self._connections.writing() as connection:
                coming = self._originals.absent(digests)
                self._originals.mark(*coming)
                with self._originals.putting(len(digests)) as put:  # while SQLite is at work
                    added = add(connection, put)
        except BaseException:
            self._settle(coming)
            raise
        with suppress(OSError):  # else the next start does it
            self._originals.unmark(*coming)
        return added

    def _add_batch(self, batch: tuple[Arrival, ...]) -> list[Added]:
        room.check(self._connections.path.parent, sum(map(_room_for, batch)))
        digests = [sha256(each.original) for each in batch]
        return self.within(
            digests, lambda connection, put: [self._add(connection, each, put) for each in batch]
        )

    def _add(
        self,
        connection: sqlite3.Connection,
        arrival: Arrival,
        put: Put,
    ) -> Added:
        from reader.library import versions

        row = record(arrival.article, arrival.repairs, arrival.original)
        digest = str(row["bytes_sha256"])
        known = _known(connection, digest, str(row["text_sha256"]))
        if known is not None:
            if _is_kept(connection, digest):  # its file may be lost
                put(digest, arrival.original)
            return Added(known, _taken_out_of_bin(connection, known.identifier))
        put(digest, arrival.original)
        older = versions.earlier(connection, row)
        if older is None:
            return Added(
                entry_from({**row, **_UNTOUCHED, "id": insert(connection, row)}), Outcome.NEW
            )
        versions.succeed(connection, older, row)
        entry = entry_from(one(connection, f"{ENTRIES} WHERE article.id = ?", older))
        return Added(entry, Outcome.VERSION)

    def _settle(self, digests: Sequence[str]) -> None:
        """Make the files of one mark agree with the tables; later, where it cannot be now."""
        if not digests:
            return
        with suppress(OSError, LibraryUnwritableError), self._connections.writing() as lent:
            for digest in digests:
                if not _is_kept(lent, digest):
                    self._originals.drop(digest)
            self._originals.unmark(*digests)


def _batches(arrivals: Iterable[Arrival]) -> Iterator[tuple[Arrival, ...]]:
    """Yield articles some hundred together; those with large files fewer."""
    batch: list[Arrival] = []
    size = 0
    for arrival in arrivals:
        batch.append(arrival)
        size += len(arrival.original)
        if len(batch) == _MOST_AT_ONCE or size >= _MOST_BYTES_AT_ONCE:
            yield tuple(batch)
            batch.clear()
            size = 0
    if batch:
        yield tuple(batch)


def _room_for(arrival: Arrival) -> int:
    """Return the bytes that an article may take: its file, its text, its search."""
    return 3 * len(arrival.original) + _LEAST


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


def insert(connection: sqlite3.Connection, row: Mapping[str, str | int | None]) -> int:
    """Write the rows of a new article, so that it is found; return its number."""
    identifier = connection.execute(ADD_ARTICLE, row).lastrowid
    if identifier is None:
        raise RuntimeError("SQLite gave no identifier")
    content = (identifier, row["blocks"], row["documents"], row["repairs"])
    connection.execute("INSERT INTO content VALUES (?, ?, ?, ?)", content)
    day = row["published"] or str(row["added"])[: len("YYYY-MM-DD")]
    connection.execute("INSERT INTO reading (article, day) VALUES (?, ?)", (identifier, day))
    identity.note(connection, identifier, identity.marks(row))
    index_new(connection, identifier, str(row["title"]), str(row["blocks"]))
    return identifier
