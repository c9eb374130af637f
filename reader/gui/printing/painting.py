"""Pages are drawn: on a printer, on a picture of a page, or in a PDF with its marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from reader.exporters.pdf.marks import ARTIFACT, FAR, SIDE, Inked
from reader.gui.article.styles import Look
from reader.gui.printing.ink import Bar, Drawn, Ink, Pen
from reader.gui.printing.paper import Paper, PrintStyles
from reader.i18n import Translator

_SMALL = 0.8  # of the text size
_LARGEST = 20  # pixels: the head of a page grows no further
_FROM_TEXT = 0.55  # of the room above and below: there the baselines of head and foot are
_MARK_COLOUR = QColor(Qt.GlobalColor.black)


class Furniture:
    """What stands above and below the text of each page: the title, and which page it is."""

    def __init__(self, title: str, look: Look, paper: Paper, _: Translator) -> None:
        font = PrintStyles(look).font(min(look.text_size * _SMALL, _LARGEST))
        self._pen = Pen(font, QColor(look.palette.muted))
        self._title = QFontMetricsF(font).elidedText(
            title, Qt.TextElideMode.ElideRight, paper.text_width
        )
        self._paper = paper
        self._ = _

    def of(self, number: int, before: int, count: int) -> Iterator[Ink]:
        """Yield what stands round a page, counted from 0; the first has the title in its text.

        In the file, which has `count` pages in all, so many stand `before` the first.
        """
        paper, pen = self._paper, self._pen
        if number:
            yield pen.write(self._title, ARTIFACT, paper.left, paper.top * _FROM_TEXT)
        if count > 1:
            words = self._("Page {number} of {count}").format(
                number=before + number + 1, count=count
            )
            left = paper.left + (paper.text_width - pen.width(words)) / 2
            below = paper.height - paper.bottom * _FROM_TEXT
            yield pen.write(words, ARTIFACT, left, below)


def draw(painter: QPainter, page: Sequence[Drawn]) -> None:
    """Draw a page."""
    for drawn in page:
        _draw(painter, drawn)


def draw_marked(painter: QPainter, page: Sequence[Drawn]) -> tuple[Inked, ...]:
    """Draw a page with a mark before whatever is drawn for another one; return them in order."""
    inked: list[Inked] = []
    for drawn in page:
        mark, text = (drawn.mark, drawn.text) if isinstance(drawn, Ink) else (ARTIFACT, "")
        if inked and inked[-1].mark == mark:
            inked[-1] = replace(inked[-1], text=inked[-1].text + text)
        else:
            painter.fillRect(QRectF(-FAR - mark, -FAR, SIDE, SIDE), _MARK_COLOUR)
            inked.append(Inked(mark, text))
        _draw(painter, drawn)
    return tuple(inked)


def _draw(painter: QPainter, drawn: Drawn) -> None:
    match drawn:
        case Ink():
            painter.setPen(drawn.colour)
            for run in drawn.glyphs:
                painter.drawGlyphRun(drawn.at, run)
            if drawn.under is not None:
                painter.fillRect(drawn.under, drawn.colour)
        case Bar():
            painter.fillRect(drawn.area, drawn.colour)
        case _:
            assert_never(drawn)
