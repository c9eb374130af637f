"""Keeping a library whole: checks, backups, repair; also where no library opens any more."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING
from zlib import crc32

from reader.errors import (
    LibraryError,
    LibraryGoneError,
    LibraryNewerError,
    LibraryUnwritableError,
    SourceError,
)
from reader.importers.apart import Apart
from reader.importers.incoming import from_file
from reader.library.place import FILE, WORK
from reader.library.store import Library
from reader.library.use import Use, alone
from reader.model.article import Article
from reader.model.watch import UNWATCHED, Watch

if TYPE_CHECKING:
    from reader.library.backups import Backups
    from reader.library.lost_articles import Forgotten
    from reader.model.care import Backup, Fault, Hazard, Salvaged
    from reader.model.raw import Repair


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that took the library's place, and the titles that are not in it.

    Articles that came later were repaired anew from their files: `anew`; `lost` counts the files
    that this did not work with. The library's file as it was lies in `aside`.
    """

    backup: "Backup"
    anew: tuple[str, ...]
    lost: int
    aside: Path


class Care:
    """The care for the library in a folder."""

    def __init__(self, folder: Path, apart: Apart, today: Callable[[], date] = date.today) -> None:
        self.folder = folder
        self._apart = apart
        self._today = today

    @cached_property
    def _backups(self) -> "Backups":
        from reader.library.backups import Backups

        return Backups(self.folder, self._today)

    def check(self, watch: Watch = UNWATCHED) -> "list[Fault]":
        """Return what a quick look finds wrong; raises `LibraryError`, `StoppedError`."""
        from reader.library import health

        try:
            return health.quick(self.folder, watch)
        except LibraryUnwritableError:  # on a medium for reading, say
            return health.quick(self.folder, watch, read_only=True)

    def check_all(self, library: Library, watch: Watch = UNWATCHED) -> "list[Fault]":
        """Return all that is not as it was written; raises as `check` does."""
        from reader.library import health
        from reader.model.care import BEYOND_REPAIR

        faults = health.quick(self.folder, watch) or health.deep(self.folder, watch)
        mendable = [fault for fault in faults if fault.kind not in BEYOND_REPAIR]
        if not mendable and not library.read_only:
            library.diary.note_checked(self._today())
        return faults

    def is_check_due(self, library: Library) -> bool:
        """Tell whether it is time for the thorough check, once a week."""
        return library.diary.is_check_due(self._today())

    def backups(self) -> "list[Backup]":
        """Return the backups, the newest first."""
        return self._backups.all()

    def back_up(self, watch: Watch = UNWATCHED) -> "Backup":
        """Make a backup now; raises `LibraryError`, `StoppedError`."""
        from reader.model.care import BackupKind

        return self._backups.make(BackupKind.ASKED, watch)

    def back_up_if_due(self, watch: Watch = UNWATCHED) -> "Backup | None":
        """Make the backup of the day where the library has changed; raises as `back_up` does."""
        from reader.model.care import BackupKind

        return self._backups.make(BackupKind.DAILY, watch) if self._backups.is_due() else None

    def restore(self, name: str, watch: Watch = UNWATCHED) -> Restored:
        """Put a backup in the library's place, and what came later beside it.

        Raises `BackupError`, `LibraryError`, `StoppedError`; then all is as it was.
        """
        backup = self._backups.find(name)
        with alone(self.folder):
            aside = self._backups.restore(backup, watch)
        with Library(self.folder) as library:
            anew, lost = self.recover(library, watch)
        return Restored(backup, anew, lost, aside)

    def recover(self, library: Library, watch: Watch = UNWATCHED) -> tuple[tuple[str, ...], int]:
        """Take in the files that no article has, as after restoring an older library.

        Returns the titles of the new articles, and how many files could not be read again.
        """
        from reader.library.lost_articles import Forgotten

        anew, lost = [], 0
        for path in library.unknown_originals():
            made = None if watch.stopped() else self._again(Forgotten(path))
            if made is None:
                lost += 1
            else:
                library.add(*made, path.read_bytes())
                anew.append(made[0].title)
        return tuple(anew), lost

    def repair(self, watch: Watch = UNWATCHED) -> "Salvaged":
        """Put together a whole library from all that can be read of a broken one.

        Raises `LibraryError`, `StoppedError`; then all is as it was.
        """
        from reader.library import health, salvage

        with alone(self.folder):
            health.refuse_newer(self.folder)
            return salvage.salvage(self.folder, self._again, watch)

    @contextmanager
    def reading_only(self, watch: Watch = UNWATCHED) -> Iterator[Library]:
        """Open for reading what can be read of a library, and leave its folder as it is.

        What is saved of a broken one lies elsewhere meanwhile; only where there is too little room
        for it, in a folder within the library's, which goes again.

        Raises `LibraryError`, `StoppedError`.
        """
        from reader.library import health, salvage
        from reader.library.opening import is_lost

        if not (self.folder / FILE).is_file() and not is_lost(self.folder):
            raise LibraryGoneError(self.folder)
        try:
            whole = not health.quick(self.folder, watch, read_only=True)
            library = Library(self.folder, read_only=True) if whole else None
        except LibraryNewerError:
            raise
        except LibraryError:
            library = None
        if library is not None:
            with library:
                yield library
            return
        with self._workshop() as work:
            file = work / FILE
            salvage.write_salvaged(self.folder, file, lambda _forgotten: None, watch)
            with Library(self.folder, read_only=True, file=file) as readable:
                yield readable

    @contextmanager
    def _workshop(self) -> Iterator[Path]:
        """Lend a folder with room for a salvaged library; raises `LibraryFullError`."""
        from reader.library import room, salvage

        usual, needed = Path(gettempdir()), salvage.needed(self.folder)
        if room.is_enough(usual, needed) or not os.access(self.folder, os.W_OK):
            room.check(usual, needed)
            with TemporaryDirectory(prefix="chetivo-", dir=usual) as work:
                yield Path(work)
            return
        room.check(self.folder, needed)
        with closing(Use(self.folder)) as use:
            use.let_in()  # or another program would take it for what a crash has left
            with TemporaryDirectory(prefix=WORK, dir=self.folder) as work:
                yield Path(work)

    def hazard(self) -> "Hazard | None":
        """Return what endangers the library where it lies."""
        from reader.library import surroundings

        return surroundings.hazard(self.folder)

    def hazard_to_tell(self, library: Library) -> "Hazard | None":
        """Return what endangers the library where it lies; each place is told of once."""
        found = self.hazard()
        if found is None or library.read_only:
            return None
        place = crc32(f"{found.kind} {self.folder.absolute()}".encode())
        if library.diary.warned_of() == place:
            return None
        library.diary.note_warned(place)
        return found

    def _again(self, forgotten: "Forgotten") -> "tuple[Article, tuple[Repair, ...]] | None":
        """Clean a document whose article is lost; None where it opens no more."""
        from reader.app.documents import clean
        from reader.importers.plain import FORMAT as TEXT

        try:
            incoming = from_file(forgotten.path, forgotten.address)
            named = replace(
                incoming, name=forgotten.name, path=None, pasted=forgotten.format == TEXT
            )
            cleaned = clean(named, self._apart, corrections=forgotten.corrections)
        except SourceError:
            return None
        return cleaned.article, cleaned.repairs
