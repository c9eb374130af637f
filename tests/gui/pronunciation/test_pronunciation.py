"""A person says at the word itself how it is to be said."""

import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from reader.gui.player.player import PlayerState
from reader.gui.pronunciation.word_dialog import WordDialog
from reader.model.position import Extent, Position
from reader.model.pronunciation import Pronunciation
from tests.gui.pronunciation.parts import BOOKS, READING, lit, word_dialog
from tests.gui.window_parts import dialogs, trigger, type_text

pytest_plugins = ("tests.gui.window_fixtures",)


def test_the_word_at_the_caret_is_asked_about(window, qtbot):
    window.parts.view.go(Position(1, 38))
    trigger(window, "pronounce")
    dialog = word_dialog(window)
    assert dialog.entry == Pronunciation("книги", "книги")
    qtbot.waitUntil(dialog.said.hasFocus)
    qtbot.waitUntil(lambda: dialog.said.selectedText() == "книги")


def test_selected_words_are_asked_about(window):
    window.parts.view.go(Position(1, 29))
    cursor = window.parts.view.textCursor()
    cursor.movePosition(
        QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, 14
    )
    window.parts.view.setTextCursor(cursor)
    trigger(window, "pronounce")
    assert word_dialog(window).written.text() == "достъпни книги"


def test_at_the_end_of_a_block_its_last_word_is_asked_about(window):
    window.parts.view.go(Position(2, 62))
    trigger(window, "pronounce")
    assert word_dialog(window).written.text() == "свободен"


def test_the_word_just_heard_is_asked_about_while_the_voice_reads(window, sinks, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))
    heard = Extent(2, 7, 15)
    window.parts.player.word_started.emit(heard)
    trigger(window, "pronounce")
    assert window.parts.player.state is PlayerState.PAUSED
    dialog = word_dialog(window)
    assert dialog.written.text() == "читални"
    dialog.reject()
    window.parts.view.go(Position(1, 38))
    trigger(window, "pronounce")
    assert word_dialog(window).written.text() == "книги"


def test_a_word_that_has_an_entry_shows_it_to_be_changed(window, own, qtbot):
    window.parts.view.go(Position(1, 38))
    trigger(window, "pronounce")
    dialog = word_dialog(window)
    assert dialog.entry == BOOKS
    dialog.said.setText("книжки")
    qtbot.keyClick(dialog.said, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert own.current == (Pronunciation("книги", "книжки"), READING)


def test_what_is_kept_counts_at_once_and_at_the_next_start(window, tmp_path, qtbot):
    window.parts.view.go(Position(1, 38))
    trigger(window, "pronounce")
    dialog = word_dialog(window)
    type_text(dialog.said, "кни ги")
    qtbot.keyClick(dialog.said, Qt.Key.Key_Return)
    assert window.parts.notice.text == "книги – кни ги"
    kept = json.loads((tmp_path / "pronunciations.json").read_text("utf-8"))
    assert [(row["written"], row["said"]) for row in kept] == [("книги", "кни ги")]
    qtbot.waitUntil(window.parts.view.hasFocus)


def test_where_there_is_no_word_it_is_said(window, qtbot, monkeypatch):
    monkeypatch.setattr(window.parts.pronouncing, "_leaf_text", lambda block: "…")
    trigger(window, "pronounce")
    assert window.parts.notice.text == "There is no word here."
    assert dialogs(window, WordDialog) == []


def test_the_sentence_that_was_heard_begins_anew_with_the_new_words(
    window, own, sinks, asked, qtbot
):
    window.parts.view.go(Position(1, 0))
    trigger(window, "play")
    qtbot.waitUntil(lambda: "инвестиции" in lit(window))
    trigger(window, "pronounce")
    dialog = word_dialog(window)
    dialog.reject()
    own.put(Pronunciation("Комисията", "Коми сията"))
    assert window.parts.player.state is PlayerState.PAUSED
    trigger(window, "play")
    qtbot.waitUntil(lambda: "Коми сията обяви инвестиции в достъпни кни ги." in asked)
    assert window.parts.player.state is PlayerState.PLAYING
    assert lit(window).startswith("Комисията обяви")


def test_reading_goes_on_at_the_same_place_where_no_dialog_was(window, own, asked, qtbot):
    window.parts.view.go(Position(2, 0))
    trigger(window, "play")
    qtbot.waitUntil(lambda: lit(window).startswith("Първите"))
    own.change((Pronunciation("есента", "есента та"),))
    qtbot.waitUntil(lambda: "Първите читални отварят врати през есента та." in asked)
    assert window.parts.player.state is PlayerState.PLAYING
    assert lit(window).startswith("Първите")
