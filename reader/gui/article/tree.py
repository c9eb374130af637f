"""The article's accessible tree: makes nodes when they are asked for, and tells what changed."""

import sys
from typing import Protocol

from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QWidget

from reader.gui.article.lending import Lender
from reader.gui.article.nodes import FOCUS, Node, Root
from reader.gui.article.outline import Knot, Link, Outline, Sort
from reader.gui.article.utf16 import characters, units
from reader.i18n import Translator
from reader.model.leaves import Kind
from reader.model.position import Extent, Position

_ORCA = sys.platform == "linux"
_LEVEL_IN_WORDS = sys.platform == "win32"  # UI Automation gets no level from Qt
# Orca says "read only" of paragraphs that take the focus, and reads items with all their links.
_UNFOCUSABLE = frozenset({Sort.PARAGRAPH, Sort.ITEM}) if _ORCA else frozenset()
_READ_WITH_LINKS = frozenset({Sort.PARAGRAPH, Sort.HEADING}) if _ORCA else frozenset()


class Stage(Protocol):
    """The view, as the tree sees it."""

    def outline(self) -> Outline:
        """Return what the article is made of."""

    def described(self) -> tuple[int, str] | None:
        """Return the leaf that has a description, and the description."""

    def position(self) -> Position:
        """Return the place that is being read."""

    def anchor(self) -> Position:
        """Return the other end of the selection, or the place itself."""

    def link(self) -> Link | None:
        """Return the link that has the focus."""

    def go(self, position: Position) -> None:
        """Move to a place."""

    def go_to_link(self, link: Link) -> None:
        """Move to a link and give it the focus."""

    def open_link(self, link: Link) -> None:
        """Follow a link."""

    def screen_area(self, extent: Extent) -> QRect:
        """Return where a stretch is on the screen."""

    def place_at(self, point: QPoint) -> Position:
        """Return the place nearest to a point of the screen."""


class Tree:
    """Stands between the view and the screen reader; does nothing until one asks."""

    def __init__(self, widget: QWidget, stage: Stage, translator: Translator) -> None:
        self._widget = widget
        self._stage = stage
        self._ = translator
        self._roots: list[Root] = []
        self._nodes: dict[int, Node] = {}
        self._lender = Lender(widget, self._caret_was_moved)
        self._told: tuple[Knot, int, int] | None = None
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
        self._lender.clear()
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
        if told is None or told[0] != node.knot:
            QAccessible.updateAccessibility(QAccessibleEvent(node, QAccessible.Event.Focus))
        elif caret == anchor:
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(node, caret))
        if caret != anchor or (told is not None and told[1] != told[2]):
            start, end = sorted((caret, anchor))
            QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(node, start, end))

    def focus_again(self) -> None:
        """Tell the place once more; the first time may drown in the window's own name."""
        self._told = None
        self.moved()

    def announce(self, message: str) -> None:
        """Have a screen reader say the message.

        Orca 43 knows no announcements, but all versions speak a changed description of what has
        the focus: so it changes for the moment of the event.
        """
        number = self.focused()
        if number is None or not _ORCA:
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
        above = knot.parent
        if knot.link and above is not None:
            holder = self._stage.outline().knots[above]
            return holder.parent if holder.sort in _READ_WITH_LINKS else above
        return above

    def holder(self, number: int) -> int | None:
        """Return the knot that a knot truly stands in; None for the article."""
        return self._stage.outline().knots[number].parent

    def focusable(self, knot: Knot) -> bool:
        """Tell whether a knot says that it takes the focus."""
        return knot.sort is not Sort.LIST and knot.sort not in _UNFOCUSABLE

    def focused(self) -> int | None:
        """Return the knot that has the focus; None while the article has not."""
        outline = self._stage.outline()
        if not outline.leaves or not self._widget.hasFocus():
            return None
        link = self._stage.link()
        return outline.of_link[link.number] if link else self._block_knot(outline)

    def _block_knot(self, outline: Outline) -> int:
        return outline.of_block[self._stage.position().block]

    def words(self, knot: Knot) -> str:
        """Return the text of a knot, in one line: screen readers read line by line."""
        if knot.link:
            return knot.link.text
        leaf = self._stage.outline().leaves[knot.block]
        if leaf.kind is Kind.TABLE:
            return leaf.text.replace(" | ", ",  ").replace("\n", ";")
        return leaf.text.replace("\n", " ")

    def description(self, knot: Knot) -> str:
        """Return a link's address, or what stands under the title."""
        if knot.link:
            return knot.link.address
        leaf = self._stage.outline().leaves[knot.block]
        parts = []
        if knot.sort is Sort.HEADING and _LEVEL_IN_WORDS:
            parts.append(self._("heading, level {level}").format(level=leaf.level))
        described = self._stage.described()
        if described and described[0] == knot.block and knot.sort is not Sort.LIST:
            parts.append(described[1])
        return ". ".join(parts)

    def attributes(self, knot: Knot) -> dict[QAccessible.Attribute, object]:
        """Return the level, the language and the place in a list."""
        outline = self._stage.outline()
        leaf = outline.leaves[knot.block]
        language = knot.link.language if knot.link else outline.languages[knot.block]
        values: dict[QAccessible.Attribute, object] = {
            QAccessible.Attribute.Locale: QLocale(language)
        }
        if knot.sort is Sort.HEADING:
            values[QAccessible.Attribute.Level] = leaf.level
        if knot.sort is Sort.ITEM and leaf.place:
            values[QAccessible.Attribute.Custom] = {
                "posinset": str(leaf.place.index),
                "setsize": str(leaf.place.count),
            }
        return values

    def area(self, knot: Knot) -> QRect:
        """Return where a knot is on the screen."""
        area = self._stage.screen_area(self._extent(knot))
        for number in knot.children:
            area = area.united(self.area(self._stage.outline().knots[number]))
        return area

    def text_interface(self, knot: Knot) -> int:
        """Return the address of a text interface for a knot."""
        caret = self._caret(knot) if knot.number == self.focused() else (0, 0)
        return self._lender.pointer(knot.number, self.words(knot), caret)

    def act(self, knot: Knot, action: str) -> None:
        """Move to a knot, or follow the link that it is."""
        if action == FOCUS:
            self._widget.setFocus()
            if knot.link:
                self._stage.go_to_link(knot.link)
            else:
                self._stage.go(Position(knot.block, 0))
        elif knot.link:
            self._stage.open_link(knot.link)

    def top_at(self, point: QPoint) -> int | None:
        """Return the knot, of those directly in the article, at a point of the screen."""
        outline = self._stage.outline()
        if not outline.leaves:
            return None
        number = outline.of_block[self._stage.place_at(point).block]
        while (above := outline.knots[number].parent) is not None:
            number = above
        return number

    def _extent(self, knot: Knot) -> Extent:
        if knot.link:
            return Extent(knot.block, knot.link.start, knot.link.end)
        return Extent(knot.block, 0, len(self._stage.outline().leaves[knot.block].text))

    def _caret(self, knot: Knot) -> tuple[int, int]:
        """Return the caret and the other end of the selection in a knot's own text."""
        ends = (self._stage.position(), self._stage.anchor())
        caret, anchor = (self._offset(knot, place) for place in ends)
        return caret, anchor

    def _offset(self, knot: Knot, place: Position) -> int:
        extent, text = self._extent(knot), self.words(knot)
        if place.block != extent.block:
            return 0 if place.block < extent.block else units(text)
        return units(text, min(max(0, place.char - extent.start), len(text)))

    def _caret_was_moved(self, number: int, offset: int) -> None:
        """Follow a screen reader that has put the caret somewhere."""
        knot = self._stage.outline().knots[number]
        char = self._extent(knot).start + characters(self.words(knot), offset)
        self._stage.go(Position(knot.block, char))
