"""Table interfaces made by Qt itself, lent to the tables of the article.

PySide6 has no `QAccessibleTableInterface`. So a table lends the interface of a hidden view with as
many rows and columns; on Linux its function that finds a cell is replaced, so that screen readers
meet the article's own cells, which move the reading position and are shown on the screen.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex
Rows = tuple[tuple[str, ...], ...]
CellAt = Callable[[int, int, int], int]  # knot, row, column → address of a cell, or 0

# Where functions stand in the table of virtual ones that the C++ ABI of Linux gives to
# `QAccessibleTableInterface`: two destructors, then those of qaccessible.h in their order. Qt
# keeps it through all of version 6. In front of them are two words of the compiler's own.
_CELL_AT, _COLUMN_COUNT, _ROW_COUNT = 4, 11, 12
# Those of the class that implements the interface follow, and it calls them by the same table.
_FUNCTIONS = 80
_BEFORE = 2
_HAS_THAT_ABI = sys.platform == "linux"
_Count = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
_Find = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int)
_Words = ctypes.c_void_p * (_BEFORE + _FUNCTIONS)


class _Cells(QAbstractTableModel):
    """The words of a table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Rows = ()

    def load(self, rows: Rows) -> None:
        """Hold another table."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns the longest row has."""
        return 0 if parent.isValid() else max(map(len, self._rows), default=0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt takes any value
        """Return the words of a cell."""
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.DisplayRole or index.column() >= len(row):
            return None
        return row[index.column()]


class GridLender:
    """Keeps one hidden view, which holds the table that was asked for last."""

    def __init__(self, parent: QWidget, cell_at: CellAt) -> None:
        self._parent = parent
        self._cell_at = cell_at
        self._cells = _Cells(parent)
        self._view: QTableView | None = None
        self._lent = -1
        self._functions = _Words()
        self._find = _Find(self._found)

    def pointer(self, number: int, rows: Callable[[], Rows]) -> int:
        """Return the address of the table interface for the knot `number`."""
        if self._view is None:
            self._view = _hidden_view(self._parent, self._cells)
        if number != self._lent:
            self._lent = number
            self._cells.load(rows())
        interface = QAccessible.queryAccessibleInterface(self._view)
        pointer = interface.interface_cast(QAccessible.InterfaceType.TableInterface)
        if _HAS_THAT_ABI:
            self._replace_find(int(pointer))
        return pointer

    def clear(self) -> None:
        """Take the view back; the table it stood for is gone."""
        self._lent = -1

    def _found(self, _this: int, row: int, column: int) -> int:
        return self._cell_at(self._lent, row, column)

    def _replace_find(self, address: int) -> None:
        """Give the object at an address a copy of its functions, with ours for finding cells.

        Nothing is done where the functions are not the ones that are expected there.
        """
        own = ctypes.addressof(self._functions) + ctypes.sizeof(ctypes.c_void_p) * _BEFORE
        table = ctypes.c_void_p.from_address(address)
        if table.value in (own, None):
            return
        begin = int(table.value or 0) - ctypes.sizeof(ctypes.c_void_p) * _BEFORE
        ctypes.memmove(self._functions, begin, ctypes.sizeof(self._functions))
        columns, rows = (
            _Count(int(self._functions[_BEFORE + place] or 0))(address)
            for place in (_COLUMN_COUNT, _ROW_COUNT)
        )
        if (rows, columns) == (self._cells.rowCount(), self._cells.columnCount()):
            self._functions[_BEFORE + _CELL_AT] = ctypes.cast(self._find, ctypes.c_void_p).value
            table.value = own


def _hidden_view(parent: QWidget, cells: _Cells) -> QTableView:
    view = QTableView(parent)
    view.hide()
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.horizontalHeader().hide()
    view.verticalHeader().hide()
    view.setModel(cells)
    return view
