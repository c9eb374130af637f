"""The middle pane: the article, or what stands there while none is open, and the notice below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.gui.notice import Notice
from reader.gui.saying import name
from reader.gui.welcome import Welcome
from reader.i18n import Translator


class ArticlePane(QWidget):
    """Shows one of three: the article, the ways in of an empty library, or a hint to choose."""

    def __init__(self, view: QWidget, notice: Notice, translator: Translator) -> None:
        super().__init__()
        name(self, "articlePane", translator("Article"))
        self.welcome = Welcome(translator)
        self._view = view
        self._hint = QLabel(translator("Choose an article from the list: Enter opens it."))
        self._hint.setObjectName("articleHint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._stack = QStackedWidget()
        for page in (view, self.welcome, self._hint):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(notice)
        self.show_nothing(empty=True)

    def show_article(self) -> None:
        """Show the article."""
        self._put(self._view)

    def show_nothing(self, *, empty: bool) -> None:
        """Show the ways in where the library is empty, else a hint."""
        self._put(self.welcome if empty else self._hint)

    def _put(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
