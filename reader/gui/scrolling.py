"""Areas that scroll, and screen readers that ask about them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget


def scroll(area: QScrollArea, inside: QWidget) -> None:
    """Have an area, to which no key leads, show what is inside as wide as there is room.

    It keeps its vertical bar, greyed out where there is nothing to scroll: Qt counts a bar that
    shows among the children, and crashes where a screen reader asks for one that has just gone.
    """
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda least, most: bar.setEnabled(least < most))
    area.setWidgetResizable(True)
    area.setWidget(inside)


def scroll_sideways(area: QScrollArea, room: int) -> None:
    """Have a bar for what is wider than the room: on a small screen, in large print."""
    inside = area.widget()
    if inside is not None and inside.minimumSizeHint().width() > room:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)


def scroll_to(area: QScrollArea, widget: QWidget) -> None:
    """Bring what is inside an area into view: where it is too large for that, its beginning."""
    area.ensureWidgetVisible(widget)
    start, room = widget.mapTo(area, QPoint()) - area.viewport().pos(), area.viewport().size()
    if widget.width() > room.width():
        across = area.horizontalScrollBar()
        across.setValue(across.value() + start.x())
    if widget.height() > room.height():
        down = area.verticalScrollBar()
        down.setValue(down.value() + start.y())


def scrolled_column(dialog: QDialog, area: QScrollArea) -> QVBoxLayout:
    """Give a dialog its layout: all that it holds scrolls, for large print takes more room."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(24, 24, 12, 16)  # the bar stands on the right
    column.setSpacing(12)
    scroll(area, inside)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return column
