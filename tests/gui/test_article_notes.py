"""Notes: from the mark to the note and back, by keys and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from reader.model.leaves import Kind
from reader.model.position import Position
from tests.gui.article_presses import SHIFT, press, type_letter
from tests.gui.article_sample import NOTED


@pytest.fixture
def noted(view):
    view.show_article(NOTED)
    return view


def read(view):
    piece, place = view.piece(), view.position()
    knot = piece or view.outline().knot_at(place.block, place.char)
    return view.outline().leaves[knot.block].text[knot.start : knot.end]


def test_n_goes_by_marks_and_notes(noted):
    heard = []
    for _ in range(6):
        type_letter(noted, "n")
        heard.append(read(noted))
    assert heard[:3] == ["[1]", "[2]", "[1]"]
    assert heard[3:] == ["[1] По текущи цени.", "[2] Без мостовете.", "[3] Без знак в текста."]
    type_letter(noted, "n", SHIFT)
    assert read(noted) == "[2] Без мостовете."


@pytest.mark.check("A16", "To a footnote and back")
def test_enter_leads_to_the_note_and_back_to_the_same_mark(noted):
    for _ in range(3):
        type_letter(noted, "n")
    press(noted, Qt.Key.Key_Return)
    assert read(noted) == "[1] По текущи цени."
    press(noted, Qt.Key.Key_Return)
    assert (read(noted), noted.position().block) == ("[1]", 1)


def test_enter_on_a_note_that_was_read_on_the_way_leads_to_its_first_mark(noted):
    noted.go(Position(3, 5))
    press(noted, Qt.Key.Key_Return)
    assert (read(noted), noted.position()) == ("[2]", Position(0, 39))


def test_enter_on_a_note_without_a_mark_stays(noted):
    noted.go(Position(4, 0))
    press(noted, Qt.Key.Key_Return)
    assert noted.position() == Position(4, 0)


def test_a_mark_is_a_link_that_says_what_it_is(noted):
    QAccessible.setActive(True)
    root = QAccessible.queryAccessibleInterface(noted)
    marks = [root.child(0).child(number) for number in range(root.child(0).childCount())]
    assert [mark.text(QAccessible.Text.Name) for mark in marks] == ["[1]", "[2]"]
    description = "note mark, Enter goes to the note"
    assert {mark.text(QAccessible.Text.Description) for mark in marks} == {description}
    marks[1].actionInterface().doAction("Press")
    assert read(noted) == "[2] Без мостовете."
    QAccessible.setActive(False)


def test_a_click_on_a_mark_leads_to_its_note(noted, qtbot):
    line = next(iter(noted.page().lines(noted.outline().knots[noted.outline().of_mark[0]].extent)))
    qtbot.mouseClick(noted.viewport(), Qt.MouseButton.LeftButton, pos=line.center().toPoint())
    assert noted.outline().leaves[noted.position().block].kind is Kind.FOOTNOTE
