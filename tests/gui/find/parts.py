"""What the tests of finding share."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication

from tests.gui.window_parts import trigger, type_text

DASHES = QTextCharFormat.UnderlineStyle.DashUnderline


def bar_of(window):
    return window.parts.find.bar


def seek(window, qtbot, words):
    """Type words into the bar and press Enter."""
    trigger(window, "find")
    type_text(bar_of(window).field, words)
    qtbot.keyClick(bar_of(window).field, Qt.Key.Key_Return)


def here(window):
    """Return what stands at the caret, to the end of its piece."""
    place = window.parts.view.position()
    return window.parts.view.outline().leaves[place.block].text[place.char :]


def marked(window):
    """Return the words with the dashed line under them, and those on the stronger ground."""
    marks = window.parts.view.extraSelections()
    strong = window.parts.view.page().styles.look.palette.link
    return (
        [mark.cursor.selectedText() for mark in marks if mark.format.underlineStyle() is DASHES],
        [
            mark.cursor.selectedText()
            for mark in marks
            if mark.format.background().color().name().upper() == strong
        ],
    )


def told(window):
    """Return what a screen reader is told in the bar."""
    return QApplication.focusWidget().accessibleDescription()
