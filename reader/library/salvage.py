"""Makes a whole library out of a broken one.

Each row goes over by itself, into new tables; signed ones only if they are as they were written.
Which tables and columns there are is read from the new tables, so that nothing has to be told here
of later ones.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.errors import StoppedError
from reader.library import aside, identity, indexing, room, schema
from reader.library.backups import size_of
from reader.library.lost_articles import Again, LostArticles
from reader.library.migrations import MIGRATIONS
from reader.library.originals import Originals
from reader.library.place import FILE, ORIGINALS, WORK, companion, draft, ready
from reader.library.signatures import SIGNED
from reader.library.statements import DAY, PUT_IN_ORDER
from reader.library.tables import Table, persons_tables
from reader.library.wreck import Row, Wreck, copy_to_read
from reader.model.care import Salvaged
from reader.model.query import READING_LIST
from reader.model.watch import UNWATCHED, Watch

_ARTICLES = ("article", "content")  # what LostArticles sees to
_BY_FILE = "SELECT id, bytes_sha256 FROM article INDEXED BY sqlite_autoindex_article_1"
_UNREAD = f"""
    INSERT OR IGNORE INTO reading (article, day)
    SELECT id, {DAY.format(published="published", added="added")} FROM article
    WHERE id NOT IN (SELECT article FROM reading)
"""
_TOLD_BY_ONE = 8  # columns: fewer say too little of which table a row is


def salvage(folder: Path, again: Again, watch: Watch = UNWATCHED) -> Salvaged:
    """Put a whole library in the place of a broken one, which is set aside.

    Nobody may be using the library. Raises `LibraryFullError`, `StoppedError`; then all is as it
    was.
    """
    path, made = folder / FILE, draft(folder)
    with schema.explained(path):
        salvaged = write_salvaged(folder, made, again, watch)
        with made.open("rb+") as file:
            aside.sync_file(file)
        made.replace(ready(folder))
        return replace(salvaged, aside=aside.put_ready_in_place(folder))


def write_salvaged(folder: Path, made: Path, again: Again, watch: Watch = UNWATCHED) -> Salvaged:
    """Write what can be read of a library into a new file; raises as `salvage` does."""
    room.check(made.parent, needed(folder))
    for ending in ("", "-journal"):
        companion(made, ending).unlink(missing_ok=True)
    with TemporaryDirectory(dir=made.parent, prefix=WORK) as work:
        copied = Path(work) / FILE
        copy_to_read(folder / FILE, copied)
        with Wreck(copied) as wreck, closing(schema.connect(made)) as connection:
            connection.execute("PRAGMA synchronous = OFF")  # it is synced whole, once
            connection.execute("PRAGMA foreign_keys = OFF")  # rows come in any order
            return _Salvage(wreck, connection, Originals(folder / ORIGINALS), watch).run(again)


def needed(folder: Path) -> int:
    """Return how many bytes that takes meanwhile, rather too many."""
    return 3 * size_of(folder / FILE)


class _Salvage:
    """The work on one broken library."""

    def __init__(
        self,
        wreck: Wreck,
        connection: sqlite3.Connection,
        originals: Originals,
        watch: Watch,
    ) -> None:
        self._wreck = wreck
        self._connection = connection
        self._watch = watch
        version = 0
        while version < wreck.version():
            version = schema.migrate(connection)
        wreck.define(connection)
        self._tables = {each.name: each for each in persons_tables(connection)}
        self._articles = LostArticles(connection, originals, self._tables)
        self._digests = wreck.numbered(_BY_FILE)
        self._unknown = False

    def run(self, again: Again) -> Salvaged:
        with schema.transaction(self._connection):
            self._take_over()
            self._find_the_rest(again)
            self._keep_reading_list()
            self._drop_what_belongs_to_nothing()
            missing = tuple(self._missing())
        self._finish()
        count = schema.number(self._connection, "SELECT count(*) FROM article")
        anew, lost = tuple(self._articles.anew), self._articles.lost()
        return Salvaged(count, anew, lost, missing, unknown=self._unknown)

    def _take_over(self) -> None:
        numbers = self._numbers()
        for table in self._tables.values():
            self._connection.execute(f"DELETE FROM {table.name}")
            hints = numbers if _belongs_to_article(table) else set()
            key = "rowid" if table.numbered else None
            for row in self._wreck.rows(table.name, key, hints):
                self._step()
                self._put(table, row)
        self._take_out_unlike()
        self._articles.take_out_broken()
        for number in numbers:
            self._articles.note(number, self._digests.get(number, ""))

    def _numbers(self) -> set[int]:
        """Return the numbers of articles that an index knows, whatever has become of their rows."""
        return set(self._digests) | self._wreck.numbers("SELECT article FROM reading")

    def _find_the_rest(self, again: Again) -> None:
        if self._wreck.holes or self._articles.lost():
            self._articles.find_again(self._wreck.carved)
            self._put_carved()
        self._articles.make_again(again, self._step)

    def _put_carved(self) -> None:
        """Put in rows found lying about: signed ones, and those that can be of one table only."""
        for number, values in self._wreck.carved():
            possible = [table for table in self._tables.values() if table.takes(values)]
            for table in possible:
                signed = table.name in SIGNED
                certain = len(possible) == 1 and len(values) >= _TOLD_BY_ONE
                if table.name not in _ARTICLES and (signed or certain):
                    self._put(table, table.named(number, values))
        self._take_out_unlike()

    def _take_out_unlike(self) -> None:
        """Take signed rows out that are not as they were written; articles have their own care."""
        for name, signed in SIGNED.items():
            if name in _ARTICLES or name not in self._tables:
                continue
            unlike = [
                (row["number"],)
                for row in self._connection.execute(signed.query)
                if not signed.is_whole(row)
            ]
            self._connection.executemany(f"DELETE FROM {name} WHERE rowid = ?", unlike)

    def _put(self, table: Table, row: Row) -> None:
        """Put a row in if the table takes it."""
        known = {each.name: row[each.name] for each in table.columns if each.name in row}
        names, marks = ", ".join(known), ", ".join("?" * len(known))
        statement = f"INSERT OR IGNORE INTO {table.name} ({names}) VALUES ({marks})"
        with suppress(sqlite3.IntegrityError):  # a value of another kind
            self._connection.execute(statement, tuple(known.values()))

    def _keep_reading_list(self) -> None:
        """Have the collection that every library has, be it lost with its page."""
        if "collection" in self._tables:
            self._connection.execute(
                "INSERT OR IGNORE INTO collection VALUES (?, '', '')", (READING_LIST,)
            )

    def _drop_what_belongs_to_nothing(self) -> None:
        for table in self._tables.values():
            for column, parent in table.parents:
                self._connection.execute(
                    f"DELETE FROM {table.name} WHERE {column} NOT IN (SELECT rowid FROM {parent})"
                )

    def _missing(self) -> Iterator[tuple[str, int]]:
        for name in self._tables:
            if name not in _ARTICLES:
                here = schema.number(self._connection, f"SELECT count(*) FROM {name}")
                there = self._wreck.count(name)
                if there is None:
                    self._unknown = True
                elif there > here:
                    yield name, there - here

    def _finish(self) -> None:
        """Bring the new file up to date: its tables, its numbers, its search."""
        connection = self._connection
        last = self._wreck.one_number("SELECT seq FROM sqlite_sequence WHERE name = 'article'")
        connection.execute(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'article'", (last,)
        )
        version = self._wreck.version()
        while version < len(MIGRATIONS):
            version = schema.migrate(connection)
        connection.execute(_UNREAD)
        connection.execute("DELETE FROM title_order")
        connection.execute(PUT_IN_ORDER, (0,))
        identity.note_all(connection)

        @contextmanager
        def writing() -> Iterator[sqlite3.Connection]:
            with schema.transaction(connection):
                yield connection

        with writing():
            indexing.empty(connection)
        indexing.build(writing, self._watch)

    def _step(self) -> None:
        if self._watch.stopped():
            raise StoppedError


def _belongs_to_article(table: Table) -> bool:
    return table.name == "article" or ("article", "article") in table.parents
