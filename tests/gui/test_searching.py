"""A search is filled in, kept by name, chosen like a view, and forgotten."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox

from reader.gui.asking import AskDialog
from reader.gui.library.search_dialog import SearchDialog
from tests.gui.fitting import come_to_rest
from tests.gui.window_parts import dialogs, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def details(window, numbers):
    """Return a window with articles, and its dialog for searches."""
    trigger(window, "search_details")
    (dialog,) = dialogs(window, SearchDialog)
    return window, dialog


def titles(window):
    model = window.parts.shelf.model
    return {model.row(row).entry.title for row in range(model.rowCount())}


def test_what_is_filled_in_is_shown_as_it_is_typed_and_found(details, qtbot):
    window, dialog = details
    dialog.all_of.setText("библиотеки")
    dialog.part.setCurrentIndex(dialog.part.findData("title"))
    assert dialog.told.text() == "Typed: title:библиотеки"
    qtbot.keyClick(dialog.all_of, Qt.Key.Key_Return)
    shelf = window.parts.shelf
    assert shelf.panel.field.text() == "title:библиотеки"
    qtbot.waitUntil(shelf.panel.list.hasFocus)
    assert len(titles(window)) == 1


def test_the_dialog_begins_with_what_the_search_box_shows(window, numbers):
    field = window.parts.shelf.panel.field
    window.parts.shelf.search_for("библиотеки")
    for words in ("библиотеки", "влакове", ""):
        field.setText(words)
        trigger(window, "search_details")
        (dialog,) = dialogs(window, SearchDialog)
        assert dialog.all_of.text() == words
        dialog.reject()


def test_how_many_were_found_is_said_once(window, numbers, heard, qtbot):
    shelf = window.parts.shelf
    shelf.panel.field.setFocus()
    shelf.search_for("библиотеки")  # the focus comes into the list, which is called by the count
    assert shelf.panel.list.accessibleName() == "Found articles, 1 article"
    assert shelf.panel.count.accessibleName() == "Found articles"  # Orca counts the rows itself
    shelf.search_for("влакове")  # the focus was there already
    qtbot.waitUntil(lambda: heard == ["1 article"])


def test_a_day_that_is_none_is_told_and_the_dialog_stays(details):
    _, dialog = details
    dialog.since.setText("утре")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    dialog.accept()
    assert dialog.isVisible()
    assert "14.3.2025" in dialog.told.text()
    assert dialog.since.hasFocus()
    dialog.since.clear()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.told.text() == "Fill in what to search for."


@pytest.mark.parametrize(("width", "size"), [(450, 20), (800, 24), (800, 36)])
def test_the_dialog_is_as_high_as_its_fields_beside_their_labels_or_below_them(
    show, numbers, monkeypatch, qtbot, width, size
):
    screen = SimpleNamespace(availableSize=lambda: QSize(width, 2000))
    monkeypatch.setattr(SearchDialog, "screen", lambda _dialog: screen)
    window = show(text_size=size)
    trigger(window, "search_details")
    (dialog,) = dialogs(window, SearchDialog)
    come_to_rest(dialog, qtbot)
    assert dialog._area.viewport().height() == dialog.body.sizeHint().height()


def test_a_kept_search_is_a_view_until_it_is_forgotten(window, numbers, qtbot):
    shelf = window.parts.shelf
    trigger(window, "save_search")
    wait_for_notice(window, qtbot, "Search for something first")
    shelf.search_for("библиотеки")
    found = titles(window)
    trigger(window, "save_search")
    (dialog,) = dialogs(window, AskDialog)
    dialog.field.setText("Книги")
    dialog.accept()
    wait_for_notice(window, qtbot, "The search is kept: Книги")
    shelf.end_search()
    assert titles(window) != found
    box = shelf.panel.views
    box.setCurrentIndex(box.findText("Search: Книги"))
    assert titles(window) == found
    assert shelf.panel.field.text() == "библиотеки"
    for done in ("star", "mark_read"):
        trigger(window, done)
        assert box.currentText() == "Search: Книги"
    shelf.search_for("влакове")
    assert box.currentText() == "All news"
    box.setCurrentIndex(box.findText("Search: Книги"))
    trigger(window, "forget_search")
    wait_for_notice(window, qtbot, "The search is forgotten: Книги")
    assert box.findText("Search: Книги") == -1
    shelf.end_search()
    trigger(window, "forget_search")
    wait_for_notice(window, qtbot, "The list shows no kept search.")
