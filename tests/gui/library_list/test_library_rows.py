"""What a row of the list says and shows."""

import sqlite3
from array import array
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from reader.gui.library.paged_rows import PagedRows
from reader.gui.library.rows import Row, RowWording
from reader.gui.row_model import DESCRIPTION
from reader.i18n import Translator
from reader.library.place import FILE
from reader.model.entry import Remains
from reader.model.position import Position
from reader.model.query import Arrangement
from tests.gui.library_list.parts import TODAY, Kept, entry, rows_of
from tests.gui.window_parts import BEES, LIBRARIES, dialogs

pytest_plugins = ("tests.gui.window_fixtures",)


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
        # What keeps the order of titles would mind; where a disk does the damage, nothing does.
        connection.execute("DROP TRIGGER title_changed")
        connection.execute(damage)
    window = show()
    for box in dialogs(window):
        box.close()
    model = window.parts.shelf.model
    assert said_at(model, 2) == f"{row}, 11 February 2025, {DAMAGED}, 3 of 3"
    assert said_at(model, 0).startswith(BEES.title)


def said_at(model, number):
    return model.index(number).data(Qt.ItemDataRole.AccessibleTextRole)


def test_only_the_row_that_something_is_said_of_is_described(model):
    model.set_rows(rows_of(entry(1), entry(2)))
    assert model.setData(model.index(1), "Marked as read", DESCRIPTION)
    assert [model.index(row).data(DESCRIPTION) for row in (0, 1)] == ["", "Marked as read"]
    assert not model.setData(model.index(0), "Title", Qt.ItemDataRole.EditRole)
