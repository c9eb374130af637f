"""The dialog that shows what the program is built on, and under which licences."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from reader.app.licences import Part
from reader.gui.dialogs import column_of, resize_in_lines
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.proof.rows import Row, RowsList
from reader.gui.saying import label_of, name
from reader.gui.theme import Palette
from reader.i18n import Translator

_LEAST_LINES = 3  # of each of the two, in large print too


class LicencesDialog(FittedDialog):
    """Lists the parts; the licence of the one that the list stands on can be read below it."""

    def __init__(
        self, parts: Sequence[Part], _: Translator, palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self.setWindowTitle(_("Licences"))
        name(self, "licencesDialog", self.windowTitle())
        self.list = RowsList("licencesList", _("Parts of the program"))
        self.list.delegate.set_palette(palette)
        self.list.rows.show([_row(part, _) for part in self._parts])
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        name(self.text, "licenceText", _("Text of the licence"))
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = column_of(self)
        column.addWidget(label_of(_("&Parts of the program"), self.list))
        column.addWidget(self.list, 2)
        column.addWidget(label_of(_("&Text of the licence"), self.text))
        column.addWidget(self.text, 3)
        column.addWidget(buttons)
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self._show())
        self.list.setCurrentIndex(self.list.rows.index(0))
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take a good size, and give list and text the height that they need in large print."""
        super().showEvent(event)
        resize_in_lines(self, 44, 30)
        for field in (self.list, self.text):
            field.setMinimumHeight(_LEAST_LINES * field.fontMetrics().lineSpacing())

    def _show(self) -> None:
        self.text.setPlainText(self._parts[self.list.currentIndex().row()].text)


def _row(part: Part, _: Translator) -> Row:
    title = part.name if part.name != "Chetivo" else _("Chetivo")
    head = f"{title} {part.version}".strip()
    return Row(head, (part.licence,), f"{head}, {part.licence}", None)
