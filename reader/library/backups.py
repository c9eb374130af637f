"""Copies of the library's file, each a whole library by itself, made while it is in use.

The copy is of one moment: a transaction holds it fast, and writers go on meanwhile. The originals
need no copies: they never change, and restoring leaves them where they are.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import date, datetime, time
from pathlib import Path

from reader.errors import (
    BackupDamagedError,
    BackupNewerError,
    LibraryDamagedError,
    LibraryGoneError,
    LibraryNewerError,
    StoppedError,
    UnknownBackupError,
)
from reader.library import aside, chain, room, schema
from reader.library.place import BACKUPS, FILE, companion, ready
from reader.model.care import Backup, BackupKind
from reader.model.watch import UNWATCHED, Watch
from reader.paths import sync_folder

DAILY, WEEKLY, OTHERS = 7, 4, 3  # how many are kept; of those before migrations, and asked for
_NAME = re.compile(r"(\d{6})-(\d{4}-\d\d-\d\d)-(daily|asked|migration)\.sqlite")
_STEP = 512  # pages copied before somebody may stop it

Connect = Callable[[Path], sqlite3.Connection]


class Backups:
    """The backups of the library in a folder; raises `LibraryError` as the library does."""

    def __init__(self, folder: Path, today: Callable[[], date] = date.today) -> None:
        self.folder = folder / BACKUPS
        self._library = folder
        self._today = today

    def all(self) -> list[Backup]:
        """Return the backups, the newest first."""
        if not self.folder.is_dir():
            return []
        found = (_backup(path) for path in self.folder.iterdir())
        return sorted(filter(None, found), key=lambda each: -each.number)

    def find(self, name: str) -> Backup:
        """Return the backup with this name; raises `UnknownBackupError`."""
        for each in self.all():
            if each.name == name:
                return each
        raise UnknownBackupError(name)

    def make(self, kind: BackupKind, watch: Watch = UNWATCHED) -> Backup:
        """Make a backup, and only when it is proved let older ones go.

        Raises `LibraryFullError` before anything is written, `LibraryDamagedError` where the
        library is, `StoppedError`; then there is no new backup.
        """
        source = self._library / FILE
        if not source.is_file():
            raise LibraryGoneError(self._library)
        with schema.explained(source):
            room.check(self._library, size_of(source))
            self.folder.mkdir(exist_ok=True)
            number = max((each.number for each in self.all()), default=0) + 1
            path = self.folder / f"{number:06}-{self._today().isoformat()}-{kind}.sqlite"
            copy(source, path, watch)
            self._let_go(self.all())
        return self.find(path.name)

    def is_due(self) -> bool:
        """Tell whether the library has changed since the last backup, which is not of today.

        The first one waits for the first article. A clock that was set back only makes for one
        more.
        """
        newest = next(iter(self.all()), None)
        if newest is None:
            return _holds_articles(self._library / FILE)
        return newest.day != self._today() and _state(self._library / FILE) != _origin(newest.path)

    def restore(self, backup: Backup, watch: Watch = UNWATCHED) -> Path:
        """Put a backup in the library's place; return where the library's file lies now.

        Nobody may be using the library. Raises `BackupDamagedError`, `BackupNewerError`,
        `LibraryFullError`; then all is as it was.
        """
        verify(backup)
        with schema.explained(self._library / FILE):
            room.check(self._library, backup.size)
            copy(backup.path, ready(self._library), watch, connect=schema.connect_read_only)
            return aside.put_ready_in_place(self._library)

    def _let_go(self, backups: list[Backup]) -> None:
        for each in to_let_go(backups):
            each.path.unlink(missing_ok=True)


def to_let_go(backups: Iterable[Backup]) -> list[Backup]:
    """Return the backups that are no longer needed; the newest come first."""
    kept: set[int] = set()
    days: list[date] = []
    weeks: list[tuple[int, int]] = []
    others: dict[BackupKind, int] = {}
    known = list(backups)
    for each in known:
        week = each.day.isocalendar()[:2]
        if each.kind is not BackupKind.DAILY:
            others[each.kind] = others.get(each.kind, 0) + 1
            if others[each.kind] <= OTHERS:
                kept.add(each.number)
        elif each.day not in days and len(days) < DAILY:
            days.append(each.day)
            kept.add(each.number)
        elif each.day not in days and week not in weeks and len(weeks) < WEEKLY:
            weeks.append(week)
            kept.add(each.number)
    return [each for each in known if each.number not in kept]


def verify(backup: Backup) -> None:
    """Raise `BackupDamagedError` or `BackupNewerError` where a backup cannot be restored."""
    try:
        with closing(schema.connect_read_only(backup.path)) as connection:
            schema.version_of(connection, backup.path)
            _prove(connection, backup.path)
    except LibraryNewerError as error:
        raise BackupNewerError(backup.name) from error
    except (LibraryDamagedError, sqlite3.Error) as error:
        raise BackupDamagedError(backup.name) from error


def copy(
    source: Path,
    target: Path,
    watch: Watch = UNWATCHED,
    *,
    connect: Connect = schema.connect,
    proving: bool = True,
) -> None:
    """Copy a library's file at one moment, prove the copy, and only then give it its name."""
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        with closing(connect(source)) as connection, closing(sqlite3.connect(part)) as made:
            _copy(connection, made, watch)
            if proving:
                _prove(made, source)
            _make_it_differ(made)
        with part.open("rb+") as file:
            aside.sync_file(file)
        part.replace(target)
        sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)
        companion(part, "-journal").unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, made: sqlite3.Connection, watch: Watch) -> None:
    def progress(_status: int, left: int, total: int) -> None:
        if watch.stopped():
            raise StoppedError
        watch.progress(total - left, total)

    made.execute("PRAGMA synchronous = OFF")  # it is synced whole, once
    source.execute("BEGIN")
    try:
        counted = _count(source)
        source.backup(made, pages=_STEP, progress=progress)
    finally:
        source.rollback()
    made.execute("PRAGMA journal_mode = DELETE")  # a single file, that opens anywhere
    if _count(made) != counted:
        raise sqlite3.DatabaseError("the copy is not whole")


def _make_it_differ(made: sqlite3.Connection) -> None:
    """Give the copy a place in the chain that no log can have, and note what it is a copy of."""
    if chain.place_in_chain(made) != chain.NONE:
        with made:
            chain.add_link(made)


def _prove(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise LibraryDamagedError(path)


def _count(connection: sqlite3.Connection) -> int:
    tables = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'article'")
    if not tables.fetchone()[0]:
        return 0
    count: int = connection.execute("SELECT count(*) FROM article").fetchone()[0]
    return count


def _state(path: Path) -> str:
    with schema.explained(path), closing(schema.connect(path)) as connection:
        return chain.place_in_chain(connection)


def _origin(backup: Path) -> str:
    """Return which state of the library a backup is a copy of."""
    try:
        with closing(schema.connect_read_only(backup)) as connection:
            return chain.place_before(connection)
    except sqlite3.Error:
        return ""


def _backup(path: Path) -> Backup | None:
    """Return a file of the folder as a backup; None where it is none of ours."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    number, day, kind = match.groups()
    with suppress(ValueError, FileNotFoundError):  # no day of any calendar; let go meanwhile
        told, known = path.stat(), date.fromisoformat(day)
        hour = _hour(told.st_mtime, known)
        return Backup(
            path, int(number), known, BackupKind(kind), _articles(path), told.st_size, hour
        )
    return None


def _hour(modified: float, day: date) -> time | None:
    """Return when a file was made on its day; a copy of the file may be of another."""
    made = datetime.fromtimestamp(modified).astimezone()
    return made.time() if made.date() == day else None


def _holds_articles(path: Path) -> bool:
    if not path.is_file():
        return False
    with schema.explained(path), closing(schema.connect(path)) as connection:
        return _count(connection) > 0


def _articles(path: Path) -> int | None:
    try:
        with closing(schema.connect_read_only(path)) as connection:
            return _count(connection)
    except sqlite3.Error:
        return None


def size_of(path: Path) -> int:
    """Return the bytes of a library's file and of what its log holds; none where they are gone."""
    parts = (path, companion(path, "-wal"))
    return sum(part.stat().st_size for part in parts if part.is_file())
