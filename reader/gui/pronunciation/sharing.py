"""Asking for the files by which people hand lists of pronunciations to each other."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from reader.gui.dialogs import file_dialog, open_dialog
from reader.i18n import Translator

_FILE = "chetivo.json"


def ask_for_list(parent: QWidget, _: Translator, done: Callable[[Path], None]) -> None:
    """Ask for a list that somebody has saved."""
    kinds = (_("Lists of words (*.json *.txt)"), _("All files (*)"))
    dialog = file_dialog(parent, _("Take in a list"), ";;".join(kinds), _)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: done(Path(chosen)))
    open_dialog(dialog)


def ask_where_to_save(parent: QWidget, _: Translator, done: Callable[[Path], None]) -> None:
    """Ask for the name of a file for the list."""
    kinds = (_("List with everything (*.json)"), _("Plain text (*.txt)"))
    dialog = file_dialog(parent, _("Save the list"), ";;".join(kinds), _)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(_FILE)
    dialog.setDefaultSuffix("json")
    dialog.filterSelected.connect(
        lambda kind: dialog.setDefaultSuffix(kind.rpartition(".")[2].rstrip(")"))
    )
    dialog.fileSelected.connect(lambda chosen: done(Path(chosen)))
    open_dialog(dialog)
