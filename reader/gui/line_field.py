"""Fields for a line and for a number, whose name is heard before what is in them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_WITH_WINDOW = Qt.FocusReason.ActiveWindowFocusReason
_BEFORE_NUMBER = 10  # pixels, as before the words of a list; no style reaches it


class _Selecting:
    """Selects what is in a field only after the field has told that it has the focus.

    Qt selects it before: Orca 43 takes the caret for the news and never names the field.
    """

    def __init__(self, field: QWidget, select: Callable[[], None]) -> None:
        self._field = field
        self._select = select
        self._has_come = False

    def softened(self, event: QFocusEvent) -> QFocusEvent:
        """Return the event as one for which Qt selects nothing; select later where it would.

        So is what a window comes up with, but not again when the person comes back to the window.
        """
        if self._field.hasFocus():  # a dialog sends the event before it shows, too
            reason = event.reason()
            if reason in _BY_KEY or (reason == _WITH_WINDOW and not self._has_come):
                QTimer.singleShot(0, self._field, self._select)
            self._has_come = True
        return QFocusEvent(event.type(), Qt.FocusReason.OtherFocusReason)


class LineField(QLineEdit):
    """A field for one line."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._selecting = _Selecting(self, self._select)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus, and select what is there once that has been told."""
        super().focusInEvent(self._selecting.softened(event))

    def _select(self) -> None:
        if self.text():
            self.selectAll()


class NumberField(QSpinBox):
    """A field for a number."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(_BEFORE_NUMBER, 0, 0, 0)
        self._selecting = _Selecting(self, self.selectAll)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus, and select the number once that has been told."""
        super().focusInEvent(self._selecting.softened(event))
