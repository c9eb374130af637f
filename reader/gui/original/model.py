"""The rows of the links panel as Qt's list asks for them, and how they are drawn."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.gui.drawing import GAP, Index, Text, TextsDelegate, muted_colour, smaller
from reader.gui.original.rows import LinkRow, short
from reader.gui.row_model import RowModel

_ROW = Qt.ItemDataRole.UserRole
_WORDS_LINES = 3
_ADDRESS_LINES = 2


class LinksModel(RowModel):
    """A list of links."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[LinkRow] = ()

    def set_rows(self, rows: Sequence[LinkRow]) -> None:
        """Show other links."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> LinkRow:
        """Return a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many links there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt takes any value
        """Return what a view, a screen reader or the delegate asks of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.description(index)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(line.address for line in row.lines)
            case _:
                return row if role == _ROW else None


class LinkDelegate(TextsDelegate):
    """Draws a link's words and under them its addresses, each with its label above it."""

    def texts(self, index: Index, option: QStyleOptionViewItem) -> list[tuple[Text, int]]:
        """Return the words, and label and address in turn."""
        row: LinkRow = index.data(_ROW)
        small = smaller(option.font)
        muted = muted_colour(option, self.palette)
        link = QColor(self.palette.link)
        texts = [(Text(row.words, option.font, QColor(self.palette.text), _WORDS_LINES), 0)]
        for line in row.lines:
            address = Text(short(line.address), small, link, _ADDRESS_LINES, keep_end=True)
            texts += [(Text(line.head, small, muted, 1), GAP), (address, 0)]
        return texts
