"""The list of articles: pages, focus, and fields walked through."""

from array import array

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.gui.library.article_list import ArticleList
from reader.gui.library.delegate import RowDelegate
from reader.gui.library.paged_rows import PagedRows
from reader.gui.theme import DARK, LIGHT
from reader.model.query import Arrangement
from reader.settings import RowReading
from tests.gui.library_list.parts import entry, rows_of
from tests.gui.window_parts import BEES, TRAINS, list_of, search, trigger

pytest_plugins = ("tests.gui.window_fixtures",)
VOICE = 3  # the pane after the links


class Counting:
    """Articles that remember which of them were asked for."""

    def __init__(self):
        self.asked = set()
        self.times = 0

    def remains(self, _number):
        return None

    def entries(self, numbers):
        self.asked |= set(numbers)
        self.times += 1
        return [entry(number) for number in numbers]


@pytest.fixture
def shown_list(model, wording, qtbot):
    widget = ArticleList(model, RowDelegate(wording))
    qtbot.addWidget(widget)
    widget.resize(300, 600)
    widget.show()
    return widget


def test_of_a_hundred_thousand_rows_only_the_pages_that_are_seen_are_read(shown_list, model, qtbot):
    articles = Counting()
    model.set_rows(PagedRows(Arrangement(array("q", range(100_000))), articles))
    qtbot.waitUntil(lambda: bool(articles.asked))
    shown_list.grab()
    shown_list.go_to(99_999)
    shown_list.grab()
    assert 99_999 in articles.asked
    assert articles.times <= 3


def test_pages_that_were_left_long_ago_are_let_go_of():
    articles = Counting()
    rows = PagedRows(Arrangement(array("q", range(100_000))), articles)
    for number in (0, 1, *range(0, 100_000, 128), 1):
        assert rows[number].entry.identifier == number
    assert articles.times == len(range(0, 100_000, 128)) + 1


def test_enter_goes_into_the_current_article(shown_list, model, qtbot):
    model.set_rows(rows_of(entry(1), entry(2)))
    shown_list.go_to(1)
    with qtbot.waitSignal(shown_list.entered) as entered:
        qtbot.keyClick(shown_list, Qt.Key.Key_Return)
    assert entered.args == [1]


def test_the_first_row_becomes_current_when_the_list_gets_the_focus(shown_list, model, qtbot):
    model.set_rows(rows_of(entry(1), entry(2)))
    shown_list.activateWindow()
    shown_list.setFocus()
    qtbot.waitUntil(lambda: shown_list.currentIndex().row() == 0)


def test_found_rows_are_higher_for_they_hold_a_snippet(shown_list, model):
    model.set_rows(rows_of(entry()))
    delegate = shown_list.itemDelegate()
    plain = shown_list.sizeHintForIndex(model.index(0))
    delegate.with_snippets = True
    assert shown_list.sizeHintForIndex(model.index(0)).height() > plain.height()


@pytest.mark.check("A43", "Nothing by colour or icon alone")
def test_unread_rows_look_different_from_read_ones(shown_list, model):
    def picture(read):
        model.set_rows(rows_of(entry(read=read)))
        pixmap = QPixmap(QSize(300, 120))
        shown_list.render(pixmap)
        return pixmap.toImage()

    assert picture(read=True) != picture(read=False)


@pytest.fixture
def shelf_list(window):
    """The list of a window, read field by field."""
    window.look._keeper.change(rows=RowReading.CELLS)
    return list_of(window)


def said_of(rows):
    return rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def walk(qtbot, rows, *keys):
    for key in keys:
        qtbot.keyClick(rows, getattr(Qt.Key, f"Key_{key}"))


def test_field_by_field_a_row_says_its_title_first(shelf_list):
    assert said_of(shelf_list) == BEES.title


def test_left_and_right_walk_through_the_fields_of_a_row_and_name_them(shelf_list, heard, qtbot):
    walk(qtbot, shelf_list, "End", *("Right",) * 11, "Left")
    assert heard == [
        "Day: 11 February 2025",
        "Institution: European Commission",
        "Translation: machine translation",
        "Language: none",
        "State: unread",
        "Star: none",
        "Tags: none",
        "Own notes: none",
        "Versions: none",
        "Place in the list: 3 of 3",
        "Place in the list: 3 of 3",
        "Versions: none",
    ]


def test_up_and_down_stay_in_the_field_and_say_it_alone(shelf_list, heard, qtbot):
    walk(qtbot, shelf_list, "Right", "Right", "Down")
    assert said_of(shelf_list) == "European Parliament"
    walk(qtbot, shelf_list, "Home")
    assert said_of(shelf_list) == "none"
    walk(qtbot, shelf_list, "End")
    assert said_of(shelf_list) == "European Commission"


def test_the_found_words_are_a_field_while_there_is_a_search(shelf_list, window, heard, qtbot):
    search(window, qtbot, "влакове")
    walk(qtbot, shelf_list, *("Right",) * 10)
    assert heard[-1].startswith("Found words: ")
    assert "влакове" in said_of(shelf_list)
    walk(qtbot, shelf_list, "Escape")
    assert said_of(shelf_list) == TRAINS.title


def test_read_as_a_whole_left_and_right_say_nothing(window, heard, qtbot):
    walk(qtbot, list_of(window), "Right", "Left")
    assert heard == []
    assert said_of(list_of(window)).endswith(", unread, 1 of 3")


def test_what_is_done_to_a_row_is_heard_there(window, heard, qtbot):
    for command in ("mark_read", "mark_unread", "copy"):
        trigger(window, command)
    assert heard == ["Marked as read", "Marked as unread", "The title is copied."]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_current_row_has_a_ring_with_the_focus_and_without(window, palette):
    rows = list_of(window)
    window.parts.shelf.set_palette(palette)
    place = rows.visualRect(rows.currentIndex())

    def ring():
        return rows.viewport().grab().toImage().pixelColor(place.center().x(), place.top() + 2)

    assert ring() == QColor(palette.focus)
    window.panes.go(VOICE)
    assert ring() == QColor(palette.edge)


def test_unread_rows_differ_without_any_colour(shown_list, model):
    delegate = shown_list.itemDelegate()
    option = QStyleOptionViewItem()
    model.set_rows(rows_of(entry(1, read=False), entry(2, read=True)))
    weights = [delegate.texts(model.index(row), option)[0][0].font.weight() for row in (0, 1)]
    assert weights == [QFont.Weight.DemiBold, QFont.Weight.Normal]
