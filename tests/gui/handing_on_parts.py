"""Helpers of the tests of exports."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox

from reader.gui.handing_on.dialog import ExportDialog
from reader.model.exportform import ExportForm
from tests.gui.window_parts import dialogs, trigger


def export_dialog(window, command="export") -> ExportDialog:
    """Open the dialog of an export."""
    trigger(window, command)
    (dialog,) = dialogs(window, ExportDialog)
    return dialog


def words_of(box: QComboBox) -> list[str]:
    return [box.itemText(row) for row in range(box.count())]


def fill(dialog: ExportDialog, form: ExportForm, path: Path) -> None:
    """Choose a form and a place."""
    dialog.choose_form(form)
    dialog.fields.folder.setText(str(path.parent))
    dialog.fields.name.setText(path.name)


def choose_what(dialog: ExportDialog, start: str) -> None:
    """Choose what is exported by the start of its words."""
    box = dialog.fields.what
    (row,) = (row for row, words in enumerate(words_of(box)) if words.startswith(start))
    box.setCurrentIndex(row)
