"""Nobody is spoken over: the voice falls silent where a screen reader is about to speak.

No screen reader tells whether it speaks. But what makes it speak is known: a key, another focus, a
caret that moves, and our own messages. So the first three pause the voice at once, and messages
that no key has asked for wait until it is silent.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from reader.gui.article.view import ArticleView
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
_PRESSES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Yielding(QObject):
    """Pauses the voice for a screen reader, while there is one and the person wants it so."""

    def __init__(
        self,
        player: Player,
        aloud: ReadingAloud,
        bar: PlayerBar,
        view: ArticleView,
    ) -> None:
        super().__init__()
        self._player = player
        self._aloud = aloud
        self._bar = bar
        self._own: Sequence[QAction] = ()
        self._last: int | None = None  # the key that was pressed last
        self._gave_way = False  # to that key
        self._waiting: list[Callable[[], None]] = []
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  widgets need one
        self._application = application
        player.state_changed.connect(self._settle)
        view.position_changed.connect(self._give_way)
        application.focusChanged.connect(self._follow_focus)

    def set_own(self, actions: Sequence[QAction]) -> None:
        """Take the actions of the voice itself; their keys do not pause it."""
        self._own = actions
        for action in actions:
            action.triggered.connect(self._go_on)

    def when_silent(self, say: Callable[[], None]) -> None:
        """Have a message said now, or when the voice has stopped or paused."""
        if self._aloud.is_heard():
            self._waiting.append(say)
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
        self._last = event.key()
        self._gave_way = False
        if not self._aloud.is_heard():
            self._application.removeEventFilter(self)
        elif event.key() not in _MODIFIERS and not self._is_own(event):
            self._give_way()

    def _look_at_release(self, event: QKeyEvent) -> None:
        """Fall silent at Control pressed alone: so do screen readers."""
        if event.key() == Qt.Key.Key_Control == self._last:
            self._give_way()

    def _is_own(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        if any(pressed in action.shortcuts() for action in self._own):
            return True
        return event.key() in _PRESSES and self._is_in_bar(self._application.focusWidget())

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not self._is_in_bar(new):  # by the mouse: the person is about to press a button there
            self._give_way()

    def _is_in_bar(self, widget: QWidget | None) -> bool:
        return widget is not None and self._bar.isAncestorOf(widget)

    def _give_way(self) -> None:
        if self._aloud.is_heard() and screen_reader_listens():
            self._gave_way = True
            self._aloud.give_way()

    def _go_on(self) -> None:
        """Take a pause back: the key was one of the voice, which the layout had hidden."""
        if self._gave_way:
            self._gave_way = False
            self._player.resume()

    def _settle(self, state: PlayerState) -> None:
        # While nothing is read there are no keys to look at: each event costs a call of Python.
        if state is PlayerState.PLAYING:
            self._application.installEventFilter(self)
            return
        if not self._gave_way:
            self._application.removeEventFilter(self)
        waiting, self._waiting = self._waiting, []
        for say in waiting:
            say()
