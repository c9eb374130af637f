"""Rows of a list to look things up in, worded only when they come into view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from reader.gui.drawing import Index
from reader.gui.row_model import DESCRIPTION, RowModel

Thing = TypeVar("Thing")

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows, its words and a line under them, and what is said of it."""

    head: str
    under: str
    said: str


class Entries(RowModel, Generic[Thing]):
    """Things in a list: there may be thousands, of which a few are seen."""

    def __init__(self, word: Callable[[Thing], Row]) -> None:
        super().__init__()
        self._word = word
        self._worded: dict[int, Row] = {}
        self.things: Sequence[Thing] = ()

    def show(self, things: Sequence[Thing]) -> None:
        """Have other things."""
        self.beginResetModel()
        self.things, self._worded = things, {}
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return the words of a row."""
        if number not in self._worded:
            self._worded[number] = self._word(self.things[number])
        return self._worded[number]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return what a row shows, or what a screen reader says of it."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index.row()).head
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row(index.row()).said
        if role == DESCRIPTION:
            return self.description(index)
        return None
