"""Write an article into a text document: one block a leaf, tables as tables, no empty block."""

from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate, product

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
)

from reader.gui.article.styles import Styles
from reader.gui.article.utf16 import units
from reader.model.article import Spans, plain
from reader.model.leaves import Cell, Kind, Leaf, ListPlace, cells

# An empty block is read by some screen readers as the block before it.
_FILLER = "\u2060"
# These end a block or mean something of their own inside a document; the length stays the same.
_SAFE = str.maketrans(
    {"\n": "\u2028", "\r": "\u2028", "\u2029": "\u2028", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"}
)
_OFF_WORDS = 0.5  # in the size of the letters
_MARKERS = {
    1: QTextListFormat.Style.ListDisc,
    2: QTextListFormat.Style.ListCircle,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a leaf that lies in one stretch of the document.

    It begins at the leaf's character `char` and at the document's `position`.
    """

    block: int
    char: int
    position: int
    text: str

    @property
    def end(self) -> int:
        """The position behind the last letter."""
        return self.position + units(self.text)


class Ornament(Enum):
    """What is drawn beside or behind the text."""

    RULE = auto()
    PANEL = auto()


@dataclass(frozen=True, slots=True)
class Ornated:
    """Blocks of the document from `start` to `end`, and what adorns them."""

    ornament: Ornament
    start: int
    end: int


_ORNAMENTS = {Kind.QUOTE: Ornament.RULE, Kind.NOTICE: Ornament.PANEL}


class Typesetter:
    """Writes leaves into a document and notes where each of them stands."""

    def __init__(self, document: QTextDocument, styles: Styles) -> None:
        self.pieces: list[Piece] = []
        self.ornaments: list[Ornated] = []
        self._styles = styles
        self._cursor = QTextCursor(document)
        self._fresh = True  # the cursor stands in a block that is still empty
        self._lists: dict[int, tuple[QTextList, ListPlace]] = {}
        self._last: Leaf | None = None

    def leaf(self, number: int, leaf: Leaf) -> None:
        """Write the next leaf."""
        if leaf.place is None:
            self._lists.clear()
        if any(leaf.rows):
            self._table(number, leaf)
        else:
            self._block(self._styles.block(leaf), self._styles.letters(leaf))
            self._list_item(leaf)
            start = self._cursor.position()
            self._text(number, 0, leaf.spans, self._styles.letters(leaf))
            self._ornate(leaf, start)
        self._last = leaf

    def meta(self, text: str) -> None:
        """Write the muted line that belongs to no leaf."""
        self._block(self._styles.meta_block(), self._styles.meta())
        self._cursor.insertText(text.translate(_SAFE), self._styles.meta())

    def finish(self) -> None:
        """See to it that the document does not end with an empty block."""
        if self._fresh:
            self._cursor.setBlockFormat(self._styles.sliver())
            self._cursor.insertText(_FILLER)

    def _block(self, block: QTextBlockFormat, letters: QTextCharFormat) -> None:
        """Begin a block, in the empty one where there is one."""
        if self._fresh:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(letters)
        else:
            self._cursor.insertBlock(block, letters)
        self._fresh = False

    def _text(self, number: int, char: int, spans: Spans, base: QTextCharFormat) -> int:
        """Write spans at the cursor; return the leaf's character behind them."""
        text = plain(spans)
        self.pieces.append(Piece(number, char, self._cursor.position(), text))
        for span in spans:
            form = self._styles.span(base, span)
            self._cursor.insertText(span.text.translate(_SAFE), form)
        if not text:
            self._cursor.insertText(_FILLER, base)
        return char + len(text)

    def _ornate(self, leaf: Leaf, start: int) -> None:
        ornament = _ORNAMENTS.get(leaf.kind)
        if ornament is None:
            return
        if self._last is not None and self._last.kind is leaf.kind:
            start = self.ornaments.pop().start
        self.ornaments.append(Ornated(ornament, start, self._cursor.position()))

    def _list_item(self, leaf: Leaf) -> None:
        """Give an item its marker; its second paragraph has none."""
        place = leaf.place
        if place is None:
            return
        for deeper in [depth for depth in self._lists if depth > place.depth]:
            del self._lists[deeper]
        current, last = self._lists.get(place.depth, (None, None))
        if place == last:
            block = self._cursor.blockFormat()
            block.setIndent(place.depth)
            self._cursor.setBlockFormat(block)
            return
        if not place.ordered:
            self._cursor.setBlockCharFormat(_off_words(self._cursor.blockCharFormat()))
        if current is None or last is None or place.index < last.index:
            current = self._cursor.createList(_list_format(place))
        else:
            current.add(self._cursor.block())
        self._lists[place.depth] = (current, place)

    def _table(self, number: int, leaf: Leaf) -> None:
        """Write a table, its caption above it."""
        grid = cells(leaf)
        if grid[0].start:
            letters = self._styles.caption(leaf)
            self._block(self._styles.block(leaf), letters)
            self._text(number, 0, _first(leaf.spans, grid[0].start - 1), letters)
        elif self._fresh:
            self._sliver()
        columns = max(map(len, leaf.rows))
        table = self._cursor.insertTable(len(leaf.rows), columns, self._styles.table())
        written = {(cell.row, cell.column): cell for cell in grid}
        for row, column in product(range(len(leaf.rows)), range(columns)):
            place = table.cellAt(row, column)
            self._cursor = place.firstCursorPosition()
            self._cursor.setBlockFormat(self._styles.cell_block())
            self._cell(number, leaf, written.get((row, column)))
            place.setFormat(self._styles.cell(head=leaf.has_header and row == 0))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

    def _sliver(self) -> None:
        """Fill the block that a document must have before a table."""
        self._cursor.setBlockFormat(self._styles.sliver())
        self._cursor.insertText(_FILLER)

    def _cell(self, number: int, leaf: Leaf, cell: Cell | None) -> None:
        """Write a cell; rows that are too short leave the last ones empty."""
        letters = self._styles.letters(leaf)
        if cell is None:
            self._cursor.insertText(_FILLER, letters)
            return
        if leaf.has_header and cell.row == 0:
            letters.setFontWeight(QFont.Weight.DemiBold)
        self._text(number, cell.start, leaf.rows[cell.row][cell.column], letters)


def _first(spans: Spans, length: int) -> Spans:
    """Return the spans that make up the first letters."""
    ends = accumulate(len(span.text) for span in spans)
    return tuple(span for span, end in zip(spans, ends, strict=True) if end <= length)


def _off_words(letters: QTextCharFormat) -> QTextCharFormat:
    """Return letters of a block that draw its bullet farther from its words.

    Qt leaves a space of these letters between, which is narrow in the faces of the page. It heeds
    neither the distance between words nor that between letters there.
    """
    font = letters.font()
    room = QFontMetricsF(font).horizontalAdvance(" ")
    font.setStretch(max(100, round(100 * _OFF_WORDS * font.pixelSize() / room)))
    letters.setFont(font)
    return letters


def _list_format(place: ListPlace) -> QTextListFormat:
    form = QTextListFormat()
    form.setIndent(place.depth)
    if place.ordered:
        form.setStyle(QTextListFormat.Style.ListDecimal)
        form.setStart(place.index)
    else:
        form.setStyle(_MARKERS.get(place.depth, QTextListFormat.Style.ListSquare))
    return form
