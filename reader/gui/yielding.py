"""Nobody is spoken over: the voice falls silent where a screen reader speaks or is about to.

No screen reader tells whether it speaks. But what makes it speak is known: a key, another focus, a
caret that moves, and our own messages. So the first three pause the voice at once, and messages
that no key has asked for wait until it is silent.

Who uses the program meanwhile has turned to something else, so the voice waits to be asked again.
After words that came of nothing here (a notification, a command of the screen reader's own) it
goes on by itself, but only where the screen reader is heard to fall silent: it can be where it
speaks through Speech Dispatcher. A guess would speak over somebody.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QWidget

from reader.gui.application import application
from reader.gui.article.view import ArticleView
from reader.gui.dispatcher import Dispatcher
from reader.gui.listening import screen_reader_listens
from reader.gui.player.bar import PlayerBar
from reader.gui.player.player import Player, PlayerState
from reader.gui.reading_aloud import ReadingAloud

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
    }
)
# Held down, these make a key a command of the screen reader.
_READERS = frozenset({Qt.Key.Key_Insert, Qt.Key.Key_CapsLock})
_PRESSES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SILENCE = 4  # answers in a row: longer than a screen reader rests between two sentences


class Yielding(QObject):
    """Pauses the voice for a screen reader, while there is one and the person wants it so."""

    def __init__(
        self, player: Player, aloud: ReadingAloud, bar: PlayerBar, view: ArticleView
    ) -> None:
        super().__init__()
        self._player = player
        self._aloud = aloud
        self._bar = bar
        self._own: Sequence[QAction] = ()
        self._key: int | None = None  # pressed last
        self._reader_down = False
        self._yielded_to_key = False  # just now, before the key has done anything
        self._looking = False
        self._resting = False  # paused for a screen reader that may fall silent again
        self._heard = False  # it has spoken meanwhile
        self._quiet = 0  # answers in a row that nobody speaks
        self._messages: list[Callable[[], None]] = []
        self._application = application()
        self._dispatcher = Dispatcher(self)
        self._dispatcher.heard.connect(self._hear)
        player.state_changed.connect(self._settle)
        aloud.telling.connect(self._give_way)
        view.position_changed.connect(self._leave)

    def set_own(self, actions: Sequence[QAction]) -> None:
        """Take the actions of the voice itself, to which it does not yield.

        They must be connected here before they do their work.
        """
        self._own = actions
        for action in actions:
            action.triggered.connect(self._take_back)

    def when_silent(self, say: Callable[[], None]) -> None:
        """Have a message said now, or when the voice has stopped or paused."""
        if self._aloud.is_heard():
            self._messages.append(say)
        else:
            say()

    def eventFilter(self, target: QObject, event: QEvent) -> bool:
        """Look at keys before anybody else, for the screen reader may keep them for itself.

        Of all the events of a key this is the first, and there is one for each press.
        """
        if isinstance(event, QKeyEvent) and isinstance(target, QWindow) and event.spontaneous():
            if event.type() is QEvent.Type.ShortcutOverride:
                self._look_at(event)
            elif event.type() is QEvent.Type.KeyRelease:
                self._look_at_release(event)
        return False

    def _look_at(self, event: QKeyEvent) -> None:
        self._key = event.key()
        self._reader_down |= event.key() in _READERS
        if self._reader_down:
            self._give_way()
        elif event.key() not in _MODIFIERS and not self._is_own(event):
            self._yielded_to_key = self._aloud.is_heard()
            QTimer.singleShot(0, self, self._forget_key)
            self._leave()

    def _look_at_release(self, event: QKeyEvent) -> None:
        if event.key() in _READERS:
            self._reader_down = False
        elif event.key() == Qt.Key.Key_Control == self._key:
            self._leave()  # alone it is the key that silences screen readers

    def _forget_key(self) -> None:
        self._yielded_to_key = False

    def _is_own(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        if any(pressed in action.shortcuts() for action in self._own):
            return True
        return event.key() in _PRESSES and self._is_in_bar(self._application.focusWidget())

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not self._is_in_bar(new):  # by the mouse: the person is about to press a button there
            self._leave()

    def _is_in_bar(self, widget: QWidget | None) -> bool:
        return widget is not None and self._bar.isAncestorOf(widget)

    def _give_way(self) -> None:
        """Pause the voice if it speaks, until nobody else does."""
        if self._aloud.is_heard() and screen_reader_listens():
            self._resting, self._heard = True, False
            self._aloud.give_way()
        self._quiet = 0

    def _leave(self) -> None:
        """Pause the voice until it is asked for again."""
        self._give_way()
        self._rest_for_good()

    def _rest_for_good(self) -> None:
        if self._resting:
            self._resting = False
            self._end()

    def _begin(self) -> None:
        if not self._looking:
            self._looking = True
            self._application.installEventFilter(self)
            self._application.focusChanged.connect(self._follow_focus)

    def _end(self) -> None:
        """Look at nothing: while nothing is read, a call of Python for each event is a waste."""
        if self._looking:
            self._looking = self._reader_down = False
            self._application.removeEventFilter(self)
            self._application.focusChanged.disconnect(self._follow_focus)
            self._dispatcher.stop()

    def _take_back(self) -> None:
        """Go on: the key was one of the voice, which the layout of the keyboard had hidden."""
        if self._yielded_to_key:
            self._yielded_to_key = False
            self._player.resume()

    def _hear(self, somebody_speaks: bool) -> None:  # noqa: FBT001  a slot
        if somebody_speaks:
            self._give_way()
        self._heard |= somebody_speaks
        self._quiet = 0 if somebody_speaks else self._quiet + 1
        if self._resting and self._heard and self._quiet >= _SILENCE:
            self._player.resume()

    def _settle(self, state: PlayerState) -> None:
        if state is PlayerState.PLAYING:
            self._resting = False
            self._begin()
            QTimer.singleShot(0, self, self._listen)
            return
        if state is PlayerState.STOPPED:
            self._resting = False  # there is nothing to go on with
        if not self._resting:
            self._end()
        messages, self._messages = self._messages, []
        for say in messages:
            say()

    def _listen(self) -> None:
        if self._aloud.is_heard() and screen_reader_listens():
            self._dispatcher.start()
