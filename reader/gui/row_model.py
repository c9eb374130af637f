"""Rows of a list that can say something for a moment, beside what they always say."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt

from reader.gui.drawing import Index

DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole


_ENDS = (".", "!", "?", "…")


class Described:
    """What lets the rows of a model take a description: `saying.announce` speaks through it."""

    _described = (-1, "")

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401  Qt gives any value
        """Describe a row, and no other; nothing else can be changed from outside."""
        if role != DESCRIPTION or not index.isValid():
            return False
        self._described = (index.row(), str(value))
        return True

    def description(self, index: Index) -> str:
        """Return what a row says beside its words, or ""."""
        row, words = self._described
        return words if row == index.row() else ""


class RowModel(Described, QAbstractListModel):
    """A list model whose rows take a description."""


def in_a_row(parts: Iterable[str]) -> str:
    """Return the parts that have words one after the other, with one end between two of them."""
    told, last = "", ""
    for part in filter(None, parts):
        ended = last.rstrip("“”»)").endswith(_ENDS)
        told += f"{'' if not last else ' ' if ended else '. '}{part}"
        last = part
    return told
