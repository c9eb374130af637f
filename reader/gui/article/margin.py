"""The person's marks on the page: a tint and a rule under the words, a sign in the margin."""

from collections import Counter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from reader.gui.article import geometry
from reader.gui.article.annotated import extents
from reader.gui.article.page import Page
from reader.gui.article.styles import MUTED_KINDS
from reader.gui.colours import mixed
from reader.model.annotation import Annotation, AnnotationKind

_RULE = 3  # pixels, at the usual size
_RULES = 18  # times the rule's width is the text size
_TINT = 0.5  # of the colour of a selection
_SIGN = 0.8  # of the text size
_AWAY = 4  # pixels between the signs and the text
_LEAST = 8


def draw_annotations(painter: QPainter, page: Page, shown: QRectF) -> None:
    """Draw what lies behind the text, and the signs beside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    beside: Counter[float] = Counter()
    for annotation in page.outline.annotations:
        if annotation.kind is not AnnotationKind.BOOKMARK:
            _tint(painter, page, annotation, shown)
        if annotation.kind is not AnnotationKind.HIGHLIGHT:
            _sign(painter, page, annotation, beside)


def _tint(painter: QPainter, page: Page, annotation: Annotation, shown: QRectF) -> None:
    """Tint the words and underline them: a colour alone would be lost to many eyes."""
    palette = page.styles.look.palette
    tint = QColor(mixed(palette.page, palette.selection, _TINT))
    rule = QColor(palette.focus if annotation.kind is AnnotationKind.NOTE else palette.edge)
    thick = max(_RULE, page.styles.look.text_size // _RULES)
    for extent in extents(page.outline, annotation):
        faint = page.outline.leaves[extent.block].kind in MUTED_KINDS
        for line in page.lines(extent) if extent.start < extent.end else ():
            if line.intersects(shown):
                if not faint:  # its letters would be too faint on the tint
                    painter.fillRect(line, tint)
                painter.fillRect(line.adjusted(0, line.height() - thick, 0, 0), rule)


def _sign(painter: QPainter, page: Page, annotation: Annotation, beside: Counter[float]) -> None:
    """Draw a ribbon or a sheet in the margin, further out where there is one already."""
    look = page.styles.look
    line = geometry.line_at(page.document, page.document_position(annotation.start))
    margin = page.document.rootFrame().frameFormat().leftMargin()
    high = _SIGN * look.text_size
    wide = min(high, margin - 2 * _AWAY)  # in large print the margin is narrow, the line is high
    if line.isEmpty() or wide < _LEAST:
        return
    left = max(0.0, margin - (wide + _AWAY) * (1 + beside[line.top()]))
    beside[line.top()] += 1
    room = QRectF(left, line.center().y() - high / 2, wide, high)
    painter.setPen(QPen(QColor(look.palette.page), 1))
    painter.setBrush(QBrush(QColor(look.palette.focus)))
    if annotation.kind is AnnotationKind.BOOKMARK:
        painter.drawPolygon(_ribbon(room))
    else:
        _sheet(painter, room, QColor(look.palette.page))


def _ribbon(room: QRectF) -> QPolygonF:
    inner = room.adjusted(room.width() * 0.2, 0, -room.width() * 0.2, 0)
    notch = QPointF(inner.center().x(), inner.bottom() - inner.height() * 0.3)
    return QPolygonF(
        [inner.topLeft(), inner.topRight(), inner.bottomRight(), notch, inner.bottomLeft()]
    )


def _sheet(painter: QPainter, room: QRectF, ink: QColor) -> None:
    painter.drawRoundedRect(room, 2, 2)
    height = max(1.0, room.height() * 0.1)
    for part in (0.25, 0.45, 0.65):
        top = room.top() + room.height() * part
        line = QRectF(room.left() + room.width() * 0.2, top, room.width() * 0.6, height)
        painter.fillRect(line, ink)
