"""A list that speaks only while it has the focus."""

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def sideways(event: QKeyEvent) -> int:
    """Return 1 for the Right key, -1 for Left, 0 for everything else."""
    return _SIDEWAYS.get(Qt.Key(event.key()), 0) if event.modifiers() in _PLAIN else 0


class QuietList(QListView):
    """Tells screen readers of its selection only while it has the focus.

    Qt tells of it always, and Orca then reads rows of a list where the person is not.
    """

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw the selection; leave out the accessible event without the focus."""
        if self.hasFocus():
            super().selectionChanged(selected, deselected)
        else:
            QAbstractItemView.selectionChanged(self, selected, deselected)
