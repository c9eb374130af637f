"""The signs on the player's buttons, drawn in the colour of their words."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap, QPolygonF

_SIDE = 64  # drawn large, shown small: sharp on every screen


class Glyph(Enum):
    """A sign as rectangles and triangles on a field of 16 by 16.

    A rectangle is (left, top, width, height); a triangle is (foot, tip), pointing sideways over
    the whole height.
    """

    PREVIOUS = (((2, 3, 2, 10),), ((14, 5),))
    PLAY = ((), ((3, 14),))
    PAUSE = (((3, 3, 3.5, 10), (9.5, 3, 3.5, 10)), ())
    STOP = (((3, 3, 10, 10),), ())
    NEXT = (((12, 3, 2, 10),), ((2, 11),))


def icon(glyph: Glyph, usual: QColor, greyed: QColor) -> QIcon:
    """Return the sign in the colour of a button's words, and in that of one greyed out."""
    made = QIcon(_image(glyph, usual))
    made.addPixmap(_image(glyph, greyed), QIcon.Mode.Disabled)
    return made


def _image(glyph: Glyph, colour: QColor) -> QPixmap:
    image = QPixmap(_SIDE, _SIDE)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SIDE / 16, _SIDE / 16)
    painter.fillPath(_path(glyph), colour)
    painter.end()
    return image


def _path(glyph: Glyph) -> QPainterPath:
    path = QPainterPath()
    rectangles, triangles = glyph.value
    for rectangle in rectangles:
        path.addRect(QRectF(*rectangle))
    for foot, tip in triangles:
        corners = [QPointF(foot, 2.5), QPointF(tip, 8), QPointF(foot, 13.5)]
        path.addPolygon(QPolygonF(corners))
    return path
