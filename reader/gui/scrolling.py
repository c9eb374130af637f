"""Areas that scroll, and screen readers that ask about them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


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
