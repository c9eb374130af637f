"""Looks whether a library is as it was written: quickly at each start, wholly once a week.

The thorough check reads a copy, so that nobody waits for it; it may be stopped at any moment.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from reader.errors import (
    LibraryDamagedError,
    LibraryFullError,
    LibraryGoneError,
    LibraryNewerError,
    StoppedError,
)
from reader.library import leftovers, room, schema
from reader.library.backups import copy, size_of
from reader.library.indexing import left_to_search
from reader.library.migrations import MIGRATIONS
from reader.library.opening import is_lost
from reader.library.originals import Originals
from reader.library.place import BACKUPS, FILE, ORIGINALS
from reader.library.search_tables import INDEXES
from reader.library.signatures import SIGNED, Signed
from reader.model.care import Fault, FaultKind
from reader.model.watch import UNWATCHED, Watch

_SLICE = 200  # rows read at once
_GLANCE = 20_000  # steps of SQLite between two questions whether to stop
_MOST = 20  # of SQLite's own findings; one is enough to act
_COPIED = "checked-"  # and the number of the program: several may check at once
_UNCOUNTED = """
    SELECT id, title FROM article
    WHERE id NOT IN (SELECT article FROM content) OR id NOT IN (SELECT article FROM reading)
"""
_MISPLACED = """
    SELECT 1 FROM article LEFT JOIN title_order ON title_order.article = id
    WHERE letters IS NOT title_letters(CAST(title AS BLOB))
    UNION ALL SELECT 1 FROM title_order WHERE article NOT IN (SELECT id FROM article)
"""
_FILES = """
    SELECT bytes_sha256, id, title FROM article
    UNION SELECT bytes_sha256, article, title FROM version
"""


def quick(folder: Path, watch: Watch = UNWATCHED, *, read_only: bool = False) -> list[Fault]:
    """Return what a quick look finds: pages that make no sense, articles without their text.

    Raises `LibraryGoneError`, `LibraryNewerError`, `StoppedError`.
    """
    path = folder / FILE
    if is_lost(folder):
        return [Fault(FaultKind.FILE_LOST)]
    if not path.is_file():
        raise LibraryGoneError(folder)
    connect = schema.connect_read_only if read_only else schema.connect
    with _filling(path, watch) as faults, closing(connect(path)) as connection:
        _let_stop(connection, watch)
        if not _is_known_version(connection, path):
            faults.append(Fault(FaultKind.FILE, words="user_version"))
        for table in _tables(connection):
            faults.extend(_findings(connection, f"PRAGMA quick_check('{table}')"))
        for row in connection.execute(_UNCOUNTED):
            faults.append(Fault(FaultKind.ARTICLE, row["id"], row["title"]))
    return faults


def refuse_newer(folder: Path) -> None:
    """Raise `LibraryNewerError` where a newer program made a library that can be read at all."""
    path = folder / FILE
    if not path.is_file():
        return
    with (
        suppress(sqlite3.Error, LibraryDamagedError),
        closing(schema.connect_read_only(path)) as connection,
    ):
        _is_known_version(connection, path)


def _is_known_version(connection: sqlite3.Connection, path: Path) -> bool:
    """Tell whether the number of the version makes sense; raises as `schema.version_of` does.

    A number too high alone is one that has changed: a newer library has other tables, too.
    """
    try:
        schema.version_of(connection, path)
    except LibraryNewerError:
        if _defined(connection) != _usual():
            raise
        return False
    return True


def deep(folder: Path, watch: Watch = UNWATCHED) -> list[Fault]:
    """Return all that is not as it was written: rows, originals, search, links, order of titles.

    Raises `StoppedError`. Where there is no room for a copy, the search goes unchecked.
    """
    path, copied = folder / FILE, folder / BACKUPS / f"{_COPIED}{os.getpid()}.sqlite"
    originals = Originals(folder / ORIGINALS)
    with _filling(path, watch) as faults:
        copied.parent.mkdir(exist_ok=True)
        leftovers.clear_copies(copied.parent)
        try:
            room.check(folder, size_of(path))
            copy(path, copied, watch, proving=False)
            faults.extend(_rows_and_files(copied, originals, watch))
            faults.extend(_whole_file(copied, watch))
        except LibraryFullError as error:
            faults.append(Fault(FaultKind.UNSEARCHED, words=str(error.needed)))
            faults.extend(_rows_and_files(path, originals, watch))
        finally:
            copied.unlink(missing_ok=True)
    return faults


@contextmanager
def _filling(path: Path, watch: Watch) -> Iterator[list[Fault]]:
    """Give a list to fill; what SQLite refuses to read is one fault more, and the last."""
    faults: list[Fault] = []
    try:
        with schema.explained(path):
            yield faults
    except LibraryDamagedError as error:
        faults.append(Fault(FaultKind.FILE, words=str(error.__cause__ or "")))
    except sqlite3.OperationalError as error:
        _raise_if_stopped(watch)
        faults.append(Fault(FaultKind.FILE, words=str(error)))  # a table that is gone, say


class _Steps:
    """Counts what has been looked at, and gives up where somebody wants that."""

    def __init__(self, watch: Watch, total: int) -> None:
        self._watch = watch
        self._total = total
        self._done = 0

    def step(self) -> None:
        if self._watch.stopped():
            raise StoppedError
        self._done += 1
        self._watch.progress(min(self._done, self._total), self._total)


def _rows_and_files(path: Path, originals: Originals, watch: Watch) -> Iterator[Fault]:
    with closing(schema.connect(path)) as connection:
        files = connection.execute(_FILES).fetchall()
        signed = (f"SELECT count(*) FROM {table}" for table in SIGNED)
        total = len(files) + sum(schema.number(connection, query) for query in signed)
        steps = _Steps(watch, total)
        for each in SIGNED.values():
            yield from _unlike(connection, each, steps)
        yield from _unlinked(connection)
    unsettled = originals.unsettled()  # files that are coming or going
    for digest, identifier, title in files:
        steps.step()
        kind = None if digest in unsettled else _fault_of_file(originals, digest)
        if kind is not None:
            yield Fault(kind, identifier, title)


def _unlike(connection: sqlite3.Connection, signed: Signed, steps: _Steps) -> Iterator[Fault]:
    """Yield the rows of a table that are not as they were written, some hundred at a time."""
    query = f"SELECT * FROM ({signed.query}) WHERE number > ? ORDER BY number LIMIT {_SLICE}"
    last = 0
    while rows := connection.execute(query, (last,)).fetchall():
        for row in rows:
            steps.step()
            if not signed.is_whole(row):
                yield Fault(signed.kind, row["owner"], row["owner_title"] or "")
        last = rows[-1]["number"]


def _unlinked(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield the rows that belong to nothing."""
    for table, number, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(FaultKind.LINKS, number or 0, words=table)


def _fault_of_file(originals: Originals, digest: str) -> FaultKind | None:
    try:
        with originals.path(digest).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return FaultKind.ORIGINAL_MISSING
    return None if found == digest else FaultKind.ORIGINAL_CHANGED


def _whole_file(path: Path, watch: Watch) -> Iterator[Fault]:
    """Yield what SQLite finds in a file that nobody else uses: in its pages, in the search."""
    with closing(schema.connect(path)) as connection:
        _let_stop(connection, watch)
        yield from _findings(connection, f"PRAGMA integrity_check({_MOST})")
        yield from _misnamed(connection)
        if connection.execute(_MISPLACED).fetchone():
            yield Fault(FaultKind.TITLE_ORDER)
        if left_to_search(connection):
            return  # the search is being built
        for index in INDEXES:
            statement = f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
            try:
                connection.execute(statement)
            except sqlite3.DatabaseError as error:
                _raise_if_stopped(watch)
                yield Fault(FaultKind.SEARCH, words=str(error))
                return  # both are built anew together


def _misnamed(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield what is not defined as in a new library: a table, an index, a view, a trigger."""
    for name in sorted(dict(_defined(connection) ^ _usual())):
        yield Fault(FaultKind.FILE, words=name)


def _usual() -> set[tuple[str, str]]:
    """Return what is defined in a new library."""
    with closing(schema.connect(Path(":memory:"))) as new:
        for _ in MIGRATIONS:
            schema.migrate(new)
        return _defined(new)


def _defined(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Return names and definitions but for those that SQLite gives to the indexes' own tables."""
    own = tuple(f"{index}_" for index in INDEXES)
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {(name, sql) for name, sql in found if not name.startswith(own)}


def _findings(connection: sqlite3.Connection, question: str) -> Iterator[Fault]:
    for (words,) in connection.execute(question):
        if words != "ok":
            yield Fault(FaultKind.FILE, words=words)


def _tables(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    return [row["name"] for row in connection.execute(query)]


def _let_stop(connection: sqlite3.Connection, watch: Watch) -> None:
    connection.set_progress_handler(watch.stopped, _GLANCE)


def _raise_if_stopped(watch: Watch) -> None:
    if watch.stopped():
        raise StoppedError
