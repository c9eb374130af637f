"""The list, the search, opening and removing."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from reader.errors import LibraryDamagedError, LibraryUnwritableError
from reader.gui.panes import ARTICLE, LIBRARY
from reader.model.position import Position
from tests.gui.window_parts import (
    BEES,
    LIBRARIES,
    TRAINS,
    dialogs,
    fill,
    list_of,
    opened,
    press_place,
    search,
    titles,
    trigger,
    type_text,
    wait_for_notice,
)

pytest_plugins = ("tests.gui.window_fixtures",)


def test_an_empty_library_greets_with_the_ways_in(show):
    window = show()
    welcome = window.parts.middle.welcome
    assert welcome.isVisible()
    assert [button.text() for button in welcome.findChildren(QPushButton)] == [
        "First steps…",
        "Open a file…",
        "Paste copied text",
        "Choose feeds…",
        "Read the sample article",
    ]
    assert QApplication.focusWidget() in welcome.findChildren(QPushButton)


def test_the_sample_article_is_one_of_them(show, qtbot):
    window = show()
    window.parts.middle.welcome.findChildren(QPushButton)[4].click()
    wait_for_notice(window, qtbot, "Article added")
    assert window.parts.view.isVisible()
    assert window.parts.links.model.rowCount() > 1


def test_the_focus_goes_from_the_greeting_to_the_article_and_does_not_stray(show, qapp, qtbot):
    window = show()
    visited = []
    qapp.focusChanged.connect(lambda _before, now: visited.append(now))
    trigger(window, "sample")
    wait_for_notice(window, qtbot, "Article added")
    assert visited[-1] is window.parts.view
    assert all(window.parts.middle.isAncestorOf(widget) for widget in visited)


def test_the_list_shows_what_the_library_holds_and_how_much_is_unread(window):
    assert titles(window) == [BEES.title, TRAINS.title, LIBRARIES.title]
    assert window.parts.shelf.panel.count.text() == "3 unread of 3"


@pytest.mark.check("A01", "Start unaided")
def test_without_an_article_to_go_on_with_the_focus_is_in_the_list(window):
    assert QApplication.focusWidget() is list_of(window)


@pytest.mark.check("A04", "A jump moves the reading focus")
def test_enter_opens_the_article_and_goes_into_it(window, numbers, qtbot):
    qtbot.keyClick(list_of(window), Qt.Key.Key_Return)
    assert opened(window, qtbot) == BEES.title
    assert window.parts.view.hasFocus()
    assert window.windowTitle() == BEES.title


def test_a_click_shows_the_article_and_leaves_the_focus_in_the_list(window, numbers, qtbot):
    rows = list_of(window)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened(window, qtbot) == TRAINS.title
    assert rows.hasFocus()


def test_an_opened_article_is_read(window, numbers, library, qtbot):
    qtbot.keyClick(list_of(window), Qt.Key.Key_Return)
    opened(window, qtbot)
    assert library.entry(numbers[2]).read
    assert window.parts.shelf.model.row(0).entry.read
    assert window.parts.shelf.panel.count.text() == "2 unread of 3"


def test_read_and_unread_can_be_chosen(window, numbers, library):
    trigger(window, "mark_read")
    assert library.entry(numbers[2]).read
    trigger(window, "mark_unread")
    assert not library.entry(numbers[2]).read


def test_the_place_survives_a_restart(window, show, numbers, library, qtbot):
    window.parts.reading.open(numbers[0])
    window.parts.view.go(Position(2, 6))
    window.close()
    assert library.place(numbers[0]) == Position(2, 6)
    again = show()
    assert again.parts.reading.article == LIBRARIES
    assert again.parts.view.position() == Position(2, 6)
    assert again.parts.view.hasFocus()


def test_the_place_is_kept_after_a_moment_of_rest(window, numbers, library, qtbot):
    window.parts.reading.open(numbers[0])
    window.parts.view.go(Position(1, 3))
    qtbot.waitUntil(lambda: library.place(numbers[0]) == Position(1, 3))


@pytest.mark.check("A08", "Search")
@pytest.mark.check("A09", "Results of a search can be reviewed")
def test_search_finds_other_forms_and_enter_opens_at_the_very_place(window, numbers, qtbot):
    search(window, qtbot, "инвестиция")
    panel = window.parts.shelf.panel
    assert panel.count.text() == "2 articles"
    assert panel.list.hasFocus()
    row = window.parts.shelf.model.row(window.parts.shelf.model.find(numbers[0]))
    start, end = row.marks[0]
    assert row.snippet[start:end] == "инвестиции"
    panel.list.go_to(window.parts.shelf.model.find(numbers[0]))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert window.parts.view.position() == row.position == Position(1, 16)
    assert window.parts.view.hasFocus()


def test_escape_ends_the_search_and_goes_back(window, numbers, qtbot):
    window.parts.reading.open(numbers[0])
    window.panes.go(ARTICLE)
    search(window, qtbot, "влакове")
    assert titles(window) == [TRAINS.title]
    qtbot.keyClick(list_of(window), Qt.Key.Key_Escape)
    assert len(titles(window)) == 3
    assert window.parts.shelf.panel.field.text() == ""
    assert window.parts.view.hasFocus()


def test_a_search_without_hits_says_so_and_stays_in_the_field(window, qtbot):
    search(window, qtbot, "жираф")
    assert window.parts.shelf.panel.count.text() == "Nothing found for “жираф”."
    assert window.parts.shelf.panel.field.hasFocus()


@pytest.mark.check("A87", "Corrections and removal can be undone, for good asks first")
def test_delete_moves_to_the_bin_and_control_z_brings_back(window, numbers, library, qtbot):
    window.parts.reading.open(numbers[2])
    window.panes.go(LIBRARY)
    qtbot.keyClick(list_of(window), Qt.Key.Key_Delete)
    assert dialogs(window) == []
    words = f"Moved to the bin: {BEES.title}. Ctrl+Z brings it back."
    assert window.parts.notice.text == words
    assert titles(window) == [TRAINS.title, LIBRARIES.title]
    assert library.count().total == 2
    assert window.parts.reading.identifier is None
    assert window.windowTitle() == "Chetivo"
    qtbot.keyClick(list_of(window), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.parts.notice.text == f"Brought back: {BEES.title}."
    assert titles(window) == [BEES.title, TRAINS.title, LIBRARIES.title]


def test_the_last_article_can_be_brought_back_from_the_bin(show, library, qtbot):
    fill(library, (BEES,))
    window = show()
    qtbot.keyClick(list_of(window), Qt.Key.Key_Delete)
    assert not window.parts.middle.welcome.isVisible()
    assert QApplication.focusWidget() is window.parts.shelf.panel.views
    trigger(window, "take_back")
    assert titles(window) == [BEES.title]


def test_where_the_bin_is_empty_too_the_ways_in_are_shown(show, library, qtbot):
    fill(library, (BEES,))
    window = show()
    qtbot.keyClick(list_of(window), Qt.Key.Key_Delete)
    trigger(window, "empty_bin")
    next(b for b in dialogs(window)[0].buttons() if b.text() == "Empty the bin").click()
    wait_for_notice(window, qtbot, "1 article removed for good.")
    assert window.parts.middle.welcome.isVisible()


@pytest.mark.check("A10", "Next article without the list")
def test_brackets_lead_to_the_next_and_previous_unread_article(window, numbers, qtbot):
    window.parts.reading.open(numbers[2])
    window.panes.go(ARTICLE)
    type_text(window.parts.view, "]")
    assert opened(window, qtbot, numbers[1]) == TRAINS.title
    trigger(window, "mark_unread")
    window.parts.reading.open(numbers[0])
    type_text(window.parts.view, "[")
    assert opened(window, qtbot, numbers[1]) == TRAINS.title


@pytest.mark.parametrize("typed", ["щ", ";"])
def test_the_key_beside_p_works_on_cyrillic_layouts(window, numbers, typed, qtbot):
    window.parts.reading.open(numbers[2])
    window.panes.go(ARTICLE)
    press_place(window.parts.view, typed, 35)
    assert opened(window, qtbot, numbers[1]) == TRAINS.title


def test_when_nothing_is_unread_it_is_said(window, numbers):
    for number in numbers:
        window.parts.labelling.mark([number], read=True)
    window.parts.reading.open(numbers[0])
    trigger(window, "next_unread")
    assert window.parts.notice.text == "No unread article below."


def test_what_needs_an_article_is_grey_until_one_is_open(window, numbers):
    assert not window.menu_actions["where"].isEnabled()
    window.parts.reading.open(numbers[0])
    assert window.menu_actions["where"].isEnabled()


@pytest.mark.check("A06", "Where am I")
def test_where_am_i_is_told(window, numbers):
    window.parts.reading.open(numbers[0])
    window.parts.view.go(Position(2, 0))
    trigger(window, "where")
    assert window.parts.notice.text == "Paragraph 3 of 3, 65\u00a0% read, 1 minute left."


def test_copying_copies_what_has_the_focus(window, numbers):
    window.parts.reading.open(numbers[0])
    window.panes.go(LIBRARY)
    trigger(window, "copy")
    assert QGuiApplication.clipboard().text() == LIBRARIES.title
    window.panes.go(ARTICLE)
    trigger(window, "select_all")
    trigger(window, "copy")
    assert "Първите читални" in QGuiApplication.clipboard().text()


def test_an_article_that_the_command_line_has_removed_is_explained(window, numbers, library, qtbot):
    library.remove(numbers[2])
    with qtbot.captureExceptions() as caught:
        qtbot.keyClick(list_of(window), Qt.Key.Key_Return)
    assert [kind.__name__ for kind, _error, _trace in caught] == ["UnknownArticleError"]


@pytest.mark.parametrize("trouble", ["damaged", "read-only"])
def test_a_library_in_trouble_is_explained_and_the_window_starts(
    show, library, numbers, monkeypatch, qtbot, trouble
):
    library.set_last_opened(numbers[0])
    error = (
        LibraryDamagedError if trouble == "damaged" else partial(LibraryUnwritableError, reason="")
    )
    refused = "article" if trouble == "damaged" else "set_last_opened"

    def refuse(*_arguments, **_options):
        raise error(library.folder)

    monkeypatch.setattr(library, refused, refuse)
    window = show()
    (box,) = dialogs(window, QMessageBox)
    assert box.text()
    box.accept()
    assert titles(window)
    assert (window.parts.reading.identifier == numbers[0]) is (trouble == "read-only")
