"""The list of words that are said in the person's own way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from reader.gui.pronunciation.list_dialog import PronunciationsDialog
from reader.gui.pronunciation.word_dialog import WordDialog
from reader.i18n import Translator
from reader.model.position import Position
from reader.model.pronunciation import Pronunciation
from tests.gui.pronunciation.parts import BOOKS, READING, button, word_dialog
from tests.gui.window_parts import dialogs, trigger, type_text

pytest_plugins = ("tests.gui.window_fixtures",)


def rows(dialog):
    return [row.said for row in dialog.list.rows.rows]


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
