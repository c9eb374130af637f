"""Work on the open article, one piece after the other."""

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from reader.errors import CorrectionError, PasswordError, ReaderError
from reader.gui.asking import ask_password
from reader.gui.dialogs import warn
from reader.gui.jobs import JobRunner
from reader.gui.notice import Notice
from reader.gui.reading import Reading
from reader.i18n import Translator
from reader.wording import explain

T = TypeVar("T")

_SLOW = 1000  # milliseconds; what is over sooner is not worth a word


class Turns(QObject):
    """Lets one thing at a time be done, and what is asked for meanwhile after it.

    The passwords of locked originals are remembered until the program ends.
    """

    def __init__(
        self, jobs: JobRunner, reading: Reading, notice: Notice, translator: Translator
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self.reading = reading
        self._notice = notice
        self._ = translator
        self._passwords: dict[int, str] = {}
        self._waiting: deque[Callable[[], None]] = deque()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW)
        self._slow.timeout.connect(self._tell_slow)
        self.busy = False

    def ask(self, command: Callable[[int], None]) -> None:
        """Do something with the open article, now or when what is under way is done."""
        identifier = self.reading.identifier
        if identifier is None:
            return
        if self.busy:
            self._waiting.append(partial(self._do, command, identifier))
        else:
            command(identifier)

    def run(
        self, identifier: int, work: Callable[[int, str | None], T], done: Callable[[T], None]
    ) -> None:
        """Work on an article in the background; `work` gets its number and its password."""
        self.busy = True
        self._slow.start()
        self._jobs.run(
            partial(work, identifier, self._passwords.get(identifier)),
            done=partial(self._finish, done),
            failed=partial(self._fail, partial(self.run, identifier, work, done), identifier),
            broken=self._end,
        )

    def _do(self, command: Callable[[int], None], identifier: int) -> None:
        if identifier == self.reading.identifier:
            command(identifier)

    def _finish(self, done: Callable[[T], None], outcome: T) -> None:
        self._end()
        done(outcome)
        while self._waiting and not self.busy:
            if QApplication.activeModalWidget() is not None:
                self._waiting.clear()
                return
            self._waiting.popleft()()

    def _end(self) -> None:
        self.busy = False
        self._slow.stop()

    def _fail(self, again: Callable[[], None], identifier: int, error: ReaderError) -> None:
        """Ask for the password of a locked original; tell of everything else."""
        self._end()
        self._waiting.clear()
        if isinstance(error, CorrectionError):  # nothing is lost, so nothing need be closed
            self._notice.say(explain(error, self._))
        elif isinstance(error, PasswordError):
            self._notice.clear()
            given = partial(self._take_password, again, identifier)
            ask_password(self._window(), explain(error, self._), self._, given)
        else:
            self._notice.clear()
            warn(self._window(), explain(error, self._))

    def _take_password(
        self, again: Callable[[], None], identifier: int, password: str | None
    ) -> None:
        if password is not None:
            self._passwords[identifier] = password
            again()

    def _tell_slow(self) -> None:
        words = self._("The article is being repaired anew…")
        self._notice.busy(words, self._notice.work)

    def _window(self) -> QWidget:
        return self._notice.window()
