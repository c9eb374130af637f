"""The list of articles: its keys, its selection, and what is typed in it."""

from PySide6.QtCore import (
    QElapsedTimer,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame

from reader.gui.library.delegate import RowDelegate
from reader.gui.library.model import LibraryModel
from reader.gui.quiet_list import QuietList, sideways
from reader.gui.saying import AFTER_FOCUS

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier,
)


class ArticleList(QuietList):
    """The list: Enter goes into an article, a click shows it, the arrows only walk by.

    Several rows are selected as everywhere: by Shift, by Ctrl+Space, and all at once.
    """

    entered = Signal(int)
    clicked_row = Signal(int)
    escaped = Signal()
    walked = Signal(int)  # to the next field of the row (1) or to the one before (-1)
    moved = Signal(int)  # the row is to change places with the next (1) or the one before (-1)
    typed = Signal(str, bool)  # letters of a title; whether the current row will do
    several_selected = Signal(int)  # how many, once the keys rest

    def __init__(self, model: LibraryModel, delegate: RowDelegate) -> None:
        super().__init__()
        self._model = model
        self._letters = ""
        self._since_letter = QElapsedTimer()
        self._rest = QTimer(self, singleShot=True, interval=AFTER_FOCUS)
        self._rest.timeout.connect(self._tell_selected)
        self.setModel(model)
        model.modelReset.connect(lambda: self._have_current() if self.hasFocus() else None)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))

    def go_to(self, row: int) -> None:
        """Make a row the current one, and the only one that is selected.

        Qt's own way asks which keys are held: Ctrl+Z would select one more.
        """
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), alone)

    def selected_rows(self) -> list[int]:
        """Return the numbers of the selected rows from the top; else that of the current one."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.count())]
        rows = sorted(row for each in ranges for row in range(each.top(), each.bottom() + 1))
        current = self.currentIndex()
        return rows or ([current.row()] if current.isValid() else [])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, leave on Escape, walk through the row on Left and Right."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex().row())
        elif step := sideways(event):
            self.walked.emit(step)
        elif event.modifiers() in _ALT and (step := _UP_DOWN.get(Qt.Key(event.key()), 0)):
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, letters: str) -> None:
        """Hand on what is typed of a title: Qt itself would look into each of the rows."""
        fresh = not self._since_letter.isValid() or self._since_letter.hasExpired(
            QApplication.keyboardInputInterval()
        )
        self._letters = letters if fresh else self._letters + letters
        self._since_letter.start()
        self.typed.emit(self._letters, not fresh)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row for a screen reader to say, and tell again that there are several."""
        self._have_current()
        super().focusInEvent(event)
        if len(self.selected_rows()) > 1:
            self._untold = True  # Orca goes to the first of them, which need not be the current one
            self._rest.start()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Have the row tell its group where that is another one; before it is heard."""
        if current.isValid():
            self._model.come_to(current.row())
        super().currentChanged(current, previous)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw the selection, and tell how many rows it has once the keys rest."""
        super().selectionChanged(selected, deselected)
        self._rest.start()

    def _tell_selected(self) -> None:
        count = len(self.selected_rows())
        if count > 1 and self.hasFocus():
            self.several_selected.emit(count)

    def _click(self, index: QModelIndex) -> None:
        held = QGuiApplication.keyboardModifiers()
        if not held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self.clicked_row.emit(index.row())

    def _have_current(self) -> None:
        if not self.currentIndex().isValid() and self.model().rowCount(QModelIndex()):
            self.go_to(0)
