"""A field for one line whose name is heard when Tab leads to it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_WITH_WINDOW = Qt.FocusReason.ActiveWindowFocusReason


class LineField(QLineEdit):
    """Selects its words only after it has told that it has the focus.

    Qt selects them before: Orca 43 takes the caret for the news and never names the field.
    """

    _has_been_in_use = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus, and select what is there once that has been told.

        A field that its window comes up with is selected too, but not when the window comes back.
        """
        comes_up = event.reason() == _WITH_WINDOW and not self._has_been_in_use
        self._has_been_in_use = True
        if event.reason() not in _BY_KEY and not comes_up:
            super().focusInEvent(event)
            return
        super().focusInEvent(QFocusEvent(event.type(), Qt.FocusReason.OtherFocusReason))
        if self.text():
            QTimer.singleShot(0, self, self.selectAll)
