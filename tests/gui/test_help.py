"""The help by its key: the page of where one is, all pages, a page over a dialog; first steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox

from reader.gui.dialogs import column_of, file_dialog, warn
from reader.gui.help.first_steps import FirstSteps
from reader.gui.help.keys import KeysDialog
from reader.gui.help.page_dialog import PageDialog
from reader.gui.helping import place
from reader.gui.line_field import LineField
from reader.gui.panes import LIBRARY, LINKS
from reader.gui.settings.dialog import SettingsDialog
from reader.i18n import Translator
from reader.settings import Theme
from tests.gui.window_parts import LIBRARIES, dialogs

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def reading(window, numbers):
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


def title(window):
    return window.parts.reading.article.title


def ask(qtbot, window, expected):
    window.menu_actions["help"].trigger()
    qtbot.waitUntil(lambda: title(window) == expected)


def test_help_opens_the_page_of_where_one_is_and_back_leads_to_the_article(reading, qtbot):
    ask(qtbot, reading, "Reading with the keyboard and a screen reader")
    assert reading.parts.view.hasFocus()
    reading.menu_actions["back"].trigger()
    assert title(reading) == LIBRARIES.title


def test_in_the_links_help_tells_of_the_links(reading, qtbot):
    reading.panes.go_home(LINKS)
    ask(qtbot, reading, "The original and the links")


def test_once_more_all_pages_are_listed_and_searched(reading, qtbot):
    reading.panes.go_home(LIBRARY)
    ask(qtbot, reading, "The library")
    reading.menu_actions["help"].trigger()
    qtbot.waitUntil(lambda: reading.parts.shelf.view.name == "Help")
    assert reading.parts.shelf.panel.list.hasFocus()
    assert reading.parts.shelf.model.row(0).entry.title == "First steps"
    reading.parts.shelf.search_for("voice")
    titles = [reading.parts.shelf.model.row(n).entry.title for n in range(3)]
    assert "Reading aloud" in titles


def test_an_empty_library_has_help_too(show, qtbot):
    window = show()
    window.menu_actions["help"].trigger()
    qtbot.waitUntil(lambda: window.parts.reading.article is not None)
    assert title(window) == "First steps"
    assert window.parts.view.hasFocus()


def test_over_a_dialog_its_own_page_comes_and_escape_leads_back(reading, qtbot):
    reading.menu_actions["settings"].trigger()
    (settings,) = dialogs(reading, SettingsDialog)
    qtbot.waitUntil(settings.isActiveWindow)
    QTest.keyClick(settings, Qt.Key.Key_F1)
    (page,) = settings.findChildren(PageDialog)
    assert page.windowTitle() == "Settings and view"
    qtbot.waitUntil(page.view.hasFocus)
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(settings.isActiveWindow)
    assert settings.isVisible()
    settings.reject()


def test_over_a_page_the_key_opens_no_other_and_tells_which_it_is(reading, qtbot, monkeypatch):
    reading.menu_actions["settings"].trigger()
    (settings,) = dialogs(reading, SettingsDialog)
    qtbot.waitUntil(settings.isActiveWindow)
    QTest.keyClick(settings, Qt.Key.Key_F1)
    (page,) = settings.findChildren(PageDialog)
    qtbot.waitUntil(page.view.hasFocus)
    said = []
    monkeypatch.setattr(page.view, "announce", said.append)
    QTest.keyClick(page, Qt.Key.Key_F1)
    assert settings.findChildren(PageDialog) == [page]
    assert said == ["Settings and view"]
    page.reject()
    settings.reject()


def test_a_dialog_has_the_key_though_one_over_it_had_it_first(reading, qtbot):
    below, above = QDialog(reading), QDialog(reading)
    above.setParent(below, above.windowFlags())
    for dialog in (above, below):
        field = LineField()
        column_of(dialog).addWidget(field)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(below, Qt.Key.Key_F1)
    (page,) = below.findChildren(PageDialog)
    assert page.parent() is below
    below.close()


def test_a_page_over_a_dialog_is_read_aloud_and_silenced(reading, qtbot):
    reading.menu_actions["settings"].trigger()
    (settings,) = dialogs(reading, SettingsDialog)
    qtbot.waitUntil(settings.isActiveWindow)
    QTest.keyClick(settings, Qt.Key.Key_F1)
    (page,) = settings.findChildren(PageDialog)
    page.aloud.click()
    assert reading.parts.trial.is_heard
    page.aloud.click()
    assert not reading.parts.trial.is_heard
    page.reject()
    settings.reject()


def test_each_kind_of_dialog_has_its_page(reading, qtbot):
    reading.menu_actions["keys"].trigger()
    (keys,) = dialogs(reading, KeysDialog)
    assert place(keys.table) == "keys"
    keys.reject()
    box = warn(reading, "It did not work.")
    assert place(box) == "trouble"
    box.accept()
    assert dialogs(reading, QMessageBox) == []


def test_what_asks_over_a_dialog_is_told_of_by_the_page_about_that(reading):
    reading.menu_actions["settings"].trigger()
    (settings,) = dialogs(reading, SettingsDialog)
    box = warn(settings, "It did not work.")
    assert place(box) == "settings"
    box.accept()
    files = file_dialog(settings, "Export", "", Translator("en"))
    assert place(files) == "settings"
    settings.reject()


def test_the_first_steps_set_voice_size_and_colours_and_open_the_sample(show, qtbot):
    window = show()
    keeper = window._means.keeper
    first = QApplication.focusWidget()
    assert first.text() == "First steps…"
    first.click()
    (steps,) = dialogs(window, FirstSteps)
    qtbot.waitUntil(steps.isActiveWindow)
    assert steps.windowTitle() == "First steps, 1 of 4: The voice"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert window.parts.trial.is_heard
    rate = keeper.current.rate
    steps.rate_wanted.emit(1)
    assert keeper.current.rate == rate + 25
    steps.next.click()
    size = keeper.current.text_size
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert keeper.current.text_size == size + 2
    steps.theme.setCurrentIndex(steps.theme.findData(Theme.DARK))
    assert keeper.current.theme is Theme.DARK
    steps.next.click()
    assert steps.keys.hasFocus()
    assert steps.keys.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Open: Ctrl+O"
    steps.next.click()
    assert not steps.next.isEnabled()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.parts.reading.article is not None)
    assert dialogs(window, FirstSteps) == []


def test_the_steps_can_be_gone_back_and_left(reading):
    reading.menu_actions["first_steps"].trigger()
    (steps,) = dialogs(reading, FirstSteps)
    assert not steps.back.isEnabled()
    steps.next.click()
    steps.back.click()
    assert steps.windowTitle().endswith("The voice")
    words = [label.text() for label in steps.findChildren(QLabel) if label.isVisible()]
    assert any("read aloud" in each or "reads articles" in each for each in words)
    steps.reject()


def test_the_ways_in_take_all_of_the_pane(show):
    window = show()
    middle = window.parts.middle
    assert middle.welcome.height() == middle.height()


def test_each_step_is_told_by_its_title_while_it_shows(reading, later):
    reading.menu_actions["first_steps"].trigger()
    (steps,) = dialogs(reading, FirstSteps)
    steps.next.click()
    steps.next.click()
    assert later.come() == [f"{steps.windowTitle()}."]
