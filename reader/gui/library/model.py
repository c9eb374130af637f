"""The rows of the library as Qt's list asks for them."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, QStringListModel, Qt

from reader.gui.drawing import Index
from reader.gui.library.paged_rows import PagedRows
from reader.gui.library.rows import SHARED, Field, GroupHeading, Row, RowWording
from reader.gui.row_model import Described, in_a_row
from reader.model.query import Grouping

_ROW = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class Role(IntEnum):
    """What the list's delegate and its owner ask for, beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole
    HEADING = (
        Qt.ItemDataRole.UserRole + 1
    )  # GroupHeading of the group that begins with the row, or None


class LibraryModel(Described, QStringListModel):
    """A list of articles that words each row only when it is asked for.

    It is a list of empty texts, so that Qt itself knows how many rows there are: laying 100,000
    out asks for that 200,000 times, which takes Python a quarter of a second. Laid out in batches
    they would not show before the last batch.

    A screen reader gets one `field` of each row, or the whole row where it is None. The row that
    is gone to tells its group where that is another one than before.
    """

    def __init__(self, wording: RowWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._group: int | None = None  # that of the current row
        self._entered: int | None = None  # the row by which that group was come to
        self.rows = PagedRows()
        self.field: Field | None = None

    @property
    def grouping(self) -> Grouping:
        """What neighbours have in common."""
        return self.rows.grouping

    def set_rows(self, rows: PagedRows) -> None:
        """Show other rows."""
        self.rows = rows
        self._group = self._entered = None
        self.setStringList([""] * len(rows))

    def row(self, number: int) -> Row:
        """Return a row."""
        return self.rows[number]

    def identifier(self, number: int) -> int:
        """Return the number of the article of a row."""
        return self.rows.ids[number]

    def find(self, identifier: int) -> int | None:
        """Return the number of an article's row."""
        return self.rows.find(identifier)

    def refresh(self, identifiers: Iterable[int]) -> None:
        """Show articles as they are now."""
        changed = self.rows.renew(set(identifiers))
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def come_to(self, number: int) -> None:
        """Note that a row becomes the current one."""
        group = self.rows.group_of(number)
        self._entered = number if group != self._group else None
        self._group = group

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a row can be selected, and no more."""
        return _ROW if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt takes any value
        """Return what a view, a screen reader or the delegate asks of a row."""
        if not index.isValid():
            return None
        number = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._wording.title(self.row(number))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(number)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.description(index)
            case Role.ROW:
                return self.row(number)
            case Role.HEADING:
                return self._heading(number) if self.rows.begins_group(number) else None
            case _:
                return None

    def _said(self, number: int) -> str:
        row, wording = self.row(number), self._wording
        words = wording.cell(row, self.field) if self.field else wording.spoken(row, self.grouping)
        tells_group = number == self._entered or self.rows.begins_group(number)
        heading = self._heading(number) if tells_group else None
        if heading is None:
            return words
        tells_it_all = self.field is not None and self.field is SHARED[self.grouping]
        return heading.whole if tells_it_all else in_a_row((heading.whole, words))

    def _heading(self, number: int) -> GroupHeading | None:
        place = self.rows.group_of(number)
        if place is None:
            return None
        return self._wording.heading(self.rows.group(place), self.grouping)
