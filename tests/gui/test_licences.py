"""The licences of all parts are a button away from what the program is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

from reader.gui.help.licences import LicencesDialog
from tests.gui.window_parts import dialogs

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def licences(window, numbers, qtbot):
    window.parts.reading.open(numbers[0])
    window.parts.view.setFocus()
    qtbot.waitUntil(window.parts.view.hasFocus)
    window.menu_actions["about"].trigger()
    (box,) = dialogs(window, QMessageBox)
    button = next(each for each in box.buttons() if "icences" in each.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (dialog,) = dialogs(window, LicencesDialog)
    return dialog


def test_the_text_follows_the_part_that_the_list_stands_on(licences, qtbot):
    assert "MIT License" in licences.text.toPlainText()
    names = [licences.list.rows.rows[n].head for n in range(licences.list.rows.rowCount())]
    qt = next(number for number, name in enumerate(names) if name.startswith("Qt"))
    for _ in range(qt):
        qtbot.keyClick(licences.list, Qt.Key.Key_Down)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in licences.text.toPlainText()


def test_tab_leads_from_the_list_to_the_text_and_on(licences, qtbot):
    qtbot.waitUntil(licences.list.hasFocus)
    qtbot.keyClick(licences.list, Qt.Key.Key_Tab)
    assert licences.text.hasFocus()
    qtbot.keyClick(licences.text, Qt.Key.Key_Tab)
    close = licences.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    assert close.hasFocus()


def test_the_focus_is_in_the_article_again_afterwards(licences, window, qtbot):
    licences.reject()
    qtbot.waitUntil(lambda: not dialogs(window, LicencesDialog))
    qtbot.waitUntil(window.parts.view.hasFocus)
