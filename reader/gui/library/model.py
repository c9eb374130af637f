"""The rows of the library as Qt's list asks for them."""

from dataclasses import replace
from enum import IntEnum
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QObject, Qt

from reader.gui.drawing import Index
from reader.gui.library.rows import Field, Row, RowWording
from reader.gui.row_model import RowModel
from reader.model.entry import Entry


class Rows(Protocol):
    """Rows by number; one that reads pages on demand can stand in for a list."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> Row: ...


class Role(IntEnum):
    """What the list's delegate and its owner ask for, beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole


class LibraryModel(RowModel):
    """A list of articles that words each row only when it is asked for.

    A screen reader gets one `field` of each row, or the whole row where it is None.
    """

    def __init__(self, wording: RowWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._rows: Rows = ()
        self._changed: dict[int, bool] = {}
        self.field: Field | None = None

    def set_rows(self, rows: Rows) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self._changed = {}
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return a row, with its state of reading as it is now."""
        row = self._rows[number]
        read = self.is_read(row.entry)
        return row if read == row.entry.read else replace(row, entry=replace(row.entry, read=read))

    def is_read(self, entry: Entry) -> bool:
        """Tell whether an article has been read by now."""
        return self._changed.get(entry.identifier, entry.read)

    def find(self, identifier: int) -> int | None:
        """Return the number of an article's row."""
        numbers = range(len(self._rows))
        return next((n for n in numbers if self._rows[n].entry.identifier == identifier), None)

    def set_read(self, identifier: int, *, read: bool) -> None:
        """Show an article as read or unread."""
        self._changed[identifier] = read
        number = self.find(identifier)
        if number is not None:
            index = self.index(number)
            self.dataChanged.emit(index, index)

    def next_unread(self, start: int, step: int) -> int | None:
        """Return the next unread row after `start`, going down (step 1) or up (-1)."""
        end = len(self._rows) if step > 0 else -1
        numbers = range(start + step, end, step)
        return next((n for n in numbers if not self.row(n).entry.read), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt takes any value
        """Return what a view, a screen reader or the delegate asks of a row."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._wording.title(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.description(index)
            case Qt.ItemDataRole.ToolTipRole:
                return self._wording.title(row)
            case Role.ROW:
                return row
            case _:
                return None

    def _said(self, row: Row) -> str:
        return self._wording.cell(row, self.field) if self.field else self._wording.spoken(row)
