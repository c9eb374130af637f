"""The open article, or what is selected in it, copied as text of some kind."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from reader import app
from reader.gui.article.view import ArticleView
from reader.gui.notice import Notice
from reader.gui.reading import Reading
from reader.gui.saying import announce
from reader.i18n import Translator

if TYPE_CHECKING:
    from reader.exporters.copied import Copied


class Copying:
    """Puts what is read into the clipboard, with where it comes from."""

    def __init__(
        self, reading: Reading, view: ArticleView, notice: Notice, translator: Translator
    ) -> None:
        self._reading = reading
        self._view = view
        self._notice = notice
        self._ = translator

    def as_markdown(self) -> None:
        """Copy as Markdown, which is text to other programs too."""
        if (copied := self._copied()) is not None:
            data = QMimeData()
            data.setText(copied.markdown)
            data.setData("text/markdown", copied.markdown.encode())
            self._put(data, self._("Copied as Markdown."))

    def as_text(self) -> None:
        """Copy the words alone."""
        if (copied := self._copied()) is not None:
            data = QMimeData()
            data.setText(copied.text)
            self._put(data, self._("Copied as plain text."))

    def as_html(self) -> None:
        """Copy with headings, links and all, for programs that know them."""
        if (copied := self._copied()) is not None:
            data = QMimeData()
            data.setText(copied.text)
            data.setHtml(copied.html)
            self._put(data, self._("Copied with its formatting."))

    def _copied(self) -> "Copied | None":
        """Return the selected text, or the article where nothing is selected."""
        article = self._reading.article
        if article is None:
            return None
        start, end = sorted((self._view.position(), self._view.anchor()))
        return app.copied(article, None if start == end else (start, end))

    def _put(self, data: QMimeData, words: str) -> None:
        QGuiApplication.clipboard().setMimeData(data)
        announce(self._notice, words)
