"""What the list shows: the views, and what they leave out."""

from PySide6.QtCore import Qt

from reader import settings
from reader.gui.library.views import View
from reader.model.query import Filter, Grouping, Order
from tests.gui.library_order_parts import said, views
from tests.gui.window_parts import (
    BEES,
    LIBRARIES,
    TRAINS,
    list_of,
    opened,
    search,
    titles,
    trigger,
)

pytest_plugins = ("tests.gui.window_fixtures",)


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
    kept = settings.load(tmp_path).settings
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
