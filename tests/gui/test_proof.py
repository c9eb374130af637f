"""What was repaired can be seen, led to, taken back and put right by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from reader.errors import JoinError, NothingToTakeBackError, SplitError
from reader.gui.proof.block_dialog import BlockDialog
from reader.gui.proof.printed import PrintedDialog
from reader.gui.proof.repairs import RepairsDialog
from reader.model.leaves import Kind, leaves
from reader.model.position import Position
from reader.model.query import Search
from reader.wording import explain
from tests.gui.window_parts import dialogs, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)

TEXT = """Достъпни книги за всички читатели

Комисията представи днес план за достъпни библио-
теки във всички държави. Планът предвижда
обучение на служителите и нови каталози.

Първите библиотеки започват работа през есента
и ще бъдат отворени за всички.
"""


@pytest.fixture
def repaired(window, qtbot):
    """Return a window with a repaired text open."""
    window.parts.intake.text(TEXT)
    qtbot.waitUntil(lambda: window.parts.notice.text.startswith("Article added"))
    return window


def texts(window):
    return [leaf.text for leaf in leaves(window.parts.reading.article)]


def test_enter_in_the_repairs_leads_to_the_place(repaired, qtbot):
    trigger(repaired, "repairs")
    (dialog,) = dialogs(repaired, RepairsDialog)
    number = next(n for n, row in enumerate(dialog.model.rows) if "hyphen" in row.said)
    dialog.go_to(number)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    view = repaired.parts.view
    qtbot.waitUntil(view.hasFocus)
    place = view.position()
    assert texts(repaired)[place.block][place.char :].startswith("теки във")


@pytest.mark.check("A87", "Corrections and removal can be undone, for good asks first")
def test_a_join_is_undone_and_the_undoing_too(repaired, qtbot):
    before = texts(repaired)
    trigger(repaired, "repairs")
    (dialog,) = dialogs(repaired, RepairsDialog)
    number = next(n for n, row in enumerate(dialog.model.rows) if "предвижда ⏎ обуч" in row.said)
    dialog.go_to(number)
    dialog.undo.click()
    wait_for_notice(repaired, qtbot, "The repair is undone")
    assert texts(repaired)[1].endswith("Планът предвижда")
    assert texts(repaired)[2].startswith("обучение")
    assert repaired.parts.view.position() == Position(2, 0)
    trigger(repaired, "take_back")
    wait_for_notice(repaired, qtbot, "The last correction")
    assert texts(repaired) == before


def test_only_joins_and_hyphens_can_be_undone(repaired):
    trigger(repaired, "repairs")
    (dialog,) = dialogs(repaired, RepairsDialog)
    assert dialog.undo.isEnabled()
    dialog.list.setCurrentIndex(dialog.model.index(-1))
    assert not dialog.undo.isEnabled()
    dialog.reject()


def test_blocks_are_joined_and_split_at_the_caret(repaired, qtbot):
    view = repaired.parts.view
    view.go(Position(1, 0))
    trigger(repaired, "join")
    wait_for_notice(repaired, qtbot, "The blocks are joined")
    assert "каталози. Първите" in texts(repaired)[1]
    view.go(Position(1, texts(repaired)[1].index("Първите")))
    trigger(repaired, "split")
    wait_for_notice(repaired, qtbot, "The block is split")
    assert texts(repaired)[2].startswith("Първите")
    assert view.position() == Position(2, 0)


def test_a_correction_by_hand_is_kept_and_made_again(repaired, qtbot):
    view, reader = repaired.parts.view, repaired._means.reader
    view.go(Position(2, 4))
    trigger(repaired, "correct")
    (dialog,) = dialogs(repaired, BlockDialog)
    assert dialog.words.toPlainText() == texts(repaired)[2]
    dialog.words.setPlainText("Първите библиотеки отварят наесен.")
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.HEADING))
    dialog.accept()
    wait_for_notice(repaired, qtbot, "The block is corrected")
    number = repaired.parts.reading.identifier
    last = leaves(reader.open(number).article)[-1]
    assert (last.kind, last.text) == (Kind.HEADING, "Първите библиотеки отварят наесен.")
    trigger(repaired, "repair_anew")
    wait_for_notice(repaired, qtbot, "The article is repaired anew.")
    again = reader.open(number).article
    assert leaves(again)[-1] == last
    assert [hit.entry.identifier for hit in reader.search(Search("наесен"))] == [number]
    original = reader.library.original(number).read_text("utf-8")
    assert original == TEXT


@pytest.mark.check("A89", "Original lines and original language beside the text")
def test_the_original_lines_lead_to_their_blocks(repaired, qtbot):
    view = repaired.parts.view
    view.go(Position(2, 0))
    trigger(repaired, "printed")
    qtbot.waitUntil(lambda: bool(dialogs(repaired, PrintedDialog)))
    (dialog,) = dialogs(repaired, PrintedDialog)
    assert dialog.current.said == "Първите библиотеки започват работа през есента"
    dialog.go_to(1)
    assert dialog.current.said == "Комисията представи днес план за достъпни библио-"
    dialog.show_it.click()
    qtbot.waitUntil(lambda: view.position().block == 1)


def test_what_cannot_be_done_is_said(repaired, qtbot):
    repaired.parts.view.go(Position(2, 0))
    trigger(repaired, "join")
    wait_for_notice(repaired, qtbot, explain(JoinError(), repaired._))
    trigger(repaired, "split")
    wait_for_notice(repaired, qtbot, explain(SplitError(), repaired._))
    trigger(repaired, "take_back")
    wait_for_notice(repaired, qtbot, explain(NothingToTakeBackError(), repaired._))
    assert repaired.parts.view.position() == Position(2, 0)


def test_nothing_is_asked_for_when_nothing_was_changed(repaired):
    before = repaired._means.reader.corrections(repaired.parts.reading.identifier)
    trigger(repaired, "correct")
    (dialog,) = dialogs(repaired, BlockDialog)
    dialog.accept()
    assert before == ()
    assert not any(isinstance(each, QDialog) for each in dialogs(repaired, QDialog))
    assert repaired._means.reader.corrections(repaired.parts.reading.identifier) == ()
