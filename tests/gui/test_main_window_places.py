"""Pages of the original, and back to where one was before a jump."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reader.errors import LibraryError
from reader.gui.asking import AskDialog
from reader.model.leaves import leaves
from reader.model.position import Position
from reader.model.printed import Printed
from reader.model.raw import RawLine, Run
from tests.gui.article_presses import CONTROL, press
from tests.gui.late import Gate
from tests.gui.window_parts import dialogs, list_of, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)


def line(page):
    return RawLine((Run("ред"),), page)


PRINTED = Printed(tuple(map(line, (0, 0, 2, 3))), ((0,), (1, 2), (), (3,)))


@pytest.mark.check("A05", "Go to a page of the original")
@pytest.mark.parametrize(("page", "block"), [(0, 0), (1, 1), (2, 1), (3, 3), (9, 3)])
def test_a_page_begins_with_the_first_piece_that_has_words_on_it(page, block):
    assert PRINTED.start_of(page) == block


def test_a_piece_stands_on_the_page_where_it_begins():
    assert [PRINTED.page_of(block) for block in range(4)] == [0, 0, 0, 3]
    assert PRINTED.pages == 4


@pytest.mark.check("A05", "Go to a page of the original")
def test_ctrl_g_leads_to_the_words_of_a_page(window, qtbot):
    trigger(window, "sample")
    wait_for_notice(window, qtbot, "Article added")
    trigger(window, "page")
    qtbot.waitUntil(lambda: bool(dialogs(window, AskDialog)))
    dialog = dialogs(window, AskDialog)[0]
    assert dialog.field.value() == 1
    dialog.field.setValue(2)
    dialog.accept()
    place = window.parts.view.position()
    printed = window._means.reader.printed(window.parts.reading.identifier)
    assert place == Position(printed.start_of(1), 0)
    assert place.block > 1
    trigger(window, "back")
    assert window.parts.view.position() == Position(0, 0)


def test_the_page_proposed_is_that_of_the_article_that_was_asked_about(window, numbers, qtbot):
    trigger(window, "sample")
    wait_for_notice(window, qtbot, "Article added")
    sample = window.parts.reading.identifier
    window.parts.view.go(Position(len(leaves(window.parts.reading.article)) - 1, 0))
    gate = Gate(window.parts.jobs)
    trigger(window, "page")
    window.parts.reading.open(numbers[0])
    gate.let_through(qtbot)
    (dialog,) = dialogs(window, AskDialog)
    assert dialog.field.value() == window._means.reader.printed(sample).pages
    dialog.accept()
    assert window.parts.reading.identifier == sample


def test_an_article_of_one_page_says_so(window, numbers, qtbot):
    window.parts.intake.text("Заглавие\n\nЕдин абзац тук.\n")
    wait_for_notice(window, qtbot, "Article added")
    trigger(window, "page")
    wait_for_notice(window, qtbot, "one page")


def test_back_and_forward_lead_through_articles(window, numbers):
    first, second, _ = numbers
    view, reading = window.parts.view, window.parts.reading
    reading.open(first)
    view.go(Position(1, 4))
    reading.open(second)
    trigger(window, "back")
    assert (reading.identifier, view.position()) == (first, Position(1, 4))
    trigger(window, "forth")
    assert reading.identifier == second


def test_back_leads_to_where_one_was_before_the_end(window, numbers):
    view = window.parts.view
    window.parts.reading.open(numbers[0])
    view.setFocus()
    view.go(Position(1, 3))
    press(view, Qt.Key.Key_End, CONTROL)
    assert view.position() != Position(1, 3)
    trigger(window, "back")
    assert view.position() == Position(1, 3)


def test_without_a_jump_there_is_no_way_back(window, numbers, qtbot):
    window.parts.reading.open(numbers[0])
    trigger(window, "back")
    wait_for_notice(window, qtbot, "no place to go back")
    trigger(window, "forth")
    wait_for_notice(window, qtbot, "no place to go forward")


def test_a_removed_article_cannot_be_gone_back_to(window, numbers, qtbot, library):
    window.parts.reading.open(numbers[0])
    window.parts.reading.open(numbers[1])
    library.remove(numbers[0])
    trigger(window, "back")
    wait_for_notice(window, qtbot, "no longer in the library")
    assert window.parts.reading.identifier == numbers[1]


def test_back_from_the_list_leads_into_the_article(window, numbers):
    window.parts.reading.open(numbers[0])
    window.parts.reading.open(numbers[1])
    list_of(window).setFocus()
    trigger(window, "back")
    assert window.parts.view.hasFocus()


def test_while_the_voice_reads_a_jump_starts_from_what_is_heard(window, numbers, monkeypatch):
    window.parts.reading.open(numbers[0])
    heard = Position(2, 0)
    monkeypatch.setattr(window.parts.aloud, "leave_off", lambda: window.parts.view.go(heard))
    window.parts.view.jump(Position(0, 0))
    trigger(window, "back")
    trigger(window, "forth")
    assert window.parts.view.position() == heard


def test_a_library_that_fails_does_not_lose_the_way_back(window, numbers, monkeypatch):
    window.parts.reading.open(numbers[0])
    window.parts.reading.open(numbers[1])
    reader = window._means.reader

    def fail(_identifier):
        raise LibraryError(Path("library"))

    monkeypatch.setattr(reader, "open", fail)
    with pytest.raises(LibraryError):
        window.parts.visits.back()
    monkeypatch.undo()
    window.parts.view.jump(Position(0, 1))
    trigger(window, "back")
    assert window.parts.reading.identifier == numbers[1]


def test_a_page_is_gone_to_in_the_article_that_was_asked_about(window, numbers):
    window.parts.reading.open(numbers[0])
    window.parts.pages._ask(numbers[0], 0, PRINTED)
    window.parts.reading.open(numbers[1])
    dialogs(window, AskDialog)[0].accept()
    assert window.parts.reading.identifier == numbers[0]
