"""Type, colours and distances of the page, as formats for a text document."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.gui.faces import page_faces
from reader.gui.theme import Palette
from reader.model.article import Span
from reader.model.leaves import Kind, Leaf
from reader.settings import Typography

_USUAL = Typography()
INDENT = 1.2  # of the text size, for quotations
_HEADINGS = {1: 1.6, 2: 1.3}
_LOWER_HEADING = 1.1
_LARGE = 36  # pixels: from this text size on, headings are larger by less and less
_HEADING_LINE = 0.8  # of the line of the text
_ITEM = 0.4  # of the distance between paragraphs
_SMALL = 0.86
_SMALL_KINDS = frozenset({Kind.NOTICE, Kind.FOOTNOTE, Kind.DATE})
MUTED_KINDS = frozenset({Kind.NOTICE, Kind.DATE, Kind.FIGURE})
_LEAST_MARGIN = 24
_TOP = 32
_BOTTOM = 64
# Ordinary prose, to measure how wide a character is on average.
_PROSE = "Комисията предлага нови правила, с които държавите членки ще работят по-бързо и заедно."


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, the size of the text in pixels, and how it is set."""

    palette: Palette
    text_size: int
    typography: Typography = _USUAL


class Styles:
    """Makes the formats for one look."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.size = look.text_size
        self.type = look.typography
        self._faces = page_faces(look.typography.face)
        self._line = look.typography.line_spacing / 100
        self._apart = look.text_size * look.typography.paragraph_spacing / 100

    def font(self, size: float | None = None) -> QFont:
        """Return the page's face in a size in pixels, that of the text by default."""
        font = QFont(self._faces)
        pixels = round(size or self.size)
        font.setPixelSize(pixels)
        if self.type.letter_spacing:
            extra = pixels * self.type.letter_spacing / 100
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, extra)
        # Faces with old-style figures would set "2027" below the line and "11" small.
        font.setFeature(QFont.Tag("lnum"), 1)
        return font

    def column(self) -> float:
        """Return the width of the column in pixels."""
        return QFontMetricsF(self.font()).horizontalAdvance(_PROSE) / len(_PROSE) * self.type.column

    def frame(self, width: float) -> QTextFrameFormat:
        """Return the margins that put the column in the middle of a window so wide."""
        side = max(_LEAST_MARGIN, (width - self.column()) / 2)
        frame = QTextFrameFormat()
        frame.setLeftMargin(side)
        frame.setRightMargin(side)
        frame.setTopMargin(_TOP)
        frame.setBottomMargin(_BOTTOM)
        return frame

    def letters(self, leaf: Leaf) -> QTextCharFormat:
        """Return the format of a leaf's plain words."""
        form = self._letters(self._letter_size(leaf))
        if leaf.level:
            form.setFontWeight(QFont.Weight.DemiBold)
        if leaf.kind is Kind.FIGURE:
            form.setFontItalic(True)
        if leaf.kind in MUTED_KINDS:
            form.setForeground(QColor(self.look.palette.muted))
        return form

    def caption(self, leaf: Leaf) -> QTextCharFormat:
        """Return the format of the words above a table."""
        form = self.letters(leaf)
        form.setFontItalic(True)
        return form

    def meta(self) -> QTextCharFormat:
        """Return the format of the line under the title."""
        form = self._letters(self.size * _SMALL)
        form.setForeground(QColor(self.look.palette.muted))
        return form

    def span(self, base: QTextCharFormat, span: Span) -> QTextCharFormat:
        """Return the format of a span among words in the format `base`."""
        if not (span.strong or span.emphasis or span.link):
            return base
        form = QTextCharFormat(base)
        if span.strong:
            form.setFontWeight(QFont.Weight.Bold)
        if span.emphasis:
            form.setFontItalic(True)
        if span.link:
            form.setAnchor(True)
            form.setAnchorHref(span.link)
            form.setForeground(QColor(self.look.palette.link))
            form.setFontUnderline(True)
        return form

    def block(self, leaf: Leaf) -> QTextBlockFormat:
        """Return the format of a leaf's block."""
        line = self._line * (_HEADING_LINE if leaf.level else 1)
        form = self._block(self._letter_size(leaf), line)
        above, below = self._distances(leaf)
        form.setTopMargin(above)
        form.setBottomMargin(below)
        if leaf.level:
            form.setHeadingLevel(leaf.level)
        elif self.type.justified:
            form.setAlignment(Qt.AlignmentFlag.AlignJustify)
        if leaf.kind is Kind.QUOTE:
            form.setLeftMargin(self.size * INDENT)
        return form

    def meta_block(self) -> QTextBlockFormat:
        """Return the format of the block under the title."""
        form = self._block(self.size * _SMALL, self._line)
        form.setBottomMargin(self.size)
        return form

    def cell_block(self) -> QTextBlockFormat:
        """Return the format of a block in a table."""
        return self._block(self.size, self._line * _HEADING_LINE)

    def table(self) -> QTextTableFormat:
        """Return the format of a table: lines between its rows, none between columns."""
        form = QTextTableFormat()
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setTopMargin(self.size * 0.5)
        form.setBottomMargin(self.size)
        return form

    def cell(self, *, head: bool) -> QTextTableCellFormat:
        """Return the format of a cell; `head` tells that it names its column."""
        form = QTextTableCellFormat()
        form.setPadding(8)
        form.setLeftPadding(0)
        form.setRightPadding(24)
        form.setBottomBorder(2 if head else 1)
        form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBottomBorderBrush(QColor(self.look.palette.edge))
        return form

    def sliver(self) -> QTextBlockFormat:
        """Return the format of a block that should take no room."""
        form = QTextBlockFormat()
        form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return form

    def _letter_size(self, leaf: Leaf) -> float:
        if leaf.level:
            more = _HEADINGS.get(leaf.level, _LOWER_HEADING) - 1
            return self.size * (1 + more * min(1, _LARGE / self.size))
        return self.size * (_SMALL if leaf.kind in _SMALL_KINDS else 1)

    def _distances(self, leaf: Leaf) -> tuple[float, float]:
        """Return the room above and below a leaf."""
        if leaf.level == 1:
            return 0, self.size * 0.5
        if leaf.level:
            return self.size * 1.5, self.size * 0.4
        if leaf.kind is Kind.ITEM:
            return self._apart * _ITEM, self._apart * _ITEM
        if leaf.kind is Kind.NOTICE:
            return self.size * 2, self.size
        return self._apart, self._apart

    def _letters(self, size: float) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self.font(size))
        form.setForeground(QColor(self.look.palette.text))
        return form

    def _block(self, size: float, line_height: float) -> QTextBlockFormat:
        form = QTextBlockFormat()
        # "Minimum" puts the distance below each line but the last, and never cuts tall letters.
        kind = QTextBlockFormat.LineHeightTypes.MinimumHeight
        form.setLineHeight(round(size * line_height), kind.value)
        return form
