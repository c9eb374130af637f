"""No dialog of the program is left out of the audit."""

import importlib
import pkgutil
from collections.abc import Iterator

from PySide6.QtWidgets import QDialog

import reader.gui
from tests.screenreader.openers import OPENERS


def dialogs(kind: type = QDialog) -> Iterator[type]:
    """Yield the classes of dialogs that the program makes: those that no other is made from."""
    for each in kind.__subclasses__():
        if each.__module__.startswith("reader.gui.") and not each.__subclasses__():
            yield each
        yield from dialogs(each)


def test_every_dialog_of_the_program_has_an_opener():
    for module in pkgutil.walk_packages(reader.gui.__path__, "reader.gui."):
        importlib.import_module(module.name)
    made = {each.__name__ for each in dialogs()}
    assert {"SettingsDialog", "RepairsDialog"} <= made
    assert made - {opener.shows for opener in OPENERS} == set()
