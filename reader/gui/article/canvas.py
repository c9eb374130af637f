"""The sheet that an article is drawn on: scrolling, light, focus ring, mouse."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from reader.gui.article.following import Following
from reader.gui.article.margin import draw_annotations
from reader.gui.article.marks import found_marks, found_now_marks, guide_marks, spoken_marks
from reader.gui.article.outline import Knot
from reader.gui.article.page import Page
from reader.gui.article.painting import draw_focus, draw_found, draw_guide, draw_ornaments
from reader.gui.viewport import give_viewport
from reader.model.annotation import Annotation
from reader.model.position import Extent, Position
from reader.model.speaking import Highlight
from reader.settings import Guide

_LEFT = Qt.MouseButton.LeftButton
_CARET = 2  # pixels wide, at the usual size
_CALM = 0.12  # of the height: text nearer to the edge than this is brought further in
_READING_LINE = 0.3  # of the height: where text goes that was out of sight


class Canvas(QTextEdit):
    """Draws the page of an article and knows where its characters are on the screen."""

    pressed = Signal(object)  # Knot: a link or a mark that was clicked
    annotation_wanted = Signal(object)  # Annotation: a note or a highlight that is to be opened

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._ringed: Knot | None = None
        self._spoken: tuple[Extent | None, Extent | None] = (None, None)
        self._highlight = Highlight.WORD
        self._found: Sequence[Extent] = ()
        self._found_now: Extent | None = None
        self._found_marks: list[QTextEdit.ExtraSelection] = []  # of the page on show
        self._aimed: Knot | None = None  # what the mouse button went down on
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        viewport = give_viewport(self)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        viewport.setMouseTracking(True)
        self._following = Following(self)
        self.verticalScrollBar().valueChanged.connect(self._following.note_scroll)

    def page(self) -> Page:
        """Return the page on show."""
        return self._page

    def lay(self, page: Page) -> None:
        """Put another page on the canvas."""
        old, self._page, self._ringed = self._page, page, None
        page.document.setParent(self)
        with self._following.at_own_hand():
            with QSignalBlocker(self):
                self.setExtraSelections([])  # they hold on to the old document
                self.setDocument(page.document)
            # A new document brings a caret of one pixel.
            self.setCursorWidth(max(_CARET, page.styles.size // 9))
            if old is not page:
                old.document.deleteLater()
            self._fit()
        self._found_marks = found_marks(page, self._found)
        self._draw_marks()

    def position(self) -> Position:
        """Return the place of the caret."""
        return self._page.place(self.textCursor().position())

    def anchor(self) -> Position:
        """Return the other end of the selection, or the place itself."""
        return self._page.place(self.textCursor().anchor())

    def ring(self, knot: Knot | None) -> None:
        """Draw the focus ring round a link or a mark, and the guide where the caret is now."""
        self._ringed = knot
        if self._page.styles.look.typography.guide is not Guide.OFF:
            self._draw_marks()
        self.viewport().update()

    def annotate(self, annotations: Sequence[Annotation]) -> None:
        """Show other marks of the person's own in the article."""
        self._page.annotate(annotations)
        self.viewport().update()

    def open_annotation(self, annotation: Annotation) -> None:
        """Have a note or a highlight opened."""
        self.annotation_wanted.emit(annotation)

    def light(self, sentence: Extent | None, word: Extent | None) -> None:
        """Light the sentence and the word that are being spoken; None puts the light out."""
        self._spoken = (sentence, word)
        self._draw_marks()
        self._following.turn_to(word or sentence)

    def mark_found(self, found: Sequence[Extent], now: int | None = None) -> None:
        """Mark all words that were found; `now` is the index of those that the person is at."""
        if found is not self._found:
            self._found = found
            self._found_marks = found_marks(self._page, found)
        self._found_now = None if now is None else found[now]
        self._draw_marks()

    def light_as(self, highlight: Highlight, *, follow: bool) -> None:
        """Light what is spoken in this way, and scroll to it or leave scrolling to the person."""
        self._following.is_wanted = follow
        if highlight is not self._highlight:
            self._highlight = highlight
            self._draw_marks()

    def follow_again(self) -> None:
        """Scroll to what is spoken from now on, although the person had scrolled it away."""
        self._following.resume()

    def screen_area(self, extent: Extent) -> QRect:
        """Return where a stretch is on the screen."""
        area = self._page.area(extent).translated(-self._scrolled()).toAlignedRect()
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def place_at(self, point: QPoint) -> Position:
        """Return the place nearest to a point of the screen."""
        inside = self.viewport().mapFromGlobal(point)
        return self._page.place(self.cursorForPosition(inside).position())

    def is_in_view(self, extent: Extent) -> bool:
        """Tell whether some of a stretch can be seen."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        area = self._page.area(extent)
        return area.bottom() > top and area.top() < top + height

    def bring_into_view(self, extent: Extent) -> None:
        """Scroll only if the text is out of sight or at its edge, then by a good deal."""
        area = self._page.area(extent)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        near = height * _CALM
        if not bar.value() + near <= area.top() <= area.bottom() <= bar.value() + height - near:
            bar.setValue(round(area.top() - height * _READING_LINE))

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        with self._following.at_own_hand():
            super().resizeEvent(event)
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text between what lies behind it and what lies above."""
        shown = QRectF(self.viewport().rect()).translated(self._scrolled())
        painter = QPainter(self.viewport())
        painter.translate(-self._scrolled())
        draw_ornaments(painter, self._page, shown)
        draw_guide(painter, self._page, self._read_now())
        draw_annotations(painter, self._page, shown)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(-self._scrolled())
        if self._found_now is not None:
            draw_found(painter, self._page, self._found_now)
        if self._ringed is not None and self.hasFocus():
            draw_focus(painter, self._page, self._ringed)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what the button went down on."""
        self._aimed = self._pressable(event) if event.button() is _LEFT else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow what was clicked, unless text was selected on the way."""
        super().mouseReleaseEvent(event)
        aimed, self._aimed = self._aimed, None
        if aimed and aimed == self._pressable(event) and not self.textCursor().hasSelection():
            self.pressed.emit(aimed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        can_be_pressed = self._pressable(event) is not None
        shape = Qt.CursorShape.PointingHandCursor if can_be_pressed else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    # Within

    def _pressable(self, event: QMouseEvent) -> Knot | None:
        """Return the link or the mark under the mouse."""
        if not self._page.outline.leaves:
            return None
        inside = event.position().toPoint()
        place = self._page.place(self.cursorForPosition(inside).position())
        for char in (place.char, place.char - 1):  # the caret goes to the nearer side of a letter
            knot = self._page.outline.inline_at(place.block, char)
            if knot and self._lies_at(knot, inside):
                return knot
        return None

    def _lies_at(self, knot: Knot, inside: QPoint) -> bool:
        point = (inside + self._scrolled()).toPointF()
        lines = self._page.lines(knot.extent)
        return any(line.contains(point) for line in lines)

    def _fit(self) -> None:
        """Give the column its width, and keep the place in view."""
        if self._page.fit(self.viewport().width()):
            place = self.position()
            self.bring_into_view(Extent(place.block, place.char, place.char))

    def _draw_marks(self) -> None:
        sentence, word = self._spoken
        marks = (
            guide_marks(self._page, self._read_now()),
            spoken_marks(self._page, sentence, None, self._highlight),
            self._found_marks,
            found_now_marks(self._page, self._found_now),
            spoken_marks(self._page, None, word, self._highlight),
        )
        self.setExtraSelections(list(chain.from_iterable(marks)))
        self.viewport().update()  # the lit line is wider than what is marked

    def _read_now(self) -> Position:
        """Return where the voice reads, or else the place of the caret."""
        sentence, word = self._spoken
        spoken = word or sentence
        return self.position() if spoken is None else Position(spoken.block, spoken.start)

    def _scrolled(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
