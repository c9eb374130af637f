"""Bringing in the news of feeds, off the window's thread: told as it goes on, and given up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app.feeds import Feeds
from reader.errors import ReaderError, StoppedError
from reader.feed_wording import updates_in_words
from reader.gui.dialogs import warn
from reader.gui.jobs import JobRunner
from reader.gui.notice import Notice
from reader.gui.progress import Moment, Progress
from reader.gui.under_way import Work
from reader.i18n import Translator
from reader.model.feed import KeptFeed, Updated
from reader.wording import explain

_CATCHING_UP = 2000  # milliseconds between two looks of the list at what has come


@dataclass(frozen=True, slots=True)
class _Turn:
    """Which feed is being asked: its number among all, and its name."""

    number: int
    count: int
    title: str


class Updating(QObject):
    """Asks feeds in a lane of its own, one update at a time; what has come stays, whatever happens.

    `told` has how far it is, in words.
    """

    changed = Signal(bool)  # whether an update is under way
    told = Signal(str)
    came = Signal()  # there may be new articles
    ended = Signal(object)  # list[Updated], where a person has asked for the update
    _turned = Signal(object)  # _Turn, from the lane

    def __init__(
        self, feeds: Feeds, jobs: JobRunner, notice: Notice, translator: Translator
    ) -> None:
        super().__init__()
        self._feeds = feeds
        self._jobs = jobs
        self._notice = notice
        self._ = translator
        self._progress = Progress()
        self._work: Work | None = None
        self._turn = _Turn(0, 0, "")
        self._way_to_report = ""
        self._quiet = False
        self.updates: list[Updated] = []
        self._looks = QTimer(self, interval=_CATCHING_UP)
        self._looks.timeout.connect(self.came)
        self._turned.connect(self._take_turn)

    @property
    def is_under_way(self) -> bool:
        """Whether feeds are being asked."""
        return self._work is not None

    def set_way_to_report(self, command: str) -> None:
        """Name the key or the command that shows how an update went."""
        self._way_to_report = command

    def begin(self, identifiers: Sequence[int] = (), *, quiet: bool = False) -> None:
        """Ask these feeds, or all that are not paused; a quiet one tells only of what came."""
        _ = self._
        if self.is_under_way:
            self._notice.say(_("An update is under way already."))
            return
        self._quiet = quiet
        self.updates = []
        self._progress = progress = Progress()
        progress.moment.connect(self._tell_moment)
        self._work = Work(_("Updating the feeds…"), progress.stop)
        self._notice.under_way.begin(self, self._work)
        if not quiet:
            self._notice.busy(self._work.words, self._work)
        self.changed.emit(True)  # noqa: FBT003  a signal
        self._looks.start()
        self._jobs.run(
            partial(_update, self._feeds, identifiers, progress, self.updates, self._turned.emit),
            done=lambda _none: self._finish(),
            failed=self._fail,
            broken=self._come_to_rest,
        )

    def cancel(self) -> None:
        """Ask no more; what has come stays, and the rest comes next time."""
        self._progress.stop()

    def close(self) -> None:
        """Give up, and look for nothing any more: the library is about to be closed."""
        self.cancel()
        self._looks.stop()

    def _take_turn(self, turn: _Turn) -> None:
        self._turn = turn
        words = self._("Updating the feeds, {number} of {count}: {title}")
        self._tell(words.format(number=turn.number, count=turn.count, title=turn.title))

    def _tell_moment(self, moment: Moment) -> None:
        turn = self._turn
        words = self._("Updating the feeds, {number} of {count}: {title}, news {done} of {total}")
        told = words.format(
            number=turn.number,
            count=turn.count,
            title=turn.title,
            done=moment.done,
            total=moment.total,
        )
        self._tell(told, aloud=moment.aloud)

    def _tell(self, words: str, *, aloud: bool = False) -> None:
        if self._work is not None and not self._progress.stopped():
            if not self._quiet:
                self._notice.update_busy(words, self._work, aloud=aloud)
            self.told.emit(words)

    def _finish(self) -> None:
        words = updates_in_words(self.updates, self._)
        if not self.updates:
            words = self._("There is no feed that can be asked now.")
        self._come_to_rest()
        if not self._quiet or any(each.kept for each in self.updates):
            self._say(words)
        if not self._quiet:
            self.ended.emit(self.updates)

    def _fail(self, error: ReaderError) -> None:
        self._come_to_rest()
        if isinstance(error, StoppedError):
            words = self._("The update was cancelled; what has come by then stays: {what}")
            self._say(words.format(what=updates_in_words(self.updates, self._)))
        else:
            self._notice.clear()
            self.told.emit("")
            warn(self._notice.window(), explain(error, self._))

    def _say(self, words: str) -> None:
        troubled = any(each.failure or each.lost for each in self.updates)
        if troubled:
            way = self._("{command} shows why.").format(command=self._way_to_report)
            words = f"{words} {way}"
        self.told.emit(words)
        self._notice.say(words)

    def _come_to_rest(self) -> None:
        self._work = None
        self._looks.stop()
        self._notice.under_way.end(self)
        self.changed.emit(False)  # noqa: FBT003  a signal
        self.came.emit()


def _update(
    feeds: Feeds,
    identifiers: Sequence[int],
    progress: Progress,
    updates: list[Updated],
    turned: Callable[[_Turn], None],
) -> None:
    """Ask one feed after the other and note how each went, so that a stop loses nothing of it."""
    wanted: list[KeptFeed] = [feeds.kept.one(each) for each in identifiers] or feeds.due()
    for number, feed in enumerate(wanted, 1):
        if progress.stopped():
            raise StoppedError
        turned(_Turn(number, len(wanted), feed.title))
        feeds.update([feed.identifier], progress, updates.append)
