"""Whether one's own notes go along when an article is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QWidget

from reader.gui.dialogs import column_of
from reader.gui.saying import name
from reader.i18n import Translator


class SaveDialog(QDialog):
    """Asks about the notes before the place is chosen; left out unless told otherwise."""

    wanted = Signal(bool)  # whether with the notes

    def __init__(self, _: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Save the article as"))
        name(self, "saveArticle", self.windowTitle())
        self.notes = QCheckBox(_("With my &notes at the end"))
        name(self.notes, "saveNotes", self.notes.text().replace("&", ""))
        self.notes.setAccessibleDescription(
            _("Leave this out when the article is for somebody else.")
        )
        buttons = QDialogButtonBox()
        go_on = buttons.addButton(_("&Choose the place…"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = column_of(self)
        column.addWidget(self.notes)
        column.addWidget(buttons)
        self.notes.setFocus()

    def accept(self) -> None:
        """Hand over what is wanted."""
        super().accept()
        self.wanted.emit(self.notes.isChecked())
