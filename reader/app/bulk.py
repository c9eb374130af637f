"""Taking whole folders in: with a pause, going on after a crash, and a report at the end."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from reader.app.archives import is_archive
from reader.app.documents import clean
from reader.app.journal import Journal, Line
from reader.app.reader import Reader
from reader.errors import ArchiveAmongFilesError, NoPermissionError, SourceError, StoppedError
from reader.importers.apart import Apart
from reader.importers.incoming import from_file, is_folder
from reader.library.adding import Added, Arrival
from reader.model.intake import Failed, Report, Taken, Unfinished
from reader.model.watch import UNWATCHED, Watch

_FILE = "import.jsonl"
_MOST_WAITING = 200  # articles that are not kept for good yet
_LONGEST_WAIT = 2.0  # seconds, for the same
_FEW = 20  # files that a person may want to hear of one by one


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
    ) -> None:
        """Keep the journal of an import in a folder; the password is tried on locked files."""
        self._reader = reader
        self._apart = apart
        self._password = password
        self._journal = Journal(folder / _FILE)
        self._clock = clock

    def unfinished(self) -> Unfinished | None:
        """Return the import that was interrupted, if there is such a one."""
        roots, lines = self._journal.read()
        return Unfinished(roots, len(lines)) if roots else None

    def forget(self) -> None:
        """Give up the import that was interrupted; what is kept stays."""
        self._journal.end()

    def start(
        self,
        roots: Sequence[Path],
        watch: Watch = UNWATCHED,
        tell: Callable[[Taken | Failed], None] = lambda _: None,
    ) -> Report:
        """Take in files and all files in folders; an import that was interrupted is given up."""
        whole = [root.absolute() for root in roots]  # it may go on in another folder
        self._journal.begin(whole)
        return self._run(whole, (), watch, tell)

    def resume(
        self,
        watch: Watch = UNWATCHED,
        tell: Callable[[Taken | Failed], None] = lambda _: None,
    ) -> Report:
        """Go on with the import that was interrupted; what failed in it is tried again."""
        roots, lines = self._journal.read()
        return self._run(roots, lines, watch, tell)

    def _run(
        self,
        roots: Sequence[Path],
        before: Sequence[Line],
        watch: Watch,
        tell: Callable[[Taken | Failed], None],
    ) -> Report:
        taken: list[Taken] = []
        failed: list[Failed] = []

        def note(each: Taken | Failed) -> None:
            if isinstance(each, Failed):
                failed.append(each)
            else:
                taken.append(each)
            tell(each)

        closed: list[Path] = []
        done = {line.path for line in before}
        files = list(files_in(roots, closed))
        for folder in closed:
            note(Failed(folder, NoPermissionError(folder)))
        finished = self._take_all(files, done, watch, note)
        if finished:
            self._journal.end()
        earlier = self._earlier(before)
        return Report(tuple(roots), tuple(taken), tuple(failed), earlier, finished)

    def _earlier(self, before: Sequence[Line]) -> tuple[Taken, ...]:
        """Return what the journal tells, with the titles that the articles have now."""
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
        note: Callable[[Taken | Failed], None],
    ) -> bool:
        """Take the files in that are not done; tell whether all have been."""
        waiting: list[tuple[Path, Arrival]] = []
        since = self._clock()
        for number, path in enumerate(files):
            watch.progress(number, len(files))
            if watch.stopped():
                break
            if path in done:
                continue
            try:
                arrival = self._arrival(path, watch, note)
            except StoppedError:
                break
            except SourceError as error:
                note(Failed(path, error))
                continue
            if arrival is not None:
                waiting.append((path, arrival))
            if len(waiting) >= _MOST_WAITING or self._clock() - since > _LONGEST_WAIT:
                self._keep(waiting, note)
                waiting, since = [], self._clock()
        else:
            self._keep(waiting, note)
            watch.progress(len(files), len(files))
            return True
        self._keep(waiting, note)
        return False

    def _arrival(
        self, path: Path, watch: Watch, note: Callable[[Taken | Failed], None]
    ) -> Arrival | None:
        """Return the clean article of a file; None where the library has the file already."""
        if is_archive(path):
            raise ArchiveAmongFilesError(path)
        incoming = from_file(path, password=self._password)
        known = self._reader.library.known(incoming.data)
        if known is not None:
            self._note((path,), (known,), note)
            return None
        cleaned = clean(incoming, self._apart, watch=_OnlyStops(watch))
        return Arrival(cleaned.article, cleaned.repairs, incoming.data)

    def _keep(
        self, waiting: Sequence[tuple[Path, Arrival]], note: Callable[[Taken | Failed], None]
    ) -> None:
        added = self._reader.keep_all([arrival for _, arrival in waiting], self._password)
        self._note([path for path, _ in waiting], added, note)

    def _note(
        self,
        paths: Sequence[Path],
        added: Sequence[Added],
        note: Callable[[Taken | Failed], None],
    ) -> None:
        """Remember and tell what was kept for good."""
        taken = [
            Taken(path, each.outcome, each.entry.identifier, each.entry.title)
            for path, each in zip(paths, added, strict=True)
        ]
        self._journal.note(Line(each.path, each.outcome, each.article) for each in taken)
        for each in taken:
            note(each)


class _OnlyStops:
    """Passes on the wish to stop, but not the pages of each file."""

    def __init__(self, watch: Watch) -> None:
        self.stopped = watch.stopped

    def progress(self, done: int, total: int) -> None:
        """Take no note: the person is told of files."""


def is_bulk(paths: Sequence[Path]) -> bool:
    """Tell whether files are better taken in all together than one by one."""
    return len(paths) > _FEW or any(map(is_folder, paths))


def files_in(roots: Iterable[Path], closed: list[Path]) -> Iterator[Path]:
    """Yield files, and the files in and below folders, by name; hidden ones are left out.

    Folders that cannot be entered are put into `closed`.
    """

    def remember(error: OSError) -> None:
        closed.append(Path(error.filename))

    for root in roots:
        if not is_folder(root):
            yield root
            continue
        for place, folders, names in os.walk(root, onerror=remember):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))
