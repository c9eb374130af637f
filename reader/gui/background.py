"""Work that mostly takes no time, and must not hold the window up where it does."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from reader.errors import ReaderError
from reader.gui.dialogs import warn
from reader.gui.jobs import Job, JobRunner
from reader.gui.notice import Notice
from reader.i18n import Translator
from reader.wording import explain

T = TypeVar("T")

_SLOW = 1000  # milliseconds; what is over sooner is not worth a word


class Background(QObject):
    """Does one thing at a time and tells of it only where it takes long; the last wish counts."""

    def __init__(self, jobs: JobRunner, notice: Notice, translator: Translator) -> None:
        super().__init__()
        self.notice = notice
        self._jobs = jobs
        self._ = translator
        self._words = ""
        self._give_up: Callable[[], None] = lambda: None
        self.is_busy = False
        self._slow = QTimer(notice)  # no longer than there is somewhere to tell it
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW)
        self._slow.timeout.connect(lambda: notice.busy(self._words))

    def run(self, words: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Begin work, and forget what is under way; `words` say what is done."""
        self.give_up()
        job: Job[T] = self._jobs.run(
            work, done=partial(self._finish, done), failed=self._fail, broken=self.give_up
        )
        self._give_up, self._words, self.is_busy = job.cancel, words, True
        self._slow.start()

    def give_up(self) -> None:
        """Wait for nothing any more."""
        self._give_up()
        self.is_busy = False
        self._slow.stop()
        if self._words and self.notice.text == self._words:
            self.notice.clear()

    def _finish(self, done: Callable[[T], None], outcome: T) -> None:
        self.give_up()
        done(outcome)

    def _fail(self, error: ReaderError) -> None:
        self.give_up()
        warn(self.notice.window(), explain(error, self._))
