"""Words drawn in a given number of lines, for the delegates of the lists."""

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from reader.gui.article.utf16 import units
from reader.gui.theme import LIGHT, Palette

BAR = 4
PAD = 12
GAP = 4
_RING = 3
_THIN_RING = 1
_SMALL = 0.86
_USUAL_WIDTH = 320

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Text:
    """Words to draw in a number of lines; `bold` are the stretches that stand out.

    Where there is too little room, `keep_end` leaves out the middle, as for addresses.
    """

    words: str
    font: QFont
    colour: QColor
    lines: int
    bold: tuple[tuple[int, int], ...] = ()
    keep_end: bool = False


def smaller(font: QFont) -> QFont:
    """Return the font of a muted line."""
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(round(font.pixelSize() * _SMALL))
    else:
        small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


class TextsDelegate(QStyledItemDelegate):
    """Draws each row as some texts, one under the other, and as high as they come out.

    `indent` is left free before them.
    """

    indent = 0

    def __init__(self) -> None:
        super().__init__()
        self.palette = LIGHT

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self.palette = palette

    @abstractmethod
    def texts(self, index: Index, option: QStyleOptionViewItem) -> list[tuple[Text, int]]:
        """Return what to draw, and how much room there is above each."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for all texts at the list's present width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else _USUAL_WIDTH
        texts = self.texts(index, option)
        inner = width - BAR - 2 * PAD - self.indent
        heights = (above + height(text, inner) for text, above in texts)
        return QSize(160, 2 * PAD + sum(heights))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        paint_ground(painter, option, self.palette)
        inner = option.rect.adjusted(BAR + PAD + self.indent, PAD, -PAD, -PAD)
        top = inner.top()
        for text, above in self.texts(index, option):
            top += above + draw(painter, text, inner, top + above)
        painter.restore()


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, colours: Palette) -> None:
    """Paint what lies behind a row: its selection, the hairline below it, the ring of the focus.

    A selected row without the focus has a thin ring: its colour alone would be too faint.
    """
    place = option.rect
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected:
        painter.fillRect(place, QColor(colours.selection))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, QColor(colours.hover))
    if not selected:  # its ring would look like two in high contrast
        line = QRect(place.left() + BAR + PAD, place.bottom(), place.width() - BAR - 2 * PAD, 1)
        painter.fillRect(line, QColor(colours.line))
    if option.state & QStyle.StateFlag.State_HasFocus:
        paint_ring(painter, place, colours)
    elif selected:
        _ring(painter, place, colours.edge, _THIN_RING)


def paint_ring(painter: QPainter, place: QRect, colours: Palette) -> None:
    """Paint the ring that tells where the focus is."""
    _ring(painter, place, colours.focus, _RING)


def _ring(painter: QPainter, place: QRect, colour: str, width: int) -> None:
    pen = painter.pen()
    pen.setColor(QColor(colour))
    pen.setWidth(width)
    painter.setPen(pen)
    painter.drawRect(place.adjusted(2, 2, -3, -3))


def muted_colour(option: QStyleOptionViewItem, colours: Palette) -> QColor:
    """Return the colour of what stands back; on a selected row it would be too faint."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    return QColor(colours.text if selected else colours.muted)


def draw(painter: QPainter, text: Text, place: QRect, top: int) -> int:
    """Draw the words from `top` on and return how high they came out."""
    layout = _fitted(text, place.width())
    painter.setPen(text.colour)
    layout.draw(painter, QPointF(place.left(), top))
    return round(layout.boundingRect().height())


def height(text: Text, width: int) -> int:
    """Return how high the words come out."""
    return round(_fitted(text, width).boundingRect().height())


def _fitted(text: Text, width: int) -> QTextLayout:
    """Lay the words out in no more lines than allowed, with "…" for what is left off."""
    layout, shown = _laid_out(text, text.words, width)
    room = shown
    while shown < len(text.words) and room > 1:
        room -= 1
        words = _shortened(text, room)
        layout, shown = _laid_out(text, words, width)
        if shown == len(words):
            break
    return layout


def _shortened(text: Text, room: int) -> str:
    if not text.keep_end:
        return text.words[:room].rstrip() + "…"
    end = room // 2
    return f"{text.words[: room - end]}…{text.words[-end:]}"


def _laid_out(text: Text, words: str, width: int) -> tuple[QTextLayout, int]:
    """Return the words laid out, and how many letters of them found room."""
    layout = QTextLayout(words, text.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_bold(words, *part) for part in text.bold if part[1] <= len(words)])
    layout.beginLayout()
    shown, top = 0, 0.0
    for _ in range(text.lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
        shown = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, shown


def _bold(words: str, start: int, end: int) -> QTextLayout.FormatRange:
    heavy = QTextCharFormat()
    heavy.setFontWeight(QFont.Weight.Bold)
    stretch = QTextLayout.FormatRange()
    stretch.start = units(words, start)
    stretch.length = units(words[start:end])
    stretch.format = heavy
    return stretch
