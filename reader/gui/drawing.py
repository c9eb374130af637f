"""Words drawn in a given number of lines, for the delegates of the lists."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reader.gui.theme import Palette

BAR = 4
PAD = 12
GAP = 4
_RING = 3
_SMALL = 0.86


@dataclass(frozen=True, slots=True)
class Text:
    """Words to draw in a number of lines; `bold` are the stretches that stand out."""

    words: str
    font: QFont
    colour: QColor
    lines: int
    bold: tuple[tuple[int, int], ...] = ()


def smaller(font: QFont) -> QFont:
    """Return the font of a muted line."""
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(round(font.pixelSize() * _SMALL))
    else:
        small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, colours: Palette) -> None:
    """Paint what lies behind a row: its selection, the hairline below it, the ring of the focus."""
    place = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(place, QColor(colours.selection))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, QColor(colours.hover))
    line = QRect(place.left() + BAR + PAD, place.bottom(), place.width() - BAR - 2 * PAD, 1)
    painter.fillRect(line, QColor(colours.hover))
    if option.state & QStyle.StateFlag.State_HasFocus:
        pen = painter.pen()
        pen.setColor(QColor(colours.focus))
        pen.setWidth(_RING)
        painter.setPen(pen)
        painter.drawRect(place.adjusted(2, 2, -2, -2))


def draw(painter: QPainter, text: Text, place: QRect, top: int) -> int:
    """Draw the words from `top` on and return how high they came out."""
    layout = _fitted(text, place.width())
    painter.setPen(text.colour)
    layout.draw(painter, QPointF(place.left(), top))
    return round(layout.boundingRect().height())


def _fitted(text: Text, width: int) -> QTextLayout:
    """Lay the words out in no more lines than allowed, with "…" for what is left off."""
    words, bold = text.words, text.bold
    layout, shown = _laid_out(text, words, bold, width)
    while shown < len(words) and shown > 1:
        words = words[: shown - 1].rstrip() + "…"
        shown_before = shown
        layout, shown = _laid_out(text, words, bold, width)
        shown = min(shown, shown_before - 1) if shown < len(words) else shown
    return layout


def _laid_out(
    text: Text, words: str, bold: tuple[tuple[int, int], ...], width: int
) -> tuple[QTextLayout, int]:
    layout = QTextLayout(words, text.font)
    layout.setFormats([_bold(start, end) for start, end in bold if end <= len(words)])
    layout.beginLayout()
    shown, height = 0, 0.0
    for _ in range(text.lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        shown = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, shown


def _bold(start: int, end: int) -> QTextLayout.FormatRange:
    heavy = QTextCharFormat()
    heavy.setFontWeight(QFont.Weight.Bold)
    stretch = QTextLayout.FormatRange()
    stretch.start = start
    stretch.length = end - start
    stretch.format = heavy
    return stretch
