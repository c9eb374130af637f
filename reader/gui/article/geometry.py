"""Where text is drawn, in the measure of its document."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


def lines(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """Yield the rectangle of each line between two positions."""
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        yield from _lines_of(document, block, start, end)
        block = block.next()


def area(document: QTextDocument, start: int, end: int) -> QRectF:
    """Return the rectangle around the text between two positions."""
    around = QRectF()
    for line in lines(document, start, end):
        around = around.united(line)
    return around


def line_at(document: QTextDocument, position: int) -> QRectF:
    """Return the rectangle of the line at a position, as high as its letters."""
    block = document.findBlock(position)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return QRectF()
    height = line.ascent() + line.descent()
    return QRectF(line.x(), line.y(), line.naturalTextWidth(), height).translated(origin)


def _lines_of(document: QTextDocument, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start - block.position(), line.textStart())
        last = min(end - block.position(), line.textStart() + line.textLength())
        if first < last or (start == end and first == last):
            left, right = sorted((_x(line, first), _x(line, last)))
            yield QRectF(left, line.y(), max(1, right - left), line.height()).translated(origin)


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)  # a pair in truth, an object by PySide6's stubs
    return float(found[0]) if isinstance(found, tuple) else 0
