"""The table of all keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from reader.gui.saying import name
from reader.i18n import Translator

_PADDING = 24  # of a cell, both sides


class _Wrapped(QStyledItemDelegate):
    """Makes a row as high as its words: Qt forgets the padding where it breaks them."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a cell."""
        if option.rect.width() > _PADDING:
            option.rect = option.rect.adjusted(0, 0, -_PADDING, 0)
        return super().sizeHint(option, index)


class KeysTable(QTableWidget):
    """A row each: where, what is done, and by which key."""

    def __init__(self, _: Translator) -> None:
        super().__init__(0, 3)
        name(self, "keysTable", _("Keys"))
        self.setHorizontalHeaderLabels([_("Where"), _("What it does"), _("Key")])
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.verticalHeader().hide()
        self.setItemDelegate(_Wrapped(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def show_rows(self, rows: Sequence[tuple[str, str, str]], current: int) -> None:
        """Show these rows and stand on one of them."""
        self._measure(QHeaderView.ResizeMode.Fixed)  # not anew for each cell: it takes seconds
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(number, column, item)
        self._measure(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setCurrentCell(current, 0)

    def _measure(self, mode: QHeaderView.ResizeMode) -> None:
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(mode)
