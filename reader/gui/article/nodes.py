"""The accessible objects that a screen reader meets in the article.

Rules learnt from stammering: a paragraph has no name, or it is read twice; nothing is "read only",
or that is said each time; the article itself is not focused while one of its blocks is.
"""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from reader.gui.article.facets import (
    NO_INTERFACE,
    NOTHING,
    Actions,
    Attributes,
    CellPlace,
    Owner,
    pointer,
)
from reader.gui.article.outline import Knot, Sort

# PySide6's stubs say "int" for an address, and forget that there may be no object.
_NO_OBJECT = cast("QObject", None)
_ROLES = {
    Sort.HEADING: QAccessible.Role.Heading,
    Sort.PARAGRAPH: QAccessible.Role.Paragraph,
    Sort.QUOTE: QAccessible.Role.BlockQuote,
    Sort.LIST: QAccessible.Role.List,
    Sort.ITEM: QAccessible.Role.ListItem,
    Sort.TABLE: QAccessible.Role.Table,
    Sort.CELL: QAccessible.Role.Cell,
    Sort.LINK: QAccessible.Role.Link,
    Sort.MARK: QAccessible.Role.Link,
    Sort.SPAN: QAccessible.Role.StaticText,
    Sort.FIGURE: QAccessible.Role.Graphic,
    Sort.NOTE: QAccessible.Role.Paragraph,
}
_NAMED = frozenset({Sort.LINK, Sort.MARK, Sort.FIGURE, Sort.TABLE})


class Node(QAccessibleInterface):
    """A heading, a paragraph, a table, a cell, a link and so on."""

    def __init__(self, owner: Owner, knot: Knot) -> None:
        super().__init__()
        self.knot = knot
        self.message: str | None = None  # stands in for the description while it is announced
        # A list, a quotation of several paragraphs and a table without a caption have none.
        self._has_text = bool(knot.end) or not knot.children
        self._alive = True
        self._owner = owner
        self._attributes = Attributes(owner.attributes(knot))
        self._actions = Actions(owner, knot)
        self._cell = CellPlace(owner, knot, knot.cell) if knot.cell else None

    def die(self) -> None:
        """Let Qt forget the node; only then may Python free it."""
        self._alive = False
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(self))

    def isValid(self) -> bool:
        """Tell whether the article is still there."""
        return self._alive

    def object(self) -> QObject:
        """Return nothing: a piece of an article is no widget."""
        return _NO_OBJECT

    def window(self) -> QWindow:
        """Return the window of the view."""
        return self._owner.widget().window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return the list, the item or the article that this is in.

        For a link in a paragraph that is what the paragraph is in: Orca reads a whole paragraph
        when it comes to the first link within.
        """
        above = self._owner.above(self.knot)
        return self._owner.root() if above is None else self._owner.node(above)

    def childCount(self) -> int:
        """Count the links, the items or the lists within."""
        return len(self.knot.children)

    def child(self, index: int) -> QAccessibleInterface:
        """Return a link, an item or a list within."""
        return _child(self._owner, self.knot.children, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which of the children this is, or -1."""
        return _index(self._owner, self.knot.children, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the child at a point of the screen."""
        number = self._owner.inside(self.knot.number, QPoint(x, y))
        return NO_INTERFACE if number is None else self._owner.node(number)

    def role(self) -> QAccessible.Role:
        """Return what this is."""
        return _ROLES[self.knot.sort]

    def text(self, what: QAccessible.Text) -> str:
        """Return the name or the description."""
        if what == QAccessible.Text.Name and self.knot.sort in _NAMED:
            return self._owner.name(self.knot)
        if what == QAccessible.Text.Description:
            return self._owner.description(self.knot) if self.message is None else self.message
        return ""

    def setText(self, what: QAccessible.Text, text: str) -> None:
        """Change nothing: an article is for reading."""

    def rect(self) -> QRect:
        """Return where this is on the screen."""
        return self._owner.area(self.knot)

    def state(self) -> QAccessible.State:
        """Return what a screen reader may do with this, and whether it has the focus."""
        state = QAccessible.State()
        state.focusable = self._owner.focusable(self.knot)
        state.focused = self._owner.focused() == self.knot.number
        state.linked = self.knot.is_pressed
        return state

    def relations(
        self, match: QAccessible.RelationFlag = QAccessible.RelationFlag.AllRelations
    ) -> list[tuple[QAccessibleInterface, QAccessible.RelationFlag]]:
        """Return what is read before and after this, as what it flows to or from.

        By that Orca goes on from block to block when it reads everything; by the tree alone it
        would stop, or leave out what is within lists, quotations and tables.
        """
        flags = (QAccessible.RelationFlag.FlowsTo, QAccessible.RelationFlag.FlowsFrom)
        return [
            (self._owner.node(number), flag)
            for number, flag in zip(self._owner.beside(self.knot), flags, strict=True)
            if number is not None and flag in match
        ]

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Return the address of an interface for text, attributes or actions."""
        if not self._alive:
            return NOTHING
        match kind:
            case QAccessible.InterfaceType.TextInterface:
                return self._owner.text_interface(self.knot) if self._has_text else NOTHING
            case QAccessible.InterfaceType.AttributesInterface:
                return pointer(self._attributes)
            case QAccessible.InterfaceType.ActionInterface:
                return pointer(self._actions)
            case QAccessible.InterfaceType.TableInterface if self.knot.sort is Sort.TABLE:
                return self._owner.table_interface(self.knot)
            case QAccessible.InterfaceType.TableCellInterface if self._cell:
                return pointer(self._cell)
            case _:
                return NOTHING


class Root(QAccessibleWidget):
    """The article as a whole.

    As a grouping and not as a document: in a document Orca uses keys and positions of its own.
    """

    def __init__(self, owner: Owner) -> None:
        super().__init__(owner.widget(), QAccessible.Role.Grouping, "")
        self._owner = owner

    def childCount(self) -> int:
        """Count the blocks and the lists."""
        return len(self._owner.top())

    def child(self, index: int) -> QAccessibleInterface:
        """Return a block or a list."""
        return _child(self._owner, self._owner.top(), index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which of the children this is, or -1."""
        return _index(self._owner, self._owner.top(), child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the block or the list at a point of the screen."""
        number = self._owner.inside(None, QPoint(x, y))
        return NO_INTERFACE if number is None else self._owner.node(number)

    def focusChild(self) -> QAccessibleInterface:
        """Return what is being read."""
        number = self._owner.focused()
        return NO_INTERFACE if number is None else self._owner.node(number)

    def state(self) -> QAccessible.State:
        """Return the widget's state; but not the widget has the focus, one of its blocks has."""
        state = super().state()
        if self._owner.top():
            state.focused = False
        return state


def _child(owner: Owner, numbers: Sequence[int], index: int) -> QAccessibleInterface:
    return owner.node(numbers[index]) if 0 <= index < len(numbers) else NO_INTERFACE


def _index(owner: Owner, numbers: Sequence[int], child: QAccessibleInterface) -> int:
    """Return which of the knots is the child or holds it; Orca takes -1 for a dead object."""
    number = child.knot.number if isinstance(child, Node) else None
    while number is not None and number not in numbers:
        number = owner.holder(number)
    return -1 if number is None else numbers.index(number)
