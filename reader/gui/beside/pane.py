"""The pane of the original: what it is, and its text, or what can be done where there is none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reader.gui.article.view import ArticleView
from reader.gui.headed import Headed
from reader.gui.saying import name
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.position import START, Position


class OriginalPane(Headed):
    """Shows a second text under a line that tells what it is and how sure its pairs are."""

    fetch_wanted = Signal()

    def __init__(self, translator: Translator, *, plain: bool) -> None:
        _ = translator
        self.view = ArticleView(translator, plain=plain)
        super().__init__(self.view)
        name(self, "originalPane", _("Original"))
        self.view.setObjectName("originalView")
        self._called = ""
        self.nothing = QLabel(_("No original of this article is kept."))
        self.nothing.setObjectName("originalNothing")
        self.nothing.setWordWrap(True)
        self.nothing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fetch = QPushButton(_("&Fetch the original"))
        name(self.fetch, "originalFetch", _("Fetch the original"))
        self.fetch.setAccessibleDescription(self.nothing.text())
        self.fetch.clicked.connect(self.fetch_wanted)
        self.column.addWidget(self.nothing, 1)
        self.column.addWidget(self.fetch, 0, Qt.AlignmentFlag.AlignCenter)
        self.show_nothing()

    @property
    def home(self) -> QWidget:
        """What takes the focus: the text, or what tells that there is none."""
        return self.nothing if self.nothing.isVisibleTo(self) else self.view

    def show_text(self, article: Article, called: str, place: Position = START) -> None:
        """Show a text under what it is called."""
        self._called = called
        self.view.setAccessibleName(called)
        self.tell(called)
        self.view.show_article(article, place)
        self._put(self.view)

    def show_nothing(self) -> None:
        """Tell that there is no original, and how to have one."""
        self.view.clear_article()
        self.tell()
        self._put(self.nothing, self.fetch)

    def tell_of_pair(self, words: str) -> None:
        """Tell something of the marked pair, behind what the text is called."""
        self.tell(self._called, words)

    def _put(self, *shown: QWidget) -> None:
        for widget in shown:
            widget.show()
        held_focus = self.view.hasFocus() or self.fetch.hasFocus()
        if held_focus and not any(widget.hasFocus() for widget in shown):
            shown[0].setFocus()
        for widget in (self.view, self.nothing, self.fetch):
            if widget not in shown:
                widget.hide()
