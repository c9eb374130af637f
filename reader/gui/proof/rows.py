"""A dialog with one list, whose rows lead to places of the article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from reader.gui.dialogs import column_of, resize_in_lines
from reader.gui.drawing import GAP, Index, Text, TextsDelegate
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.form import add_row, new_form
from reader.gui.quiet_list import QuietList, RowsView
from reader.gui.row_model import DESCRIPTION, RowModel
from reader.gui.saying import name, say_choices
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.position import Position

_SIZE = (42, 31)  # in heights of a line
_HEAD_LINES = 2
_TEXT_LINES = 4
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows, a head in bold and texts under it; what is said of it; where it leads."""

    head: str
    texts: tuple[str, ...]
    said: str
    place: Position | None


class Rows(RowModel):
    """Rows, drawn and said when they come into view: there may be tens of thousands."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self.rows = tuple(rows)

    def show(self, rows: Sequence[Row]) -> None:
        """Have other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def change(self, rows: Sequence[Row]) -> None:
        """Have the rows that there are show and say other things."""
        self.rows = tuple(rows)
        self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def put(self, number: int, row: Row) -> None:
        """Have another row in the place of one."""
        self.rows = (*self.rows[:number], row, *self.rows[number + 1 :])
        self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return what a row shows, or what a screen reader says of it."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join((row.head, *row.texts))
        if role == DESCRIPTION:
            return self.description(index)
        return row.said if role == Qt.ItemDataRole.AccessibleTextRole else None


class RowsDelegate(TextsDelegate):
    """Draws the head of a row in bold, where it has one, and the texts under it."""

    def texts(self, index: Index, option: QStyleOptionViewItem) -> list[tuple[Text, int]]:
        """Return the head and what stands below."""
        head, *rest = str(index.data()).split("\n")
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        text = QColor(self.palette.text)
        heads = [(Text(head, bold, text, _HEAD_LINES), 0)] if head else []
        return heads + [(Text(line, option.font, text, _TEXT_LINES), GAP) for line in rest]


class RowsList(QuietList):
    """Rows in a dialog of another kind; it speaks only while it has the focus."""

    def __init__(self, object_name: str, accessible: str) -> None:
        super().__init__()
        name(self, object_name, accessible)
        self.rows = Rows(())
        self.delegate = RowsDelegate()
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)


class RowsDialog(FittedDialog):
    """Shows rows in a list; Enter closes it and leads to the place of the row."""

    chosen = Signal(object)  # Position

    def __init__(
        self, title: str, list_name: str, rows: Sequence[Row], _: Translator, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        name(self, "rowsDialog", title)
        resize_in_lines(self, *_SIZE)
        self.model = Rows(rows)
        self.list = RowsView()
        name(self.list, "rows", list_name)
        self._delegate = RowsDelegate()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.doubleClicked.connect(self._go)
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self.show_it = self.buttons.addButton(
            _("Show in the article"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.show_it.setDefault(True)
        self.show_it.setEnabled(bool(rows))
        self.show_it.clicked.connect(self._go)
        self._column = column_of(self)
        self._lay_out()
        if rows:
            self.stand_on(0)
        self.list.setFocus()

    @property
    def current(self) -> Row | None:
        """The row that the list stands on."""
        index = self.list.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def go_to(self, number: int) -> None:
        """Stand on a row, with the focus."""
        self.stand_on(number)
        self.list.setFocus()

    def stand_on(self, number: int) -> None:
        """Stand on a row; the focus stays where it is."""
        self.list.setCurrentIndex(self.model.index(number))

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self._delegate.set_palette(palette)

    def add_choices(
        self, label: str, choices: Iterable[tuple[str, str]], choice: str, *, several: bool
    ) -> QComboBox:
        """Offer above the list to show some of the rows, each kind in words and by its key.

        Without several kinds nothing shows.
        """
        box = QComboBox()
        for words, key in choices:
            box.addItem(words, key)
        box.setCurrentIndex(max(box.findData(choice), 0))
        say_choices(box)
        form = new_form()
        add_row(form, label, box)
        self._column.insertLayout(1, form)
        form.setRowVisible(0, several)
        return box

    def _lay_out(self) -> None:
        title = QLabel(self.windowTitle())
        title.setObjectName("paneTitle")
        title.setWordWrap(True)
        self._column.addWidget(title)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.buttons)

    def _go(self) -> None:
        row = self.current
        if row is not None and row.place is not None:
            self.accept()
            self.chosen.emit(row.place)
