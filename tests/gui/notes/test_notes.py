"""Bookmarks, highlights and notes in the window: made, shown, told."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from reader.gui.article import annotated
from reader.gui.article.view import ArticleView
from reader.gui.notes.note_dialog import NoteDialog
from reader.i18n import Translator
from reader.model.annotation import AnnotationKind
from reader.model.position import Position
from tests.gui.notes.parts import AT_SECOND, SECOND, marks, write_note
from tests.gui.window_parts import (
    LIBRARIES,
    dialogs,
    trigger,
    type_text,
    wait_for_notice,
)

pytest_plugins = ("tests.gui.window_fixtures",)


def select(view, start, end):
    cursor = view.textCursor()
    cursor.setPosition(view.page().document_position(start))
    cursor.setPosition(view.page().document_position(end), cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


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
    qtbot.waitUntil(lambda: dialog.buttons.isAncestorOf(dialog.focusWidget()))
    dialog.text.setFocus()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
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
