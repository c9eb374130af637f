"""Puts a copy of a whole library into this one, be it empty or not."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reader.errors import ArchiveError, StoppedError
from reader.library import saved_searches
from reader.library.adding import Adding, Put
from reader.library.archive import moved_feeds, session, whole
from reader.library.archive.archive import allow_files
from reader.library.archive.harmless import line
from reader.library.archive.merging import Heir, Merging
from reader.library.archive.opening import ArchiveConnection
from reader.library.archive.taking import Before, Counted, Taking, number_of
from reader.library.archive.whole import Whole
from reader.library.connections import Connections
from reader.library.values import CodecError, as_text
from reader.model.archive import Merged
from reader.model.query import READING_LIST, Search
from reader.model.watch import Watch
from reader.text.words import folded

_MOST = 100  # articles in one transaction, and bytes of their files
_MOST_BYTES = 32 * 2**20
_MOST_OPENED = (
    f"SELECT max(opened) FROM own_reading WHERE opened BETWEEN -{whole.MOST} AND {whole.MOST}"
)
_COLLECT = "INSERT OR IGNORE INTO collected VALUES (?, ?, ?)"
_SAVE = "INSERT OR IGNORE INTO saved_search (name, folded, search) VALUES (?, ?, ?)"


class Restoring:
    """Restores a copy of a library: what is not here comes as it was there, to the letter.

    Of what is here already nothing is lost: labels and notes are united, of two notes the one
    changed last is kept, the place of reading is taken where nobody has begun here, and of two
    texts of one announcement the newer is shown, the other an older version.
    """

    def __init__(self, connections: Connections, adding: Adding, merging: Merging) -> None:
        self._connections = connections
        self._adding = adding
        self._merging = merging

    def restore(self, path: Path, watch: Watch) -> Merged:
        """Take everything in, some articles at a time; beginning anew takes the rest.

        Raises `SourceError`, `ArchiveError`, `LibraryError`, `StoppedError`.
        """
        with closing(ArchiveConnection(path, _prepare)) as archive:
            with archive.reading() as connection:
                numbers = [row[0] for row in connection.execute("SELECT id FROM article")]
            counted = Counted()
            before = self._before(archive)
            for some in _some(archive, sorted(numbers), watch, counted):
                self._take(some, before, counted)
            self._take_searches(archive, before, counted)
            self._take_feeds(archive, counted)
        lists = (counted.known, counted.damaged, counted.without_file)
        known, damaged, without_file = map(tuple, lists)
        return Merged(
            counted.new, known, counted.notes, damaged, without_file, tuple(counted.articles)
        )

    def _before(self, archive: Connections) -> Before:
        with archive.reading() as connection:
            most = number_of(connection, _MOST_OPENED)
            rows = connection.execute("SELECT id, name FROM own_collection").fetchall()
            names = {row["id"]: line(as_text(row["name"])) for row in rows}
            tags = [
                line(as_text(row["name"])) for row in connection.execute("SELECT name FROM tag")
            ]
        with self._connections.writing() as connection:
            last = number_of(connection, "SELECT max(id) FROM article")
            least = connection.execute("SELECT min(opened) FROM reading").fetchone()[0]
            for tag in tags:
                connection.execute(
                    "INSERT OR IGNORE INTO tag (name, folded) VALUES (?, ?)", (tag, folded(tag))
                )
            collections = {
                number: _collection(connection, number, name) for number, name in names.items()
            }
        return Before(last, 0 if least is None else least - 1 - most, collections)

    def _take(self, some: Sequence[Whole], before: Before, counted: Counted) -> None:
        def take_all(connection: sqlite3.Connection, put: Put) -> list[Heir]:
            return [Taking(connection, put, before, counted).take(each) for each in some]

        digests = [digest for each in some for digest in each.digests]
        heirs = self._adding.within(digests, take_all)
        counted.notes += self._merging.keep(heirs, places=True)
        with self._connections.writing() as connection:
            for each, heir in zip(some, heirs, strict=True):
                for number, place in each.collected:
                    if number in before.collections:
                        collection, taken = before.collections[number]
                        connection.execute(_COLLECT, (collection, heir.article, taken + place))

    def _take_searches(self, archive: Connections, before: Before, counted: Counted) -> None:
        """Keep the saved searches that this library has none of the same name of."""
        with archive.reading() as connection:
            rows = connection.execute("SELECT name, search FROM own_search ORDER BY id").fetchall()
            names = [line(as_text(row["name"])) for row in rows]
        found = []
        for name, row in zip(names, rows, strict=True):
            try:
                found.append((name, saved_searches.read(as_text(row["search"]))))
            except CodecError:  # all else has been taken in
                counted.damaged.append(name)
        with self._connections.writing() as connection:
            for name, search in found:
                kept = saved_searches.written(_searched(search, before))
                connection.execute(_SAVE, (name, folded(name), kept))

    def _take_feeds(self, archive: Connections, counted: Counted) -> None:
        """Keep the feeds with their news and rules; those that are here already stay."""
        with archive.reading() as connection:
            found = moved_feeds.read(connection)
        counted.damaged += found.damaged
        with self._connections.writing() as connection:
            moved_feeds.put(connection, found, counted.numbers)


def _searched(search: Search, before: Before) -> Search:
    """Return a search that names a collection by its number in this library."""
    wanted = search.filter
    if wanted.collection is None:
        return search
    here, _taken = before.collections.get(wanted.collection, (READING_LIST, 0))
    return replace(search, filter=replace(wanted, collection=here))


def _some(
    archive: Connections, numbers: Sequence[int], watch: Watch, counted: Counted
) -> Iterator[list[Whole]]:
    """Yield articles, not too many of them nor too large at once."""
    some: list[Whole] = []
    size = 0
    for done, number in enumerate(numbers):
        watch.progress(done, len(numbers))
        if watch.stopped():
            raise StoppedError
        try:
            with archive.reading() as connection:
                each = whole.read(connection, archive.path, number)
        except ArchiveError:
            counted.damaged.append(_title(archive, number))
            continue
        some.append(each)
        size += sum(map(len, each.files.values()))
        if len(some) >= _MOST or size >= _MOST_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some


def _prepare(connection: sqlite3.Connection) -> None:
    session.prepare(connection)
    allow_files(connection)


def _title(archive: Connections, number: int) -> str:
    with archive.reading() as connection:
        row = connection.execute("SELECT title FROM article WHERE id = ?", (number,)).fetchone()
        return line(as_text(row["title"]))


def _collection(connection: sqlite3.Connection, number: int, name: str) -> tuple[int, int]:
    """Return the library's collection of a name, made where there is none, and its end."""
    here = READING_LIST
    if number != READING_LIST:
        connection.execute(
            "INSERT OR IGNORE INTO collection (name, folded) VALUES (?, ?)", (name, folded(name))
        )
        query = "SELECT id FROM collection WHERE folded = ?"
        here = connection.execute(query, (folded(name),)).fetchone()["id"]
    return here, number_of(
        connection, "SELECT max(place) + 1 FROM collected WHERE collection = ?", here
    )
