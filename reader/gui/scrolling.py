"""Areas that scroll, and screen readers that ask about them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea


def keep_bar(area: QScrollArea) -> None:
    """Keep the vertical bar of an area, greyed out where there is nothing to scroll.

    Qt counts a bar that shows among the children, and crashes where a screen reader asks for one
    that has just gone.
    """
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda least, most: bar.setEnabled(least < most))
