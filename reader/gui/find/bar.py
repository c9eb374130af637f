"""The bar below the article in which one types what to find there."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from reader.gui.flow import Flow
from reader.gui.line_field import LineField
from reader.gui.saying import name
from reader.i18n import Translator

_MARGIN_X, _MARGIN_Y, _GAP = 16, 8, 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROW = 0.6
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class FindField(LineField):
    """Where the words are typed: Enter leads to the next place, with Shift to the one before."""

    entered = Signal(int)

    def sizeHint(self) -> QSize:
        """Return the room for a word or two: it grows where there is more."""
        usual = super().sizeHint()
        return QSize(round(usual.width() * _NARROW), usual.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on Enter."""
        if event.key() in _ENTER:
            self.entered.emit(-1 if event.modifiers() & _SHIFT else 1)
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Shows what is sought and which of how many places one is at; Escape leaves it."""

    stepped = Signal(int)  # to the next (1) or the previous (-1) place
    edited = Signal()
    exact_changed = Signal()
    left = Signal()

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        _ = translator
        name(self, "findBar", _("Find in the article"))
        self.field = FindField()
        name(self.field, "findField", _("Find in the article"))
        self.field.setPlaceholderText(_("Words in any form"))
        self.exact = QCheckBox(_("Exact word"))
        name(self.exact, "findExact", _("Exact word"))
        self._count = QLabel()
        name(self._count, "findCount", _("Found places"))
        self._lay_out(_)
        self.field.entered.connect(self.stepped)
        self.field.textChanged.connect(self.edited)
        self.exact.toggled.connect(self.exact_changed)
        self.hide()

    @property
    def text(self) -> str:
        """What is sought."""
        return self.field.text().strip()

    @property
    def count(self) -> str:
        """What is shown of the places."""
        return self._count.text()

    @property
    def has_focus(self) -> bool:
        """Whether the focus is in the bar."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def open(self) -> None:
        """Show the bar and let the person type."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def put(self, text: str, *, exact: bool) -> None:
        """Have something else sought, as if it had been typed."""
        with QSignalBlocker(self.exact):
            self.exact.setChecked(exact)
        self.field.setText(text)
        self.show_count("")

    def show_count(self, words: str) -> None:
        """Show how many places there are, or which one is at."""
        self._count.setText(words)
        self._count.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape, wherever the focus is in the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, _: Translator) -> None:
        label = QLabel(_("Find"))
        label.setObjectName("fieldLabel")
        label.setBuddy(self.field)
        typed = QWidget()
        line = QHBoxLayout(typed)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        line.addWidget(label)
        line.addWidget(self.field, 1)
        flow = Flow(_GAP)
        flow.setContentsMargins(_MARGIN_X, _MARGIN_Y, _MARGIN_X, _MARGIN_Y)
        flow.addWidget(typed)
        following, before, close = map(QPushButton, (_("Next"), _("Previous"), _("Close")))
        name(following, "findNext", _("Next place"))
        name(before, "findPrevious", _("Previous place"))
        name(close, "findClose", _("Close the search in the article"))
        following.clicked.connect(partial(self.stepped.emit, 1))
        before.clicked.connect(partial(self.stepped.emit, -1))
        close.clicked.connect(self.left)
        for widget in (following, before, self.exact, self._count, close):
            flow.addWidget(widget)
        self.setLayout(flow)
