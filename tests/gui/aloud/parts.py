"""What can be seen of the voice in a window."""

from PySide6.QtGui import QTextCursor


def lit(window):
    """Return the words that are lit on the page."""
    marks = window.parts.view.extraSelections()
    texts = [QTextCursor(mark.cursor).selectedText() for mark in marks]
    return max(texts, key=len, default="")
