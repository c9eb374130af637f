"""The left pane: search field, choice of a view, how much there is, and the list of articles."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.library.amounts import Amount
from reader.gui.library.article_list import ArticleList
from reader.gui.library.delegate import RowDelegate
from reader.gui.library.head import Head
from reader.gui.library.model import LibraryModel
from reader.gui.library.views import View
from reader.gui.line_field import LineField
from reader.gui.saying import announce_after_focus, name, say_choices
from reader.i18n import Translator

_LETTERS = 12  # the least width of the choice of a view
_LINES = 21  # of the pane, below which all stands closer


class SearchField(LineField):
    """Where words to search for are typed."""

    escaped = Signal()
    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape, go down to what was found on Down."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case Qt.Key.Key_Down:
                self.went_down.emit()
            case _:
                super().keyPressEvent(event)


class ViewBox(QComboBox):
    """The choice of a view."""

    chosen = Signal(str)  # the key of a view

    def __init__(self, accessible: str) -> None:
        super().__init__()
        name(self, "viewBox", accessible)
        self._offered: list[tuple[str, str]] = []
        self.setMinimumContentsLength(_LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        say_choices(self)
        self.currentIndexChanged.connect(lambda _number: self.chosen.emit(self.currentData()))

    def offer(self, views: Sequence[View], fitting: Sequence[View]) -> None:
        """Offer these views, without a word; of those that fit, the chosen one stays chosen."""
        chosen, keys = self.currentData(), [view.key for view in fitting]
        offered = [(view.name, view.key) for view in views]
        with QSignalBlocker(self):
            if offered != self._offered:
                self._offered = offered
                self.clear()
                for each in offered:
                    self.addItem(*each)
            self.setCurrentIndex(self.findData(chosen if chosen in keys else keys[0]))


class LibraryPanel(QWidget):
    """Lays the left pane out; `reader.gui.library.shelf` gives it its life."""

    def __init__(self, model: LibraryModel, delegate: RowDelegate, translator: Translator) -> None:
        super().__init__()
        _ = translator
        name(self, "libraryPanel", _("Library"))
        self._found = False
        self._before: QWidget | None = None
        self._delegate = delegate
        self.field = SearchField()
        name(self.field, "searchField", _("Search"))
        self.field.setPlaceholderText(_("Words in any form"))
        self.views = ViewBox(_("View"))
        self.list = ArticleList(model, delegate)
        name(self.list, "articleList", _("News"))
        self.title = QLabel()
        self.count = QLabel()
        self.count.setObjectName("libraryCount")
        self.count.setWordWrap(True)
        self.clear = QPushButton(_("Clear the search"))
        name(self.clear, "clearSearch", _("Clear the search"))
        self.clear.hide()
        self._head = Head(self.field, self.views, (self.title, self.count, self.clear))
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list as much room as there is."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Leave the list as much room as there is, in large print too."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Return no width: what stands side by side must not keep the pane from being narrowed."""
        return QSize(0, super().minimumSizeHint().height())

    def _make_room(self) -> None:
        short = self.height() < _LINES * self.fontMetrics().lineSpacing()
        self.title.setVisible(self._found and not short)
        self._head.fit(self.width(), short=short)
        if short != self._delegate.is_short:
            self._delegate.is_short = short
            self.list.scheduleDelayedItemsLayout()

    def go_to_field(self) -> None:
        """Put the focus into the search field; `go_back` will give it back."""
        focus = QApplication.focusWidget()
        if focus is not self.field:
            self._before = focus
        self.field.setFocus()
        self.field.selectAll()

    def go_back(self) -> None:
        """Put the focus where it was before the search, else into the list."""
        before, self._before = self._before, None
        target = before if before is not None and before.isVisible() else self.list
        target.setFocus()

    def call(self, title: str, amount: Amount, *, found: bool) -> None:
        """Tell what the list shows and how much; found articles have a title of their own."""
        self.title.setText(title)
        self._found = found
        self._make_room()
        self.count.setText(amount.words)
        # Orca calls a list by its label, and counts its rows; others take the list's own name.
        called = f"{title}, {amount.words}"
        self.count.setAccessibleName(title if amount.is_count else called)
        self.list.setAccessibleName(called)

    def tell_count(self, *, was_here: bool) -> None:
        """Say how much there is, unless the focus comes into the list, which tells that itself."""
        words = self.count.text()

        def is_news() -> bool:
            return self.count.text() == words and (was_here or not self.list.hasFocus())

        announce_after_focus(self, words, is_news)

    def _lay_out(self) -> None:
        self.title.setObjectName("paneTitle")
        self.count.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head.column)
        column.addWidget(self.list, 1)
