"""What is drawn on paper: letters for a mark, and bars."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGlyphRun, QRawFont, QTextLayout, QTextLine


@dataclass(frozen=True, slots=True)
class Ink:
    """Letters as they are drawn, with their colour and the mark that they are drawn for.

    `under` is the line below a link.
    """

    mark: int
    text: str
    at: QPointF
    glyphs: tuple[QGlyphRun, ...]
    colour: QColor
    under: QRectF | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle: a rule or an edge."""

    area: QRectF
    colour: QColor


Drawn = Ink | Bar


@dataclass(frozen=True, slots=True)
class Pen:
    """What single words are written with."""

    font: QFont
    colour: QColor

    def width(self, text: str) -> float:
        """Return how wide words are."""
        return QFontMetricsF(self.font).horizontalAdvance(text)

    def write(self, text: str, mark: int, left: float, baseline: float) -> Ink:
        """Return words that begin at a place."""
        layout = QTextLayout(text, self.font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        at = QPointF(left, baseline - line.ascent())
        return Ink(mark, text, at, tuple(line.glyphRuns()), self.colour)


def space_behind(font: QFont, line: QTextLine) -> QGlyphRun:
    """Return the space at the end of a line, which Qt does not draw, behind its last glyphs.

    Without one in a PDF, programs that read it aloud may take two words for one.
    """
    face = QRawFont.fromFont(font)
    space = QGlyphRun()
    space.setRawFont(face)
    space.setGlyphIndexes(face.glyphIndexesForString(" "))
    baseline = line.y() + line.ascent()
    space.setPositions([QPointF(line.x() + line.naturalTextWidth(), baseline)])
    return space


def without_lines(run: QGlyphRun) -> QGlyphRun:
    """Return glyphs without a line below, which Qt draws in another place than the glyphs."""
    bare = QGlyphRun(run)
    bare.setUnderline(False)
    return bare
