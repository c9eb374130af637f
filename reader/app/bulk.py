"""Taking whole folders in: with a pause, going on after a crash, and a report at the end."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from reader.app.archives import is_archive
from reader.app.folders import files_in
from reader.app.journal import Journal, Line, journals, new_journal
from reader.app.pool import Make, Pool
from reader.app.reader import Reader
from reader.errors import ArchiveAmongFilesError, NoPermissionError, SourceError, StoppedError
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming, from_file
from reader.library.adding import Added
from reader.library.preparing import Arrival, Prepared
from reader.model.watch import UNWATCHED, OnlyStops, Watch

if TYPE_CHECKING:
    from reader.model.intake import Failed, Report, Taken, Unfinished


_MOST_WAITING = 200  # articles that are not kept for good yet
_MOST_BYTES_WAITING = 2**26  # of their files
_LONGEST_WAIT = 2.0  # seconds, for the same

_Coming: TypeAlias = Arrival | Prepared | Added  # an article, or that the library has it
_Found: TypeAlias = tuple[Incoming, ...] | Arrival | Prepared
_Outcome: TypeAlias = Callable[[], _Found]


class Bulk:
    """Takes files in by the thousand, some hundred articles at a time.

    Raises `LibraryError` where the library cannot be written; what was kept stays kept, and the
    import can go on later. Tell of each file, taken or failed, by `tell`.
    """

    def __init__(
        self,
        reader: Reader,
        apart: Apart,
        folder: Path,
        clock: Callable[[], float] = time.monotonic,
        password: str | None = None,
        pool: Pool | None = None,
    ) -> None:
        """Keep journals of imports in a folder; the password is tried on locked files."""
        self._pool = Pool() if pool is None else pool
        self._reader = reader
        self._apart = apart
        self._password = password
        self._folder = folder
        self._journal: Journal | None = None  # of the import that goes on, or would
        self._clock = clock

    def unfinished(self, roots: Sequence[Path] = ()) -> "Unfinished | None":
        """Return an import that was interrupted, and is gone on with by no other program.

        Where `roots` are given, it is one of exactly these.
        """
        from reader.model.intake import Unfinished

        wanted = tuple(root.absolute() for root in roots)
        for journal in journals(self._folder):
            found, lines = journal.read()
            if found and wanted in ((), found) and journal.is_free():
                self._journal = journal
                return Unfinished(found, len(lines))
        return None

    def forget(self) -> None:
        """Give up the import that was interrupted; what is kept stays.

        Raises `LibraryBusyError` where another program goes on with it.
        """
        if self._journal is not None:
            with self._journal.held():
                self._journal.end()
            self._journal = None

    def start(
        self,
        roots: Sequence[Path],
        watch: Watch = UNWATCHED,
        tell: "Callable[[Taken | Failed], None]" = lambda _: None,
    ) -> "Report":
        """Take in files and all files in folders.

        The import that `unfinished` told of last is given up; raises `LibraryBusyError` where
        another program goes on with that.
        """
        self.forget()
        whole = [root.absolute() for root in roots]  # it may go on in another folder
        self._journal = journal = new_journal(self._folder)
        with journal.held():
            journal.begin(whole)
            return self._run(journal, watch, tell)

    def resume(
        self,
        watch: Watch = UNWATCHED,
        tell: "Callable[[Taken | Failed], None]" = lambda _: None,
    ) -> "Report":
        """Go on with the import that was interrupted; what failed in it is tried again.

        Raises `LibraryBusyError` where another program goes on with it.
        """
        from reader.model.intake import Report

        if self._journal is None:
            self.unfinished()
        if self._journal is None:  # another program has brought it to its end
            return Report((), (), (), (), finished=True)
        with self._journal.held():
            return self._run(self._journal, watch, tell)

    def _run(
        self,
        journal: Journal,
        watch: Watch,
        tell: "Callable[[Taken | Failed], None]",
    ) -> "Report":
        from reader.model.intake import Report

        notes = _Notes(journal, tell)
        roots, before = journal.read()
        closed: list[Path] = []
        done = {line.path for line in before}
        files = list(files_in(roots, closed))
        for folder in closed:
            notes.fail(folder, NoPermissionError(folder))
        finished = self._take_all(files, done, watch, notes)
        if finished:
            journal.end()
            self._journal = None
        earlier = self._earlier(before)
        return Report(roots, tuple(notes.taken), tuple(notes.failed), earlier, finished)

    def _earlier(self, before: Sequence[Line]) -> "tuple[Taken, ...]":
        """Return what the journal tells, with the titles that the articles have now."""
        from reader.model.intake import Taken

        entries = self._reader.library.lists.entries([line.article for line in before])
        titles = {entry.identifier: entry.title for entry in entries}
        return tuple(
            Taken(line.path, line.outcome, line.article, titles.get(line.article, ""))
            for line in before
        )

    def _take_all(
        self,
        files: Sequence[Path],
        done: set[Path],
        watch: Watch,
        notes: "_Notes",
    ) -> bool:
        """Take the files in that are not done; tell whether all have been."""
        waiting: list[tuple[Path, _Coming]] = []
        since = self._clock()
        left = [path for path in files if path not in done]
        with closing(self._outcomes(left, watch)) as outcomes:
            for number, path in enumerate(files):
                watch.progress(number, len(files))
                if watch.stopped():
                    break
                if path in done:
                    continue
                try:
                    coming = list(self._coming(path, next(outcomes), watch, notes))
                except StoppedError:
                    break
                except SourceError as error:
                    notes.fail(path, error)
                    continue
                waiting += ((path, each) for each in coming)
                if _are_many(waiting) or self._clock() - since > _LONGEST_WAIT:
                    self._keep(waiting, notes)
                    waiting, since = [], self._clock()
            else:
                self._keep(waiting, notes)
                watch.progress(len(files), len(files))
                return True
            self._keep(waiting, notes)
            return False

    def _outcomes(self, paths: Sequence[Path], watch: Watch) -> "Generator[_Outcome]":
        """Yield what tells, for each file in order, what has come of looking at it."""
        if self._pool.is_worth_it(len(paths)):
            yield from self._pool.run(paths, self._look, self._make, watch)
        else:
            alone = OnlyStops(watch)
            yield from (partial(self._look, path, self._make, alone) for path in paths)

    def _look(self, path: Path, make: Make, watch: Watch) -> _Found:
        """Return the article of a file, or documents that are looked at again.

        These are the bytes that the library has already, or the articles of a collection.
        """
        if is_archive(path):
            raise ArchiveAmongFilesError(path)
        incoming = from_file(path, password=self._password)
        if self._reader.library.has(incoming.data):
            return (incoming,)
        return self._apart.members(incoming, watch) or make(incoming, watch)

    def _make(self, incoming: Incoming, watch: Watch) -> Arrival:
        from reader.app.documents import clean

        cleaned = clean(incoming, self._apart, watch=watch)
        return Arrival(cleaned.article, cleaned.repairs, incoming.data)

    def _coming(
        self, path: Path, outcome: _Outcome, watch: Watch, notes: "_Notes"
    ) -> Iterator[_Coming]:
        """Yield what a file brings; it is noted together, so that a pause leaves none of it out."""
        found = outcome()
        if not isinstance(found, tuple):
            yield found
            return
        for incoming in found:
            try:
                known = self._reader.library.known(incoming.data)
                yield known or self._make(incoming, OnlyStops(watch))
            except SourceError as error:
                if len(found) == 1:
                    raise
                notes.fail(path, error)  # one article of a collection

    def _keep(self, waiting: Sequence[tuple[Path, _Coming]], notes: "_Notes") -> None:
        new = [each for _, each in waiting if not isinstance(each, Added)]
        kept = iter(self._reader.keep_all(new, self._password))
        added = [each if isinstance(each, Added) else next(kept) for _, each in waiting]
        notes.keep([path for path, _ in waiting], added)


def _are_many(waiting: Sequence[tuple[Path, _Coming]]) -> bool:
    """Tell whether articles that are not kept for good yet should be."""
    size = sum(len(each.original) for _, each in waiting if not isinstance(each, Added))
    return len(waiting) >= _MOST_WAITING or size >= _MOST_BYTES_WAITING


class _Notes:
    """What came of the files; each is told of, and what is kept for good noted before."""

    def __init__(self, journal: Journal, tell: "Callable[[Taken | Failed], None]") -> None:
        self._journal = journal
        self._tell = tell
        self.taken: list[Taken] = []
        self.failed: list[Failed] = []

    def fail(self, path: Path, error: SourceError) -> None:
        from reader.model.intake import Failed

        failed = Failed(path, error)
        self.failed.append(failed)
        self._tell(failed)

    def keep(self, paths: Sequence[Path], added: Sequence[Added]) -> None:
        from reader.model.intake import Taken

        taken = [
            Taken(path, each.outcome, each.entry.identifier, each.entry.title)
            for path, each in zip(paths, added, strict=True)
        ]
        self._journal.note(Line(each.path, each.outcome, each.article) for each in taken)
        for each in taken:
            self.taken.append(each)
            self._tell(each)
