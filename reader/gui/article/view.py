"""The article on the screen: moves through it, and shows it to screen readers."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QLoggingCategory, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.app import sentences
from reader.gui.article.canvas import Canvas
from reader.gui.article.moving import Caret
from reader.gui.article.outline import Knot, Link, Outline
from reader.gui.article.page import Page
from reader.gui.article.plain import PlainTeller
from reader.gui.article.reading import ReadingKeys
from reader.gui.article.styles import Look
from reader.gui.article.teller import Teller
from reader.gui.article.tree import Tree
from reader.gui.theme import LIGHT
from reader.i18n import Translator
from reader.model.article import Article, Source
from reader.model.notes import NoteMark
from reader.model.position import START, Extent, Position

_NO_ARTICLE = Article("", "bg", (), Source(""))
_USUAL_SIZE = 18
_AFTER_WINDOW = 150  # milliseconds in which a screen reader speaks a window that comes up


class ArticleView(Canvas):
    """Shows one article; keyboard, mouse, voice and screen reader share one place in it.

    A `plain` view is a text field to screen readers, with nothing but its words, for those that
    the accessible tree does not suit; the same letters work in it.
    """

    position_changed = Signal(object)  # Position
    link_activated = Signal(str)  # the absolute address
    leaving = Signal(object)  # Position: a jump leads far away from there
    arriving = Signal()  # a jump ends here, wherever the person has asked for it
    shown = Signal()  # an article has come on show, or the same one anew
    escaped = Signal()

    def __init__(
        self, translator: Translator, parent: QWidget | None = None, *, plain: bool = False
    ) -> None:
        self._look = Look(LIGHT, _USUAL_SIZE)
        super().__init__(Page(_NO_ARTICLE, "", self._look), parent)
        _install_factory()
        self.is_plain = plain
        self._piece: Knot | None = None
        self._came_by: NoteMark | None = None
        self._seen = START
        make = PlainTeller if plain else Tree
        self._teller: Teller = make(self, self, translator)
        caret = Caret(self, translator, sentences)
        self._keys = ReadingKeys(self, caret, translator, native_arrows=plain)
        self.setAccessibleName(translator("Article"))
        self.pressed.connect(self.follow)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self._teller.moved)
        self._turn_to(self._page, START)

    # What the window uses

    def show_article(
        self, article: Article, position: Position = START, subtitle: str = ""
    ) -> None:
        """Show an article at a place; `subtitle` stands under its title and describes it."""
        self.mark_spoken(None)
        self._turn_to(Page(article, subtitle, self._look), position)

    def clear_article(self) -> None:
        """Show nothing."""
        self.show_article(_NO_ARTICLE)

    def go(self, position: Position) -> None:
        """Move to a place, bring it into view and tell the screen reader."""
        self._put_caret(position)
        self.bring_into_view(Extent(position.block, position.char, position.char))

    def jump(self, position: Position) -> None:
        """Go to a place, so that one can go back from there."""
        self.leaving.emit(self.position())
        self.come(position)

    def come(self, position: Position) -> None:
        """Go to a place from far away, and have it read."""
        self.arriving.emit()
        self.go(position)
        self._teller.jumped(self.outline().knot_at(position.block, position.char))

    def mark_spoken(self, sentence: Extent | None, word: Extent | None = None) -> None:
        """Light the sentence and the word that are being spoken; None puts the light out."""
        self.light(sentence, word)

    def set_look(self, look: Look) -> None:
        """Show the article in other colours or other type, at the same place."""
        if look == self._look:
            return
        self._look = look
        place, anchor, piece = self.position(), self.anchor(), self._piece
        self.lay(Page(self._page.article, self._page.subtitle, look, self._page.outline))
        self._piece = piece
        self._put_caret(place, anchor)  # without a word: to the ear nothing has changed
        with self._following.at_own_hand():
            self.bring_into_view(Extent(place.block, place.char, place.char))

    def set_reading_keys(self, letters: Mapping[str, str]) -> None:
        """Have other letters stand for what the reading keys find by their usual ones."""
        self._keys.set_letters(letters)

    def announce(self, message: str) -> None:
        """Have a screen reader say the message."""
        self._teller.announce(message)

    # What the keys and the accessible tree use

    def outline(self) -> Outline:
        """Return what the article is made of."""
        return self._page.outline

    def described(self) -> tuple[int, str] | None:
        """Return the leaf that the subtitle describes, and the subtitle."""
        block = self._page.described()
        return None if block is None else (block, self._page.subtitle)

    def piece(self) -> Knot | None:
        """Return the link or the mark of a note that has the focus."""
        return self._piece

    def go_to(self, knot: Knot) -> None:
        """Move to a block, a cell, or to a link or a mark, which gets the focus."""
        self._piece = knot if knot.is_pressed else None
        self._put_caret(Position(knot.block, knot.start))
        end = knot.end if knot.is_inline else knot.start
        self.bring_into_view(Extent(knot.block, knot.start, end))
        self._teller.jumped(knot)

    def go_to_link(self, link: Link) -> None:
        """Move to a link and give it the focus, so that one can go back from there."""
        self.leaving.emit(self.position())
        self.arriving.emit()
        outline = self.outline()
        self.go_to(outline.knots[outline.of_link[link.number]])

    def follow(self, knot: Knot) -> bool:
        """Open a link, go to the note of a mark, or from a note back to its mark."""
        outline = self.outline()
        if knot.link:
            self.link_activated.emit(knot.link.address)
            return True
        if knot.mark and knot.mark.note is not None:
            self._came_by = knot.mark
            self.leaving.emit(self.position())
            self.go_to(outline.knots[outline.of_block[knot.mark.note]])
            return True
        marks = [mark for mark in outline.marks if mark.note == knot.block]
        if not marks:
            return False
        self.leaving.emit(self.position())
        mark = self._came_by if self._came_by in marks else marks[0]
        self.go_to(outline.knots[outline.of_mark[outline.marks.index(mark)]])
        return True

    def step(self, *, forward: bool) -> bool:
        """Move by a character; return False at the end."""
        operation = QTextCursor.MoveOperation
        cursor = self.textCursor()
        moved = cursor.movePosition(
            operation.NextCharacter if forward else operation.PreviousCharacter
        )
        position = self._page.within(cursor.position(), forward=forward) if moved else None
        if position is not None:
            cursor.setPosition(position)
            self.setTextCursor(cursor)
        return position is not None

    def next_line(self, *, forward: bool) -> Extent | None:
        """Return the next or the previous line of the screen; None past the ends."""
        operation = QTextCursor.MoveOperation
        cursor = self.textCursor()
        moved = cursor.movePosition(operation.Down if forward else operation.Up)
        position = self._page.within(cursor.position(), forward=forward) if moved else None
        if position is None:
            return None
        cursor.setPosition(position)
        cursor.movePosition(operation.StartOfLine)
        start = self._page.place(cursor.position())
        cursor.movePosition(operation.EndOfLine)
        return Extent(start.block, start.char, self._page.place(cursor.position()).char)

    def read(self, extent: Extent) -> None:
        """Move to a line or a sentence and have it said."""
        self.point_out(extent, extent)

    def point_out(self, words: Extent, sentence: Extent, more: str = "") -> None:
        """Move to words and have the sentence around them said, and then some more."""
        with self._teller.reading(sentence, more):
            self._put_caret(Position(words.block, words.start))
        self.bring_into_view(words)

    def accessible_root(self) -> QAccessibleInterface | None:
        """Make what a screen reader meets instead of a text field."""
        return self._teller.made_root()

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read by keys; everything else is left to the text field."""
        self._teller.key_pressed()
        if self._keys.press(event):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the place, after the screen reader has told the window."""
        super().focusInEvent(event)
        QTimer.singleShot(_AFTER_WINDOW, self, self._teller.focus_again)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring off the link."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Within

    def _turn_to(self, page: Page, position: Position) -> None:
        """Put another page under the same window."""
        self._teller.forget()
        self._piece = self._came_by = None
        self.mark_found(())
        self.mark_same(())
        self.lay(page)
        self._put_caret(position)
        self._teller.reordered()
        self.bring_into_view(Extent(position.block, position.char, position.char))
        self.shown.emit()

    def _put_caret(self, position: Position, anchor: Position | None = None) -> None:
        cursor = self.textCursor()
        if anchor is not None:
            cursor.setPosition(self._page.document_position(anchor))
        mode = QTextCursor.MoveMode.KeepAnchor if anchor else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self._page.document_position(position), mode)
        with QSignalBlocker(self):
            self.setTextCursor(cursor)
        self._caret_moved()

    def _caret_moved(self) -> None:
        """Tell everyone who follows the place."""
        place, piece = self.position(), self._piece
        if piece and not (piece.block == place.block and piece.start <= place.char < piece.end):
            self._piece = None
        self.ring(self._piece)
        self._teller.moved()
        if place != self._seen:
            self._seen = place
            self.position_changed.emit(place)


def _accessible(_name: str, thing: QObject) -> QAccessibleInterface | None:
    return thing.accessible_root() if isinstance(thing, ArticleView) else None


@cache
def _install_factory() -> None:
    """Have Qt ask us for the accessible tree of articles; once for the whole program."""
    QAccessible.installFactory(_accessible)
    # Qt's own text field tells of its caret as well, and complains that ours is no text.
    QLoggingCategory.setFilterRules("qt.accessibility.atspi.warning=false")
