"""Reads a broken library row by row: whatever SQLite can still reach, and what else lies there.

The broken file itself is never opened by SQLite: its copy is made fit to be opened.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path

from reader.library import carving, schema
from reader.library.carving import PAGE
from reader.library.migrations import APPLICATION, MIGRATIONS
from reader.library.place import COMPANIONS, companion

Row = dict[str, carving.Value]

_MAGIC = b"SQLite format 3\0"
_SIZE_AT, _VERSION_AT, _APPLICATION_AT = 28, 60, 68
_CHANGES_AT, _VALID_FOR_AT = 24, 92
_WIDEST = 100_000  # numbers in a gap that are looked for one by one


def copy_to_read(path: Path, target: Path) -> None:
    """Copy a broken file and its log, and give the copy a beginning and an end that SQLite takes.

    A file that is not there any more counts as an empty one. Raises `OSError`.
    """
    for ending in ("", *COMPANIONS):
        if companion(path, ending).is_file():
            shutil.copyfile(companion(path, ending), companion(target, ending))
    companion(target, "-shm").unlink(missing_ok=True)
    target.touch()
    with target.open("r+b") as file:
        head = file.read(PAGE).ljust(PAGE, b"\0")
        pages = -(-target.stat().st_size // PAGE)
        mended = _mended(head, pages)
        file.seek(0)
        file.write(mended)
        said = int.from_bytes(mended[_SIZE_AT : _SIZE_AT + 4], "big")
        file.truncate(max(pages, min(said, 2 * pages + 1024)) * PAGE)


def _mended(head: bytes, pages: int) -> bytes:
    """Return the first page with the beginning that every library's file has."""
    if head.startswith(_MAGIC) and _has_usual_form(head):
        return head
    mended = bytearray(head)
    mended[:24] = _MAGIC + bytes((PAGE >> 8, PAGE & 0xFF, 2, 2, 0, 64, 32, 32))
    mended[24:100] = bytes(76)
    for place, value in (
        (_CHANGES_AT, 1),
        (_SIZE_AT, pages),
        (44, 4),  # the form of the schema
        (56, 1),  # UTF-8
        (_VERSION_AT, len(MIGRATIONS)),
        (_APPLICATION_AT, APPLICATION),
        (_VALID_FOR_AT, 1),
    ):
        mended[place : place + 4] = value.to_bytes(4, "big")
    return bytes(mended)


def _has_usual_form(head: bytes) -> bool:
    version = int.from_bytes(head[_VERSION_AT : _VERSION_AT + 4], "big")
    application = int.from_bytes(head[_APPLICATION_AT : _APPLICATION_AT + 4], "big")
    form = head[16:24] in (
        bytes((PAGE >> 8, PAGE & 0xFF, kind, kind, 0, 64, 32, 32)) for kind in (1, 2)
    )
    text = head[56:60] == (1).to_bytes(4, "big")
    return form and text and application == APPLICATION and 0 < version <= len(MIGRATIONS)


class Wreck:
    """A broken library's file, made fit to be opened by `copy_to_read`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self.holes = False
        """Whether something was met that could not be read."""

    def __enter__(self) -> "Wreck":
        """Open the file, if it can be opened at all."""
        connection = sqlite3.connect(self.path, isolation_level=None)
        connection.row_factory = sqlite3.Row
        try:
            connection.execute("PRAGMA writable_schema = ON")  # so that a broken one is borne with
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.Error:
            connection.close()
            self.holes = True
        else:
            self._connection = connection
        return self

    def __exit__(self, *_error: object) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()

    def define(self, new: sqlite3.Connection) -> None:
        """Have the file read by the definitions of a new library.

        One changed letter in the file's own would hide a column, or the whole table.
        """
        if self._connection is None:
            return
        own = new.execute("SELECT sql, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        mend = "UPDATE sqlite_schema SET sql = ? WHERE name = ? AND sql <> ?"
        with suppress(sqlite3.Error):
            self._connection.executemany(mend, own)
        for value in ("RESET", "ON"):  # has them read anew, and broken ones borne with again
            with suppress(sqlite3.Error):
                self._connection.execute(f"PRAGMA writable_schema = {value}")

    def version(self) -> int:
        """Return how many migrations the file has seen; all of them where that is not known."""
        with suppress(sqlite3.Error, TypeError):
            if self._connection is not None:
                version = schema.number(self._connection, "PRAGMA user_version")
                if 0 < version <= len(MIGRATIONS):
                    return version
        return len(MIGRATIONS)

    def one_number(self, query: str) -> int:
        """Return the number that a query finds, 0 where it finds none or cannot be asked."""
        for row in self._asked(query):
            return int(row[0] or 0)
        return 0

    def count(self, table: str) -> int | None:
        """Return how many rows a table has, else how many it can have had; None if unknown."""
        last = f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'"
        for query in (f"SELECT count(*) FROM {table}", last):
            for row in self._asked(query):
                return int(row[0] or 0)
        return None

    def numbers(self, query: str) -> set[int]:
        """Return the numbers that a query finds, as far as it can be answered."""
        return {row[0] for row in self._asked(query) if isinstance(row[0], int)}

    def numbered(self, query: str) -> dict[int, str]:
        """Return the texts that a query finds, each by its number, as far as it can be answered."""
        return {row[0]: str(row[1]) for row in self._asked(query) if isinstance(row[0], int)}

    def rows(self, table: str, key: str | None, hints: set[int]) -> Iterator[Row]:
        """Yield each row of a table that SQLite can reach, once.

        `key` is the column that numbers the rows, None in a table without numbers; `hints` are
        numbers that there may be as well.
        """
        order = key or "1"
        column = key or "NULL"
        query = f"SELECT {column} AS _number, * FROM {table} ORDER BY {order}"
        seen: set[object] = set()
        whole = True
        for direction in ("ASC", "DESC"):
            before = self.holes
            self.holes = False
            for row in self._asked(f"{query} {direction}"):
                named = tuple(row)[1:] if key is None else row["_number"]
                if named not in seen:
                    seen.add(named)
                    yield _named(row)
                elif not whole:
                    break  # the two ways have met
            whole = not self.holes
            self.holes = before or self.holes
            if whole:
                return
        if key is not None:
            yield from self._one_by_one(table, key, seen, hints)

    def _one_by_one(
        self, table: str, key: str, seen: set[object], hints: set[int]
    ) -> Iterator[Row]:
        known = {number for number in seen if isinstance(number, int)} | hints
        for number in _and_between(sorted(known)):
            if number not in seen:
                query = f"SELECT {key} AS _number, * FROM {table} WHERE {key} = {number}"
                for row in self._asked(query):
                    yield _named(row)

    def carved(self) -> Iterator[carving.Record]:
        """Yield all rows of all tables, whether anything leads to them or not."""
        yield from carving.records(carving.Pages(self.path))

    def _asked(self, query: str) -> Iterator[sqlite3.Row]:
        """Yield what a query finds, up to where the file is broken."""
        if self._connection is None:
            return
        try:
            with closing(self._connection.execute(query)) as found:
                yield from found
        except (sqlite3.Error, UnicodeDecodeError):
            self.holes = True


def _and_between(known: list[int]) -> Iterator[int]:
    """Yield numbers, and those between; a number far beyond the others is a damaged one."""
    yield from known[:1]
    for one, other in pairwise(known):
        yield from range(one + 1 if other - one <= _WIDEST else other, other + 1)


def _named(row: sqlite3.Row) -> Row:
    return {name: row[name] for name in row.keys()[1:]}
