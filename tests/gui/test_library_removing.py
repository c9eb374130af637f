"""Articles go into the bin, come back, and are removed for good."""

import sqlite3
import threading

from PySide6.QtCore import Qt

from reader.gui.library import changing
from reader.gui.panes import LIBRARY
from reader.model.query import Filter
from tests.gui.library_order_parts import SHIFT, press
from tests.gui.window_parts import (
    BEES,
    LIBRARIES,
    TRAINS,
    dialogs,
    list_of,
    search,
    titles,
    trigger,
    wait_for_notice,
)

pytest_plugins = ("tests.gui.window_fixtures",)


def agree(window, words):
    next(b for b in dialogs(window)[0].buttons() if b.text().replace("&", "") == words).click()


def test_several_articles_go_into_the_bin_and_come_back(window, numbers, qtbot):
    press(qtbot, window, (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Delete, Qt.KeyboardModifier(0)))
    words = "2 articles moved to the bin. Ctrl+Z brings them back."
    assert window.parts.notice.text == words
    assert titles(window) == [LIBRARIES.title]
    trigger(window, "take_back")
    assert window.parts.notice.text == "2 articles brought back."
    assert len(titles(window)) == 3
    trigger(window, "take_back")
    assert window.parts.notice.text == "There is nothing to undo here."


def test_very_many_articles_go_and_come_back_in_the_background(
    window, numbers, library, qtbot, monkeypatch
):
    monkeypatch.setattr(changing, "_AT_ONCE", 1)
    threads = []
    for name in ("put", "restore"):
        work = getattr(library.bin, name)

        def told(articles, work=work):
            threads.append(threading.current_thread())
            work(articles)

        monkeypatch.setattr(library.bin, name, told)
    list_of(window).selectAll()
    trigger(window, "remove")
    assert window.parts.notice.text == "Moving to the bin…"
    wait_for_notice(window, qtbot, "3 articles moved to the bin. Ctrl+Z brings them back.")
    assert titles(window) == []
    trigger(window, "take_back")
    assert window.parts.notice.text == "Bringing back…"
    wait_for_notice(window, qtbot, "3 articles brought back.")
    assert len(titles(window)) == 3
    assert len(threads) == 2
    assert threading.main_thread() not in threads


def test_each_removal_is_undone_in_turn(window, numbers):
    trigger(window, "remove")
    trigger(window, "remove")
    trigger(window, "take_back")
    assert titles(window) == [TRAINS.title, LIBRARIES.title]
    assert list_of(window).currentIndex().data() == TRAINS.title
    trigger(window, "take_back")
    assert titles(window) == [BEES.title, TRAINS.title, LIBRARIES.title]


def test_what_was_removed_for_good_meanwhile_cannot_be_brought_back(window, numbers, library):
    trigger(window, "remove")
    library.remove(numbers[2])
    trigger(window, "take_back")
    assert window.parts.notice.text == "It has been removed from the bin meanwhile."


def test_in_the_bin_delete_asks_and_removes_for_good(window, numbers, library, qtbot):
    trigger(window, "remove")
    trigger(window, "view_bin")
    press(qtbot, window, (Qt.Key.Key_Delete, Qt.KeyboardModifier(0)))
    (box,) = dialogs(window)
    assert box.text() == f"Remove “{BEES.title}” for good? It cannot be brought back."
    assert box.defaultButton().text() == "Cancel"
    agree(window, "Remove for good")
    wait_for_notice(window, qtbot, "1 article removed for good.")
    assert titles(window) == []
    assert library.count().total == 2
    assert len(library.lists.ids(Filter(binned=True))) == 0


def test_articles_are_brought_back_from_the_bin(window, numbers, library):
    trigger(window, "remove")
    assert not window.menu_actions["restore"].isEnabled()
    trigger(window, "view_bin")
    assert window.menu_actions["restore"].isEnabled()
    trigger(window, "restore")
    assert titles(window) == []
    assert library.count().total == 3


def test_an_empty_bin_is_not_emptied(window):
    trigger(window, "empty_bin")
    assert dialogs(window) == []
    assert window.parts.notice.text == "The bin is empty."


def test_at_the_start_the_bin_lets_go_of_what_is_old(show, numbers, library, qtbot):
    library.bin.put(numbers[:2])
    with sqlite3.connect(library.folder / "library.sqlite") as connection:
        connection.execute("UPDATE reading SET binned = 0 WHERE article = ?", (numbers[0],))
    show()
    qtbot.waitUntil(lambda: list(library.lists.ids(Filter(binned=True))) == [numbers[1]])


def test_what_was_found_goes_into_the_bin_as_well(window, library, qtbot):
    search(window, qtbot, "влакове")
    trigger(window, "remove")
    assert titles(window) == []
    assert library.count().total == 2
    trigger(window, "take_back")
    assert titles(window) == [TRAINS.title]


def test_what_the_command_line_has_removed_leaves_the_list(window, library, numbers):
    window.panes.go(LIBRARY)
    library.bin.put(numbers[:1])
    window.parts.shelf.catch_up()
    assert titles(window) == [BEES.title, TRAINS.title]
