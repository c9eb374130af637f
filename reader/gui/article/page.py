"""An article set in type, and where each of its characters stands in the document."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextCursor, QTextDocument

from reader.gui.article import geometry
from reader.gui.article.growing import outline
from reader.gui.article.headings import fitted, headings, resize
from reader.gui.article.outline import Outline
from reader.gui.article.styles import Look, Styles
from reader.gui.article.typesetting import Ornated, Piece, Typesetter
from reader.gui.article.utf16 import characters, units
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.leaves import Kind
from reader.model.position import START, Extent, Position


class Page:
    """The document of an article; `subtitle` stands under the title, or on top without one.

    Places in the article and positions in the document are the same thing in two measures: a
    position outside all leaves (in the subtitle) counts as the place before it.
    """

    def __init__(
        self, article: Article, subtitle: str, look: Look, known: Outline | None = None
    ) -> None:
        """Set an article; `known` is its outline where it has been made before."""
        self.article = article
        self.subtitle = subtitle
        self.styles = Styles(look)
        self.outline = known or outline(article)
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setIndentWidth(look.text_size * 1.6)
        self.document.setDocumentMargin(0)
        setter = Typesetter(self.document, self.styles)
        self._write(setter)
        self.ornaments: tuple[Ornated, ...] = tuple(setter.ornaments)
        self._pieces: tuple[Piece, ...] = tuple(setter.pieces)
        self._starts = [piece.position for piece in self._pieces]
        self._keys = [(piece.block, piece.char) for piece in self._pieces]
        self._width = 0.0  # of the window; not known yet
        self._headings = headings(self.outline.leaves, self.styles)
        self._sizes = {heading.leaf: heading.size for heading in self._headings}

    def fit(self, width: float) -> bool:
        """Put the column in the middle of a window so wide; tell whether anything has moved."""
        if width == self._width:
            return False
        self._width = width
        frame = self.styles.frame(width)
        self.document.rootFrame().setFrameFormat(frame)
        room = width - frame.leftMargin() - frame.rightMargin()
        for heading in self._headings:
            size = fitted(heading, self.styles.size, room)
            if size != self._sizes[heading.leaf]:
                self._sizes[heading.leaf] = size
                length = len(self.outline.leaves[heading.leaf].text)
                resize(self.cursor(Extent(heading.leaf, 0, length)), size)
        return True

    def annotate(self, annotations: Sequence[Annotation]) -> None:
        """Have other marks of the person's own."""
        self.outline = replace(self.outline, annotations=tuple(annotations))

    def described(self) -> int | None:
        """Return the leaf that the subtitle describes: the title, else the first leaf."""
        leaves = self.outline.leaves
        if not leaves or not self.subtitle:
            return None
        kinds = [leaf.kind for leaf in leaves]
        return kinds.index(Kind.TITLE) if Kind.TITLE in kinds else 0

    def _write(self, setter: Typesetter) -> None:
        described = self.described()
        leaves = self.outline.leaves
        titled = described is not None and leaves[described].kind is Kind.TITLE
        if self.subtitle and not titled:
            setter.meta(self.subtitle)
        for number, leaf in enumerate(leaves):
            setter.leaf(number, leaf)
            if titled and number == described:
                setter.meta(self.subtitle)
        setter.finish()

    def document_position(self, place: Position) -> int:
        """Return where a place of the article stands in the document."""
        if not self._pieces:
            return 0
        piece = self._pieces[max(0, bisect_right(self._keys, (place.block, place.char)) - 1)]
        if piece.block != place.block:
            return piece.end
        return piece.position + min(units(piece.text, place.char - piece.char), units(piece.text))

    def place(self, position: int) -> Position:
        """Return the article's place at, or else before, a position of the document."""
        piece = self._piece(position)
        if piece is None:
            return START
        return Position(
            piece.block, piece.char + characters(piece.text, max(0, position - piece.position))
        )

    def within(self, position: int, *, forward: bool) -> int | None:
        """Return the position, moved on or back to the nearest text of a leaf; None past them."""
        number = bisect_right(self._starts, position) - 1
        if number >= 0 and position <= self._pieces[number].end:
            return position
        if forward:
            return self._starts[number + 1] if number + 1 < len(self._pieces) else None
        return self._pieces[number].end if number >= 0 else None

    def cursor(self, extent: Extent) -> QTextCursor:
        """Return a cursor over a stretch of the article."""
        cursor = QTextCursor(self.document)
        cursor.setPosition(self.document_position(Position(extent.block, extent.start)))
        end = self.document_position(Position(extent.block, extent.end))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def area(self, extent: Extent) -> QRectF:
        """Return the rectangle around a stretch, in the document's own measure."""
        cursor = self.cursor(extent)
        return geometry.area(self.document, cursor.selectionStart(), cursor.selectionEnd())

    def lines(self, extent: Extent) -> Iterator[QRectF]:
        """Yield the rectangle of each line of a stretch, in the document's own measure."""
        cursor = self.cursor(extent)
        return geometry.lines(self.document, cursor.selectionStart(), cursor.selectionEnd())

    def _piece(self, position: int) -> Piece | None:
        number = bisect_right(self._starts, position) - 1
        return self._pieces[max(0, number)] if self._pieces else None
