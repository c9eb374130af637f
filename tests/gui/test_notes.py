"""Bookmarks, highlights and notes in the window: made, shown, told, listed, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.gui.article import annotated
from reader.gui.article.view import ArticleView
from reader.gui.notes.list_dialog import MarksDialog
from reader.gui.notes.note_dialog import NoteDialog
from reader.gui.save_dialog import SaveDialog
from reader.i18n import Translator
from reader.importers.incoming import from_text
from reader.model.annotation import AnnotationKind
from reader.model.correction import Join
from reader.model.position import Position
from tests.gui.window_parts import (
    LIBRARIES,
    TRAINS,
    dialogs,
    fill,
    trigger,
    type_text,
    wait_for_notice,
)

pytest_plugins = ("tests.gui.window_fixtures",)

SECOND = "Входът е свободен."
AT_SECOND = Position(2, 43)


@pytest.fixture
def window(show, library, qtbot):
    """A window with an article open, the focus in it."""
    number, _other = fill(library, (LIBRARIES, TRAINS))
    window = show()
    window.parts.reading.open(number)
    window.parts.view.setFocus()
    qtbot.waitUntil(window.parts.view.hasFocus)
    return window


@pytest.fixture
def view(window):
    return window.parts.view


def marks(window):
    return window.parts.marking.annotating.of(window.parts.reading.identifier)


def write_note(window, text="Пак ли?", place=AT_SECOND):
    window.parts.view.go(place)
    trigger(window, "note")
    (dialog,) = dialogs(window, NoteDialog)
    type_text(dialog.text, text)
    dialog.accept()
    return dialog


def select(view, start, end):
    cursor = view.textCursor()
    cursor.setPosition(view.page().document_position(start))
    cursor.setPosition(view.page().document_position(end), cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def listed(window, command="list_marks"):
    trigger(window, command)
    (dialog,) = dialogs(window, MarksDialog)
    return dialog


def described(view):
    node = QAccessible.queryAccessibleInterface(view).focusChild()
    return node.text(QAccessible.Text.Description)


def test_a_note_is_written_on_the_sentence_at_the_caret(window, qtbot):
    window.parts.view.go(Position(2, 50))
    trigger(window, "note")
    (dialog,) = dialogs(window, NoteDialog)
    assert dialog.windowTitle() == f"Note on “{SECOND}”"
    assert dialog.quoted.toPlainText() == SECOND
    qtbot.waitUntil(dialog.text.hasFocus)
    type_text(dialog.text, "Пак ли?")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for_notice(window, qtbot, "The note is kept.")
    (note,) = marks(window)
    assert (note.kind, note.quoted, note.text) == (AnnotationKind.NOTE, SECOND, "Пак ли?")
    assert note.start == AT_SECOND


def test_tab_leaves_the_field_of_the_note(window, qtbot):
    trigger(window, "note")
    (dialog,) = dialogs(window, NoteDialog)
    qtbot.waitUntil(dialog.text.hasFocus)
    qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
    qtbot.waitUntil(dialog.quoted.hasFocus)
    assert dialog.text.toPlainText() == ""


def test_a_note_without_words_is_none(window):
    trigger(window, "note")
    (dialog,) = dialogs(window, NoteDialog)
    type_text(dialog.text, "  ")
    dialog.accept()
    assert marks(window) == ()


def test_the_selection_is_highlighted_without_the_spaces_round_it(window, view):
    select(view, Position(1, 9), Position(1, 16))
    assert view.textCursor().selectedText() == " обяви "
    trigger(window, "highlight")
    (mark,) = marks(window)
    assert (mark.kind, mark.quoted) == (AnnotationKind.HIGHLIGHT, "обяви")
    assert (mark.start.char, mark.end.char) == (10, 15)


def test_highlighting_the_same_again_takes_it_back(window, view, qtbot):
    view.go(AT_SECOND)
    trigger(window, "highlight")
    assert [mark.quoted for mark in marks(window)] == [SECOND]
    trigger(window, "highlight")
    wait_for_notice(window, qtbot, "The highlight is removed. The command “Bring back what was")
    assert marks(window) == ()
    trigger(window, "restore_mark")
    assert [mark.quoted for mark in marks(window)] == [SECOND]
    trigger(window, "restore_mark")
    wait_for_notice(window, qtbot, "There is no removed note")


def test_a_bookmark_is_put_at_the_caret_and_taken_away_in_its_sentence(window, view, qtbot):
    view.go(Position(2, 50))
    trigger(window, "bookmark")
    wait_for_notice(window, qtbot, "Bookmark set.")
    assert [(mark.start, mark.quoted) for mark in marks(window)] == [
        (Position(2, 50), "е свободен.")
    ]
    view.go(AT_SECOND)
    trigger(window, "bookmark")
    assert marks(window) == ()


def test_letters_lead_from_mark_to_mark_and_back(window, view, qtbot):
    view.go(Position(1, 10))
    trigger(window, "bookmark")
    write_note(window)
    view.go(Position(1, 20))
    trigger(window, "highlight")
    view.go(Position(0, 0))
    seen = []
    for key, held in (("b", False), ("a", False), ("a", False), ("a", True), ("b", True)):
        shift = Qt.KeyboardModifier.ShiftModifier if held else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(view, key, shift)
        seen.append(view.position())
    assert seen == [Position(1, 10), AT_SECOND, AT_SECOND, Position(1, 0), Position(1, 0)]


def test_enter_opens_the_note_that_the_caret_is_in(window, view, qtbot):
    write_note(window)
    view.go(Position(2, 50))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    (dialog,) = dialogs(window, NoteDialog)
    assert dialog.text.toPlainText() == "Пак ли?"
    type_text(dialog.text, " Да.")
    dialog.accept()
    assert [mark.text for mark in marks(window)] == ["Пак ли? Да."]


def test_a_note_can_be_removed_where_it_is_open(window, view, qtbot):
    write_note(window)
    view.go(AT_SECOND)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    (dialog,) = dialogs(window, NoteDialog)
    (button,) = (each for each in dialog.buttons.buttons() if "Remove" in each.text())
    button.click()
    assert marks(window) == ()
    wait_for_notice(window, qtbot, "The note is removed.")


def test_marks_are_told_after_the_words_of_their_block(window, view, qtbot):
    write_note(window)
    qtbot.waitUntil(view.hasFocus)
    view.go(Position(2, 0))
    assert described(view) == f"note on “{SECOND}”"
    view.go(Position(1, 0))
    assert described(view) == ""


def test_a_sentence_is_read_with_what_is_marked_in_it(window, view, qtbot, monkeypatch):
    said = []
    write_note(window)
    monkeypatch.setattr(view._teller, "announce", said.append)
    view.go(Position(2, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert said == ["Входът е свободен. note: Пак ли?"]


def test_a_plain_view_tells_a_mark_that_the_caret_comes_into(qtbot, window, monkeypatch):
    write_note(window)
    said = []
    monkeypatch.setattr(
        "reader.gui.article.plain.tell", lambda _widget, message: said.append(message)
    )
    plain = ArticleView(Translator("en"), plain=True)
    qtbot.addWidget(plain)
    plain.show_article(LIBRARIES)
    plain.annotate(marks(window))
    plain.show()
    plain.activateWindow()
    plain.setFocus()
    qtbot.waitUntil(plain.hasFocus)
    said.clear()
    plain.go(AT_SECOND)
    plain.go(Position(2, 50))
    assert said == ["note: Пак ли?"]
    plain.go(Position(0, 0))
    qtbot.keyClick(plain, "a")
    assert said[-1] == "Входът е свободен. note: Пак ли?"


def test_marks_survive_other_type_and_another_look_at_the_article(window, view):
    write_note(window)
    trigger(window, "larger")
    assert [mark.text for mark in view.outline().annotations] == ["Пак ли?"]
    window.parts.reading.open(2)
    assert view.outline().annotations == ()
    window.parts.reading.open(1)
    assert [mark.text for mark in view.outline().annotations] == ["Пак ли?"]


def pixels(view):
    return view.viewport().grab().toImage()


def test_marked_words_differ_by_more_than_colour_and_have_a_sign_in_the_margin(window, view):
    before = pixels(view)
    write_note(window)
    after, area = pixels(view), view.page().area(annotated.heard(view.outline(), marks(window)[0]))
    top = view.verticalScrollBar().value()
    left, bottom = round(area.left()) + 5, round(area.bottom() - top)
    rule, above = (after.pixelColor(left, bottom - up) for up in (2, 6))
    assert rule != above
    margin = round(view.page().document.rootFrame().frameFormat().leftMargin())
    changed = [
        (x, y)
        for y in range(round(area.top() - top), round(area.bottom() - top))
        for x in range(margin - 1)
        if before.pixelColor(x, y) != after.pixelColor(x, y)
    ]
    assert len(changed) > 40


def test_copying_the_text_knows_nothing_of_marks(window, view):
    write_note(window)
    view.selectAll()
    trigger(window, "copy")
    text = QApplication.clipboard().text()
    assert SECOND in text
    assert "Пак ли?" not in text


def test_the_list_stands_on_the_mark_before_the_caret_and_leads_there(window, view, qtbot):
    write_note(window, "Първо", Position(1, 0))
    write_note(window)
    view.go(Position(2, 10))
    dialog = listed(window)
    assert [dialog.model.row(n).head for n in range(2)] == ["Първо", "Пак ли?"]
    assert dialog.current.annotation.text == "Първо"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert view.position() == AT_SECOND


def test_a_row_says_what_it_is_and_which_words_it_is_on(window):
    write_note(window)
    dialog = listed(window)
    assert dialog.model.row(0).said == f"Пак ли? Your note. “{SECOND}”"


def test_the_list_is_filtered_by_kind_and_by_words(window, qtbot):
    write_note(window)
    trigger(window, "bookmark")
    dialog = listed(window)
    assert dialog.count.text() == "2 found"
    dialog.kind.setCurrentIndex(dialog.kind.findData(AnnotationKind.BOOKMARK))
    assert dialog.count.text() == "1 found"
    dialog.kind.setCurrentIndex(0)
    type_text(dialog.list, "пак")
    qtbot.waitUntil(dialog.field.hasFocus)
    assert [noted.annotation.text for noted in dialog.model.things] == ["Пак ли?"]


def test_marks_are_changed_removed_and_brought_back_in_the_list(window, qtbot):
    write_note(window)
    dialog = listed(window)
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, Qt.Key.Key_F2)
    (editor,) = dialogs(dialog, NoteDialog)
    type_text(editor.text, "!")
    editor.accept()
    assert dialog.current.annotation.text == "Пак ли?!"
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert (dialog.count.text(), marks(window)) == ("Nothing found", ())
    assert not dialog.go.isEnabled()
    dialog.undo.click()
    assert [mark.text for mark in marks(window)] == ["Пак ли?!"]
    assert not dialog.undo.isEnabled()


def test_my_notes_lists_all_articles_and_opens_the_one_that_is_meant(window, view, qtbot):
    write_note(window)
    window.parts.reading.open(2)
    trigger(window, "bookmark")
    dialog = listed(window, "my_notes")
    assert [noted.entry.title for noted in dialog.model.things] == [TRAINS.title, LIBRARIES.title]
    type_text(dialog.list, "библиотеки")
    dialog.go.click()
    assert window.parts.reading.identifier == 1
    assert view.position() == AT_SECOND


def test_notes_are_saved_as_markdown(window, qtbot, tmp_path):
    write_note(window)
    dialog = listed(window)
    dialog.export.click()
    (chooser,) = dialogs(dialog, QFileDialog)
    path = tmp_path / "notes.md"
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    qtbot.waitUntil(path.exists)
    assert path.read_text("utf-8").endswith(f"> {SECOND}\n\nПак ли?\n")


@pytest.mark.parametrize("with_notes", [False, True])
def test_saving_an_article_with_notes_asks_whether_they_go_along(
    window, qtbot, tmp_path, with_notes
):
    write_note(window, "Само за мен")
    trigger(window, "save")
    (dialog,) = dialogs(window, SaveDialog)
    assert not dialog.notes.isChecked()
    assert dialog.notes.accessibleName() == "With my notes at the end"
    dialog.notes.setChecked(with_notes)
    dialog.accept()
    (chooser,) = dialogs(window, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "статия.md"))
    chooser.reject()
    wait_for_notice(window, qtbot, "Saved: ")
    saved = (tmp_path / "статия.md").read_text("utf-8")
    assert LIBRARIES.title in saved
    assert ("Само за мен" in saved) is with_notes


def test_an_article_without_notes_is_saved_without_a_question(window):
    trigger(window, "save")
    assert dialogs(window, SaveDialog) == []
    (chooser,) = dialogs(window, QFileDialog)
    chooser.reject()


def test_the_list_knows_at_once_that_an_article_has_notes(window):
    assert not window.parts.reading.entry.annotated
    write_note(window)
    row = window.parts.shelf.model.find(1)
    assert window.parts.shelf.model.row(row).entry.annotated


def test_a_correction_takes_no_note_away(show, qtbot, library):
    """The blocks are joined; the note is at its words in the new one."""
    window = show()
    text = "Заглавие на новината\n\nПърво изречение тук.\n\nВторо изречение там.\n"
    kept = window._means.reader.keep(from_text(text))
    window.parts.reading.open(kept.entry.identifier)
    write_note(window, "Бележка", Position(2, 0))
    opened = window._means.reader.correct(kept.entry.identifier, Join(1))
    window.parts.reading.show_anew(opened, Position(1, 0))
    (mark,) = window.parts.view.outline().annotations
    assert (mark.start, mark.quoted) == (Position(1, 21), "Второ изречение там.")
