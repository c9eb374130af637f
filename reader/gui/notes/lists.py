"""The lists of marks, of the open article and of all."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.app import Noted
from reader.gui.article.view import ArticleView
from reader.gui.dialogs import open_dialog
from reader.gui.notes.marking import Marking
from reader.gui.output import Output
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator
from reader.model.annotation import Annotation
from reader.model.entry import Entry

if TYPE_CHECKING:
    from reader.gui.notes.list_dialog import MarksDialog


class Lists(QObject):
    """Lists marks, and does in the lists what is asked for."""

    def __init__(
        self,
        marking: Marking,
        reading: Reading,
        aloud: ReadingAloud,
        view: ArticleView,
        output: Output,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._marking = marking
        self._reading = reading
        self._aloud = aloud
        self._view = view
        self._output = output
        self._ = translator
        self._palette = LIGHT

    def set_palette(self, palette: Palette) -> None:
        """Draw the lists in these colours from now on."""
        self._palette = palette

    def show(self) -> None:
        """List the marks of the open article, at the place that is being read."""
        entry = self._reading.entry
        if entry is None:
            return
        place = self._aloud.leave_off()
        dialog = self._dialog(self._("Notes in the article"), partial(self._of, entry), entry)
        dialog.stand_on_last(lambda noted: noted.annotation.start <= place)

    def show_all(self) -> None:
        """List the marks of all articles."""
        self._aloud.leave_off()
        self._dialog(self._("My notes"), self._marking.annotating.all, None)

    def _of(self, entry: Entry) -> list[Noted]:
        return [Noted(each, entry) for each in self._marking.annotating.of(entry.identifier)]

    def _dialog(
        self, title: str, load: Callable[[], list[Noted]], entry: Entry | None
    ) -> "MarksDialog":
        from reader.gui.notes.list_dialog import MarksDialog
        from reader.gui.notes.rows import Wording

        has_its_words = self._marking.annotating.has_its_words
        wording = Wording(has_its_words, self._, in_one_article=entry is not None)
        dialog = MarksDialog(title, load, wording, self._, self._view.window())
        dialog.set_palette(self._palette)
        dialog.chosen.connect(self._go)
        dialog.change_wanted.connect(partial(self._edit, dialog))
        dialog.removal_wanted.connect(partial(self._remove, dialog))
        dialog.undo_wanted.connect(partial(self._undo, dialog))
        dialog.export_wanted.connect(partial(self._export, dialog, entry))
        open_dialog(dialog)
        return dialog

    def _go(self, noted: Noted) -> None:
        start = noted.annotation.start
        if self._reading.identifier == noted.entry.identifier:
            self._view.jump(start)
            return
        self._reading.open(noted.entry.identifier, start)
        self._view.come(start)

    def _edit(self, dialog: "MarksDialog", noted: Noted) -> None:
        from reader.gui.notes.note_dialog import NoteDialog

        annotation = noted.annotation
        editor = NoteDialog(annotation.quoted, annotation.text, self._, dialog)
        editor.wanted.connect(partial(self._rewrite, dialog, annotation))
        editor.removal_wanted.connect(partial(self._remove, dialog, noted))
        open_dialog(editor)

    def _rewrite(self, dialog: "MarksDialog", annotation: Annotation, text: str) -> None:
        self._marking.rewrite(annotation, text)
        dialog.tell(self._("The note is kept."), annotation.key)

    def _remove(self, dialog: "MarksDialog", noted: Noted) -> None:
        from reader.gui.notes.rows import REMOVED

        self._marking.remove(noted.annotation)
        dialog.count_removed(1)
        dialog.tell(self._(REMOVED[noted.annotation.kind]))

    def _undo(self, dialog: "MarksDialog") -> None:
        back = self._marking.restore()
        dialog.count_removed(-1)
        dialog.tell(self._("The removed mark is back."), back.key if back else "")

    def _export(self, dialog: "MarksDialog", entry: Entry | None) -> None:
        write = self._marking.annotating.write
        article = entry.identifier if entry else None
        self._output.save_notes(
            dialog,
            entry.title if entry else "",
            lambda path: write(path, article, replace=True),
        )
