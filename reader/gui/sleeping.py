"""The sleep timer: chosen, shown, told, and done."""

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

from reader.gui.notice import Notice
from reader.gui.player.bar import PlayerBar
from reader.gui.player.player import Player, PlayerState
from reader.gui.player.sleep import SleepTimer, Until
from reader.gui.reading_aloud import ReadingAloud
from reader.i18n import Translator, mark
from reader.model.position import Position

_TICK_MS = 200
_MINUTE = 60
_NAME = "sleep"
_ENDS = {
    Until.PARAGRAPH: mark("The voice falls silent at the end of the paragraph."),
    Until.ARTICLE: mark("The voice falls silent at the end of the article."),
    Until.ALWAYS: mark("The sleep timer is off."),
}
_SHORT = {
    Until.PARAGRAPH: mark("silent after the paragraph"),
    Until.ARTICLE: mark("silent after the article"),
}


class Sleeping(QObject):
    """Has the voice fall silent when the person wants, and keeps the place.

    Only reading counts, not pauses; who stops the voice has no more need of the timer.
    """

    ended = Signal()

    def __init__(
        self,
        player: Player,
        aloud: ReadingAloud,
        bar: PlayerBar,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._player = player
        self._aloud = aloud
        self._bar = bar
        self._notice = notice
        self._ = translator
        self._timer = SleepTimer()
        self._faded_at: Position | None = None
        self._seen = 0.0
        self.clock: Callable[[], float] = time.monotonic
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self.tick)
        player.state_changed.connect(self._settle)
        player.ended.connect(self._end)
        player.loaded.connect(self._leave_place)

    @property
    def until(self) -> Until:
        """How long the voice may go on."""
        return self._timer.until

    def in_minutes(self, minutes: int) -> None:
        """Fall silent after so many minutes of reading."""
        self._timer.set_time(minutes * _MINUTE)
        self._take_up()

    def at(self, until: Until) -> None:
        """Fall silent at an end, or not at all."""
        self._timer.set_end(until)
        self._take_up()

    def tell(self) -> None:
        """Tell how much time is left."""
        self._notice.show_words(self._words())
        self._aloud.tell_after_focus(self._words())

    def tick(self) -> None:
        """Take off the time that has passed, and fall silent when it is over."""
        now = self.clock()
        self._timer.read(now - self._seen)
        self._seen = now
        if self._timer.loudness < 1 and self._faded_at is None:
            self._faded_at = self._aloud.place()
        self._player.fade(self._timer.loudness)
        self._show()
        if self._timer.is_over:
            self._fall_silent()

    def _take_up(self) -> None:
        self._apply()
        words = self._words()
        self._aloud.tell_after_focus(words, lambda: words == self._words())

    def _apply(self) -> None:
        self._faded_at = None
        self._player.fade(1.0)
        self._count()
        self._show()

    def _settle(self, state: PlayerState) -> None:
        if state is PlayerState.STOPPED and self.until is not Until.ALWAYS:
            self._timer.set_end(Until.ALWAYS)
            self._apply()
            self.ended.emit()
        else:
            self._count()

    def _count(self) -> None:
        """Count while the voice reads."""
        reads = self._player.state is PlayerState.PLAYING
        if not (reads and self.until is Until.TIME):
            self._ticks.stop()
        elif not self._ticks.isActive():
            self._seen = self.clock()
            self._ticks.start()
        self._player.end_with_paragraph(wanted=self.until is Until.PARAGRAPH)

    def _leave_place(self) -> None:
        """Keep no place of another article than the one that is read."""
        self._faded_at = None

    def _show(self) -> None:
        _, until = self._, self.until
        words = _(_SHORT[until]) if until in _SHORT else ""
        if until is Until.TIME:
            words = _("silent in {minutes} min").format(minutes=self._minutes())
        self._bar.show_beside(_NAME, words)

    def _words(self) -> str:
        if self.until is not Until.TIME:
            return self._(_ENDS[self.until])
        minutes = self._minutes()
        words = self._.plural(
            "The voice falls silent in {minutes} minute of reading.",
            "The voice falls silent in {minutes} minutes of reading.",
            minutes,
        )
        return words.format(minutes=minutes)

    def _minutes(self) -> int:
        return max(1, ceil(self._timer.left / _MINUTE))

    def _fall_silent(self) -> None:
        """Stop at the sentence where the voice began to fade: it may have been slept through."""
        place = self._faded_at
        self._say_goodbye()
        self._player.stop()
        if place is not None:
            self._aloud.return_to(place)

    def _end(self) -> None:
        if self.until in (Until.PARAGRAPH, Until.ARTICLE):
            self._say_goodbye()

    def _say_goodbye(self) -> None:
        """Show what has happened; a screen reader that says so would wake the person."""
        self._aloud.end_with("")
        self._notice.show_words(self._("The sleep timer has stopped the voice."))
