"""What is drawn beside and behind the text: quotations' rules, panel, the lit line, focus."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from reader.gui.article import geometry
from reader.gui.article.outline import Knot
from reader.gui.article.page import Page
from reader.gui.article.typesetting import Ornament, Ornated
from reader.model.position import Extent, Position
from reader.settings import Guide

_RULE = 3
_RING = 3
_EDGE = 2
_PADDING = 12
_SAME = 4  # the edge beside a sentence that stands in two texts
_BESIDE = 10  # so far from the column
_DASHES = (1.5, 1.0)  # in widths of the edge
_ROUND = 8
_AROUND_LINE = 0.2  # of the text size


def draw_ornaments(painter: QPainter, page: Page, shown: QRectF) -> None:
    """Draw what lies behind the text; `shown` is the part of the document that is visible."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ornated in page.ornaments:
        area = _area(page, ornated)
        if area.intersects(shown):
            _draw(painter, page, ornated.ornament, area)


def draw_guide(painter: QPainter, page: Page, place: Position) -> None:
    """Light the line that is being read, from edge to edge, where the person wants that."""
    look = page.styles.look
    line = geometry.line_at(page.document, page.document_position(place))
    if look.typography.guide is not Guide.LINE or line.isEmpty():
        return
    more = look.text_size * _AROUND_LINE
    high = line.adjusted(0, -more, 0, more).toAlignedRect()  # whole pixels: its edges are sharp
    band = QRect(0, high.top(), round(page.document.textWidth()), high.height())
    painter.fillRect(band, QColor(look.palette.edge))
    painter.fillRect(band.adjusted(0, _EDGE, 0, -_EDGE), QColor(look.palette.hover))


def draw_focus(painter: QPainter, page: Page, knot: Knot) -> None:
    """Draw the focus ring round a link or a mark, line by line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(page.styles.look.palette.focus), _RING))
    _rings(painter, page.lines(knot.extent))


def draw_found(painter: QPainter, page: Page, found: Extent) -> None:
    """Draw an edge round the found words that the person is at."""
    painter.setPen(QPen(QColor(page.styles.look.palette.text), _EDGE))
    for line in page.lines(found):
        painter.drawRect(line.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))


def draw_same(painter: QPainter, page: Page, sentences: Iterable[Extent], *, sure: bool) -> None:
    """Draw an edge beside the lines of a sentence that stands in two texts; of a guess, dashed."""
    palette = page.styles.look.palette
    pen = QPen(QColor(palette.focus), _SAME)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not sure:
        pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    left = page.document.rootFrame().frameFormat().leftMargin() - _BESIDE
    for extent in sentences:
        area = page.area(extent)
        painter.drawLine(QPointF(left, area.top()), QPointF(left, area.bottom()))


def _rings(painter: QPainter, lines: Iterable[QRectF]) -> None:
    for line in lines:
        painter.drawRoundedRect(line.adjusted(-4, -2, 4, 2), 4, 4)


def _area(page: Page, ornated: Ornated) -> QRectF:
    """Return the room of the blocks, as wide as the column."""
    layout = page.document.documentLayout()
    first = layout.blockBoundingRect(page.document.findBlock(ornated.start))
    last = layout.blockBoundingRect(page.document.findBlock(ornated.end))
    frame = page.document.rootFrame().frameFormat()
    left = frame.leftMargin()
    width = page.document.textWidth() - left - frame.rightMargin()
    return QRectF(left, first.top(), width, last.bottom() - first.top())


def _draw(painter: QPainter, page: Page, ornament: Ornament, area: QRectF) -> None:
    palette = page.styles.look.palette
    match ornament:
        case Ornament.RULE:
            rule = QRectF(area.topLeft(), QPointF(area.left() + _RULE, area.bottom()))
            painter.fillRect(rule, QColor(palette.edge))
        case Ornament.PANEL:
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.setBrush(QBrush(QColor(palette.panel)))
            painter.drawRoundedRect(
                area.adjusted(-_PADDING, -_PADDING, _PADDING, _PADDING), _ROUND, _ROUND
            )
