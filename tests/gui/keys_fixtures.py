"""Fixtures of the tests of the keys: the dialog over a window, and changing a key in it."""

import pytest
from PySide6.QtCore import Qt

from reader.gui.help.keys import KeysDialog
from reader.gui.help.press_dialog import ChangeDialog
from tests.gui.article_presses import press
from tests.gui.keys_parts import stand_on
from tests.gui.window_parts import dialogs


@pytest.fixture
def reading(window, numbers):
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


@pytest.fixture
def dialog(reading):
    reading.menu_actions["keys"].trigger()
    (shown,) = dialogs(reading, KeysDialog)
    return shown


@pytest.fixture
def keys(dialog, qtbot):
    """Changes the key of a command by presses in the dialog: a key, then Enter."""

    def change(name, *presses, confirmed=True):
        stand_on(dialog, name)
        dialog.table.setFocus()
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        (listening,) = dialogs(dialog, ChangeDialog)
        qtbot.waitUntil(listening.field.hasFocus)
        for each in presses:
            press(listening.field, *each)
        if confirmed:
            qtbot.keyClick(listening.field, Qt.Key.Key_Return)
            assert not listening.isVisible()
        return listening

    return change
