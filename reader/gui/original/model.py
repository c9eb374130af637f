"""The rows of the links panel as Qt's list asks for them, and how they are drawn."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.drawing import BAR, GAP, PAD, Text, draw, paint_ground, smaller
from reader.gui.original.rows import LinkRow, short
from reader.gui.theme import LIGHT, Palette

_ROW = Qt.ItemDataRole.UserRole
_WORDS_LINES = 2
_MOST_ADDRESSES = 2

Index = QModelIndex | QPersistentModelIndex


class LinksModel(QAbstractListModel):
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
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(line.address for line in row.lines)
            case _:
                return row if role == _ROW else None


class LinkDelegate(QStyledItemDelegate):
    """Draws a link's words and under them its addresses, each with its label before it."""

    def __init__(self) -> None:
        super().__init__()
        self._palette = LIGHT

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self._palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines of words and for the addresses."""
        row: LinkRow = index.data(_ROW)
        words = QFontMetrics(option.font).lineSpacing()
        small = QFontMetrics(smaller(option.font)).lineSpacing()
        return QSize(160, 2 * PAD + _WORDS_LINES * words + len(row.lines) * (GAP + small))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row: LinkRow = index.data(_ROW)
        painter.save()
        paint_ground(painter, option, self._palette)
        inner = option.rect.adjusted(BAR + PAD, PAD, -PAD, -PAD)
        text = QColor(self._palette.text)
        words = Text(row.words, option.font, text, _WORDS_LINES)
        top = inner.top() + draw(painter, words, inner, inner.top()) + GAP
        self._draw_addresses(painter, row, smaller(option.font), inner, top)
        painter.restore()

    def _draw_addresses(
        self, painter: QPainter, row: LinkRow, font: QFont, inner: QRect, top: int
    ) -> None:
        metrics = QFontMetrics(font)
        indent = max(metrics.horizontalAdvance(line.label) for line in row.lines) + PAD
        painter.setFont(font)
        for line in row.lines:
            label = QRect(inner.left(), top, indent, metrics.lineSpacing())
            painter.setPen(QColor(self._palette.muted))
            painter.drawText(label, Qt.AlignmentFlag.AlignLeft, line.label)
            place = QRect(inner).adjusted(indent, 0, 0, 0)
            place.setTop(top)
            place.setHeight(metrics.lineSpacing())
            address = metrics.elidedText(
                short(line.address), Qt.TextElideMode.ElideMiddle, place.width()
            )
            painter.setPen(QColor(self._palette.link))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, address)
            top += metrics.lineSpacing() + GAP
