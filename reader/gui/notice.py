"""A line of words under the article: what has just happened, or what is being done."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from reader.gui.flow import Flow
from reader.gui.saying import AFTER_FOCUS, announce, name
from reader.gui.under_way import UnderWay, Work
from reader.i18n import Translator


@dataclass(frozen=True, slots=True)
class Way:
    """What a person may do after a message, by the words of a button beside it."""

    words: str
    go: Callable[[], object]


class Notice(QFrame):
    """Shows one message until the next one or until it is put away; nothing vanishes by itself."""

    def __init__(
        self, _: Translator, parent: QWidget | None = None, called: tuple[str, str] | None = None
    ) -> None:
        """Be called by an object name and a spoken one, where it is not the usual notice."""
        super().__init__(parent)
        object_name, spoken = called or ("notice", _("Message"))
        name(self, object_name, spoken)
        self._ = _
        self._work: Work | None = None
        self._way: Way | None = None
        self.under_way = UnderWay()
        self._in_turn: Callable[[Callable[[], None]], object] = lambda say: say()
        self._label = QLabel(self)
        self._label.setObjectName(f"{object_name}Text")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._hide = QPushButton(_("Hide"), self)
        name(self._hide, f"{object_name}Hide", _("Hide the message"))
        self._hide.clicked.connect(self.clear)
        self._go_on = QPushButton(self)
        name(self._go_on, f"{object_name}Way", "")
        self._go_on.clicked.connect(self._go)
        self._cancel = QPushButton(_("Cancel"), self)
        name(self._cancel, f"{object_name}Cancel", _("Cancel"))
        self._cancel.clicked.connect(self._give_up)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = Flow(16)  # where it is narrow, the buttons stand below the words
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.addWidget(self._label)
        self.setLayout(self._row)
        for button in (self._cancel, self._hide, self._go_on):
            self._put_first(button)
        self._go_on.hide()
        self.hide()

    @property
    def text(self) -> str:
        """The message on show, or ""."""
        return self._label.text()

    @property
    def work(self) -> Work | None:
        """What is being done and can be cancelled by the button on show."""
        return self._work if self.isVisible() else None

    def speak_by(self, in_turn: Callable[[Callable[[], None]], object]) -> None:
        """Have messages spoken when it is their turn: whoever knows that gets each to be said."""
        self._in_turn = in_turn

    def say(self, message: str, way: Way | None = None, after: int = AFTER_FOCUS) -> None:
        """Show a message and have it said, after what the focus moves to now has been said.

        `after` are milliseconds, where the focus takes longer to come.
        """
        self._put(message, done=True)
        self._offer_way(way)
        self._in_turn(partial(QTimer.singleShot, after, self, partial(self._announce, message)))

    def show_words(self, message: str) -> None:
        """Show a message without a word of a screen reader."""
        self._put(message, done=True)

    def busy(self, message: str, work: Work | None = None) -> None:
        """Show what is being done, and the work that can be cancelled; until the next message."""
        self._put(message, done=False, work=work)
        self._in_turn(partial(self._announce, message))

    def update_busy(self, message: str, work: Work | None = None, *, aloud: bool) -> None:
        """Show how far it is; a screen reader says it only where it is worth an interruption."""
        self._label.setText(message)
        if work is not None:  # another message may have come in between
            self._offer_cancel(work)
            self._hide.hide()
            self.show()
        if aloud:
            self.setAccessibleDescription(message)
            self._in_turn(partial(self._announce, message))

    def clear(self) -> None:
        """Put the message away."""
        self._label.clear()
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Return no width: a long message must not widen the window."""
        return QSize(0, super().minimumSizeHint().height())

    def _put_first(self, button: QPushButton) -> None:
        """Have a button before all others, beside the first line of the words."""
        self._row.insert(1, button, Qt.AlignmentFlag.AlignTop)

    def _put(self, message: str, *, done: bool, work: Work | None = None) -> None:
        self._label.setText(message)
        self.setAccessibleDescription(message)
        self._hide.setVisible(done)
        if self._cancel.hasFocus() and done:
            self._hide.setFocus()  # the button under the person's finger must not vanish
        self._offer_cancel(work)
        self._offer_way(None)
        self.show()

    def _offer_way(self, way: Way | None) -> None:
        self._way = way
        if way is not None:
            self._go_on.setText(way.words)
            self._go_on.setAccessibleName(way.words)
        elif self._go_on.hasFocus():
            self._hide.setFocus()  # as with the button that cancels
        self._go_on.setVisible(way is not None)

    def _offer_cancel(self, work: Work | None) -> None:
        """Let the work be cancelled, by its name: there may be another beside it."""
        self._work = work
        self._cancel.setVisible(work is not None)
        if work is not None:
            words = self._("Cancel: {what}").format(what=work.words)
            self._cancel.setAccessibleName(words)

    def _give_up(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _go(self) -> None:
        if self._way is not None:
            self._way.go()

    def _announce(self, message: str) -> None:
        if self.text == message:
            announce(self, message)
