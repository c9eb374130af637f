"""Proof in the order that a person works in: twice at once, in another place, with a password."""

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import Qt

from reader.gui.asking import AskDialog
from reader.gui.proof.block_dialog import BlockDialog
from reader.gui.proof.changes import place_of_change
from reader.gui.proof.repairs import RepairsDialog
from reader.model.article import Article, Paragraph, Source, Span
from reader.model.correction import Rewrite
from reader.model.leaves import Kind, leaves
from reader.model.position import Position
from reader.paths import resource
from tests.gui.test_proof import TEXT, repaired, texts
from tests.gui.window_parts import PASTED, dialogs, opened, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)
__all__ = ["repaired"]


def test_the_words_of_a_paragraph_are_put_right_where_reading_stands(repaired, qtbot):
    view = repaired.parts.view
    place = Position(2, texts(repaired)[2].index("библиотеки"))
    view.go(place)
    trigger(repaired, "correct")
    (dialog,) = dialogs(repaired, BlockDialog)
    dialog.words.insertPlainText("три ")
    dialog.accept()
    wait_for_notice(repaired, qtbot, "The block is corrected")
    last = leaves(repaired.parts.reading.article)[2]
    assert (last.kind, last.text[:23]) == (Kind.PARAGRAPH, "Първите три библиотеки ")
    assert view.position() == Position(2, place.char + len("три "))
    trigger(repaired, "take_back")
    wait_for_notice(repaired, qtbot, "The last correction")
    assert view.position() == place


def test_what_is_asked_for_meanwhile_is_done_next(repaired, qtbot):
    repaired.parts.view.go(Position(0, 0))
    trigger(repaired, "join")
    trigger(repaired, "join")
    qtbot.waitUntil(lambda: len(texts(repaired)) == 1)
    trigger(repaired, "take_back")
    trigger(repaired, "take_back")
    qtbot.waitUntil(lambda: len(texts(repaired)) == 3)


def test_a_split_is_taken_back_to_the_place_where_it_was(repaired, qtbot):
    place = Position(1, texts(repaired)[1].index("Планът"))
    repaired.parts.view.go(place)
    trigger(repaired, "split")
    wait_for_notice(repaired, qtbot, "The block is split")
    trigger(repaired, "take_back")
    wait_for_notice(repaired, qtbot, "The last correction")
    assert repaired.parts.view.position().block == 1
    assert abs(repaired.parts.view.position().char - place.char) <= 1


def test_a_correction_goes_to_the_article_that_it_was_asked_for_in(repaired, qtbot):
    number = repaired.parts.reading.identifier
    repaired.parts.view.go(Position(1, 0))
    trigger(repaired, "correct")
    (dialog,) = dialogs(repaired, BlockDialog)
    repaired.parts.intake.text(PASTED)
    qtbot.waitUntil(lambda: repaired.parts.reading.identifier != number)
    other = repaired.parts.reading.identifier
    dialog.words.setPlainText("Комисията представи план.")
    dialog.accept()
    wait_for_notice(repaired, qtbot, "The block is corrected")
    assert repaired.parts.reading.identifier == number
    assert texts(repaired)[1] == "Комисията представи план."
    assert repaired._means.reader.corrections(other) == ()


def test_only_some_repairs_are_shown_and_the_list_begins_where_reading_stands(repaired, qtbot):
    trigger(repaired, "repairs")
    (dialog,) = dialogs(repaired, RepairsDialog)
    offered = [dialog.shown.itemText(number) for number in range(dialog.shown.count())]
    assert offered == [
        "All repairs: 3",
        "All but joined lines: 1",
        "Word joined at a hyphen: 1",
        "Line joined: 2",
    ]
    dialog.shown.setCurrentIndex(1)
    assert [row.head for row in dialog.model.rows] == ["Word joined at a hyphen, page 1"]
    assert dialog.undo.isEnabled()
    dialog.shown.setCurrentIndex(3)
    dialog.go_to(1)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(repaired.parts.view.hasFocus)
    assert repaired.parts.view.position().block == 2
    trigger(repaired, "repairs")
    (dialog,) = dialogs(repaired, RepairsDialog)
    assert dialog.shown.currentText() == "Line joined: 2"
    assert dialog.current.said.startswith("Line joined, page 1. …")
    assert "през есента ⏎ и ще бъдат" in dialog.current.said
    dialog.reject()


def test_the_password_of_a_locked_original_is_asked_for_once(window, tmp_path, qtbot):
    writer = PdfWriter(clone_from=PdfReader(resource("samples/dostapni-biblioteki.pdf")))
    writer.encrypt("тайна")
    path = tmp_path / "заключен.pdf"
    writer.write(path)
    window.parts.intake.files([path], "тайна")
    wait_for_notice(window, qtbot, "Article added")
    before = len(texts(window))
    window.parts.view.go(Position(2, 0))
    trigger(window, "join")
    qtbot.waitUntil(lambda: bool(dialogs(window, AskDialog)))
    (box,) = dialogs(window, AskDialog)
    assert "“заключен.pdf”" in box.field.accessibleName()
    box.field.setText("тайна")
    box.accept()
    wait_for_notice(window, qtbot, "The blocks are joined")
    assert len(texts(window)) == before - 1
    trigger(window, "take_back")
    wait_for_notice(window, qtbot, "The last correction")
    assert not dialogs(window, AskDialog)
    assert len(texts(window)) == before


def test_files_that_are_there_already_are_not_counted_as_added(window, tmp_path, qtbot):
    for number, text in enumerate((TEXT, TEXT, PASTED)):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    window.parts.intake.files([tmp_path / f"{number}.txt" for number in range(3)])
    wait_for_notice(window, qtbot, "2 articles were taken in. 1 was in the library already.")
    assert opened(window, qtbot) == "Нови правила за достъпност"


def test_several_files_that_fail_are_counted_in_the_title(window, tmp_path, qtbot):
    window.parts.intake.files([tmp_path / "a.pdf", tmp_path / "b.pdf"])
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    (box,) = dialogs(window)
    assert box.windowTitle() == "2 files were not opened"
    assert "“a.pdf”" in box.text()
    assert "“b.pdf”" in box.text()
    box.accept()


def test_what_may_mislead_is_told_and_stands_under_the_title(window, qtbot):
    window.parts.intake.text("Нови правила\n\nКомисията прие днeс нови правила за достъпност.\n")
    wait_for_notice(window, qtbot, "Attention: 1 place to check.")
    assert "Places to check (R): 1" in window.parts.view.described()[1]
    window._means.keeper.change(keys=(("repairs", ("W",)),))
    assert "Places to check (W): 1" in window.parts.view.described()[1]
    trigger(window, "repairs")
    (dialog,) = dialogs(window, RepairsDialog)
    assert dialog.current.said.startswith("Letter that only looked right")
    dialog.reject()


def test_a_long_correction_is_shown_around_the_difference(repaired, qtbot):
    repaired.parts.view.go(Position(1, 0))
    trigger(repaired, "join")
    wait_for_notice(repaired, qtbot, "The blocks are joined")
    repaired._means.reader.correct(
        repaired.parts.reading.identifier,
        Rewrite(1, Kind.PARAGRAPH, texts(repaired)[1].replace("нови каталози", "нови списъци")),
    )
    trigger(repaired, "repairs")
    (dialog,) = dialogs(repaired, RepairsDialog)
    last = next(row for row in dialog.model.rows if "списъци" in row.said)
    assert last.texts == (
        "Before: …обучение на служителите и нови каталози. Първите библиотеки започват работа…",
        "After: …обучение на служителите и нови списъци. Първите библиотеки започват работа…",
    )
    dialog.reject()


def article(*words):
    return Article("", "bg", tuple(Paragraph((Span(word),)) for word in words), Source("text"))


@pytest.mark.parametrize(
    ("before", "after", "caret", "place"),
    [
        (("а", "б в"), ("а", "б", "в"), Position(1, 0), Position(1, 0)),
        (("а", "б", "в"), ("а", "б в"), Position(2, 0), Position(1, 1)),
        (("а б", "в"), ("а", "б", "в"), Position(1, 0), Position(0, 0)),
        (("а", "б"), ("а", "б"), Position(1, 0), Position(1, 0)),
        (("а", "б", "в"), ("а", "б"), Position(2, 0), Position(1, 0)),
        (("а",), ("а", "б"), Position(0, 0), Position(1, 0)),
        (("а",), (), Position(0, 1), Position(0, 1)),
    ],
)
def test_the_place_of_a_change(before, after, caret, place):
    assert place_of_change(article(*before), article(*after), caret) == place
