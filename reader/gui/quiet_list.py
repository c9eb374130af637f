"""A list that speaks only while it has the focus."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reader.gui.drawing import TextsDelegate, paint_ring
from reader.gui.viewport import give_viewport

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def sideways(event: QKeyEvent) -> int:
    """Return 1 for the Right key, -1 for Left, 0 for everything else."""
    return _SIDEWAYS.get(Qt.Key(event.key()), 0) if event.modifiers() in _PLAIN else 0


class RowsView(QListView):
    """Shows by one ring where the focus is: round its row, or round all of it where it has none.

    The rows draw their own.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or the ring where there is no row to have it."""
        super().paintEvent(event)
        delegate = self.itemDelegate()
        lonely = self.hasFocus() and not self.currentIndex().isValid()
        if lonely and isinstance(delegate, TextsDelegate):
            with QPainter(self.viewport()) as painter:
                paint_ring(painter, self.viewport().rect(), delegate.palette)


class QuietList(RowsView):
    """Tells screen readers of its selection only while it has the focus.

    Qt tells of it always, and Orca then reads rows of a list where the person is not.
    """

    _silent = False
    _untold = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)

    @contextmanager
    def silently(self) -> Iterator[None]:
        """Go to another row meanwhile without a word: the voice speaks, say, of that very row."""
        before, self._silent = self._silent, True
        try:
            yield
        finally:
            self._silent = before

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Take another row as the current one; leave out the accessible event where asked to."""
        self._untold = self._silent
        if self._silent:
            QAbstractItemView.currentChanged(self, current, previous)
        else:
            super().currentChanged(current, previous)

    def tell_row(self) -> None:
        """Lead a screen reader to a row that was gone to silently: it hears nothing of others."""
        if self._untold and self.hasFocus() and not self._silent:
            self._untold = False
            row = QAccessible.queryAccessibleInterface(self).focusChild()
            QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw the selection; leave out the accessible event without the focus."""
        if self.hasFocus() and not self._silent:
            super().selectionChanged(selected, deselected)
        else:
            QAbstractItemView.selectionChanged(self, selected, deselected)
