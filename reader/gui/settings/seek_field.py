"""Where one types which setting to look for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from reader.gui.line_field import LineField

_TO_FOUND = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SeekField(LineField):
    """Enter and Down go to what is found; Escape first empties the field."""

    went_on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter or Down, where there is something to look for."""
        if self.text().strip() and event.key() in _TO_FOUND:
            self.went_on.emit()
        elif self.text() and event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
