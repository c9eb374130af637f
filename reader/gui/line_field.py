"""A field for one line whose name is heard when Tab leads to it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class LineField(QLineEdit):
    """Selects its words only after it has told that it has the focus.

    Qt selects them before: Orca 43 takes the caret for the news and never names the field.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus, and select what is there once that has been told."""
        if event.reason() not in _BY_KEY:
            super().focusInEvent(event)
            return
        super().focusInEvent(QFocusEvent(event.type(), Qt.FocusReason.OtherFocusReason))
        if self.text():
            QTimer.singleShot(0, self, self.selectAll)
