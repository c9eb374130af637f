import sqlite3
from array import array
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.gui.library.article_list import ArticleList
from reader.gui.library.delegate import RowDelegate
from reader.gui.library.model import LibraryModel
from reader.gui.library.paged_rows import PagedRows
from reader.gui.library.rows import Row, RowWording
from reader.gui.row_model import DESCRIPTION
from reader.gui.theme import DARK, LIGHT
from reader.i18n import Translator
from reader.library.place import FILE
from reader.model.entry import Entry, Remains
from reader.model.position import Position
from reader.model.query import Arrangement
from reader.settings import RowReading
from tests.gui.window_parts import BEES, LIBRARIES, TRAINS, dialogs, list_of, search, trigger

pytest_plugins = ("tests.gui.window_fixtures",)

TODAY = date(2025, 2, 12)
VOICE = 3  # the pane after the links


def entry(identifier=1, *, title="Нови библиотеки", published=TODAY, read=False, machine=True):
    return Entry(
        identifier,
        title,
        "bg",
        datetime(2025, 2, 12, 9, tzinfo=UTC),
        published,
        "ec",
        machine,
        read,
        "a.pdf",
    )


class Kept:
    """Articles by their numbers, and what is left of damaged ones."""

    def __init__(self, *entries, remains=None):
        self.by_number = {each.identifier: each for each in entries}
        self.left = remains or {}

    def entries(self, ids):
        return [self.by_number[each] for each in ids if each in self.by_number]

    def remains(self, identifier):
        return self.left.get(identifier)


def rows_of(*entries):
    """Rows of a list that holds these articles."""
    kept = Kept(*entries)
    return PagedRows(Arrangement(array("q", kept.by_number)), kept)


@pytest.fixture
def wording():
    return RowWording(Translator("en"), lambda: TODAY)


@pytest.fixture
def model(wording):
    return LibraryModel(wording)


def spoken(wording, **facts):
    return wording.spoken(Row(entry(**facts)))


@pytest.mark.check("A03", "The list of articles can be read")
@pytest.mark.check("A43", "Nothing by colour or icon alone")
def test_a_row_says_title_day_institution_translation_and_state(wording):
    assert spoken(wording) == (
        "Нови библиотеки, today, European Commission, machine translation, unread"
    )


def test_a_row_says_all_that_is_known_of_the_article(wording):
    known = replace(
        entry(), language="en", starred=True, tags=("пчели", "храни"), annotated=True, versions=2
    )
    assert wording.spoken(Row(known, number=3, total=340)) == (
        "Нови библиотеки, today, European Commission, machine translation, English, unread, "
        "with a star, tags пчели, храни, with notes, 2 older versions, 3 of 340"
    )


def test_a_row_speaks_bulgarian():
    words = RowWording(Translator("bg"), lambda: TODAY).spoken(Row(entry()))
    assert words == "Нови библиотеки, днес, Европейска комисия, машинен превод, непрочетена"


@pytest.mark.parametrize(
    ("published", "words"),
    [(date(2025, 2, 11), "yesterday"), (date(2025, 1, 3), "3 January 2025")],
)
def test_days_are_said_in_words(wording, published, words):
    assert words in spoken(wording, published=published, read=True).split(", ")


def test_an_article_without_a_date_has_the_day_it_came_in(wording):
    assert "today" in spoken(wording, published=None)


def test_a_read_article_says_so(wording):
    assert spoken(wording, read=True).endswith(", read")


def test_an_article_without_a_title_is_still_called_something(wording):
    assert spoken(wording, title="").startswith("Untitled, ")


def test_a_found_article_says_the_words_around_the_match(wording):
    row = Row(entry(), "нови инвестиции в книги", ((5, 15),), Position(1, 4))
    assert wording.spoken(row).endswith("unread, нови инвестиции в книги")


def test_the_screen_reader_gets_the_whole_row_and_the_eye_the_title(model, wording):
    model.set_rows(rows_of(entry()))
    index = model.index(0)
    said = wording.spoken(Row(entry(), number=1, total=1))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said
    assert index.data() == "Нови библиотеки"


def test_a_changed_article_is_read_anew_in_its_row_only(model, qtbot):
    kept = Kept(entry(1), entry(2))
    model.set_rows(PagedRows(Arrangement(array("q", (1, 2))), kept))
    assert not model.row(1).entry.read
    kept.by_number[2] = entry(2, read=True)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.refresh((2, 7))
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    assert [model.row(number).entry.read for number in (0, 1)] == [False, True]


def test_an_article_that_is_gone_says_so(model):
    kept = Kept(entry(1))
    model.set_rows(PagedRows(Arrangement(array("q", (1,))), kept))
    assert model.row(0).entry.title == "Нови библиотеки"
    kept.by_number.clear()
    model.refresh((1,))
    assert said_at(model, 0) == (
        "Нови библиотеки, today, European Commission, machine translation, "
        "no longer in the library, 1 of 1"
    )


DAMAGED = "damaged; “Check the library” in the Library menu offers to repair it"


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (Remains("Нови библиотеки", date(2025, 1, 3)), "Нови библиотеки, 3 January 2025, "),
        (Remains("Нови библиотеки", None), "Нови библиотеки, "),
        (Remains("", None), "Damaged article, "),
    ],
)
def test_a_damaged_article_says_so_and_what_is_left_of_it(model, wording, left, said):
    kept = Kept(entry(2), remains={1: left})
    model.set_rows(PagedRows(Arrangement(array("q", (1, 2))), kept))
    assert said_at(model, 0) == f"{said}{DAMAGED}, 1 of 2"
    assert wording.detail(model.row(0)).startswith(DAMAGED)
    assert said_at(model, 1).startswith("Нови библиотеки, today")


def test_of_an_article_that_nothing_is_known_of_no_day_is_made_up(model):
    model.set_rows(PagedRows(Arrangement(array("q", (1,))), Kept()))
    assert said_at(model, 0) == "Untitled, no longer in the library, 1 of 1"


@pytest.mark.parametrize(
    ("damage", "row"),
    [
        ("UPDATE article SET published = '2025-02-1', added = 'x' WHERE id = 1", LIBRARIES.title),
        ("UPDATE article SET title = CAST(x'ff41' AS TEXT) WHERE id = 1", "\ufffdA"),
        ("DELETE FROM article WHERE id = 1", "Damaged article"),
    ],
)
def test_a_damaged_row_of_the_file_takes_no_other_with_it(show, library, numbers, damage, row):
    with closing(sqlite3.connect(library.folder / FILE)) as connection, connection:
        connection.execute(damage)
    window = show()
    for box in dialogs(window):
        box.close()
    model = window.parts.shelf.model
    assert said_at(model, 2) == f"{row}, 11 February 2025, {DAMAGED}, 3 of 3"
    assert said_at(model, 0).startswith(BEES.title)


def said_at(model, number):
    return model.index(number).data(Qt.ItemDataRole.AccessibleTextRole)


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


def test_only_the_row_that_something_is_said_of_is_described(model):
    model.set_rows(rows_of(entry(1), entry(2)))
    assert model.setData(model.index(1), "Marked as read", DESCRIPTION)
    assert [model.index(row).data(DESCRIPTION) for row in (0, 1)] == ["", "Marked as read"]
    assert not model.setData(model.index(0), "Title", Qt.ItemDataRole.EditRole)


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
