"""The list of what there is to tell of a place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from reader.gui.proof.rows import Row, RowsDialog
from reader.gui.where import Line
from reader.i18n import Translator


class WhereDialog(RowsDialog):
    """Lists what there is to tell of the place, a line each; Enter and Escape close it."""

    def __init__(self, lines: Sequence[Line], _: Translator, parent: QWidget | None = None) -> None:
        rows = [Row(about, (words,), f"{about}: {words}", None) for about, words in lines]
        super().__init__(_("Where am I"), _("Where am I"), rows, _, parent)
        self.show_it.hide()
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
