"""An article set in pages: what is drawn on each of them, and for which mark."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLine,
    QTextTable,
)

from reader.exporters.pdf.elements import Area
from reader.exporters.pdf.plan import Plan
from reader.gui.article.headings import fitted, headings, resize
from reader.gui.article.styles import Look
from reader.gui.article.typesetting import Ornament, Piece, Typesetter
from reader.gui.article.utf16 import units
from reader.gui.printing.ink import Bar, Drawn, Ink, Pen, space_behind, without_lines
from reader.gui.printing.paper import PIXELS, Paper, PrintStyles

_POINTS = 72 / PIXELS
_RULE = 3  # pixels
_CELL_PADDING = 8  # as the styles have it
_MARKER_GAP = 0.5  # of the text size
_INDENT = 1.6


class _Stretch(NamedTuple):
    """Letters of a block, counted in UTF-16 units within it, of one mark and one format."""

    start: int
    end: int
    mark: int
    form: QTextCharFormat


class Sheets:
    """The pages of an article; each draws itself from what is in `pages`."""

    def __init__(self, plan: Plan, paper: Paper, look: Look) -> None:
        self.plan = plan
        self.paper = paper
        self.look = look
        self.areas: list[Area] = []
        self._styles = PrintStyles(look)
        self._document = _document(look, paper)
        setter = Typesetter(self._document, self._styles)
        for number, leaf in enumerate(plan.leaves):
            setter.leaf(number, leaf)
        setter.finish()
        self._pieces = tuple(setter.pieces)
        self._starts = [piece.position for piece in self._pieces]
        self._ornaments = setter.ornaments
        self._fit_headings()
        self._keep_headings()
        self._pages: list[list[Drawn]] = [[] for _page in range(self._document.pageCount())]
        self._draw()

    @property
    def pages(self) -> tuple[tuple[Drawn, ...], ...]:
        """What is drawn on each page."""
        return tuple(map(tuple, self._pages))

    def _fit_headings(self) -> None:
        for heading in headings(self.plan.leaves, self._styles):
            size = fitted(heading, self._styles.size, self.paper.text_width)
            if size != heading.size:
                resize(self._cursor(self._piece_of(heading.leaf)), size)

    def _keep_headings(self) -> None:
        """Have no heading stand last on a page."""
        for piece in self._pieces:
            if not self.plan.leaves[piece.block].level:
                continue
            block = self._document.findBlock(piece.position)
            below = block.next()
            if not below.isValid() or self._page_of(below, 0) == self._page_of(block, -1):
                continue
            cursor = QTextCursor(block)
            form = QTextBlockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.mergeBlockFormat(form)
            # Qt's layout, told of one block alone, leaves out others.
            self._document.markContentsDirty(0, self._document.characterCount())

    def _page_of(self, block: QTextBlock, number: int) -> int:
        top = self._origin(block).y()  # first, for it lays the block out
        layout = block.layout()
        if not layout.lineCount():
            return self._page(top)
        line = layout.lineAt(number % layout.lineCount())
        return self._page(top + line.y())

    def _draw(self) -> None:
        block = self._document.begin()
        while block.isValid():
            if (piece := self._piece_at(block)) is not None and piece.text:
                self._draw_block(block, piece)
            block = block.next()
        for frame in self._document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._draw_rules(frame)

    def _draw_block(self, block: QTextBlock, piece: Piece) -> None:
        origin, layout = self._origin(block), block.layout()
        stretches = tuple(self._stretches(block, piece))
        quoted, edges = self._is_quoted(block), dict[int, QRectF]()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            page, shift = self._shift(origin.y() + line.y())
            if quoted:
                edge = QRectF(
                    self.paper.left, origin.y() + shift.y() + line.y(), _RULE, line.height()
                )
                edges[page] = edges.get(page, edge).united(edge)
            if number == 0 and piece.char == 0 and (told := self.plan.markers.get(piece.block)):
                self._draw_marker(page, origin + shift, line, told)
            for stretch in stretches:
                self._draw_stretch(page, origin + shift, block, line, stretch)
        colour = QColor(self.look.palette.edge)
        for page, edge in edges.items():
            self._pages[page].append(Bar(edge, colour))

    def _draw_stretch(
        self, page: int, at: QPointF, block: QTextBlock, line: QTextLine, stretch: _Stretch
    ) -> None:
        start = max(stretch.start, line.textStart())
        end = min(stretch.end, line.textStart() + line.textLength())
        if start >= end:
            return
        text = _part(block.text(), start, end).replace("\u2028", " ")
        glyphs = [without_lines(run) for run in line.glyphRuns(start, end - start)]
        if text.endswith(" ") and end == line.textStart() + line.textLength():
            glyphs.append(space_behind(stretch.form.font(), line))
        left, right = sorted((_x(line, start), _x(line, end)))
        top = at.y() + line.y()
        area = QRectF(at.x() + left, top, right - left, line.ascent() + line.descent())
        colour = stretch.form.foreground().color()
        under = _under(area, line, stretch.form) if stretch.form.isAnchor() else None
        self._pages[page].append(Ink(stretch.mark, text, at, tuple(glyphs), colour, under))
        self.areas.append(self._area(stretch.mark, page, area))

    def _draw_marker(self, page: int, at: QPointF, line: QTextLine, told: tuple[int, str]) -> None:
        mark, words = told
        pen = Pen(self._styles.font(), QColor(self.look.palette.text))
        left = at.x() + line.x() - pen.width(words) - self._styles.size * _MARKER_GAP
        self._pages[page].append(pen.write(words, mark, left, at.y() + line.y() + line.ascent()))

    def _draw_rules(self, table: QTextTable) -> None:
        """Draw the rules below the rows of a table."""
        layout = self._document.documentLayout()
        around = layout.frameBoundingRect(table)
        for row in range(table.rows()):
            bottom = max(
                layout.blockBoundingRect(
                    table.cellAt(row, column).lastCursorPosition().block()
                ).bottom()
                for column in range(table.columns())
            )
            page, shift = self._shift(bottom)
            area = QRectF(around.left(), bottom + _CELL_PADDING, around.width(), 1)
            colour = QColor(self.look.palette.edge)
            self._pages[page].append(Bar(area.translated(shift), colour))

    def _stretches(self, block: QTextBlock, piece: Piece) -> Iterator[_Stretch]:
        """Yield the stretches of a block that have one mark and one format each."""
        start = block.position()
        fragments = []
        at = block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            first = fragment.position() - start
            fragments.append((first, first + fragment.length(), fragment.charFormat()))
            at += 1
        length = len(piece.text)
        for marked in self.plan.marks[piece.block]:
            first, last = marked.start - piece.char, marked.end - piece.char
            if last <= 0 or first >= length:
                continue
            begins = units(piece.text, max(0, first))
            ends = units(piece.text, min(last, length))
            for left, right, form in fragments:
                if max(left, begins) < min(right, ends):
                    yield _Stretch(max(left, begins), min(right, ends), marked.mark, form)

    def _is_quoted(self, block: QTextBlock) -> bool:
        return any(
            each.ornament is Ornament.RULE and each.start <= block.position() <= each.end
            for each in self._ornaments
        )

    def _piece_at(self, block: QTextBlock) -> Piece | None:
        number = bisect_right(self._starts, block.position()) - 1
        piece = self._pieces[number] if number >= 0 else None
        return piece if piece is not None and piece.position >= block.position() else None

    def _piece_of(self, leaf: int) -> Piece:
        return next(piece for piece in self._pieces if piece.block == leaf)

    def _cursor(self, piece: Piece) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.setPosition(piece.position)
        cursor.setPosition(piece.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _origin(self, block: QTextBlock) -> QPointF:
        return self._document.documentLayout().blockBoundingRect(block).topLeft()

    def _page(self, height: float) -> int:
        # Qt counts in parts of a pixel, and puts what begins a page a bit above.
        return max(0, int((height + 1) // self.paper.text_height))

    def _shift(self, height: float) -> tuple[int, QPointF]:
        """Return the page of what stands so far down, and how far it is moved onto that."""
        page = self._page(height)
        return page, QPointF(self.paper.left, self.paper.top - page * self.paper.text_height)

    def _area(self, mark: int, page: int, area: QRectF) -> Area:
        high = self.paper.height
        return Area(
            mark,
            page,
            area.left() * _POINTS,
            (high - area.bottom()) * _POINTS,
            area.right() * _POINTS,
            (high - area.top()) * _POINTS,
        )


def _document(look: Look, paper: Paper) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setIndentWidth(look.text_size * _INDENT)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setPageSize(QSizeF(paper.text_width, paper.text_height))
    return document


def _under(area: QRectF, line: QTextLine, form: QTextCharFormat) -> QRectF:
    """Return where the line below a link is."""
    metrics = QFontMetricsF(form.font())
    below = area.top() + line.ascent() + metrics.underlinePos()
    return QRectF(area.left(), below, area.width(), max(1.0, metrics.lineWidth()))


def _part(text: str, start: int, end: int) -> str:
    """Return a part of a text by its UTF-16 units."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)  # a pair in truth, an object by PySide6's stubs
    return float(found[0]) if isinstance(found, tuple) else 0
