"""How a row of the library is drawn: title in two lines, a muted line, a bar while unread."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.drawing import BAR, GAP, PAD, Text, draw, muted_colour, paint_ground, smaller
from reader.gui.library.model import Role
from reader.gui.library.rows import Row, RowWording
from reader.gui.theme import LIGHT, Palette

_TITLE_LINES = 2
_DETAIL_LINES = 2
_SNIPPET_LINES = 3


class RowDelegate(QStyledItemDelegate):
    """Draws the rows; all are equally high, so that a list of 100,000 opens at once."""

    def __init__(self, wording: RowWording) -> None:
        super().__init__()
        self._wording = wording
        self._palette = LIGHT
        self.with_snippets = False

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self._palette = palette

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that every row has."""
        title = QFontMetrics(option.font).lineSpacing()
        small = QFontMetrics(smaller(option.font)).lineSpacing()
        height = 2 * PAD + _TITLE_LINES * title + GAP + _DETAIL_LINES * small
        if self.with_snippets:
            height += GAP + _SNIPPET_LINES * small
        return QSize(160, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        row: Row = index.data(Role.ROW)
        painter.save()
        paint_ground(painter, option, self._palette)
        if not row.entry.read:
            bar = QRect(option.rect)
            bar.setWidth(BAR)
            painter.fillRect(bar.adjusted(0, PAD, 0, -PAD), QColor(self._palette.link))
        inner = option.rect.adjusted(BAR + PAD, PAD, -PAD, -PAD)
        top = inner.top()
        for text in self._texts(row, option):
            top += draw(painter, text, inner, top) + GAP
        painter.restore()

    def _texts(self, row: Row, option: QStyleOptionViewItem) -> list[Text]:
        title = QFont(option.font)
        title.setWeight(QFont.Weight.Normal if row.entry.read else QFont.Weight.DemiBold)
        small = smaller(option.font)
        words = QColor(self._palette.text)
        muted = muted_colour(option, self._palette)
        texts = [
            Text(self._wording.title(row), title, words, _TITLE_LINES),
            Text(self._wording.detail(row), small, muted, _DETAIL_LINES),
        ]
        if row.snippet:
            texts.append(Text(row.snippet, small, words, _SNIPPET_LINES, row.marks))
        return texts
