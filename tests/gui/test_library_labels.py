"""Articles get tags and go into collections."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from reader.errors import LibraryUnwritableError
from reader.gui.asking import AskDialog
from reader.gui.library import changing
from reader.gui.library.labels_dialog import LabelsDialog
from reader.model.query import READING_LIST, Filter, Order
from tests.gui.library_order_parts import SHIFT, press, said, views
from tests.gui.window_parts import (
    BEES,
    LIBRARIES,
    TRAINS,
    dialogs,
    list_of,
    titles,
    trigger,
    type_text,
)

pytest_plugins = ("tests.gui.window_fixtures",)
ALT = Qt.KeyboardModifier.AltModifier


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


@pytest.fixture
def at_work(library, monkeypatch):
    """The threads that very many articles, here two, have been changed and counted in."""
    monkeypatch.setattr(changing, "_AT_ONCE", 1)
    threads = []

    def watch(name):
        usual = getattr(library.labels, name)

        def told(*values, **named):
            threads.append(threading.current_thread())
            return usual(*values, **named)

        monkeypatch.setattr(library.labels, name, told)

    for name in ("retag", "tags_of", "collect", "collections_of", "delete_tag"):
        watch(name)
    return threads


@pytest.fixture
def many_tags(at_work, window, library, numbers, qtbot):
    """The dialog of tags for very many articles, one of which has a tag."""
    library.labels.retag(numbers[2:], add=("пчели",))
    at_work.clear()
    press(qtbot, window, (Qt.Key.Key_Down, SHIFT))
    trigger(window, "tags")
    assert window.findChild(LabelsDialog) is None
    assert window.parts.notice.text == "Counting…"
    qtbot.waitUntil(lambda: window.findChild(LabelsDialog) is not None)
    return window.findChild(LabelsDialog)


def test_very_many_articles_are_tagged_in_the_background(
    many_tags, at_work, window, library, numbers, heard, qtbot
):
    assert heard_of(many_tags) == "пчели, ticked for some, 1 article"
    qtbot.keyClick(many_tags.list, Qt.Key.Key_Space)
    assert window.parts.notice.text == "Changing…"
    assert "Changing…" in [label.text() for label in many_tags.findChildren(QLabel)]
    qtbot.waitUntil(lambda: heard[-1:] == ["ticked, 2 articles"])
    assert "For 2 articles" in [label.text() for label in many_tags.findChildren(QLabel)]
    assert [library.entry(number).tags for number in numbers[1:]] == [("пчели",)] * 2
    type_text(many_tags.field, "Кошери")
    many_tags.adding.click()
    qtbot.waitUntil(lambda: heard_of(many_tags) == "Кошери, ticked, 2 articles")
    assert many_tags.list.hasFocus()
    qtbot.keyClick(many_tags.list, Qt.Key.Key_Delete)
    next(b for b in dialogs(many_tags)[0].buttons() if b.text() == "&Delete").click()
    qtbot.waitUntil(lambda: [tag.name for tag in library.labels.tags()] == ["пчели"])
    qtbot.waitUntil(lambda: not window.parts.notice.isVisible())
    assert threading.main_thread() not in at_work


def test_one_thing_is_done_with_very_many_after_the_other(
    many_tags, library, numbers, heard, qtbot
):
    qtbot.keyClick(many_tags.list, Qt.Key.Key_Space)
    qtbot.keyClick(many_tags.list, Qt.Key.Key_Space)
    assert heard[-1] == "Changing…"
    qtbot.waitUntil(lambda: heard[-1:] == ["ticked, 2 articles"])
    assert library.labels.tags_of(numbers) == {"пчели": 2}


def test_what_is_done_when_the_dialog_is_over_is_shown(many_tags, window, qtbot):
    qtbot.keyClick(many_tags.list, Qt.Key.Key_Space)
    many_tags.reject()
    qtbot.waitUntil(lambda: "tag пчели" in said(window, 1))


def test_tagging_very_many_that_fails_is_told(many_tags, window, library, qtbot, monkeypatch):
    def fail(*_, **__):
        raise LibraryUnwritableError(library.folder, "disk I/O error")

    monkeypatch.setattr(library.labels, "retag", fail)
    qtbot.keyClick(many_tags.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialogs(many_tags) != [])
    assert "cannot be written" in dialogs(many_tags)[0].text()
    assert heard_of(many_tags) == "пчели, ticked for some, 1 article"
    dialogs(many_tags)[0].close()
    qtbot.keyClick(many_tags.list, Qt.Key.Key_Space)
    many_tags.reject()
    qtbot.waitUntil(lambda: any(box.isVisible() for box in dialogs(window)))


def test_very_many_articles_go_into_a_collection_in_the_background(
    at_work, window, library, numbers, heard, qtbot
):
    press(qtbot, window, (Qt.Key.Key_Down, SHIFT))
    trigger(window, "collections")
    qtbot.waitUntil(lambda: window.findChild(LabelsDialog) is not None)
    dialog = window.findChild(LabelsDialog)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: heard[-1:] == ["ticked, 2 articles"])
    assert len(library.lists.ids(Filter(collection=READING_LIST))) == 2
    assert threading.main_thread() not in at_work
