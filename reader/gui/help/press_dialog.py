"""Small dialogs that listen for a key: to give it to a command, or to find what it does."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QWidget,
)

from reader.gui.dialogs import column_of
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.help.pressed import KeyField
from reader.gui.key_names import plain, shown, shown_all
from reader.gui.keymap.entry import Entry
from reader.gui.keymap.keymap import Keymap
from reader.gui.saying import announce, name
from reader.i18n import Translator

_WIDTH = 34  # in heights of a line


class PressDialog(FittedDialog):
    """Has a field for a key, and says what there is to say about it.

    Whoever makes one of it answers the keys that are pressed there.
    """

    def __init__(self, title: str, _: Translator, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._ = _
        self.setWindowTitle(title)
        name(self, "pressDialog", title)
        self.field = KeyField()
        name(self.field, "keyField", _("Key"))
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.rejected.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the words the room that they need in large print."""
        super().showEvent(event)
        width = _WIDTH * self.fontMetrics().height()
        self.resize(min(width, self.screen().availableSize().width()), self.height())
        self._fit()

    def _say(self, key: str, message: str) -> None:
        self.field.setText(shown(key))
        self.message.setText(message)
        self._fit()
        announce(self.field, message)

    def _fit(self) -> None:
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def _lay_out(self, *words: str) -> None:
        column = column_of(self)
        for text in words:
            label = QLabel(text)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(self.message)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.field.setFocus()


class ChangeDialog(PressDialog):
    """Gives a key to an entry; a key that another one has is taken from it when it is confirmed."""

    chosen = Signal(str)

    def __init__(
        self, keymap: Keymap, entry: Entry, _: Translator, parent: QWidget | None = None
    ) -> None:
        command = plain(_(entry.text))
        super().__init__(_("Key for “{command}”").format(command=command), _, parent)
        self._keymap = keymap
        self._entry = entry
        self._key = ""
        self.use = self.buttons.addButton(_("&Use the key"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.use.setEnabled(False)
        self.field.pressed.connect(self.take)
        self.buttons.accepted.connect(self.accept)
        now = _("So far: {key}").format(key=shown_all(keymap.keys(entry), _))
        self.field.setAccessibleName(now)
        self._lay_out(_("Press the new key."), now)
        self.use.setDefault(True)  # a dialog forgets it of a button that it does not hold yet

    def take(self, key: str) -> None:
        """Say what the key is for now, and whether it can be had."""
        usable, message = self._judge(key)
        self._key = key if usable else ""
        self.use.setEnabled(usable)
        self._say(key, message)

    def accept(self) -> None:
        """Give the key, if there is one to give."""
        if self._key:
            self.chosen.emit(self._key)
            super().accept()

    def _judge(self, key: str) -> tuple[bool, str]:
        """Return whether the key can be used, and what to say of it."""
        _, named = self._, shown(key)
        refusal = self._keymap.refusal(self._entry, key)
        others = self._keymap.conflicts(self._entry, key)
        fixed = [other for other in others if other.is_fixed]
        taken = _(" and ").join(
            _("“{name}”").format(name=plain(_(other.text))) for other in fixed or others
        )
        if fixed:
            words = _("{key} is for {commands}, and stays so.")
        elif refusal is not None:
            return False, f"{named}: {_(refusal)}"
        elif others:
            words = _(
                "{key} is taken by {commands}. Press Enter to take it from there, "
                "Escape to leave it."
            )
        else:
            words = _("{key} is free. Press Enter to use it, Escape to leave it.")
        return not fixed, words.format(key=named, commands=taken)


class FindDialog(PressDialog):
    """Finds what a key does; it closes as soon as one is pressed that does something."""

    found = Signal(str)

    def __init__(self, keymap: Keymap, _: Translator, parent: QWidget | None = None) -> None:
        super().__init__(_("What does this key do?"), _, parent)
        self._keymap = keymap
        self.field.pressed.connect(self.take)
        self._lay_out(_("Press the key."))

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001  Qt's own signature
        """Show it without a button that stands out: Qt has the only one do so, for Enter."""
        super().setVisible(visible)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(False)

    def take(self, key: str) -> None:
        """Close where the key does something, else say that it does not."""
        if self._keymap.holders(key):
            self.found.emit(key)
            self.accept()
        else:
            self._say(key, self._("{key} does nothing here.").format(key=shown(key)))
