"""The article on the screen: draws it, moves through it, and shows it to screen readers."""

from functools import cache

from PySide6.QtCore import (
    QLoggingCategory,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSignalBlocker,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from reader.gui.article.marks import guide_marks, spoken_marks
from reader.gui.article.outline import Link, Outline
from reader.gui.article.page import Page
from reader.gui.article.painting import draw_guide, draw_link_focus, draw_ornaments
from reader.gui.article.reading import ReadingKeys
from reader.gui.article.styles import Look
from reader.gui.article.tree import Tree
from reader.gui.theme import LIGHT
from reader.i18n import Translator
from reader.model.article import Article, Source
from reader.model.position import START, Extent, Position
from reader.settings import Guide

_NO_ARTICLE = Article("", "bg", (), Source(""))
_USUAL_SIZE = 18
_AFTER_WINDOW = 150  # milliseconds in which a screen reader speaks a window that comes up
_CARET = 2  # pixels wide, at the usual size
_CALM = 0.12  # of the height: text nearer to the edge than this is brought further in
_READING_LINE = 0.3  # of the height: where text goes that was out of sight


class ArticleView(QTextBrowser):
    """Shows one article; keyboard, mouse, voice and screen reader share one place in it."""

    position_changed = Signal(object)  # Position
    link_activated = Signal(str)  # the absolute address

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _install_factory()
        self._look = Look(LIGHT, _USUAL_SIZE)
        self._page = Page(_NO_ARTICLE, "", self._look)
        self._link: Link | None = None
        self._seen = START
        self._spoken: tuple[Extent | None, Extent | None] = (None, None)
        self._tree = Tree(self, self, translator)
        self._keys = ReadingKeys(self, translator)
        self.setAccessibleName(translator("Article"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._clicked)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self._tree.moved)
        self._turn_to(self._page, START)

    # What the window uses

    def show_article(
        self, article: Article, position: Position = START, subtitle: str = ""
    ) -> None:
        """Show an article at a place; `subtitle` stands under its title and describes it."""
        self._spoken = (None, None)
        self._turn_to(Page(article, subtitle, self._look), position)

    def clear_article(self) -> None:
        """Show nothing."""
        self.show_article(_NO_ARTICLE)

    def position(self) -> Position:
        """Return the place that is being read."""
        return self._page.place(self.textCursor().position())

    def go(self, position: Position) -> None:
        """Move to a place, bring it into view and tell the screen reader."""
        self._put_caret(position)
        self._bring_into_view(Extent(position.block, position.char, position.char))

    def mark_spoken(self, sentence: Extent | None, word: Extent | None = None) -> None:
        """Light the sentence and the word that are being spoken; None puts the light out."""
        self._spoken = (sentence, word)
        self._draw_spoken()
        if sentence is not None:
            self._bring_into_view(word or sentence)

    def set_look(self, look: Look) -> None:
        """Show the article in other colours or other type, at the same place."""
        if look != self._look:
            self._look = look
            page = Page(self._page.article, self._page.subtitle, look)
            self._turn_to(page, self.position())

    def announce(self, message: str) -> None:
        """Have a screen reader say the message."""
        self._tree.announce(message)

    # What the keys and the accessible tree use

    def outline(self) -> Outline:
        """Return what the article is made of."""
        return self._page.outline

    def described(self) -> tuple[int, str] | None:
        """Return the leaf that the subtitle describes, and the subtitle."""
        block = self._page.described()
        return None if block is None else (block, self._page.subtitle)

    def anchor(self) -> Position:
        """Return the other end of the selection, or the place itself."""
        return self._page.place(self.textCursor().anchor())

    def link(self) -> Link | None:
        """Return the link that has the focus."""
        return self._link

    def go_to_link(self, link: Link) -> None:
        """Move to a link and give it the focus."""
        self._link = link
        self._put_caret(Position(link.block, link.start))
        self._bring_into_view(Extent(link.block, link.start, link.end))

    def open_link(self, link: Link) -> None:
        """Follow a link."""
        self.link_activated.emit(link.address)

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

    def screen_area(self, extent: Extent) -> QRect:
        """Return where a stretch is on the screen."""
        area = self._page.area(extent).translated(-self._scrolled()).toAlignedRect()
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def place_at(self, point: QPoint) -> Position:
        """Return the place nearest to a point of the screen."""
        inside = self.viewport().mapFromGlobal(point)
        return self._page.place(self.cursorForPosition(inside).position())

    def accessible_root(self) -> QAccessibleInterface:
        """Make what a screen reader meets instead of a text browser."""
        return self._tree.made_root()

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read by keys; everything else is left to the text browser."""
        if self._keys.press(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the place, after the screen reader has told the window."""
        super().focusInEvent(event)
        QTimer.singleShot(_AFTER_WINDOW, self, self._tree.focus_again)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring off the link."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text between what lies behind it and what lies above."""
        shown = QRectF(self.viewport().rect()).translated(self._scrolled())
        painter = QPainter(self.viewport())
        painter.translate(-self._scrolled())
        draw_ornaments(painter, self._page, shown)
        draw_guide(painter, self._page, self._read())
        painter.end()
        super().paintEvent(event)
        if self._link is not None and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.translate(-self._scrolled())
            draw_link_focus(painter, self._page, self._link)
            painter.end()

    # Within

    def _turn_to(self, page: Page, position: Position) -> None:
        """Put another page under the same window."""
        self._tree.forget()
        old, self._page, self._link = self._page, page, None
        page.document.setParent(self)
        with QSignalBlocker(self):
            self.setExtraSelections([])  # they hold on to the old document
            self.setDocument(page.document)
        # A new document brings a caret of one pixel.
        self.setCursorWidth(max(_CARET, self._look.text_size // 9))
        if old is not page:
            old.document.deleteLater()
        self._fit()
        self._draw_spoken()
        self._put_caret(position)
        self._tree.reordered()
        self._bring_into_view(Extent(position.block, position.char, position.char))

    def _fit(self) -> None:
        """Give the column its width, and keep the place in view."""
        if self._page.fit(self.viewport().width()):
            place = self.position()
            self._bring_into_view(Extent(place.block, place.char, place.char))

    def _put_caret(self, position: Position) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._page.document_position(position))
        with QSignalBlocker(self):
            self.setTextCursor(cursor)
        self._caret_moved()

    def _caret_moved(self) -> None:
        """Tell everyone who follows the place."""
        place, link = self.position(), self._link
        if link and not (link.block == place.block and link.start <= place.char < link.end):
            self._link = None
        if self._look.typography.guide is not Guide.OFF:
            self._draw_spoken()
        self.viewport().update()
        self._tree.moved()
        if place != self._seen:
            self._seen = place
            self.position_changed.emit(place)

    def _bring_into_view(self, extent: Extent) -> None:
        """Scroll only if the text is out of sight or at its edge, then by a good deal."""
        area = self._page.area(extent)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        near = height * _CALM
        if not bar.value() + near <= area.top() <= area.bottom() <= bar.value() + height - near:
            bar.setValue(round(area.top() - height * _READING_LINE))

    def _draw_spoken(self) -> None:
        spoken = spoken_marks(self._page, *self._spoken)
        self.setExtraSelections([*guide_marks(self._page, self._read()), *spoken])
        self.viewport().update()  # the lit line is wider than what is marked

    def _read(self) -> Position:
        """Return where the voice reads, or else the place."""
        sentence, word = self._spoken
        spoken = word or sentence
        return self.position() if spoken is None else Position(spoken.block, spoken.start)

    def _clicked(self, url: QUrl) -> None:
        link = next((link for link in self.outline().links if QUrl(link.address) == url), None)
        if link is not None:
            self.open_link(link)

    def _scrolled(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())


def _accessible(_name: str, thing: QObject) -> QAccessibleInterface | None:
    return thing.accessible_root() if isinstance(thing, ArticleView) else None


@cache
def _install_factory() -> None:
    """Have Qt ask us for the accessible tree of articles; once for the whole program."""
    QAccessible.installFactory(_accessible)
    # Qt's own text browser tells of its caret as well, and complains that ours is no text.
    QLoggingCategory.setFilterRules("qt.accessibility.atspi.warning=false")
