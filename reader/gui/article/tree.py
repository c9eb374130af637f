"""The article's accessible tree: makes nodes when they are asked for, and tells what changed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QWidget

from reader.gui.article import annotated, telling
from reader.gui.article.facets import PRESS, pointer
from reader.gui.article.grids import GridLender
from reader.gui.article.lending import Lender
from reader.gui.article.nodes import Node, Root
from reader.gui.article.outline import Knot
from reader.gui.article.stage import Stage
from reader.gui.article.utf16 import characters, units
from reader.gui.listening import hears_announcements
from reader.i18n import Translator
from reader.model.article import plain
from reader.model.position import Extent, Position

_ORCA = sys.platform == "linux"


class Tree:
    """Stands between the view and the screen reader; does nothing until one asks."""

    def __init__(self, widget: QWidget, stage: Stage, translator: Translator) -> None:
        self._widget = widget
        self._stage = stage
        self._ = translator
        self._roots: list[Root] = []
        self._nodes: dict[int, Node] = {}
        self._lender = Lender(widget, self._caret_was_moved)
        self._grids = GridLender(widget, self._cell_at)
        self._told: tuple[Knot, int, int] | None = None
        self._line: Extent | None = None
        self._hushed = False
        widget.destroyed.connect(self.forget)

    # What the view calls

    def made_root(self) -> QAccessibleInterface:
        """Return a new node for the article itself.

        Qt asks again when the view's class has grown a slot, and owns each: the same node twice
        would be deleted twice. Python must keep them as long.
        """
        self._roots.append(Root(self))
        return self._roots[-1]

    def forget(self) -> None:
        """Drop all nodes: the article they belong to is going away."""
        self._told = None
        self._line = None
        self._lender.clear()
        self._grids.clear()
        nodes, self._nodes = self._nodes, {}
        for node in nodes.values():
            node.die()

    def reordered(self) -> None:
        """Tell that there is another article."""
        if QAccessible.isActive():
            event = QAccessibleEvent(self._widget, QAccessible.Event.ObjectReorder)
            QAccessible.updateAccessibility(event)
            self.moved()

    def moved(self) -> None:
        """Tell where the person is reading now."""
        number = self.focused()
        if number is None or not QAccessible.isActive():
            return
        node, told = self.node(number), self._told
        caret, anchor = self._caret(node.knot)
        if told == (node.knot, caret, anchor):
            return
        self._told = (node.knot, caret, anchor)
        self._lender.put(number, (caret, anchor))
        if self._hushed:
            return
        if told is None or told[0] != node.knot:
            QAccessible.updateAccessibility(QAccessibleEvent(node, QAccessible.Event.Focus))
        elif caret == anchor:
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(node, caret))
        if caret != anchor or (told is not None and told[1] != told[2]):
            start, end = sorted((caret, anchor))
            QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(node, start, end))

    def key_pressed(self) -> None:
        """Show whole blocks again."""
        self._break(None)

    def jumped(self, knot: Knot) -> None:
        """Say nothing more: the screen reader has been told of the focus."""

    @contextmanager
    def reading(self, extent: Extent, more: str = "") -> Iterator[None]:
        """Have a screen reader say a line or a sentence while the caret moves there, and more.

        Within a block the caret moves without a word, for what is said of that hangs on the key
        by the screen reader's own rules, and the words are announced. Of what comes to the focus
        the line of the caret is read, and to it a block is one line; so breaks are put round the
        extent, in the place of spaces.
        """
        outline, place, focused = self._stage.outline(), self._stage.position(), self.focused()
        inside = focused is not None and outline.knot_at(
            extent.block, extent.start
        ) == outline.knot_at(place.block, place.char)
        self._hushed = inside
        self._break(None if inside else extent)
        try:
            yield
        finally:
            self._hushed = False
        said = annotated.said(outline, extent, self._) if inside else ""
        if focused is not None and (said or more):
            self.announce(telling.followed(said, more))

    def _break(self, extent: Extent | None) -> None:
        if extent == self._line:
            return
        before, self._line = self._line, extent
        for one in (before, extent):
            if one is not None:
                knot = self._stage.outline().knot_at(one.block, one.start)
                self._lender.load(knot.number, self.words(knot))

    def focus_again(self) -> None:
        """Tell the place once more; the first time may drown in the window's own name."""
        self._told = None
        self.moved()

    def announce(self, message: str) -> None:
        """Have a screen reader say the message.

        Orca 43 knows no announcements, but it speaks a changed description of what has the focus:
        so it changes for the moment of the event. Newer ones would skip that or say it twice.
        """
        number = self.focused()
        if number is None or not _ORCA or hears_announcements():
            event = QAccessibleAnnouncementEvent(self._widget, message)
            QAccessible.updateAccessibility(event)
        elif QAccessible.isActive():
            node = self.node(number)
            for words in (message, ""):
                node.message = words
                changed = QAccessibleEvent(node, QAccessible.Event.DescriptionChanged)
                QAccessible.updateAccessibility(changed)
            node.message = None

    # What the nodes ask

    def widget(self) -> QWidget:
        """Return the widget that shows the article."""
        return self._widget

    def top(self) -> tuple[int, ...]:
        """Return the knots that stand directly in the article."""
        return self._stage.outline().top

    def root(self) -> QAccessibleInterface:
        """Return the article's own node."""
        return QAccessible.queryAccessibleInterface(self._widget)

    def node(self, number: int) -> Node:
        """Return the node of a knot, made when it is first asked for."""
        node = self._nodes.get(number)
        if node is None:
            node = self._nodes[number] = Node(self, self._stage.outline().knots[number])
        return node

    def above(self, knot: Knot) -> int | None:
        """Return the knot that is told to be the parent; None for the article."""
        return telling.above(self._stage.outline(), knot)

    def holder(self, number: int) -> int | None:
        """Return the knot that a knot truly stands in; None for the article."""
        return self._stage.outline().knots[number].parent

    def beside(self, knot: Knot) -> tuple[int | None, int | None]:
        """Return the knots that are read before and after a knot."""
        return self._stage.outline().beside(knot)

    def focusable(self, knot: Knot) -> bool:
        """Tell whether a knot says that it takes the focus."""
        return telling.focusable(knot)

    def focused(self) -> int | None:
        """Return the knot that has the focus; None while the article has not."""
        outline = self._stage.outline()
        if not outline.leaves or not self._widget.hasFocus():
            return None
        piece, place = self._stage.piece(), self._stage.position()
        return (piece or outline.knot_at(place.block, place.char)).number

    def words(self, knot: Knot) -> str:
        """Return the text of a knot, in one line or with breaks round a part of it."""
        words = telling.words(self._stage.outline(), knot)
        part = self._line
        if part is None or part.block != knot.block or not knot.start <= part.start < knot.end:
            return words
        return telling.broken(words, part.start - knot.start, part.end - knot.start)

    def name(self, knot: Knot) -> str:
        """Return what a link, a picture or a table is called."""
        return telling.name(self._stage.outline(), knot)

    def description(self, knot: Knot) -> str:
        """Return a link's place and address, or what stands under the title."""
        own = telling.description(self._stage.outline(), knot, self._)
        described = self._stage.described()
        mine = described and self._stage.outline().knot_at(described[0], 0) == knot
        return ". ".join(part for part in (own, described[1] if described and mine else "") if part)

    def attributes(self, knot: Knot) -> dict[QAccessible.Attribute, object]:
        """Return the level, the language and the place in a list."""
        return telling.attributes(self._stage.outline(), knot)

    def headers(self, knot: Knot) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the cells that name a cell's column, and those that name its row."""
        return telling.headers(self._stage.outline(), knot)

    def area(self, knot: Knot) -> QRect:
        """Return where a knot is on the screen."""
        area = self._stage.screen_area(knot.extent) if knot.end or not knot.children else QRect()
        knots = self._stage.outline().knots
        inside = [number for number in knot.children if not knots[number].is_inline]
        for number in (*inside[:1], *inside[-1:]):
            area = area.united(self.area(knots[number]))
        return area

    def text_interface(self, knot: Knot) -> int:
        """Return the address of a text interface for a knot."""
        caret = self._caret(knot) if knot.number == self.focused() else (0, 0)
        return self._lender.pointer(knot.number, self.words(knot), caret)

    def table_interface(self, knot: Knot) -> int:
        """Return the address of a table interface for a table."""
        rows = self._stage.outline().leaves[knot.block].rows
        return self._grids.pointer(
            knot.number, lambda: tuple(tuple(map(plain, row)) for row in rows)
        )

    def _cell_at(self, number: int, row: int, column: int) -> int:
        """Return the address of the node of a cell, or 0 where the table has none there."""
        outline = self._stage.outline()
        found = outline.cell(outline.knots[number], row, column)
        return int(pointer(self.node(found.number))) if found else 0

    def act(self, knot: Knot, action: str) -> None:
        """Move to a knot, or follow the link or the mark that it is."""
        if action == PRESS:
            self._stage.follow(knot)
            return
        self._widget.setFocus()
        self._stage.go_to(knot)

    def inside(self, holder: int | None, point: QPoint) -> int | None:
        """Return the knot at a point of the screen that stands directly in another one."""
        outline = self._stage.outline()
        if not outline.leaves:
            return None
        place = self._stage.place_at(point)
        return outline.inside(holder, place.block, place.char)

    def _caret(self, knot: Knot) -> tuple[int, int]:
        """Return the caret and the other end of the selection in a knot's own text."""
        ends = (self._stage.position(), self._stage.anchor())
        caret, anchor = (self._offset(knot, place) for place in ends)
        return caret, anchor

    def _offset(self, knot: Knot, place: Position) -> int:
        text = self.words(knot)
        if place.block != knot.block:
            return 0 if place.block < knot.block else units(text)
        return units(text, min(max(0, place.char - knot.start), len(text)))

    def _caret_was_moved(self, number: int, offset: int) -> None:
        """Follow a screen reader that has put the caret somewhere."""
        knot = self._stage.outline().knots[number]
        char = knot.start + characters(self.words(knot), offset)
        self._stage.go(Position(knot.block, char))
