"""Run slow work off the window's thread and bring its outcome back."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.errors import ReaderError

T = TypeVar("T")

# Seconds after which a thread hands Python over. The window asks for it some fifty times as it
# draws an article, and with Python's own 5 ms it would stand still for a third of a second.
_TURN = 0.0005


class Job(Generic[T]):
    """A piece of work under way; cancelling only drops its outcome."""

    def __init__(
        self,
        done: Callable[[T], None],
        failed: Callable[[ReaderError], None],
        broken: Callable[[], None],
    ) -> None:
        self._done = done
        self._failed = failed
        self._broken = broken
        self.cancelled = False

    def cancel(self) -> None:
        """Forget the outcome, whatever it will be."""
        self.cancelled = True

    def settle(self, future: Future[T]) -> None:
        """Hand over the outcome; a bug is raised here, not shown as an error."""
        if self.cancelled or future.cancelled():
            return
        try:
            outcome = future.result()
        except ReaderError as error:
            self._failed(error)
        except BaseException:
            self._broken()
            raise
        else:
            self._done(outcome)


class JobRunner(QObject):
    """One lane of background work: jobs start in order, outcomes arrive on the window's thread."""

    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="job")
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._closed = False

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[ReaderError], None],
        broken: Callable[[], None] = lambda: None,
    ) -> Job[T]:
        """Start work in the background; it must not touch any widget.

        A bug in it is raised in the window's thread, after `broken` has put things in order.
        Once the lane is closed nothing is done: a timer may still ask for it.
        """
        job = Job(done, failed, broken)
        if self._closed:
            job.cancel()
            return job
        future = self._lane.submit(work)
        future.add_done_callback(lambda over: self._settled.emit(partial(job.settle, over)))
        return job

    @Slot(object)
    def _deliver(self, settle: Callable[[], None]) -> None:
        if not self._closed:
            settle()

    def close(self) -> None:
        """Take no more jobs, and wait for the one under way; no outcome is told any more."""
        self._closed = True
        self._lane.shutdown(wait=True, cancel_futures=True)
