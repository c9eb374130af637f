"""The focus is where it was: after dialogs, after a switch of windows, after what was removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QTabBar, QWidget

from reader.gui.panes import ARTICLE, LIBRARY, LINKS
from reader.model.position import Position
from tests.gui.window_parts import (
    LIBRARIES,
    TRAINS,
    dialogs,
    list_of,
    paste,
    search,
    titles,
    trigger,
    wait_for_notice,
)

pytest_plugins = ("tests.gui.window_fixtures",)

VOICE = 3
PLACE = Position(2, 6)
PANES = (LIBRARY, ARTICLE, LINKS, VOICE)
DIALOGS = (
    "open",
    "export",
    "record",
    "correct",
    "settings",
    "repairs",
    "printed",
    "keys",
    "about",
    "elements",
    "contents",
    "where_in_detail",
    "search_details",
    "open_address",
    "fetch_original",
    "list_marks",
    "my_notes",
    "pronunciations",
    "first_steps",
    "print",
)


@pytest.fixture
def reading(window, numbers):
    """A window with an article open, and the place in the midst of it."""
    window.parts.reading.open(numbers[0])
    window.parts.view.go(PLACE)
    return window


def dialog_of(window, qtbot):
    qtbot.waitUntil(lambda: bool(dialogs(window, QDialog)))
    (dialog,) = dialogs(window, QDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def gone(window, qtbot):
    qtbot.waitUntil(lambda: not dialogs(window, QDialog))
    qtbot.waitUntil(window.isActiveWindow)


def each_pane(window):
    """Go to one pane after the other; what has the focus there must have it again afterwards."""
    for pane in PANES:
        window.panes.go(pane)
        before = QApplication.focusWidget()
        yield
        assert QApplication.focusWidget() is before
        assert window.parts.view.position() == PLACE


@pytest.mark.check("A73", "The focus comes back after a dialog")
@pytest.mark.parametrize("name", DIALOGS)
def test_escape_gives_the_focus_and_the_place_back(reading, qtbot, name):
    for _pane in each_pane(reading):
        trigger(reading, name)
        dialog = dialog_of(reading, qtbot)
        assert dialog.isAncestorOf(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        gone(reading, qtbot)


@pytest.mark.parametrize("name", ["settings", "about"])
def test_enter_gives_them_back_too(reading, qtbot, name):
    for _pane in each_pane(reading):
        trigger(reading, name)
        qtbot.keyClick(dialog_of(reading, qtbot), Qt.Key.Key_Return)
        gone(reading, qtbot)


def test_so_does_a_button_by_the_mouse(reading, qtbot):
    for _pane in each_pane(reading):
        trigger(reading, "keys")
        button = dialog_of(reading, qtbot).findChild(QDialogButtonBox).buttons()[-1]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        gone(reading, qtbot)


def test_an_error_leaves_the_focus_where_it_was(reading, qtbot, tmp_path):
    for _pane in each_pane(reading):
        reading.parts.intake.files([tmp_path / "няма.pdf"])
        qtbot.keyClick(dialog_of(reading, qtbot), Qt.Key.Key_Return)
        gone(reading, qtbot)


@pytest.mark.check("A74", "The focus comes back after Alt+Tab")
def test_another_window_in_front_changes_nothing(reading, qtbot):
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    for _pane in each_pane(reading):
        other.activateWindow()
        qtbot.waitUntil(other.isActiveWindow)
        reading.activateWindow()
        qtbot.waitUntil(reading.isActiveWindow)


def test_size_and_colours_change_beside_the_focus(reading):
    for _pane in each_pane(reading):
        for name in ("larger", "theme_dark", "smaller", "theme_light", "faster"):
            trigger(reading, name)


def test_a_refused_question_leads_back_to_the_row(reading, qtbot):
    reading.panes.go(LIBRARY)
    list_of(reading).go_to(1)
    trigger(reading, "remove_for_good")
    qtbot.keyClick(dialog_of(reading, qtbot), Qt.Key.Key_Return)
    gone(reading, qtbot)
    assert list_of(reading).hasFocus()
    assert list_of(reading).currentIndex().row() == 1


def test_after_a_removed_row_the_next_one_has_the_focus(reading, qtbot):
    reading.panes.go(LIBRARY)
    list_of(reading).go_to(0)
    trigger(reading, "remove")
    assert titles(reading) == [TRAINS.title, LIBRARIES.title]
    assert list_of(reading).hasFocus()
    assert list_of(reading).currentIndex().data() == TRAINS.title
    assert reading.parts.view.position() == PLACE


def test_after_a_row_that_was_removed_for_good_the_next_one_has_the_focus(reading, qtbot):
    reading.panes.go(LIBRARY)
    list_of(reading).go_to(0)
    trigger(reading, "remove_for_good")
    box = dialog_of(reading, qtbot)
    next(button for button in box.buttons() if button.text() == "Remove for good").click()
    gone(reading, qtbot)
    wait_for_notice(reading, qtbot, "1 article removed for good.")
    assert titles(reading) == [TRAINS.title, LIBRARIES.title]
    assert list_of(reading).hasFocus()
    assert list_of(reading).currentIndex().data() == TRAINS.title


def test_a_new_article_has_the_focus_and_the_old_one_keeps_its_place(reading, qtbot, library):
    old = reading.parts.reading.identifier
    reading.panes.go(LINKS)
    paste(reading, "Нови правила за достъпност\n\nЕвропейската комисия прие днес нови правила.\n")
    wait_for_notice(reading, qtbot, "Article added")
    assert reading.parts.view.hasFocus()
    assert reading.parts.view.position() == Position(0, 0)
    assert library.place(old) == PLACE


def test_corrected_blocks_are_read_on_from_the_same_place(show, qtbot):
    window = show()
    text = "Нови правила за достъпност\n\nПърви абзац с думи.\n\nВтори абзац с други думи.\n"
    paste(window, text)
    wait_for_notice(window, qtbot, "Article added")
    window.parts.view.go(Position(1, 6))
    trigger(window, "correct")
    dialog = dialog_of(window, qtbot)
    dialog.kind.setCurrentIndex(dialog.kind.currentIndex() + 1)
    dialog.accept()
    gone(window, qtbot)
    wait_for_notice(window, qtbot, "corrected")
    assert window.parts.view.hasFocus()
    assert window.parts.view.position() == Position(1, 6)


def test_round_all_panes_the_focus_and_the_places_are_the_same(reading, qtbot):
    reading.panes.go(LIBRARY)
    list_of(reading).go_to(1)
    reading.parts.shelf.panel.field.setFocus()
    reading.panes.go(LINKS)
    qtbot.keyClick(reading.parts.links.list, Qt.Key.Key_Down)
    link = reading.parts.links.list.currentIndex().row()
    for step in ("next_pane", "previous_pane"):
        before = QApplication.focusWidget()
        for _pane in PANES:
            trigger(reading, step)
        assert QApplication.focusWidget() is before
    assert reading.parts.links.list.currentIndex().row() == link
    assert list_of(reading).currentIndex().row() == 1
    assert reading.parts.view.position() == PLACE
    reading.panes.go(LIBRARY)
    assert reading.parts.shelf.panel.field.hasFocus()


def test_after_a_search_the_article_is_where_it_was(reading, qtbot):
    reading.panes.go(ARTICLE)
    search(reading, qtbot, "жираф")
    qtbot.keyClick(reading.parts.shelf.panel.field, Qt.Key.Key_Escape)
    assert reading.parts.view.hasFocus()
    assert reading.parts.view.position() == PLACE


@pytest.mark.parametrize("pane", [LIBRARY, ARTICLE, VOICE])
def test_links_come_and_go_beside_the_focus(reading, pane):
    reading.panes.go(pane)
    before = QApplication.focusWidget()
    for _turn in range(2):
        trigger(reading, "links")
        assert QApplication.focusWidget() is before
    assert reading.parts.view.position() == PLACE


def test_without_an_article_the_voice_is_no_dead_end(window):
    window.panes.go(VOICE)
    assert QApplication.focusWidget().isEnabled()
    assert window.parts.bar.isAncestorOf(QApplication.focusWidget())


def test_an_error_over_a_dialog_leads_back_into_it(reading, qtbot, tmp_path):
    reading.panes.go(ARTICLE)
    trigger(reading, "settings")
    settings = dialog_of(reading, qtbot)
    reading.parts.intake.files([tmp_path / "няма.pdf"])
    qtbot.waitUntil(lambda: bool(dialogs(reading)))
    (error,) = dialogs(reading)
    qtbot.waitUntil(error.isActiveWindow)
    qtbot.keyClick(error, Qt.Key.Key_Escape)
    qtbot.waitUntil(settings.isActiveWindow)
    assert settings.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(settings, Qt.Key.Key_Escape)
    gone(reading, qtbot)
    assert reading.parts.view.hasFocus()


def test_where_there_are_no_links_the_focus_stays(window, numbers, qtbot):
    window.parts.reading.open(numbers[2])
    window.panes.go(ARTICLE)
    trigger(window, "to_links")
    assert window.parts.view.hasFocus()


def test_in_a_narrow_window_it_is_on_the_tab_of_the_empty_pane(show, numbers):
    window = show(width=700)
    window.parts.reading.open(numbers[2])
    trigger(window, "to_links")
    assert QApplication.focusWidget() is window.findChild(QTabBar, "paneTabs")
    trigger(window, "to_article")
    assert window.parts.view.hasFocus()


def test_that_there_are_no_links_is_not_told_of_where_one_has_gone_on_to(window, numbers, later):
    window.parts.reading.open(numbers[2])
    window.panes.go(ARTICLE)
    trigger(window, "to_links")
    assert later.come() == ["No links."]
    trigger(window, "to_links")
    window.panes.go_home(LIBRARY)
    assert later.come() == []
