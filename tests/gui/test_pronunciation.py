"""A person says how words are to be said: by the list, or at the word itself, and hears it."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from reader.errors import NoSoundError
from reader.gui.player.player import PlayerState
from reader.gui.pronunciation.list_dialog import PronunciationsDialog
from reader.gui.pronunciation.word_dialog import WordDialog
from reader.i18n import Translator
from reader.model.position import Extent, Position
from reader.model.pronunciation import Pronunciation
from tests.gui.player_parts import Sinks
from tests.gui.window_parts import SilentEngine, dialogs, trigger, type_text

pytest_plugins = ("tests.gui.window_fixtures",)

BOOKS = Pronunciation("книги", "кни ги")
READING = Pronunciation("читални", "чита лни")


@pytest.fixture
def sinks():
    return Sinks()


@pytest.fixture
def asked(monkeypatch):
    """What the voice was asked to say, in order."""
    texts, speak = [], SilentEngine.speak

    def note(engine, utterance, delivery):
        texts.append(utterance.text)
        return speak(engine, utterance, delivery)

    monkeypatch.setattr(SilentEngine, "speak", note)
    return texts


@pytest.fixture
def window(show, numbers, sinks, asked):
    window = show(open_sink=sinks.open)
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


@pytest.fixture
def own(window):
    window.parts.own.change((BOOKS, READING))
    return window.parts.own


@pytest.fixture
def listed(window, own, qtbot):
    trigger(window, "pronunciations")
    (dialog,) = dialogs(window, PronunciationsDialog)
    qtbot.waitUntil(dialog.list.hasFocus)
    return dialog


def word_dialog(window):
    (dialog,) = dialogs(window, WordDialog)
    return dialog


def rows(dialog):
    return [row.said for row in dialog.list.rows.rows]


def lit(window):
    marks = window.parts.view.extraSelections()
    texts = [QTextCursor(mark.cursor).selectedText() for mark in marks]
    return max(texts, key=len, default="")


def button(dialog, words):
    found = dialog.findChildren(QPushButton)
    return next(each for each in found if each.text().replace("&", "") == words)


# The word where one is


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


# The voice


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


def tried(window, asked):
    """Return what was asked but for the article's sentences, which are prepared meanwhile."""
    sentences = {sentence.text for sentence in window.parts.player.sentences}
    return [text for text in asked if text not in sentences]


@pytest.fixture
def hear(sinks, qtbot):
    """Plays all of a trial."""

    def over():
        sinks.now.play(100)
        return sinks.now.closed

    def play():
        qtbot.waitUntil(lambda: bool(sinks.opened) and sinks.now.written > sinks.now.played)
        qtbot.waitUntil(over)

    return play


def test_hear_it_says_the_words_around_as_now_and_with_the_change(window, asked, hear, qtbot):
    window.parts.view.go(Position(1, 38))
    trigger(window, "pronounce")
    dialog = word_dialog(window)
    dialog.said.setText("кни ги")
    asked.clear()
    button(dialog, "Hear it").click()
    hear()
    assert tried(window, asked) == [
        "Now:",
        "обяви инвестиции в достъпни книги.",
        "Вижте съобщението за",
        "With the change:",
        "обяви инвестиции в достъпни кни ги.",
        "Вижте съобщението за",
    ]
    assert dialog.isVisible()
    assert window.parts.own.current == ()


def test_what_would_be_said_as_now_is_heard_once(window, listed, asked, hear):
    asked.clear()
    button(listed, "Hear it").click()
    hear()
    assert tried(window, asked) == ["обяви инвестиции в достъпни кни ги.", "Вижте съобщението за"]


def test_hearing_leaves_the_reading_where_it_was(window, asked, sinks, qtbot):
    window.parts.view.go(Position(2, 0))
    trigger(window, "play")
    qtbot.waitUntil(lambda: lit(window).startswith("Първите"))
    reading = sinks.now
    trigger(window, "pronounce")
    dialog = word_dialog(window)
    button(dialog, "Hear it").click()
    qtbot.waitUntil(lambda: sinks.now is not reading)
    dialog.reject()
    assert sinks.now.closed
    assert not reading.closed
    assert reading.paused
    assert lit(window).startswith("Първите")
    trigger(window, "play")
    assert not reading.paused


def test_two_voices_never_speak_at_once(window, asked, sinks, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(sinks.opened))
    trigger(window, "pronounce")
    button(word_dialog(window), "Hear it").click()
    qtbot.waitUntil(lambda: len(sinks.opened) == 2)
    window.parts.aloud.toggle()  # as a media key does, whatever is in front
    assert sinks.now.closed
    assert not sinks.opened[0].paused


def test_without_sound_hearing_is_explained(window, listed, sinks, qtbot):
    sinks.error = NoSoundError()
    button(listed, "Hear it").click()
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    (box,) = dialogs(window)
    assert "no sound output" in box.text()


# An entry


def test_an_entry_needs_both_fields(window, qtbot):
    window.parts.view.go(Position(1, 38))
    trigger(window, "pronounce")
    dialog = word_dialog(window)
    dialog.said.clear()
    qtbot.keyClick(dialog.said, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.note.text() == "Write how the word is said."
    dialog.written.setText(" ")
    button(dialog, "Hear it").click()
    assert dialog.note.text() == "Write the word as it stands in the text."
    qtbot.waitUntil(dialog.written.hasFocus)


def test_the_same_words_twice_are_told_and_kept_only_when_asked_again(listed, own, qtbot):
    button(listed, "Add…").click()
    (dialog,) = dialogs(listed, WordDialog)
    dialog.written.setText("Книги")
    dialog.said.setText("кн")
    qtbot.keyClick(dialog.said, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.note.text().startswith("“книги” is in the list already, said “кни ги”.")
    assert own.current == (BOOKS, READING)
    qtbot.keyClick(dialog.said, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert own.current == (Pronunciation("Книги", "кн"), READING)


def test_all_choices_of_an_entry_are_kept(listed, own):
    button(listed, "Add…").click()
    (dialog,) = dialogs(listed, WordDialog)
    dialog.written.setText("  Google\u00a0Cloud ")
    dialog.said.setText("Gugl")
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    dialog.whole.setChecked(False)
    dialog.exact.setChecked(True)
    button(dialog, "Keep").click()
    assert Pronunciation("Google Cloud", "Gugl", False, True, "en") in own.current
    assert "Google Cloud – Gugl, English, inside words too, capital letters as written" in rows(
        listed
    )
    assert listed.current.written == "Google Cloud"


# The list


def test_an_empty_list_says_how_to_begin(window, qtbot):
    trigger(window, "pronunciations")
    (dialog,) = dialogs(window, PronunciationsDialog)
    assert dialog.count.text().startswith("There are no words yet.")
    qtbot.waitUntil(button(dialog, "Add…").hasFocus)
    assert not any(button(dialog, words).isEnabled() for words in ("Change…", "Remove…", "Hear it"))


def test_words_narrow_the_list_down_and_enter_goes_to_what_they_found(listed, qtbot):
    assert rows(listed) == ["книги – кни ги", "читални – чита лни"]
    assert listed.count.text() == "2 words"
    type_text(listed.list, "лни")
    assert listed.field.text() == "лни"
    assert rows(listed) == ["читални – чита лни"]
    qtbot.keyClick(listed.field, Qt.Key.Key_Return)
    assert listed.list.hasFocus()
    assert not dialogs(listed, WordDialog)


def test_words_that_are_not_there_begin_a_new_entry(listed, qtbot):
    listed.field.setText("Лайен")
    assert listed.count.text() == "Nothing found"
    listed.field.setFocus()
    qtbot.keyClick(listed.field, Qt.Key.Key_Return)
    (dialog,) = dialogs(listed, WordDialog)
    assert dialog.entry == Pronunciation("Лайен", "")


def test_enter_changes_an_entry_and_the_list_stands_on_it(listed, own, qtbot):
    listed.list.stand_on(1)
    qtbot.keyClick(listed.list, Qt.Key.Key_Return)
    (dialog,) = dialogs(listed, WordDialog)
    assert dialog.entry == READING
    dialog.written.setText("Аа")
    button(dialog, "Keep").click()
    assert own.current == (Pronunciation("Аа", "чита лни"), BOOKS)
    assert listed.current.written == "Аа"
    qtbot.waitUntil(listed.list.hasFocus)


def test_delete_takes_an_entry_out_after_a_question(listed, own, qtbot):
    qtbot.keyClick(listed.list, Qt.Key.Key_Delete)
    (box,) = dialogs(listed)
    assert box.text() == "Remove “книги” from the list? It is then said as usual."
    button(box, "Remove").click()
    assert own.current == (READING,)
    assert rows(listed) == ["читални – чита лни"]


def test_after_the_last_entry_the_focus_is_on_adding(listed, own, qtbot):
    for _ in range(2):
        button(listed, "Remove…").click()
        (box,) = dialogs(listed)
        button(box, "Remove").click()
    assert own.current == ()
    qtbot.waitUntil(listed.adding.hasFocus)


def test_a_list_of_others_is_taken_in_beside_one_s_own(listed, own, tmp_path, heard, qtbot):
    path = tmp_path / "имена.txt"
    path.write_text("Лайен = Ла йен\nкниги = друго\n", "utf-8")
    listed.take_in(path)
    assert own.current == (BOOKS, Pronunciation("Лайен", "Ла йен"), READING)
    qtbot.waitUntil(lambda: heard == ["1 new word taken in; yours stay as they are."])


def test_a_file_that_is_no_list_is_explained_and_changes_nothing(listed, own, tmp_path):
    path = tmp_path / "имена.txt"
    path.write_text("Просто текст", "utf-8")
    listed.take_in(path)
    (box,) = dialogs(listed)
    assert "is no list of pronunciations (Просто текст)" in box.text()
    assert own.current == (BOOKS, READING)


def test_the_list_is_saved_for_others(listed, tmp_path, heard, qtbot):
    listed.save(tmp_path / "имена.txt")
    assert (tmp_path / "имена.txt").read_text("utf-8") == "книги = кни ги\nчитални = чита лни\n"
    qtbot.waitUntil(lambda: heard == ["The list is saved: имена.txt"])


def test_a_list_that_cannot_be_kept_is_told_and_counts_all_the_same(
    listed, own, tmp_path, monkeypatch
):
    monkeypatch.setattr(own, "_folder", tmp_path / "library" / "library.sqlite3" / "folder")
    (tmp_path / "library" / "library.sqlite3").touch()
    button(listed, "Remove…").click()
    (box,) = dialogs(listed)
    button(box, "Remove").click()
    assert any("cannot be used" in box.text() for box in dialogs(listed))
    assert own.current == (READING,)


def test_a_broken_list_is_told_at_the_start_and_kept(show, tmp_path):
    (tmp_path / "pronunciations.json").write_text("{", "utf-8")
    window = show()
    (box,) = dialogs(window)
    assert "list of pronunciations" in box.text()
    box.accept()
    window.parts.own.put(BOOKS)
    assert [path.read_text("utf-8") for path in tmp_path.glob("*.broken")] == ["{"]


# Both dialogs


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("kind", [PronunciationsDialog, WordDialog])
def test_each_control_has_a_letter_of_its_own(window, own, qtbot, language, kind):
    first = (BOOKS, own.current) if kind is WordDialog else (own,)
    shown = kind(*first, lambda *_: None, Translator(language), window)
    labels = [label for label in shown.findChildren(QLabel) if label.buddy()]
    texts = [
        each.text()
        for each in (*labels, *shown.findChildren(QCheckBox), *shown.findChildren(QPushButton))
    ]
    letters = [QKeySequence.mnemonic(text).toString() for text in texts]
    assert letters.count("") == 1  # to close, or to cancel: that is Escape
    assert len(set(letters)) == len(letters)
