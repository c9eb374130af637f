"""What the tests of the list of articles share."""

from PySide6.QtCore import Qt

from tests.gui.window_parts import (
    list_of,
)

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def said(window, row):
    return list_of(window).model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def views(window):
    box = window.parts.shelf.panel.views
    return [box.itemText(number) for number in range(box.count())]


def press(qtbot, window, *keys):
    for key, held in keys:
        qtbot.keyClick(list_of(window), key, held)
