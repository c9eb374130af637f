"""The documents as they came, each in a file that is named by the SHA-256 of its bytes.

A mark in `unfinished/` stands for as long as files and the library's transaction may disagree,
so that a crash leaves something to settle, and no file has to be guessed to be rubbish: one that
a restored, older library does not know is kept.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.paths import sync_folder, sync_volume, syncs_volumes

_WRITERS = 16  # a disk makes what it is asked for at the same time durable in one go
_FILES_A_JOB = 10
_MANY = 50  # files


class Originals:
    """A folder of originals; its writers take turns (the library's write lock sees to that)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unfinished = folder / "unfinished"

    def prepare(self) -> None:
        """Make the folders that are missing."""
        self._unfinished.mkdir(parents=True, exist_ok=True)

    def path(self, digest: str) -> Path:
        """Return where the bytes with this SHA-256 lie, or would lie."""
        return self._folder / digest[:2] / digest

    def all(self) -> Iterator[str]:
        """Yield the SHA-256 of each file that there is, as its name says."""
        for folder in sorted(self._folder.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(file.name for file in folder.iterdir() if not file.suffix)

    def unsettled(self) -> frozenset[str]:
        """Return the files that may be there without an article, or be missing."""
        return frozenset(digest for digests in self.marked(0) for digest in digests)

    def absent(self, digests: Iterable[str]) -> tuple[str, ...]:
        """Return those of which there is no file, each once."""
        return tuple(each for each in dict.fromkeys(digests) if not self.path(each).exists())

    def mark(self, *digests: str) -> None:
        """Note, by the name of the first, that these files are about to come or go."""
        if digests:
            (self._unfinished / digests[0]).write_text("\n".join(digests), "ascii")

    def unmark(self, *digests: str) -> None:
        """Note that the files of one mark and the library agree."""
        if digests:
            (self._unfinished / digests[0]).unlink(missing_ok=True)

    def marked(self, older_than: float) -> tuple[tuple[str, ...], ...]:
        """Return the files of each mark that was made more than so many seconds ago, and left."""
        latest = time.time() - older_than
        found = []
        for mark in self._unfinished.iterdir():
            with suppress(FileNotFoundError):  # another program has just settled it
                if mark.stat().st_mtime < latest:
                    found.append(_digests(mark))
        return tuple(found)

    @contextmanager
    def putting(self, count: int) -> Iterator[Callable[[str, bytes], None]]:
        """Lend what writes bytes under their digest; at the end all outlast a power cut.

        Many are written first and made durable together, where the system can do that; few would
        have to wait for whatever else is being written on the volume. Where as many have been put
        as were to come, that is done while the caller goes on. What goes wrong is raised at the
        end, an `OSError`.
        """
        together = count >= _MANY and syncs_volumes()
        write = self._put_some if together else self._put_some_durably
        with ThreadPoolExecutor(1 if together else _WRITERS) as writers:

            def settle(written: Sequence[Path]) -> None:
                if together:
                    self._name_together(written)
                else:
                    folders = {self._folder, *(each.parent for each in written)}
                    for _ in writers.map(sync_folder, folders):
                        pass

            putting = _Putting(writers, write, settle, count)
            yield putting.put
            putting.wait()

    def drop(self, digest: str) -> None:
        """Take the file away, whole or in part."""
        self._part(digest).unlink(missing_ok=True)
        self.path(digest).unlink(missing_ok=True)

    def _put_some_durably(self, files: Iterable[tuple[str, bytes]]) -> list[Path]:
        """Write files, each for good; return those in whose folders the names must last besides."""
        written = self._put_some(files)
        for part in written:
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(part.with_suffix(""))
        return written

    def _name_together(self, written: Sequence[Path]) -> None:
        """Give files their names as soon as their bytes are on the disk."""
        sync_volume(self._folder)
        for part in written:
            part.replace(part.with_suffix(""))
        sync_volume(self._folder)

    def _put_some(self, files: Iterable[tuple[str, bytes]]) -> list[Path]:
        """Write files that are not there yet, in part names; return these."""
        return [part for digest, data in files if (part := self._put(digest, data)) is not None]

    def _put(self, digest: str, data: bytes) -> Path | None:
        target = self.path(digest)
        with suppress(FileNotFoundError):
            if target.stat().st_size == len(data):
                return None
        part = self._part(digest)
        try:
            part.write_bytes(data)
        except FileNotFoundError:
            target.parent.mkdir(exist_ok=True)  # another thread may be quicker
            part.write_bytes(data)
        return part

    def _part(self, digest: str) -> Path:
        return self.path(digest).with_suffix(".part")


class _Putting:
    """Files on their way to the disk, written in threads beside the caller's."""

    def __init__(
        self,
        writers: ThreadPoolExecutor,
        write: Callable[[Iterable[tuple[str, bytes]]], list[Path]],
        settle: Callable[[Sequence[Path]], None],
        count: int,
    ) -> None:
        self._writers = writers
        self._write = write
        self._settle = settle
        self._left = count
        self._seen: set[str] = set()  # the same file may come twice
        self._waiting: list[tuple[str, bytes]] = []
        self._written: list[Future[list[Path]]] = []
        self._settled: list[Future[None]] = []

    def put(self, digest: str, data: bytes) -> None:
        """Have bytes written under their digest."""
        self._left -= 1
        if digest not in self._seen:
            self._seen.add(digest)
            self._waiting.append((digest, data))
        if len(self._waiting) == _FILES_A_JOB:
            self._hand_over()
        if self._left == 0:
            self._begin_to_settle()

    def wait(self) -> None:
        """Wait until all is done; raises what went wrong, an `OSError`."""
        self._begin_to_settle()
        for job in self._settled:
            job.result()

    def _hand_over(self) -> None:
        self._written.append(self._writers.submit(self._write, tuple(self._waiting)))
        self._waiting.clear()

    def _begin_to_settle(self) -> None:
        self._hand_over()
        written, self._written = self._written, []
        self._settled.append(self._writers.submit(self._settle_all, written))

    def _settle_all(self, jobs: Sequence[Future[list[Path]]]) -> None:
        # The jobs were handed over before, so they do not wait for the thread of this one.
        self._settle([path for job in jobs for path in job.result()])


def _digests(mark: Path) -> tuple[str, ...]:
    # The marks of older programs are empty.
    return tuple(mark.read_text("ascii").split()) or (mark.name,)
