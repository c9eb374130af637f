"""Marks are listed, led to, taken back and saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from reader.gui.notes.list_dialog import MarksDialog
from reader.gui.notes.note_dialog import NoteDialog
from reader.importers.incoming import from_text
from reader.model.annotation import AnnotationKind
from reader.model.correction import Join
from reader.model.exportform import ExportForm
from reader.model.position import Position
from tests.gui.handing_on_parts import export_dialog, fill
from tests.gui.notes.parts import AT_SECOND, SECOND, marks, write_note
from tests.gui.window_parts import (
    LIBRARIES,
    TRAINS,
    dialogs,
    trigger,
    type_text,
    wait_for_notice,
)

pytest_plugins = ("tests.gui.window_fixtures",)


def listed(window, command="list_marks"):
    trigger(window, command)
    (dialog,) = dialogs(window, MarksDialog)
    return dialog


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
def test_the_notes_of_an_article_go_along_only_when_asked_for(window, qtbot, tmp_path, with_notes):
    write_note(window, "Само за мен")
    dialog = export_dialog(window)
    fill(dialog, ExportForm.MARKDOWN, tmp_path / "статия.md")
    assert not dialog.fields.notes.isChecked()
    assert dialog.fields.notes.accessibleName() == "With my notes at the end"
    dialog.fields.notes.setChecked(with_notes)
    dialog.accept()
    wait_for_notice(window, qtbot, "Exported: ")
    saved = (tmp_path / "статия.md").read_text("utf-8")
    assert LIBRARIES.title in saved
    assert ("Само за мен" in saved) is with_notes


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
