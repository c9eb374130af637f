"""Several articles are selected, and commands are for all of them."""

import threading

import pytest
from PySide6.QtCore import Qt

from reader.errors import LibraryUnwritableError
from reader.gui.library import changing
from reader.gui.panes import ARTICLE
from reader.model.query import READING_LIST, Filter, Order
from tests.gui.library_order_parts import CONTROL, SHIFT, press
from tests.gui.window_parts import (
    LIBRARIES,
    TRAINS,
    dialogs,
    list_of,
    trigger,
    type_text,
)

pytest_plugins = ("tests.gui.window_fixtures",)


def test_what_is_selected_is_said(window, heard, qtbot):
    press(qtbot, window, (Qt.Key.Key_Down, SHIFT))
    qtbot.waitUntil(lambda: heard == ["2 selected"])
    trigger(window, "select_all")
    qtbot.waitUntil(lambda: heard == ["2 selected", "3 selected"])
    press(qtbot, window, (Qt.Key.Key_Down, CONTROL), (Qt.Key.Key_Space, CONTROL))
    qtbot.waitUntil(lambda: heard[-1] == "2 selected")


def test_commands_are_for_all_selected_rows(window, library, numbers, qtbot):
    press(qtbot, window, (Qt.Key.Key_Down, SHIFT))
    for command in ("mark_read", "star", "reading_list"):
        trigger(window, command)
    entries = [library.entry(number) for number in numbers]
    assert [entry.read for entry in entries] == [False, True, True]
    assert [entry.starred for entry in entries] == [False, True, True]
    listed = library.lists.ids(Filter(collection=READING_LIST), Order.PLACE)
    assert list(listed) == [numbers[2], numbers[1]]
    assert window.parts.shelf.selected == [numbers[2], numbers[1]]


def test_a_star_is_taken_off_where_all_have_it(window, library, numbers, heard, qtbot):
    library.labels.star(numbers[2:], starred=True)
    press(qtbot, window, (Qt.Key.Key_Down, SHIFT))
    trigger(window, "star")
    trigger(window, "star")
    assert heard[-2:] == ["With a star", "Without a star"]
    assert not any(library.entry(number).starred for number in numbers)


@pytest.mark.parametrize(
    ("command", "part", "busy", "said", "wanted"),
    [
        ("mark_read", "_reading_state.set_read", "Marking…", "Marked as read", Filter(read=True)),
        ("star", "labels.star", "Marking…", "With a star", Filter(starred=True)),
        (
            "reading_list",
            "labels.collect",
            "Changing the reading list…",
            "Put on the reading list",
            Filter(collection=READING_LIST),
        ),
    ],
)
def test_very_many_articles_are_marked_in_the_background(
    window, library, heard, qtbot, monkeypatch, command, part, busy, said, wanted
):
    monkeypatch.setattr(changing, "_AT_ONCE", 1)
    threads = []
    owner, name = part.split(".")
    work = getattr(getattr(library, owner), name)

    def told(*values, **named):
        threads.append(threading.current_thread())
        work(*values, **named)

    monkeypatch.setattr(getattr(library, owner), name, told)
    list_of(window).selectAll()
    trigger(window, command)
    assert window.parts.notice.text == busy
    qtbot.waitUntil(lambda: said in heard)  # how many are selected may be told before or after
    assert not window.parts.notice.isVisible()
    assert len(threads) == 1
    assert threading.main_thread() not in threads
    assert len(library.lists.ids(wanted)) == 3


def test_marking_very_many_that_fails_is_told(window, library, qtbot, monkeypatch):
    monkeypatch.setattr(changing, "_AT_ONCE", 1)

    def fail(*_, **__):
        raise LibraryUnwritableError(library.folder, "disk I/O error")

    monkeypatch.setattr(library.labels, "star", fail)
    list_of(window).selectAll()
    trigger(window, "star")
    qtbot.waitUntil(lambda: dialogs(window) != [])
    assert "cannot be written" in dialogs(window)[0].text()
    assert not window.parts.notice.isVisible()


def test_in_the_article_commands_are_for_the_article(window, library, numbers):
    window.parts.reading.open(numbers[0])
    window.panes.go(ARTICLE)
    trigger(window, "star")
    assert [library.entry(number).starred for number in numbers] == [True, False, False]


def test_a_click_with_control_selects_and_opens_nothing(window, qtbot):
    rows = list_of(window)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, CONTROL, place)
    assert rows.selected_rows() == [0, 1]
    assert window.parts.reading.identifier is None


def test_the_selected_articles_are_read_aloud(window, numbers, qtbot):
    press(qtbot, window, (Qt.Key.Key_Down, SHIFT))
    assert list(window.parts.shelf.from_here()) == [numbers[2], numbers[1]]


def test_letters_lead_to_the_next_title_that_begins_with_them(window):
    type_text(list_of(window), "н")
    assert list_of(window).currentIndex().data() == LIBRARIES.title
    window.parts.shelf.panel.list._since_letter.invalidate()
    type_text(list_of(window), "по")
    assert list_of(window).currentIndex().data() == TRAINS.title
