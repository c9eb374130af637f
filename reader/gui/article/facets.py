"""What an accessible object of the article offers beside its name: attributes, actions, places.

`interface_cast` must return a `VoidPtr`, never None.
"""

from typing import Protocol, cast

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleTableCellInterface,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from reader.gui.article.outline import Knot
from reader.model.leaves import Cell

# PySide6's stubs say "int" for an address, and forget that there may be no object.
NOTHING = cast("int", Shiboken.VoidPtr(0))
NO_INTERFACE = cast("QAccessibleInterface", None)
FOCUS = "SetFocus"
PRESS = "Press"


class Owner(Protocol):
    """What the nodes ask of the tree that made them."""

    def widget(self) -> QWidget:
        """Return the widget that shows the article."""

    def top(self) -> tuple[int, ...]:
        """Return the knots that stand directly in the article."""

    def node(self, number: int) -> QAccessibleInterface:
        """Return the node of a knot."""

    def root(self) -> QAccessibleInterface:
        """Return the article's own node."""

    def above(self, knot: Knot) -> int | None:
        """Return the knot that is told to be the parent; None for the article."""

    def holder(self, number: int) -> int | None:
        """Return the knot that a knot truly stands in; None for the article."""

    def focused(self) -> int | None:
        """Return the knot that has the focus."""

    def focusable(self, knot: Knot) -> bool:
        """Tell whether a knot says that it takes the focus."""

    def words(self, knot: Knot) -> str:
        """Return the text of a knot."""

    def name(self, knot: Knot) -> str:
        """Return what a link, a picture or a table is called."""

    def description(self, knot: Knot) -> str:
        """Return what is said after a knot's text."""

    def attributes(self, knot: Knot) -> dict[QAccessible.Attribute, object]:
        """Return the level, the language and the place in a list."""

    def area(self, knot: Knot) -> QRect:
        """Return where a knot is on the screen."""

    def text_interface(self, knot: Knot) -> int:
        """Return the address of a text interface for a knot."""

    def table_interface(self, knot: Knot) -> int:
        """Return the address of a table interface for a table."""

    def headers(self, knot: Knot) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the cells that name a cell's column, and those that name its row."""

    def act(self, knot: Knot, action: str) -> None:
        """Do FOCUS or PRESS."""

    def inside(self, holder: int | None, point: QPoint) -> int | None:
        """Return the knot at a point of the screen that stands directly in another one.

        None for the holder is the article.
        """

    def beside(self, knot: Knot) -> tuple[int | None, int | None]:
        """Return the knots that are read before and after a knot."""


def pointer(interface: Shiboken.Object) -> int:
    """Return the address of an interface."""
    return cast("int", Shiboken.VoidPtr(Shiboken.getCppPointer(interface)[0]))


class Attributes(QAccessibleAttributesInterface):
    """The level, the language and the place in a list."""

    def __init__(self, values: dict[QAccessible.Attribute, object]) -> None:
        super().__init__()
        self._values = values

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """Return which attributes there are."""
        return list(self._values)

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        """Return the value of an attribute."""
        return self._values.get(key)


class Actions(QAccessibleActionInterface):
    """What can be done with a block or a link."""

    def __init__(self, owner: Owner, knot: Knot) -> None:
        super().__init__()
        self._owner = owner
        self._knot = knot

    def actionNames(self) -> list[str]:
        """Return what can be done: to go there, and to follow what leads elsewhere."""
        return [FOCUS, PRESS] if self._knot.is_pressed else [FOCUS]

    def doAction(self, action: str) -> None:
        """Do it."""
        self._owner.act(self._knot, action)

    def keyBindingsForAction(self, _action: str) -> list[str]:
        """Return no key: newer Orcas would say "return" behind each link."""
        return []


class CellPlace(QAccessibleTableCellInterface):
    """Where a cell stands in its table, and which cells name its column and its row."""

    def __init__(self, owner: Owner, knot: Knot, cell: Cell) -> None:
        super().__init__()
        self._owner = owner
        self._knot = knot
        self._cell = cell

    def rowIndex(self) -> int:
        """Return the row, counted from 0."""
        return self._cell.row

    def columnIndex(self) -> int:
        """Return the column, counted from 0."""
        return self._cell.column

    def rowExtent(self) -> int:
        """Return how many rows the cell takes."""
        return 1

    def columnExtent(self) -> int:
        """Return how many columns the cell takes."""
        return 1

    def isSelected(self) -> bool:
        """Tell that no cell is ever selected."""
        return False

    def columnHeaderCells(self) -> list[QAccessibleInterface]:
        """Return what names the column."""
        return [self._owner.node(number) for number in self._owner.headers(self._knot)[0]]

    def rowHeaderCells(self) -> list[QAccessibleInterface]:
        """Return what names the row."""
        return [self._owner.node(number) for number in self._owner.headers(self._knot)[1]]

    def table(self) -> QAccessibleInterface:
        """Return the table."""
        parent = self._knot.parent
        return NO_INTERFACE if parent is None else self._owner.node(parent)
