"""Puts a copy of a whole library into this one, be it empty or not."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.errors import ArchiveError, StoppedError
from reader.library import saved_searches, versions
from reader.library.adding import Adding, Put, insert
from reader.library.archive import session, whole
from reader.library.archive.archive import allow_files
from reader.library.archive.harmless import line
from reader.library.archive.merging import Heir, Merging
from reader.library.archive.opening import ArchiveConnection
from reader.library.archive.whole import Row, Whole
from reader.library.connections import Connections
from reader.library.leaf_texts import leaf_texts
from reader.library.statements import WHOLE, one
from reader.library.values import as_text
from reader.model.archive import Merged
from reader.model.query import READING_LIST, Search
from reader.model.watch import Watch
from reader.text.anchors import Moves
from reader.text.words import folded

_MOST = 100  # articles in one transaction, and bytes of their files
_MOST_BYTES = 32 * 2**20
_SAME = "SELECT {number} FROM {table} WHERE bytes_sha256 = ? OR text_sha256 = ?"
_PLACES = (("article", "id"), ("version", "article"))
_SET_READING = "UPDATE reading SET opened = ?, opened_at = ?, binned = ? WHERE article = ?"
_COLLECT = "INSERT OR IGNORE INTO collected VALUES (?, ?, ?)"
_SAVE = "INSERT OR IGNORE INTO saved_search (name, folded, search) VALUES (?, ?, ?)"
_ADD_VERSION = """
    INSERT INTO version (
        article, number, title, language, published, author, publisher, original_address,
        machine_translated, source_format, source_name, source_address, retrieved, added,
        bytes_sha256, text_sha256, digest, blocks, documents, repairs
    ) VALUES (
        :article, :number, :title, :language, :published, :author, :publisher, :original_address,
        :machine_translated, :source_format, :source_name, :source_address, :retrieved, :added,
        :bytes_sha256, :text_sha256, :digest, :blocks, :documents, :repairs
    )
"""


@dataclass(frozen=True, slots=True)
class _Before:
    """What the library was before: its last article, and how the two count.

    `opened` is added to counts of opening, so that what was opened here stays the latest;
    `collections` leads to the library's, with the places that are taken there.
    """

    last: int
    opened: int
    collections: Mapping[int, tuple[int, int]]


@dataclass(slots=True)
class _Counted:
    new: int = 0
    notes: int = 0
    known: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    without_file: list[str] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)


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
            counted = _Counted()
            before = self._before(archive)
            for some in _some(archive, sorted(numbers), watch, counted):
                self._take(some, before, counted)
            self._take_searches(archive, before)
        lists = (counted.known, counted.damaged, counted.without_file)
        known, damaged, without_file = map(tuple, lists)
        return Merged(
            counted.new, known, counted.notes, damaged, without_file, tuple(counted.articles)
        )

    def _before(self, archive: Connections) -> _Before:
        with archive.reading() as connection:
            most = _number(connection, "SELECT max(opened) FROM own_reading")
            rows = connection.execute("SELECT id, name FROM own_collection").fetchall()
            names = {row["id"]: line(as_text(row["name"])) for row in rows}
            tags = [
                line(as_text(row["name"])) for row in connection.execute("SELECT name FROM tag")
            ]
        with self._connections.writing() as connection:
            last = _number(connection, "SELECT max(id) FROM article")
            least = connection.execute("SELECT min(opened) FROM reading").fetchone()[0]
            for tag in tags:
                connection.execute(
                    "INSERT OR IGNORE INTO tag (name, folded) VALUES (?, ?)", (tag, folded(tag))
                )
            collections = {
                number: _collection(connection, number, name) for number, name in names.items()
            }
        return _Before(last, 0 if least is None else least - 1 - most, collections)

    def _take(self, some: Sequence[Whole], before: _Before, counted: _Counted) -> None:
        def take_all(connection: sqlite3.Connection, put: Put) -> list[Heir]:
            return [_Taking(connection, put, before, counted).take(each) for each in some]

        digests = [digest for each in some for digest in each.digests]
        heirs = self._adding.within(digests, take_all)
        counted.notes += self._merging.keep(heirs, places=True)
        with self._connections.writing() as connection:
            for each, heir in zip(some, heirs, strict=True):
                for number, place in each.collected:
                    if number in before.collections:
                        collection, taken = before.collections[number]
                        connection.execute(_COLLECT, (collection, heir.article, taken + place))

    def _take_searches(self, archive: Connections, before: _Before) -> None:
        """Keep the saved searches that this library has none of the same name of."""
        with archive.reading() as connection:
            rows = connection.execute("SELECT name, search FROM own_search ORDER BY id").fetchall()
            found = [
                (line(as_text(row["name"])), saved_searches.read(as_text(row["search"])))
                for row in rows
            ]
        with self._connections.writing() as connection:
            for name, search in found:
                kept = saved_searches.written(_searched(search, before))
                connection.execute(_SAVE, (name, folded(name), kept))


class _Taking:
    """Takes articles into the tables, within one transaction."""

    def __init__(
        self, connection: sqlite3.Connection, put: Put, before: _Before, counted: _Counted
    ) -> None:
        self._connection = connection
        self._put = put
        self._before = before
        self._counted = counted

    def take(self, each: Whole) -> Heir:
        """Put an article and its older versions in where they are not yet; return what is left."""
        for digest, data in each.files.items():
            self._put(digest, data)
        if str(each.row["bytes_sha256"]) not in each.files:
            self._counted.without_file.append(each.article.title)
        number = self._same(each)
        new = number is None
        if number is None:
            number = self._insert(each)
            self._counted.new += 1
        else:
            self._keep_versions(number, (*each.versions, each.row))
            self._counted.known.append(each.article.title)
        self._counted.articles.append(number)
        return Heir(number, new, each.belongings, None if new else self._moves(number, each))

    def _same(self, each: Whole) -> int | None:
        """Return the article of the library that is this one, in whatever version."""
        for row in (each.row, *reversed(each.versions)):
            found = _known(self._connection, row)
            if found is not None:
                return found
        alike = versions.earlier(self._connection, each.row)
        return alike if alike is not None and alike <= self._before.last else None

    def _insert(self, each: Whole) -> int:
        """Write a new article to the letter, when it was opened and whether it lies in the bin."""
        number = insert(self._connection, each.row)
        for row in each.versions:
            self._connection.execute(_ADD_VERSION, {**row, "article": number})
        opened = each.reading.opened
        values = (
            None if opened is None else opened + self._before.opened,
            each.reading.opened_at,
            each.reading.binned,
            number,
        )
        self._connection.execute(_SET_READING, values)
        return number

    def _keep_versions(self, number: int, rows: Sequence[Row]) -> None:
        """Keep these beside what the library has of an article, the newest of all on top.

        What came after the library's own text there is newer, whatever the clocks say.
        """
        changed, passed = False, set[object]()
        for row in rows:
            passed.add(row["text_sha256"])
            if _known(self._connection, row) == number:
                continue
            changed = True
            current = one(self._connection, WHOLE, number)
            if current["text_sha256"] in passed or as_text(row["added"]) > current["added"]:
                versions.succeed(self._connection, number, row)
            else:
                query = "SELECT max(number) FROM version WHERE article = ?"
                last = _number(self._connection, query, number)
                values = {**row, "article": number, "number": last + 1}
                self._connection.execute(_ADD_VERSION, values)
        if changed:
            self._put_in_order(number)

    def _put_in_order(self, number: int) -> None:
        """Give the older versions of an article numbers from 1 on, as they came in."""
        query = "SELECT number FROM version WHERE article = ? ORDER BY added, number"
        found = [row[0] for row in self._connection.execute(query, (number,))]
        statement = "UPDATE version SET number = ? WHERE article = ? AND number = ?"
        # By way of negative numbers, for no two may be the same meanwhile.
        self._connection.executemany(
            statement, [(-place, number, was) for place, was in enumerate(found, 1)]
        )
        self._connection.execute(
            "UPDATE version SET number = -number WHERE article = ? AND number < 0", (number,)
        )

    def _moves(self, number: int, each: Whole) -> Moves | None:
        """Return the way from the archive's text to the library's, where the two differ."""
        here = leaf_texts(one(self._connection, WHOLE, number)["blocks"])
        there = leaf_texts(str(each.row["blocks"]))
        return None if here == there else Moves(there, here)


def _searched(search: Search, before: _Before) -> Search:
    """Return a search that names a collection by its number in this library."""
    wanted = search.filter
    if wanted.collection is None:
        return search
    here, _taken = before.collections.get(wanted.collection, (READING_LIST, 0))
    return replace(search, filter=replace(wanted, collection=here))


def _some(
    archive: Connections, numbers: Sequence[int], watch: Watch, counted: _Counted
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


def _known(connection: sqlite3.Connection, row: Row) -> int | None:
    """Return the article that has this file or these words, or had them in an older version."""
    values = (row["bytes_sha256"], row["text_sha256"])
    for table, number in _PLACES:
        found = connection.execute(_SAME.format(number=number, table=table), values).fetchone()
        if found is not None:
            identifier: int = found[0]
            return identifier
    return None


def _collection(connection: sqlite3.Connection, number: int, name: str) -> tuple[int, int]:
    """Return the library's collection of a name, made where there is none, and its end."""
    here = READING_LIST
    if number != READING_LIST:
        connection.execute(
            "INSERT OR IGNORE INTO collection (name, folded) VALUES (?, ?)", (name, folded(name))
        )
        query = "SELECT id FROM collection WHERE folded = ?"
        here = connection.execute(query, (folded(name),)).fetchone()["id"]
    return here, _number(
        connection, "SELECT max(place) + 1 FROM collected WHERE collection = ?", here
    )


def _number(connection: sqlite3.Connection, query: str, *values: int) -> int:
    """Return the one number that is asked for; 0 where there is none."""
    found: int | None = connection.execute(query, values).fetchone()[0]
    return found or 0
