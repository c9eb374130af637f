"""What the tests of marks share."""

from reader.gui.notes.note_dialog import NoteDialog
from reader.model.position import Position
from tests.gui.window_parts import (
    dialogs,
    trigger,
    type_text,
)

SECOND = "Входът е свободен."
AT_SECOND = Position(2, 43)


def marks(window):
    return window.parts.marking.annotating.of(window.parts.reading.identifier)


def write_note(window, text="Пак ли?", place=AT_SECOND):
    window.parts.view.go(place)
    trigger(window, "note")
    (dialog,) = dialogs(window, NoteDialog)
    type_text(dialog.text, text)
    dialog.accept()
    return dialog
