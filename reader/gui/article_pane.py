"""The middle pane: the article, or what stands there while none is open, and what is below it."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from reader.gui.notice import Notice
from reader.gui.saying import name
from reader.gui.welcome import Welcome
from reader.i18n import Translator

_NO_PROXY = cast("QWidget", None)  # PySide6's stubs forget that there may be none


class ArticlePane(QWidget):
    """Shows one of three: the article, the ways in of an empty library, or a hint to choose."""

    def __init__(self, view: QWidget, bar: QWidget, notice: Notice, _: Translator) -> None:
        super().__init__()
        name(self, "articlePane", _("Article"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.welcome = Welcome(_)
        self._view = view
        self._hint = QLabel(_("Choose an article from the list: Enter opens it."))
        self._hint.setObjectName("articleHint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        # No QStackedWidget: a screen reader would call it a layered pane at each visit.
        self._pages = (view, self.welcome, self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for page in self._pages:
            column.addWidget(page, 1)
        column.addWidget(bar)
        column.addWidget(notice)
        self.show_nothing(empty=True)

    def show_article(self) -> None:
        """Show the article."""
        self._put(self._view)

    def show_nothing(self, *, empty: bool) -> None:
        """Show the ways in where the library is empty, else a hint."""
        self._put(self.welcome if empty else self._hint)

    def _put(self, page: QWidget) -> None:
        page.show()
        focus = QApplication.focusWidget()
        for other in self._pages:
            if other is not page and focus in (other, *other.findChildren(QWidget)):
                page.setFocus()  # or it would go to whatever comes next in the window
            other.setVisible(other is page)
        # A proxy has the pane called focused beside what truly is, so only where nothing in it is.
        self.setFocusProxy(page if page is self._hint else _NO_PROXY)
