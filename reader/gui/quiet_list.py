"""A list that speaks only while it has the focus."""

from PySide6.QtCore import QItemSelection
from PySide6.QtWidgets import QAbstractItemView, QListView


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
