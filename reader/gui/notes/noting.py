"""Marking the open article where one reads: bookmarks, highlights and notes."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from reader.app import sentence_at
from reader.gui.article.view import ArticleView
from reader.gui.dialogs import open_dialog
from reader.gui.notes.marking import Marking
from reader.gui.notice import Notice
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.i18n import Translator
from reader.model.annotation import Annotation, AnnotationKind
from reader.model.position import Position
from reader.text.anchors import Stretch, words_at


class Noting(QObject):
    """Marks the selection, or else the sentence at the caret."""

    def __init__(
        self,
        marking: Marking,
        reading: Reading,
        aloud: ReadingAloud,
        view: ArticleView,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._marking = marking
        self._reading = reading
        self._aloud = aloud
        self._view = view
        self._notice = notice
        self._ = translator
        self._way_back = ""
        view.annotation_wanted.connect(self.open)

    def set_way_back(self, command: str) -> None:
        """Name the key or the command that brings a removed mark back."""
        self._way_back = command

    def bookmark(self) -> None:
        """Put a bookmark at the caret, or take the one in its sentence away."""
        article = self._article()
        if article is None:
            return
        place = self._aloud.leave_off()
        here = self._sentence(place)
        for each in self._view.outline().annotations:
            if each.kind is AnnotationKind.BOOKMARK and here.start <= each.start <= here.end:
                self._remove(each)
                return
        self._marking.bookmark(article, place)
        self._notice.say(self._("Bookmark set."))

    def highlight(self) -> None:
        """Highlight the selection, or else the sentence at the caret; or undo that."""
        article = self._article()
        if article is None:
            return
        stretch = self._stretch()
        for each in self._view.outline().annotations:
            same = (each.start, each.end) == (stretch.start, stretch.end)
            if each.kind is AnnotationKind.HIGHLIGHT and same:
                self._remove(each)
                return
        self._marking.highlight(article, stretch)
        self._notice.say(self._("Highlighted."))

    def note(self) -> None:
        """Write a note on the selection, or else on the sentence at the caret."""
        from reader.gui.notes.note_dialog import NoteDialog

        article = self._article()
        if article is None:
            return
        self._marking.annotating.check(article)
        stretch = self._stretch()
        quoted = words_at(stretch, [leaf.text for leaf in self._view.outline().leaves])
        dialog = NoteDialog(quoted, "", self._, self._view.window(), is_new=True)
        dialog.wanted.connect(partial(self._keep, article, stretch))
        open_dialog(dialog)

    def open(self, annotation: Annotation) -> None:
        """Show a note, to be read or changed; a highlight becomes one by words."""
        from reader.gui.notes.note_dialog import NoteDialog

        self._aloud.leave_off()
        dialog = NoteDialog(annotation.quoted, annotation.text, self._, self._view.window())
        dialog.wanted.connect(partial(self._rewrite, annotation))
        dialog.removal_wanted.connect(partial(self._remove, annotation))
        open_dialog(dialog)

    def restore(self) -> None:
        """Bring back the mark that was removed last."""
        _ = self._
        back = self._marking.restore()
        nothing = _("There is no removed note or bookmark to bring back.")
        self._notice.say(_("The removed mark is back.") if back else nothing)

    def _article(self) -> int | None:
        """Return the open article's number, where it has words that can be marked."""
        return self._reading.identifier if self._view.outline().leaves else None

    def _stretch(self) -> Stretch:
        start, end = sorted((self._view.anchor(), self._view.position()))
        place = self._aloud.leave_off()
        return self._trimmed(Stretch(start, end)) if start < end else self._sentence(place)

    def _trimmed(self, stretch: Stretch) -> Stretch:
        """Return a stretch without the spaces at its ends."""
        start, end = stretch.start, stretch.end
        texts = [leaf.text for leaf in self._view.outline().leaves]
        if not words_at(stretch, texts).strip():
            return stretch
        first, last = texts[start.block][start.char :], texts[end.block][: end.char]
        before, behind = len(first) - len(first.lstrip()), len(last) - len(last.rstrip())
        return Stretch(
            replace(start, char=start.char + before), replace(end, char=end.char - behind)
        )

    def _sentence(self, place: Position) -> Stretch:
        text = self._view.outline().leaves[place.block].text
        found = sentence_at(text, place.block, place.char)
        return Stretch(Position(place.block, found.start), Position(place.block, found.end))

    def _keep(self, article: int, stretch: Stretch, text: str) -> None:
        self._marking.note(article, stretch, text)
        self._notice.say(self._("The note is kept."))

    def _rewrite(self, annotation: Annotation, text: str) -> None:
        self._marking.rewrite(annotation, text)
        self._notice.say(self._("The note is kept."))

    def _remove(self, annotation: Annotation) -> None:
        from reader.gui.notes.rows import REMOVED

        self._marking.remove(annotation)
        how = self._("{command} brings it back.").format(command=self._way_back)
        self._notice.say(f"{self._(REMOVED[annotation.kind])} {how}")
