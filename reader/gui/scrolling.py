"""Areas that scroll, and screen readers that ask about them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from reader.gui.application import application
from reader.gui.dialogs import BESIDE_BAR, column_beside_bar


class Area(QScrollArea):
    """Shows what is inside as wide as there is room, and scrolls to what has got the focus.

    No key leads to it. It keeps its vertical bar, greyed out where there is nothing to scroll: Qt
    counts a bar that shows among the children, and crashes where a screen reader asks for one that
    has just gone.
    """

    def __init__(self, inside: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(least < most))
        self.setWidgetResizable(True)
        self.setWidget(inside)
        application().focusChanged.connect(self._follow)

    def scroll_sideways(self, width: int) -> None:
        """Have a bar for what a width has no room for: on a small screen, in large print."""
        room = width - self.verticalScrollBar().sizeHint().width()
        if self._inside.minimumSizeHint().width() > room:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has got the focus by its letter; for the Tab key Qt does it."""
        if now is not None and self._inside.isAncestorOf(now):
            self._scroll_to(now)

    def _scroll_to(self, widget: QWidget) -> None:
        """Bring what is inside into view: where it is too large for that, its beginning."""
        self.ensureWidgetVisible(widget)  # of a field its cursor alone, with room around
        start, room = widget.mapTo(self, QPoint()) - self.viewport().pos(), self.viewport().size()
        _bring(self.horizontalScrollBar(), start.x(), widget.width(), room.width())
        _bring(self.verticalScrollBar(), start.y(), widget.height(), room.height())


def _bring(bar: QScrollBar, start: int, length: int, room: int) -> None:
    """Scroll as far as what starts there, seen from what shows, is not in the room."""
    beyond = start + length - room
    if start < 0 or length > room:
        bar.setValue(bar.value() + start)
    elif beyond > 0:
        bar.setValue(bar.value() + beyond)


def scrolled_column(dialog: QDialog) -> tuple[Area, QVBoxLayout]:
    """Give a dialog its layout: all that it holds scrolls, for large print takes more room."""
    inside = QWidget()
    column = column_beside_bar(inside, BESIDE_BAR)
    area = Area(inside, dialog.windowTitle())
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return area, column
