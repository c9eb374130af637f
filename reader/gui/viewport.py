"""What an area that scrolls draws on."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give an area a viewport of our own, like the one that Qt has made.

    Of the first widget that Qt has made, PySide finds out what it is by way of all kinds of
    widgets that there are, and makes these ready: a twentieth of the start.
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
    return viewport
