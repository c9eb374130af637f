"""The left pane: search field, how much there is, and the list of articles."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.library.delegate import RowDelegate
from reader.gui.library.model import LibraryModel
from reader.gui.quiet_list import QuietList, sideways
from reader.gui.saying import name
from reader.i18n import Translator

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ArticleList(QuietList):
    """The list: Enter goes into an article, a click shows it, the arrows only walk by."""

    entered = Signal(int)
    clicked_row = Signal(int)
    escaped = Signal()
    walked = Signal(int)  # to the next field of the row (1) or to the one before (-1)

    def __init__(self, model: LibraryModel, delegate: RowDelegate) -> None:
        super().__init__()
        self.setModel(model)
        model.modelReset.connect(lambda: self._have_current() if self.hasFocus() else None)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.clicked.connect(lambda index: self.clicked_row.emit(index.row()))
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))

    def go_to(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, leave on Escape, walk through the row on Left and Right."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex().row())
        elif step := sideways(event):
            self.walked.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make the first row the current one, so that a screen reader has something to say."""
        self._have_current()
        super().focusInEvent(event)

    def _have_current(self) -> None:
        if not self.currentIndex().isValid() and self.model().rowCount(QModelIndex()):
            self.go_to(0)


class SearchField(QLineEdit):
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


class LibraryPanel(QWidget):
    """Lays the left pane out; `reader.gui.library.shelf` gives it its life."""

    def __init__(self, model: LibraryModel, delegate: RowDelegate, translator: Translator) -> None:
        super().__init__()
        _ = translator
        name(self, "libraryPanel", _("Library"))
        self.field = SearchField()
        name(self.field, "searchField", _("Search"))
        self.field.setPlaceholderText(_("Words in any form"))
        self.list = ArticleList(model, delegate)
        name(self.list, "articleList", _("News"))
        self.title = QLabel(_("News"))
        self.count = QLabel()
        self.count.setObjectName("libraryCount")
        self.count.setWordWrap(True)
        self.clear = QPushButton(_("Clear the search"))
        name(self.clear, "clearSearch", _("Clear the search"))
        self.clear.hide()
        self._lay_out(_)

    def _lay_out(self, _: Translator) -> None:
        search = QLabel(_("Search"))
        search.setObjectName("fieldLabel")
        search.setBuddy(self.field)
        self.title.setObjectName("paneTitle")
        self.title.setBuddy(self.list)
        head = QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.setSpacing(4)
        head.addWidget(search)
        head.addWidget(self.field)
        head.addSpacing(16)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addSpacing(4)
        head.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
