"""Where text is drawn, in the measure of its document."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument


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


def _lines_of(document: QTextDocument, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    origin -= layout.boundingRect().topLeft()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start - block.position(), line.textStart())
        last = min(end - block.position(), line.textStart() + line.textLength())
        if first < last or (start == end and first == last):
            left, right = sorted((line.cursorToX(first)[0], line.cursorToX(last)[0]))
            yield QRectF(left, line.y(), max(1, right - left), line.height()).translated(origin)
