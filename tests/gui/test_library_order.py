"""Keeping the list in order: views, groups, several rows at once, labels, the bin."""

import sqlite3
import threading
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from reader import settings
from reader.gui.asking import AskDialog
from reader.gui.library import binning
from reader.gui.library.delegate import fitted_heading
from reader.gui.library.labels_dialog import LabelsDialog
from reader.gui.library.model import Role
from reader.gui.library.rows import GroupHeading
from reader.gui.library.views import View
from reader.gui.panes import ARTICLE, LIBRARY
from reader.model.query import READING_LIST, Filter, Grouping, Order
from reader.settings import RowReading
from tests.gui.window_parts import (
    BEES,
    LIBRARIES,
    TRAINS,
    dialogs,
    fill,
    list_of,
    opened,
    search,
    titles,
    trigger,
    type_text,
    wait_for_notice,
)

pytest_plugins = ("tests.gui.window_fixtures",)

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
OTHER_BEES = replace(BEES, title="Още пчели", published=date(2025, 2, 11))


def said(window, row):
    return list_of(window).model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def headings(window):
    model = list_of(window).model()
    found = (model.index(row, 0).data(Role.HEADING) for row in range(model.rowCount()))
    return [heading and heading.whole for heading in found]


def views(window):
    box = window.parts.shelf.panel.views
    return [box.itemText(number) for number in range(box.count())]


def press(qtbot, window, *keys):
    for key, held in keys:
        qtbot.keyClick(list_of(window), key, held)


def agree(window, words):
    next(b for b in dialogs(window)[0].buttons() if b.text().replace("&", "") == words).click()


# Views


def test_the_views_are_offered_above_the_list(window, library, numbers):
    library.labels.retag(numbers, add=("книги",))
    library.labels.create_collection("Климат")
    window.parts.shelf.reload()
    assert views(window) == [
        "All news",
        "Unread",
        "With a star",
        "Reading list",
        "With notes",
        "Tag: книги",
        "Collection: Климат",
        "Read lately",
        "Bin",
    ]


def test_a_view_shows_its_articles_and_how_many(window, library, numbers, qtbot):
    library.labels.star(numbers[:2], starred=True)
    panel = window.parts.shelf.panel
    panel.views.setFocus()
    qtbot.keyClick(panel.views, Qt.Key.Key_Down)
    qtbot.keyClick(panel.views, Qt.Key.Key_Down)
    assert panel.views.currentText() == "With a star"
    assert titles(window) == [TRAINS.title, LIBRARIES.title]
    assert panel.count.text() == "2 articles"
    assert panel.list.accessibleName() == "With a star, 2 articles"
    assert panel.views.hasFocus()
    assert window.menu_actions["view_starred"].isChecked()
    assert not window.menu_actions["view_all"].isChecked()


def test_orca_counts_the_rows_so_the_list_is_called_by_what_it_shows(window, library, numbers):
    panel = window.parts.shelf.panel
    trigger(window, "view_unread")
    assert (panel.count.text(), panel.count.accessibleName()) == ("3 articles", "Unread")
    trigger(window, "view_all")
    assert panel.count.accessibleName() == "News, 3 unread of 3"


def test_the_menu_shows_a_view_and_goes_to_the_list(window, library, numbers):
    library.set_last_opened(numbers[0])
    trigger(window, "view_history")
    assert titles(window) == [LIBRARIES.title]
    assert list_of(window).hasFocus()


def test_an_empty_view_says_so_and_leaves_the_choice_of_another(window):
    trigger(window, "view_bin")
    assert window.parts.shelf.panel.count.text() == "Nothing here."
    assert window.parts.shelf.panel.views.hasFocus()


def test_views_of_others_are_offered_before_the_bin(window):
    trains = View("ep", "Parliament", Filter(publisher="ep"))
    window.parts.shelf.views.add(lambda: (trains,))
    window.parts.shelf.show_view("ep")
    assert titles(window) == [TRAINS.title]
    assert views(window)[-3:] == ["Parliament", "Read lately", "Bin"]


def test_what_is_read_leaves_the_unread_only_when_they_are_shown_anew(window, qtbot):
    trigger(window, "view_unread")
    qtbot.keyClick(list_of(window), Qt.Key.Key_Return)
    opened(window, qtbot)
    assert titles(window) == [BEES.title, TRAINS.title, LIBRARIES.title]
    assert "read" in said(window, 0).split(", ")
    trigger(window, "view_unread")
    assert titles(window) == [TRAINS.title, LIBRARIES.title]


def test_view_order_and_groups_are_there_the_next_day(window, show, tmp_path):
    trigger(window, "view_unread")
    trigger(window, "sort_title")
    trigger(window, "group_day")
    kept = settings.load(tmp_path)
    assert (kept.view, kept.order, kept.grouping) == ("unread", Order.TITLE, Grouping.DAY)


def test_a_view_that_is_gone_gives_way_to_all_news(window, library, numbers):
    library.labels.retag(numbers[:1], add=("книги",))
    window.parts.shelf.show_view("tag:книги")
    assert titles(window) == [LIBRARIES.title]
    library.labels.delete_tag("книги")
    window.parts.shelf.reload()
    assert len(titles(window)) == 3
    assert window.parts.shelf.panel.views.currentText() == "All news"


def test_a_new_article_is_shown_where_the_view_has_none_of_it(window, library, numbers):
    trigger(window, "view_bin")
    window.parts.intake.arrived.emit(numbers[1])
    assert window.parts.shelf.panel.views.currentText() == "All news"
    assert list_of(window).currentIndex().data() == TRAINS.title


# Order and groups


@pytest.mark.parametrize(
    ("command", "order"),
    [
        ("sort_title", [BEES, LIBRARIES, TRAINS]),
        ("sort_publisher", [LIBRARIES, TRAINS, BEES]),
        ("sort_day", [BEES, LIBRARIES, TRAINS]),
        ("sort_added", [BEES, TRAINS, LIBRARIES]),
    ],
)
def test_the_list_has_several_orders(window, command, order):
    trigger(window, "sort_title" if command == "sort_added" else "sort_added")
    list_of(window).go_to(1)
    stays = window.parts.shelf.current
    trigger(window, command)
    assert titles(window) == [article.title for article in order]
    assert window.parts.shelf.current == stays


def test_groups_begin_with_a_heading(show, library):
    fill(library, (LIBRARIES, TRAINS, OTHER_BEES))
    window = show()
    trigger(window, "group_day")
    assert titles(window) == [OTHER_BEES.title, LIBRARIES.title, TRAINS.title]
    assert headings(window) == ["11 February 2025, 2 articles", None, "10 February 2025"]
    trigger(window, "group_publisher")
    assert headings(window) == [
        "European Commission",
        "European Parliament",
        "no institution",
    ]


def test_a_row_tells_its_group_where_one_comes_into_another(show, library, qtbot):
    fill(library, (LIBRARIES, TRAINS, OTHER_BEES))
    window = show()
    trigger(window, "group_day")
    rows = list_of(window)
    heard = []
    for key in ("Home", "Down", "Down", "Up"):
        qtbot.keyClick(rows, getattr(Qt.Key, f"Key_{key}"))
        heard.append(said(window, rows.currentIndex().row()))
    libraries = f"{LIBRARIES.title}, European Commission, machine translation, unread, 2 of 3"
    assert heard == [
        f"11 February 2025, 2 articles. {OTHER_BEES.title}, unread, 1 of 3",
        libraries,
        f"10 February 2025. {TRAINS.title}, European Parliament, unread, 3 of 3",
        f"11 February 2025, 2 articles. {libraries}",
    ]


def test_walked_through_by_its_shared_field_a_row_says_that_once(show, library, qtbot):
    fill(library, (LIBRARIES, TRAINS, OTHER_BEES))
    window = show()
    window.look._keeper.change(rows=RowReading.CELLS, grouping=Grouping.DAY)
    rows = list_of(window)
    for key in ("Home", "Right"):
        qtbot.keyClick(rows, getattr(Qt.Key, f"Key_{key}"))
    heard = [said(window, row) for row in range(3)]
    assert heard == ["11 February 2025, 2 articles", "11 February 2025", "10 February 2025"]


@pytest.mark.parametrize("words", ["European Commission, 12 articles", "European Commission · 12"])
def test_a_heading_in_a_narrow_pane_keeps_its_count_as_a_figure(qtbot, words):
    letters = QFontMetrics(QFont())
    heading = GroupHeading("European Commission", "12 articles", 12)
    assert fitted_heading(heading, letters, letters.horizontalAdvance(words) + 1) == words


def test_a_heading_without_room_is_cut_before_its_count(qtbot):
    letters = QFontMetrics(QFont())
    heading = GroupHeading("European Commission", "12 articles", 12)
    room = letters.horizontalAdvance("European… · 12") + 1
    shown = fitted_heading(heading, letters, room)
    assert shown.endswith("… · 12")
    assert letters.horizontalAdvance(shown) <= room


def test_history_and_collections_keep_their_own_order(window, library, numbers):
    library.labels.collect(READING_LIST, numbers)
    trigger(window, "group_day")
    trigger(window, "view_reading_list")
    assert titles(window) == [LIBRARIES.title, TRAINS.title, BEES.title]
    assert headings(window) == [None, None, None]


# Several rows


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


# The bin


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
    monkeypatch.setattr(binning, "_AT_ONCE", 1)
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


# Labels


@pytest.fixture
def tags(window, library, numbers, qtbot):
    """The dialog of tags for two of three articles, one of which has a tag."""
    library.labels.retag(numbers[2:], add=("пчели",))
    press(qtbot, window, (Qt.Key.Key_Down, SHIFT))
    trigger(window, "tags")
    return window.findChild(LabelsDialog)


def heard_of(dialog):
    index = dialog.list.currentIndex()
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_tag_is_ticked_for_some_for_all_and_for_none(tags, library, numbers, heard, qtbot):
    assert heard_of(tags) == "пчели, ticked for some, 1 article"
    qtbot.keyClick(tags.list, Qt.Key.Key_Space)
    assert library.labels.tags_of(numbers) == {"пчели": 2}
    qtbot.keyClick(tags.list, Qt.Key.Key_Space)
    assert library.labels.tags_of(numbers) == {}
    assert heard == ["ticked, 2 articles", "not ticked, 0 articles"]


def test_a_new_tag_is_typed_and_put_on(tags, window, library, numbers, qtbot):
    tags.field.setFocus()
    type_text(tags.field, "Кошери")
    qtbot.keyClick(tags.field, Qt.Key.Key_Return)
    assert tags.isVisible()
    assert library.labels.tags_of(numbers) == {"Кошери": 2, "пчели": 1}
    assert heard_of(tags) == "Кошери, ticked, 2 articles"
    tags.reject()
    assert "tags Кошери, пчели" in said(window, 0)
    assert "Tag: Кошери" in views(window)
    qtbot.waitUntil(list_of(window).hasFocus)


def test_a_tag_is_renamed(tags, library, numbers, qtbot):
    qtbot.keyClick(tags.list, Qt.Key.Key_F2)
    asked = tags.findChild(AskDialog)
    asked.field.setText("Пчелари")
    asked.accept()
    assert library.entry(numbers[2]).tags == ("Пчелари",)
    assert heard_of(tags) == "Пчелари, ticked for some, 1 article"


def test_a_tag_is_deleted_after_a_question(tags, library, numbers, qtbot):
    qtbot.keyClick(tags.list, Qt.Key.Key_Delete)
    (box,) = dialogs(tags)
    assert box.text() == "Delete the tag “пчели”? The articles stay."
    next(b for b in box.buttons() if b.text() == "&Delete").click()
    assert library.labels.tags() == []
    assert library.entry(numbers[2]).tags == ()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is tags.field)


def test_a_collection_is_made_of_the_selected_articles(window, library, numbers, qtbot):
    press(qtbot, window, (Qt.Key.Key_Down, SHIFT))
    trigger(window, "collections")
    dialog = window.findChild(LabelsDialog)
    assert heard_of(dialog) == "Reading list, not ticked, 0 articles"
    type_text(dialog.field, "Климат")
    dialog.adding.click()
    made = library.labels.collections()[1]
    assert list(library.lists.ids(Filter(collection=made.identifier), Order.PLACE)) == [
        numbers[2],
        numbers[1],
    ]
    type_text(dialog.field, "климат")
    dialog.adding.click()
    (box,) = dialogs(dialog)
    assert box.text() == "The name “климат” is taken already. Choose another one."


def test_the_reading_list_is_neither_renamed_nor_deleted(window, qtbot):
    trigger(window, "collections")
    dialog = window.findChild(LabelsDialog)
    qtbot.keyClick(dialog.list, Qt.Key.Key_F2)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.findChild(AskDialog) is None
    assert dialogs(dialog) == []


def test_articles_are_moved_in_their_collection(window, library, numbers, heard, qtbot):
    library.labels.collect(READING_LIST, numbers)
    trigger(window, "view_reading_list")
    press(qtbot, window, (Qt.Key.Key_Down, ALT), (Qt.Key.Key_Down, ALT), (Qt.Key.Key_Down, ALT))
    assert titles(window) == [TRAINS.title, BEES.title, LIBRARIES.title]
    assert list_of(window).currentIndex().data() == LIBRARIES.title
    assert heard[-3:] == ["Place 2 of 3", "Place 3 of 3", "It is the last one."]
    press(qtbot, window, (Qt.Key.Key_Up, ALT))
    assert titles(window) == [TRAINS.title, LIBRARIES.title, BEES.title]


def test_outside_a_collection_nothing_is_moved(window, heard, qtbot):
    press(qtbot, window, (Qt.Key.Key_Down, ALT))
    assert heard == ["Only the articles of a collection can be moved."]
    assert titles(window) == [BEES.title, TRAINS.title, LIBRARIES.title]


def test_what_leaves_a_list_by_its_label_leaves_the_row_too(window, library, numbers):
    library.labels.collect(READING_LIST, numbers)
    trigger(window, "view_reading_list")
    list_of(window).go_to(1)
    trigger(window, "reading_list")
    assert titles(window) == [LIBRARIES.title, BEES.title]
    assert list_of(window).currentIndex().data() == BEES.title


# Going on


def test_the_last_article_is_opened_where_reading_stopped(window, numbers, library):
    trigger(window, "resume")
    assert window.parts.notice.text == "Nothing has been read yet."
    library.set_last_opened(numbers[0])
    trigger(window, "resume")
    assert window.parts.reading.article == LIBRARIES
    assert window.parts.view.hasFocus()


def test_a_search_ends_when_a_view_is_chosen(window, qtbot):
    search(window, qtbot, "влакове")
    trigger(window, "view_unread")
    assert len(titles(window)) == 3
    assert window.parts.shelf.panel.field.text() == ""


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
