"""What the tests of pronunciations share."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton

from reader.gui.pronunciation.word_dialog import WordDialog
from reader.model.pronunciation import Pronunciation
from tests.gui.window_parts import dialogs

BOOKS = Pronunciation("книги", "кни ги")
READING = Pronunciation("читални", "чита лни")


def word_dialog(window):
    (dialog,) = dialogs(window, WordDialog)
    return dialog


def lit(window):
    marks = window.parts.view.extraSelections()
    texts = [QTextCursor(mark.cursor).selectedText() for mark in marks]
    return max(texts, key=len, default="")


def button(dialog, words):
    found = dialog.findChildren(QPushButton)
    return next(each for each in found if each.text().replace("&", "") == words)
