"""Words are found in the open article, marked, and gone to from one to the next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reader.model.leaves import leaves
from reader.model.position import START, Position
from tests.gui.article_sample import SAMPLE
from tests.gui.find.parts import bar_of, here, marked, seek, told
from tests.gui.window_parts import trigger

pytest_plugins = ("tests.gui.window_fixtures",)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.check("A08", "Search")
def test_enter_leads_to_the_first_form_of_the_word_and_marks_all(window, qtbot):
    seek(window, qtbot, "кораба")
    assert here(window).startswith("Корабите ще подават")
    forms = ["Корабите", "кораби", "кораби", "корабите"]
    assert marked(window) == (forms, ["Корабите"])
    assert bar_of(window).count == "1 of 4"
    assert bar_of(window).field.hasFocus()


@pytest.mark.check("A70", "Messages are heard")
def test_in_the_bar_the_sentence_and_the_number_are_told(window, qtbot):
    seek(window, qtbot, "превозвач")
    assert told(window) == "Какво се променя за превозвачите, heading, level 2. 1 of 1"
    seek(window, qtbot, "денонощно")
    assert told(window).startswith("Проверките на границата се съкращават")
    assert told(window).endswith("денонощно. 1 of 1")


@pytest.mark.parametrize(
    ("words", "kind", "ending"),
    [
        ("констанца", "table", "Констанца, Гюргево"),
        ("досие", "li", "досие вместо единадесет"),
        ("цена", "footnote", "цени."),
        ("ускорявам", "title", "ускорява обновяването"),
        ("регламент", "lead", "регламент."),
    ],
)
def test_words_are_found_in_tables_lists_notes_titles_and_links(window, qtbot, words, kind, ending):
    seek(window, qtbot, words)
    place = window.parts.view.position()
    assert leaves(SAMPLE)[place.block].kind == kind
    assert here(window).startswith(ending)


def test_enter_and_f3_lead_on_and_with_shift_back_round_and_round(window, qtbot):
    seek(window, qtbot, "кораб")
    field, counts = bar_of(window).field, []
    for modifiers in (*[Qt.KeyboardModifier.NoModifier] * 4, SHIFT):
        qtbot.keyClick(field, Qt.Key.Key_Return, modifiers)
        counts.append(bar_of(window).count)
    assert counts == [
        "2 of 4",
        "3 of 4",
        "4 of 4",
        "1 of 4, from the beginning",
        "4 of 4, from the end",
    ]
    trigger(window, "find_previous")
    assert bar_of(window).count == "3 of 4"
    trigger(window, "find_next")
    assert bar_of(window).count == "4 of 4"
    qtbot.mouseClick(window.findChild(QPushButton, "findPrevious"), Qt.MouseButton.LeftButton)
    assert bar_of(window).count == "3 of 4"


def test_the_first_place_is_the_next_one_from_the_caret(window, qtbot):
    window.parts.view.go(Position(10, 0))
    seek(window, qtbot, "пристанище")
    assert bar_of(window).count == "4 of 5"
    assert window.parts.view.position() > Position(10, 0)


def test_words_that_begin_at_the_caret_come_first(window, qtbot):
    assert window.parts.view.position() == START
    seek(window, qtbot, "ес")
    assert window.parts.view.position() == START
    assert bar_of(window).count == "1 of 1"
    trigger(window, "find_next")
    assert bar_of(window).count == "1 of 1, from the beginning"


@pytest.mark.check("A70", "Messages are heard")
def test_only_the_very_form_is_found_where_one_wants_that(window, qtbot):
    seek(window, qtbot, "кораби")
    bar_of(window).exact.setFocus()
    bar_of(window).exact.click()
    assert marked(window) == (["кораби", "кораби"], [])
    assert bar_of(window).count == told(window) == "2 found"
    trigger(window, "find_next")
    assert here(window).startswith("кораби – до края на 2027")
    assert bar_of(window).count == "1 of 2"


@pytest.mark.check("A70", "Messages are heard")
def test_where_nothing_is_found_it_is_told_and_the_field_stays(window, qtbot):
    window.parts.view.go(Position(3, 5))
    seek(window, qtbot, "жираф")
    assert bar_of(window).count == told(window) == "Nothing found"
    assert bar_of(window).field.hasFocus()
    assert bar_of(window).field.text() == "жираф"
    assert window.parts.view.position() == Position(3, 5)
    assert marked(window) == ([], [])
