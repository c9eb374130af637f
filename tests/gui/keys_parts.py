"""What the tests of the keys ask of the dialog."""

from PySide6.QtWidgets import QPushButton


def stand_on(dialog, name):
    names = [entry.name for entry in dialog._rows]
    dialog.table.setCurrentCell(names.index(name), 0)


def rows(dialog):
    return [
        tuple(dialog.table.item(row, column).text() for column in range(3))
        for row in range(dialog.table.rowCount())
    ]


def row_of(dialog, name):
    return rows(dialog)[[entry.name for entry in dialog._rows].index(name)][2]


def button(dialog, words):
    return next(found for found in dialog.findChildren(QPushButton) if words in found.text())
