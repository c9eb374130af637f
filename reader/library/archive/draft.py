"""An archive while it is written."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TypeAlias

from reader.errors import UnwritableTargetError
from reader.library.archive import form, packing, seal
from reader.library.archive.indexing import Indexing
from reader.library.records import now, sha256
from reader.model.archive import Attribution, Label
from reader.text.words import RULES

_Value: TypeAlias = str | int | bytes | None

# The file gets its name when it is whole, so nothing has to be taken back in it.
_PRAGMAS = (
    "page_size = 8192",
    "journal_mode = OFF",
    "synchronous = OFF",
    "cache_size = -32000",
)
_GATHERED = 32 * 2**20  # bytes that an index gathers before it writes; fewer pieces are merged


class Draft:
    """Writes the rows of an archive into a new file, all in one transaction."""

    def __init__(self, path: Path, label: Label) -> None:
        self.path = path
        self._label = label
        self._columns: dict[str, tuple[str, ...]] = {}
        self._files: set[str] = set()
        self._tags: set[int] = set()

    def __enter__(self) -> Self:
        with self._explained():
            self._connection = sqlite3.connect(self.path, isolation_level=None)
            try:
                self._begin()
            except BaseException:
                self._connection.close()
                raise
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def put_article(self, row: sqlite3.Row, told: Attribution) -> None:
        """Write an article as the library has it, and what has to be told with it."""
        self.copy("article", row)
        self._insert("content", (row["id"], row["blocks"], row["documents"], row["repairs"]))
        if row["corrections"] is not None:
            self._insert("correction", (row["id"], row["corrections"]))
        retrieved = told.retrieved.isoformat() if told.retrieved else None
        line = (told.publisher, told.source, told.original, retrieved, told.licence, told.terms)
        self._insert("attribution", (row["id"], *line))

    def copy(self, table: str, row: sqlite3.Row) -> None:
        """Write a row of the library into the table of the same name."""
        self._insert(table, [row[name] for name in self._columns[table]])

    def index(self, number: int, texts: Sequence[str]) -> None:
        """Put an article into the search: its title, text, original text and notes."""
        with self._explained():
            self._indexing.put(number, texts)

    def tag(self, tag: sqlite3.Row) -> None:
        """Give an article a tag; the row has both."""
        self.put_tag(tag)
        self._insert("tagged", (tag["id"], tag["article"]))

    def put_tag(self, tag: sqlite3.Row) -> None:
        """Write a tag, once."""
        if tag["id"] not in self._tags:
            self._tags.add(tag["id"])
            self._insert("tag", (tag["id"], tag["name"], tag["folded"]))

    def put_file(self, digest: str, path: Path) -> bool:
        """Write an original, once if several articles came from it; False where it is not whole."""
        if digest in self._files:
            return True
        try:
            data = path.read_bytes() if path.stat().st_size <= form.MOST_FILE else b""
        except OSError:
            return False
        if sha256(data) != digest:
            return False
        self._files.add(digest)
        small, is_packed = packing.packed(data)
        self._insert("file", (digest, len(data), int(is_packed), small))
        return True

    def finish(self, articles: int) -> None:
        """Write what the archive says of itself, and close the file."""
        label, connection = self._label, self._connection
        with self._explained():
            for index in form.INDEXES:  # into one piece, in which is found the fastest
                connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
            connection.execute("COMMIT")  # now alone are the indexes as they will lie there
            about = (label.name, now(), label.version, label.licence, articles)
            kind = form.EVERYTHING if label.everything else int(label.with_notes)
            sealed = (*about, kind, RULES, seal.contents(connection))
            whole = (*sealed, seal.search(connection))
            connection.execute(
                "INSERT INTO about VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*whole, seal.signature(whole)),
            )
            connection.close()

    def _begin(self) -> None:
        for pragma in _PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("BEGIN")
        form.create(self._connection)
        self._indexing = Indexing(self._connection)
        for index in form.INDEXES:
            command = f"INSERT INTO {index} ({index}, rank) VALUES ('hashsize', ?)"
            self._connection.execute(command, (_GATHERED,))
        tables = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        for (table,) in self._connection.execute(tables).fetchall():
            rows = self._connection.execute(f"PRAGMA table_info({table})")
            self._columns[table] = tuple(row[1] for row in rows)

    def _insert(self, table: str, values: Sequence[_Value]) -> None:
        marks = ",".join("?" * len(values))
        with self._explained():
            self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", values)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Raise what SQLite says of this file, which is not the library's, as a `TargetError`."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise UnwritableTargetError(self.path, str(error)) from error
