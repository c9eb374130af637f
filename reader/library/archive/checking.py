"""Verifies every hash of an archive: of each row, of each file, and of the whole."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from reader.errors import ReaderError, StoppedError
from reader.library import history
from reader.library.archive import archive, seal, session
from reader.library.archive.harmless import line
from reader.library.archive.opening import connect, explained
from reader.library.statements import WHOLE
from reader.model.archive import About, Checked
from reader.model.watch import Watch

_TITLES = "SELECT id, title, bytes_sha256 FROM article ORDER BY id"


def check(path: Path, watch: Watch) -> tuple[About, Checked]:
    """Read all of an archive and tell what is not as it was written.

    Raises `SourceError`, `ArchiveError` where it cannot even be opened, `StoppedError`.
    """
    with explained(path), closing(connect(path)) as connection:
        session.prepare(connection)
        about = archive.read_about(connection)
        archive.allow_files(connection)
        damaged, count = _damaged(connection, path, about, watch)
        contents, search = archive.seals(connection)
        rows = (
            count == about.articles
            and _agrees(path, lambda: seal.contents(connection) == contents)
            and _agrees(path, lambda: _is_sound(connection))
        )
        index = _agrees(path, lambda: seal.search(connection) == search)
        return about, Checked(count, damaged, not rows, not index)


def _damaged(
    connection: sqlite3.Connection, path: Path, about: About, watch: Watch
) -> tuple[tuple[str, ...], int]:
    """Return the titles of articles that are damaged, themselves or their files, and the count."""
    damaged: list[str] = []
    count = 0
    for identifier, title, digest in connection.execute(_TITLES):
        if watch.stopped():
            raise StoppedError
        count += 1
        if not _is_whole(connection, path, identifier, digest):
            damaged.append(line(title))
        watch.progress(count, max(count, about.articles))
    return tuple(damaged), count


def _is_whole(connection: sqlite3.Connection, path: Path, identifier: int, digest: str) -> bool:
    try:
        with explained(path):
            row = connection.execute(WHOLE, (identifier,)).fetchone()
            if row is None:
                return False
            archive.read_article(row, path)
            history.read_repairs(row["repairs"])
            archive.read_file(connection, digest)
    except ReaderError:
        return False
    return True


def _is_sound(connection: sqlite3.Connection) -> bool:
    found: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    return found == "ok"


def _agrees(path: Path, agree: Callable[[], bool]) -> bool:
    """Tell whether something agrees; False also where it cannot be read."""
    try:
        with explained(path):
            return agree()
    except ReaderError:
        return False
