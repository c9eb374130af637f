"""Files made into articles side by side, so that all processors of the computer take part.

Each file is repaired and made ready for the library in one of several processes; the program
itself only writes down what comes back. Where the system starts no process, it does all itself.
"""

import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeAlias, TypeVar

from reader.errors import CrashedFileError, SourceError, StuckFileError
from reader.importers.incoming import Incoming
from reader.library.preparing import Arrival, Prepared
from reader.library.records import sha256
from reader.model.watch import Watch
from reader.processes.attended import USUAL, Attended, Patience, reason
from reader.processes.child import Child, ChildError, SilentChildError
from reader.processes.frames import ALIVE
from reader.processes.part import command

T = TypeVar("T")
Make: TypeAlias = Callable[[Incoming, Watch], Arrival | Prepared]
Work: TypeAlias = Callable[[Path, Make, Watch], T]

WORKER = command("pool")
_MOST = 4  # processes; each takes some 80 MB, and the disk is asked for no more than that
_FEW = 100  # files, done before the processes have started
_AHEAD = 16  # files for each process, so that none is idle while a batch is being kept
_BYTES_AHEAD = 2**26  # of these files, but for one that alone is larger


class Pool:
    """Processes that are started for one import and end with it."""

    def __init__(
        self,
        size: int | None = None,
        few: int = _FEW,
        command: Sequence[str] = WORKER,
        patience: Patience = USUAL,
    ) -> None:
        """So many processes, else one for each processor; for no less than a `few` files."""
        self._size = min(_MOST, os.cpu_count() or 1) if size is None else size
        self._few = few
        self._command = command
        self._patience = patience

    def is_worth_it(self, files: int) -> bool:
        """Tell whether so many files are done sooner this way."""
        return self._size > 1 and files >= self._few

    def run(
        self, paths: Iterable[Path], work: Work[T], here: Make, watch: Watch
    ) -> Iterator[Callable[[], T]]:
        """Do the work on files, several at once; yield what waits for its outcome, in order.

        The work is given what makes an article of a document; `here` does that in this process,
        and may be called from several threads. Where the iterator is closed, all stops.
        """
        workers = [_Worker(self._command, self._patience, here) for _ in range(self._size)]
        idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        for worker in workers:
            idle.put(worker)
        stopping = _Stopping(watch)

        def do(path: Path) -> T:
            worker = idle.get()
            try:
                return work(path, worker.make, stopping)
            finally:
                idle.put(worker)

        with ThreadPoolExecutor(self._size, "pool") as threads:
            try:
                yield from _ahead(paths, lambda path: threads.submit(do, path), self._size * _AHEAD)
            finally:
                stopping.stop()
                threads.shutdown(cancel_futures=True)
                for worker in workers:
                    worker.close()


class _Stopping:
    """Passes on the wish to stop, and has one of its own."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._over = threading.Event()

    def progress(self, done: int, total: int) -> None:
        """Take no note: the person is told of files."""

    def stopped(self) -> bool:
        """Tell whether to give up."""
        return self._over.is_set() or self._watch.stopped()

    def stop(self) -> None:
        """Have everything given up."""
        self._over.set()


class _Worker:
    """One process, which makes one article after another; one thread at a time may use it."""

    def __init__(self, command: Sequence[str], patience: Patience, here: Make) -> None:
        from reader.app.pool_wire import MOST_BYTES

        self._attended = Attended(command, patience, MOST_BYTES)
        self._here = here
        self._starts = True

    def make(self, incoming: Incoming, watch: Watch) -> Arrival | Prepared:
        """Return the article of a document.

        A process that was ended by somebody else is started anew; a document at which it ends
        twice, or hangs, is given up. Raises `SourceError`, `StoppedError`.
        """
        for tries_left in (1, 0):
            if not self._is_ready(watch):
                break
            try:
                found = self._asked(incoming, watch)
            except SilentChildError as error:
                raise StuckFileError(incoming.where, self._attended.patience.progress) from error
            except ChildError as error:
                if not tries_left:
                    raise CrashedFileError(incoming.where, reason(error)) from error
            else:
                if isinstance(found, SourceError):
                    raise found
                return found
        return self._here(incoming, watch)

    def close(self) -> None:
        """End the process."""
        self._attended.dismiss()

    def _is_ready(self, watch: Watch) -> bool:
        """Tell whether there is a process; where the system started none, it is not asked again."""
        if self._starts:
            try:
                self._attended.ready(watch)
            except ChildError:
                self._attended.discard()
                self._starts = False
        return self._starts

    def _asked(self, incoming: Incoming, watch: Watch) -> Prepared | SourceError:
        """Return what the process says; raises `ChildError`, `StoppedError`."""
        try:
            return self._answer(self._attended.start(), incoming, watch)
        except (ValueError, RecursionError) as error:
            self._attended.dismiss()
            raise ChildError(type(error).__name__) from error
        except BaseException:  # it is at work, or in a state that nobody knows
            self._attended.dismiss()
            raise

    def _answer(self, child: Child, incoming: Incoming, watch: Watch) -> Prepared | SourceError:
        from reader.app import pool_wire
        from reader.importers import wire

        child.tell(wire.request(incoming))
        while (frame := self._attended.reply_of(child, watch)).kind == ALIVE:
            pass
        if frame.kind == wire.REFUSED:
            return wire.error_of(frame, incoming.where)
        rows = pool_wire.rows_of(frame)
        if rows.row.get("bytes_sha256") != sha256(incoming.data):
            raise ValueError(frame.kind)
        return Prepared(rows, incoming.data)


def _ahead(
    paths: Iterable[Path], begin: Callable[[Path], "Future[T]"], most: int
) -> Iterator[Callable[[], T]]:
    """Begin work on files some time before its outcomes are asked for."""
    begun: deque[tuple[int, Future[T]]] = deque()
    size = 0
    for path in paths:
        coming = _size_of(path)
        while begun and (len(begun) >= most or size + coming > _BYTES_AHEAD):
            passed, future = begun.popleft()
            yield future.result
            size -= passed
        begun.append((coming, begin(path)))
        size += coming
    for _, future in begun:
        yield future.result


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # reading it will tell
        return 0
