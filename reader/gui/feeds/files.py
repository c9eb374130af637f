"""Asking for the files by which programs hand lists of feeds to each other."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from reader.gui.dialogs import file_dialog, open_dialog
from reader.i18n import Translator

_FILE = "chetivo.opml"


def ask_for_list(parent: QWidget, _: Translator, done: Callable[[Path], None]) -> None:
    """Ask for a list that a program has saved."""
    kinds = (_("Lists of feeds (*.opml *.xml)"), _("All files (*)"))
    dialog = file_dialog(parent, _("Import a list of feeds"), ";;".join(kinds), _)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: done(Path(chosen)))
    open_dialog(dialog)


def ask_where_to_save(parent: QWidget, _: Translator, done: Callable[[Path], None]) -> None:
    """Ask for the name of a file for the list."""
    dialog = file_dialog(parent, _("Export the list of feeds"), _("List of feeds (*.opml)"), _)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(_FILE)
    dialog.setDefaultSuffix("opml")
    dialog.fileSelected.connect(lambda chosen: done(Path(chosen)))
    open_dialog(dialog)
