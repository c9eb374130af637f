"""Help: which keys there are, and what this program is."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.gui.actions import MENUS
from reader.gui.dialogs import tell
from reader.gui.saying import name
from reader.gui.version import version
from reader.i18n import Translator, mark

# The keys of the article that are no entries of a menu: Shift goes backwards.
_ARTICLE_KEYS = (
    ("H", mark("Next heading")),
    ("1–6", mark("Next heading of this level")),
    ("K", mark("Next link")),
    ("P", mark("Next paragraph")),
    ("Q", mark("Next quotation")),
    ("L", mark("Next list")),
    ("I", mark("Next list item")),
    ("T", mark("Next table")),
    ("G", mark("Next picture")),
    ("N", mark("Next note")),
    ("Enter", mark("Open the link in the browser")),
)
_LINK_KEYS = (
    ("Enter", mark("Open the address")),
    ("Shift+Enter", mark("Open the original")),
    ("Ctrl+C", mark("Copy the address")),
    ("Ctrl+Shift+C", mark("Copy the original")),
)
_SIZE = (38, 32)  # in heights of a line
_PADDING = 30  # of a cell, both sides


class _Wrapped(QStyledItemDelegate):
    """Makes a row as high as its words: Qt forgets the padding where it breaks them."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a cell."""
        if option.rect.width() > _PADDING:
            option.rect = option.rect.adjusted(0, 0, -_PADDING, 0)
        return super().sizeHint(option, index)


class KeysDialog(QDialog):
    """Lists all keys, a row each: the key and what it does."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = translator
        self.setWindowTitle(_("Keys"))
        name(self, "keysDialog", _("Keys"))
        title = QLabel(_("In the article, Shift with a letter goes backwards."))
        title.setWordWrap(True)
        self.table = _table(_rows(_), _)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.table.setFocus()
        self.ensurePolished()
        letter = self.fontMetrics().height()
        wide, high = (round(letter * lines) for lines in _SIZE)
        room = self.screen().availableSize()
        self.resize(min(wide, room.width()), min(high, room.height()))


def about(parent: QWidget, _: Translator) -> QMessageBox:
    """Tell what this program is."""
    words = _(
        "Chetivo {version}: a reader for accessible EU news in Bulgarian. Free software under "
        "the MIT licence. The voice is that of espeak-ng, where it is installed."
    )
    return tell(parent, words.format(version=version()), QMessageBox.Icon.Information)


def _rows(_: Translator) -> list[tuple[str, str, str]]:
    """Return (where, key, what it does) for every key."""
    rows = [
        (_plain(_(menu.title)), _native(command.keys[0]), _plain(_(command.text)))
        for menu in MENUS
        for command in menu.commands
        if command.keys
    ]
    article, links = _("In the article"), _("In the links")
    rows += [(article, key, _(text)) for key, text in _ARTICLE_KEYS]
    return rows + [(links, key, _(text)) for key, text in _LINK_KEYS]


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def _table(rows: Sequence[tuple[str, str, str]], _: Translator) -> QTableWidget:
    table = QTableWidget(len(rows), 3)
    name(table, "keysTable", _("Keys"))
    table.setHorizontalHeaderLabels([_("Where"), _("Key"), _("What it does")])
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.verticalHeader().hide()
    table.setItemDelegate(_Wrapped(table))
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(number, column, item)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.selectRow(0)
    return table
