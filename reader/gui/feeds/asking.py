"""Asking an address for its feeds, off the window's thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from reader.app.feeds import Feeds
from reader.errors import PrivateAddressError, ReaderError, StoppedError
from reader.gui.asking import ask_to_allow
from reader.gui.jobs import Job, JobRunner
from reader.gui.progress import Progress
from reader.i18n import Translator
from reader.model.feed import FoundFeed

Done = Callable[[tuple[FoundFeed, ...]], None]
Failed = Callable[[ReaderError], None]


class Asking:
    """Finds out which feeds there are at an address; the last question counts."""

    def __init__(self, feeds: Feeds, jobs: JobRunner, translator: Translator) -> None:
        self._feeds = feeds
        self._jobs = jobs
        self._ = translator
        self._progress = Progress()
        self._job: Job[tuple[FoundFeed, ...]] | None = None

    def ask(self, address: str, over: QWidget, done: Done, failed: Failed) -> None:
        """Ask; where that leads into a private network, first ask the person over a window."""
        self.give_up()
        self._progress = Progress()
        self._job = self._jobs.run(
            partial(self._feeds.offered, address, self._progress),
            done=done,
            failed=partial(self._fail, address, over, done, failed),
        )

    def give_up(self) -> None:
        """Wait for no answer any more."""
        self._progress.stop()
        if self._job is not None:
            self._job.cancel()

    def _fail(
        self, address: str, over: QWidget, done: Done, failed: Failed, error: ReaderError
    ) -> None:
        if isinstance(error, PrivateAddressError):
            again = partial(self.ask, address, over, done, failed)
            box = ask_to_allow(error, self._feeds.allow, over, self._, again)
            box.rejected.connect(partial(failed, error))
        elif not isinstance(error, StoppedError):
            failed(error)
