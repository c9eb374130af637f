"""The open article, or what is selected in it, copied as text of some kind."""

from enum import Enum

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from reader import app
from reader.gui.article.view import ArticleView
from reader.gui.notice import Notice
from reader.gui.reading import Reading
from reader.gui.saying import announce
from reader.i18n import Translator, mark


class Kind(Enum):
    """What is copied, by what is said when it is done."""

    MARKDOWN = mark("Copied as Markdown.")
    TEXT = mark("Copied as plain text.")
    HTML = mark("Copied with its formatting.")


class Copying:
    """Puts what is read into the clipboard, with where it comes from."""

    def __init__(
        self, reading: Reading, view: ArticleView, notice: Notice, translator: Translator
    ) -> None:
        self._reading = reading
        self._view = view
        self._notice = notice
        self._ = translator

    def copy(self, kind: Kind) -> None:
        """Copy the selected text, or the article where nothing is selected."""
        article = self._reading.article
        if article is None:
            return
        ends = sorted((self._view.position(), self._view.anchor()))
        selected = (ends[0], ends[1]) if ends[0] != ends[1] else None
        copied = app.copied(article, selected)
        data = QMimeData()
        data.setText(copied.markdown if kind is Kind.MARKDOWN else copied.text)
        if kind is Kind.MARKDOWN:
            data.setData("text/markdown", copied.markdown.encode())
        elif kind is Kind.HTML:
            data.setHtml(copied.html)
        QGuiApplication.clipboard().setMimeData(data)
        announce(self._notice, self._(kind.value))
