"""The rows of the list of elements, worded only when they come into view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from reader.gui.drawing import Index
from reader.gui.row_model import DESCRIPTION, RowModel
from reader.text.elements import Element

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows, its words and a line under them, and what is said of it."""

    head: str
    under: str
    said: str


class Entries(RowModel):
    """Elements in a list: there may be thousands, of which a few are seen."""

    def __init__(self, word: Callable[[Element], Row]) -> None:
        super().__init__()
        self._word = word
        self._worded: dict[int, Row] = {}
        self.elements: Sequence[Element] = ()

    def show(self, elements: Sequence[Element]) -> None:
        """Have other elements."""
        self.beginResetModel()
        self.elements, self._worded = elements, {}
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return the words of a row."""
        if number not in self._worded:
            self._worded[number] = self._word(self.elements[number])
        return self._worded[number]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.elements)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return what a row shows, or what a screen reader says of it."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index.row()).head
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row(index.row()).said
        if role == DESCRIPTION:
            return self.description(index)
        return None
