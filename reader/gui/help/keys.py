"""The dialog that shows all keys and lets the person change them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)

from reader.gui.dialogs import ask, column_of, open_dialog, resize_in_lines, tell
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.help.press_dialog import ChangeDialog, FindDialog
from reader.gui.help.table import KeysTable
from reader.gui.key_names import plain, shown_all
from reader.gui.keymap.entry import Entry
from reader.gui.keymap.keymap import Keymap
from reader.gui.line_field import LineField
from reader.gui.saying import announce, announce_after_focus, label_of, name
from reader.i18n import Translator

_SIZE = (46, 36)  # in heights of a line
_TO_TABLE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}


class KeysDialog(FittedDialog):
    """Lists all keys, a row each, narrowed down by words; changes are told at once."""

    changed = Signal(object)  # Keymap

    def __init__(
        self, keymap: Keymap, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ = _ = translator
        self._keymap = keymap
        self._rows: tuple[Entry, ...] = ()
        self.setWindowTitle(_("Keys"))
        name(self, "keysDialog", _("Keys"))
        self.words = LineField()
        self.words.textChanged.connect(self._narrow)
        self.table = KeysTable(_)
        self.table.doubleClicked.connect(self.change)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._show()
        self.table.setFocus()
        resize_in_lines(self, *_SIZE)

    @property
    def current(self) -> Entry | None:
        """The entry that the table stands on."""
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def change(self) -> None:
        """Listen for another key for the current entry, unless its key is fixed."""
        if (entry := self.current) is None:
            return
        if (fixed := self._why_fixed(entry)) is not None:
            tell(self, fixed, QMessageBox.Icon.Information)
            return
        dialog = ChangeDialog(self._keymap, entry, self._, self)
        dialog.chosen.connect(partial(self._give, entry))
        open_dialog(dialog)

    def back_to_usual(self) -> None:
        """Give the current entry its usual keys."""
        if (entry := self.current) is None:
            return
        if self._keymap.is_usual(entry):
            self._tell(self._has(entry, self._("{command}: {key}, as usual.")))
            return
        self._take(self._keymap.with_usual(entry), entry)

    def all_back_to_usual(self) -> None:
        """Give all entries their usual keys, after a question."""
        _ = self._
        if not self._keymap.own:
            self._tell(_("All keys are the usual ones."))
            return
        ask(
            self,
            _("Give all commands their usual keys? Your own keys are forgotten."),
            _("&All back to usual"),
            _("&Keep my keys"),
            self._forget,
        )

    def find_by_key(self) -> None:
        """Listen for a key and go to what it does."""
        self.table.setFocus()  # and there again when the key is found
        dialog = FindDialog(self._keymap, self._, self)
        dialog.found.connect(self._go_to_key)
        open_dialog(dialog)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the words to what they have found by Enter or Down."""
        if self.words.hasFocus() and event.key() in _TO_TABLE:
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _why_fixed(self, entry: Entry) -> str | None:
        _ = self._
        if entry.follows and (other := self._keymap.find(entry.follows)) is not None:
            words = _("The key is that of “{command}” in the menu {menu}: change it there.")
            return words.format(command=plain(_(other.text)), menu=plain(_(other.where)))
        return _("This key is fixed.") if entry.is_fixed else None

    def _give(self, entry: Entry, key: str) -> None:
        self._take(self._keymap.with_change(entry, key), entry)

    def _forget(self) -> None:
        self._take(self._keymap.with_all_usual(), self.current)

    def _take(self, keymap: Keymap, about: Entry | None) -> None:
        """Have these keys, and tell which the entry has now, and which those that it took from."""
        before, self._keymap = self._keymap, keymap
        self.changed.emit(keymap)
        self._show()
        others = tuple(
            entry
            for entry in keymap.entries
            if entry != about and not entry.follows and keymap.keys(entry) != before.keys(entry)
        )
        named = ((about,) if about else ()) + others
        words = self._("{command}: {key}.")
        self._tell(" ".join(self._has(entry, words) for entry in named))

    def _has(self, entry: Entry, words: str) -> str:
        keys = shown_all(self._keymap.keys(entry), self._)
        return words.format(command=plain(self._(entry.text)), key=keys)

    def _go_to_key(self, key: str) -> None:
        self.words.clear()
        self.table.setCurrentCell(self._rows.index(self._keymap.holders(key)[0]), 0)

    def _narrow(self) -> None:
        self._show()
        count = len(self._rows)
        words = self._.plural("{count} key", "{count} keys", count).format(count=count)
        announce(self.words, words)

    def _show(self) -> None:
        """Show what the words find, standing where one stood as far as it is still there."""
        before, wanted = self.current, self.words.text().casefold().split()
        rows = [(entry, self._row(entry)) for entry in self._keymap.entries]
        found = [(entry, row) for entry, row in rows if _holds(" ".join(row), wanted)]
        self._rows = tuple(entry for entry, _row in found)
        number = self._rows.index(before) if before in self._rows else 0
        self.table.show_rows([row for _entry, row in found], number)

    def _row(self, entry: Entry) -> tuple[str, str, str]:
        _, keys = self._, self._keymap.keys(entry)
        return plain(_(entry.where)), plain(_(entry.text)), shown_all(keys, _)

    def _tell(self, message: str) -> None:
        self.note.setText(message)
        self.note.show()
        announce_after_focus(self, message)

    def _lay_out(self) -> None:
        _ = self._
        title = QLabel(_("In the article, Shift with a letter goes backwards."))
        title.setWordWrap(True)
        label = label_of(_("&Find"), self.words)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(label)
        above.addWidget(self.words, 1)
        above.addWidget(self._button(_("Find by &pressing…"), self.find_by_key))
        below = QHBoxLayout()
        below.setSpacing(8)
        change = self._button(_("&Change the key…"), self.change)
        change.setDefault(True)
        below.addWidget(change)
        for text, slot in (
            (_("Back to the &usual key"), self.back_to_usual),
            (_("&All back to usual…"), self.all_back_to_usual),
        ):
            button = self._button(text, slot)
            # From the table, too: what a table has to tell beside its rows is not heard.
            button.pressed.connect(button.setFocus)
            below.addWidget(button)
        below.addStretch(1)
        column = column_of(self)
        column.addWidget(title)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        column.addLayout(below)
        column.addWidget(self.buttons)
        self.note.hide()

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(slot)
        return button


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text.casefold() for word in words)
