"""Errands that need the web: done off the window, told of, and given up by name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.errors import PrivateAddressError, ReaderError, StoppedError
from reader.gui.asking import ask_to_allow
from reader.gui.dialogs import warn
from reader.gui.jobs import JobRunner
from reader.gui.notice import Notice
from reader.gui.progress import Moment, Progress
from reader.gui.under_way import Work
from reader.i18n import Translator
from reader.model.watch import Watch
from reader.wording import explain

if TYPE_CHECKING:
    from reader.app.web import Guarded

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class _Errand(Generic[T]):
    """What to do, what to call it, and who wants the outcome."""

    words: str
    work: Callable[["Guarded", Watch], T]
    done: Callable[[T], None]
    progress: Progress = field(default_factory=Progress)

    def do(self, fetcher: Callable[[], "Guarded"]) -> T:
        """Do it, unless it has been given up while it waited for its turn."""
        if self.progress.stopped():
            raise StoppedError
        return self.work(fetcher(), self.progress)


class Network(QObject):
    """Does errands in turn; a host of the person's own network is asked only with permission."""

    def __init__(
        self,
        fetcher: Callable[[], "Guarded"],
        lane: JobRunner,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._fetcher = fetcher
        self.notice = notice
        self._ = translator
        self._lane = lane

    def run(
        self, words: str, work: Callable[["Guarded", Watch], T], done: Callable[[T], None]
    ) -> None:
        """Begin an errand; `words` say what is done, `work` does it in another thread."""
        errand = _Errand(words, work, done)
        told = self.notice.under_way.begin(errand, Work(words, errand.progress.stop))
        self.notice.busy(words, told)
        errand.progress.moment.connect(partial(self._tell, errand, told))
        self._lane.run(
            partial(errand.do, self._fetcher),
            done=partial(self._finish, errand, told),
            failed=partial(self._fail, errand, told),
            broken=partial(self._end, errand, told),
        )

    def _tell(self, errand: _Errand[T], work: Work, moment: Moment) -> None:
        if not errand.progress.stopped():
            words = self._("{what} {percent} %")
            percent = 100 * moment.done // moment.total
            words = words.format(what=errand.words, percent=percent)
            self.notice.update_busy(words, work, aloud=moment.aloud)

    def _end(self, errand: _Errand[T], work: Work) -> None:
        self.notice.under_way.end(errand)
        if self.notice.work is work:
            self.notice.clear()

    def _finish(self, errand: _Errand[T], work: Work, outcome: T) -> None:
        self._end(errand, work)
        errand.done(outcome)

    def _fail(self, errand: _Errand[T], work: Work, error: ReaderError) -> None:
        self._end(errand, work)
        _ = self._
        match error:
            case StoppedError():
                self.notice.say(_("Cancelled. Nothing was kept."))
            case PrivateAddressError():
                again = partial(self.run, errand.words, errand.work, errand.done)
                ask_to_allow(error, self._fetcher().allow, self._window(), _, again)
            case _other:
                warn(self._window(), explain(error, _))

    def _window(self) -> QWidget:
        return self.notice.window()
