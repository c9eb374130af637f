"""Read or not, stars, tags and collections of the chosen articles, their order in a collection."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from reader.app import Reader
from reader.gui.dialogs import open_dialog
from reader.gui.jobs import JobRunner
from reader.gui.library.changing import Changing
from reader.gui.library.labels import CollectionLabels, Label, Labels, TagLabels
from reader.gui.library.shelf import Shelf
from reader.gui.notice import Notice
from reader.gui.saying import announce
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator
from reader.model.query import READING_LIST


class Labelling(QObject):
    """Puts labels on articles and says so; lists by these labels follow."""

    def __init__(
        self,
        reader: Reader,
        shelf: Shelf,
        jobs: JobRunner,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._shelving = reader.shelving
        self._shelf = shelf
        self._changing = Changing(shelf, jobs, notice, translator)
        self._notice = notice
        self._ = translator
        self._palette = LIGHT

    def set_palette(self, palette: Palette) -> None:
        """Draw the dialogs in these colours from now on."""
        self._palette = palette

    def mark(self, articles: Sequence[int], *, read: bool) -> None:
        """Mark articles as read or unread."""

        def show(_nothing: None) -> None:
            self._follow(articles, by_label=False)
            self._say(self._("Marked as read") if read else self._("Marked as unread"))

        work = partial(self._reader.set_read, *articles, read=read)
        self._changing.change(articles, self._("Marking…"), work, show)

    def toggle_star(self, articles: Sequence[int]) -> None:
        """Give articles a star, or take it off where all have it."""

        def show(starred: bool) -> None:  # noqa: FBT001  as the library tells it
            self._follow(articles, by_label=self._shelf.view.filter.starred)
            self._say(self._("With a star") if starred else self._("Without a star"))

        work = partial(self._shelving.toggle_star, articles)
        self._changing.change(articles, self._("Marking…"), work, show)

    def toggle_reading_list(self, articles: Sequence[int]) -> None:
        """Put articles on the reading list, or take them off where all are on it."""

        def show(on_it: bool) -> None:  # noqa: FBT001  as the library tells it
            here = self._shelf.view.filter.collection == READING_LIST
            self._follow(articles, by_label=here)
            taken_off = self._("Taken off the reading list")
            self._say(self._("Put on the reading list") if on_it else taken_off)

        work = partial(self._shelving.toggle_reading_list, articles)
        self._changing.change(articles, self._("Changing the reading list…"), work, show)

    def show_tags(self, articles: Sequence[int]) -> None:
        """Let the person tick the tags of articles, and make, rename and delete tags."""
        self._show(TagLabels(self._shelving, articles, self._), articles)

    def show_collections(self, articles: Sequence[int]) -> None:
        """Let the person tick the collections of articles, and make, rename and delete some."""
        self._show(CollectionLabels(self._shelving, articles, self._), articles)

    def move(self, step: int) -> None:
        """Let the current article change places with the next (1) or the one before (-1)."""
        _, shelf = self._, self._shelf
        row, article = shelf.panel.list.currentIndex().row(), shelf.current
        collection = shelf.view.filter.collection
        if article is None or collection is None or shelf.model.rows.are_found:
            self._say(_("Only the articles of a collection can be moved."))
            return
        if not 0 <= row + step < shelf.model.rowCount():
            self._say(_("It is the last one.") if step > 0 else _("It is the first one."))
            return
        other = shelf.model.identifier(row + step)
        pair = (article, other) if step < 0 else (other, article)
        self._shelving.reorder(collection, pair)
        with shelf.panel.list.silently():
            shelf.reload()
        words = _("Place {number} of {total}")
        self._say(words.format(number=row + step + 1, total=shelf.model.rowCount()))

    def _show(self, labels: Labels, articles: Sequence[int]) -> None:
        open_with = partial(self._open, labels)
        if articles:
            self._changing.change(articles, self._("Counting…"), labels.all, open_with)
        else:
            open_with(labels.all())

    def _open(self, labels: Labels, found: Sequence[Label]) -> None:
        from reader.gui.library.labels_dialog import LabelsDialog

        follow = partial(self._follow_dialog, labels.articles)
        dialog = LabelsDialog(labels, found, self._changing, follow, self._, self._notice.window())
        dialog.set_palette(self._palette)
        open_dialog(dialog)

    def _follow_dialog(self, articles: Sequence[int]) -> None:
        wanted = self._shelf.view.filter
        by_label = wanted.tag is not None or wanted.collection is not None
        self._follow(articles, by_label=by_label)

    def _follow(self, articles: Sequence[int], *, by_label: bool) -> None:
        """Show the articles as they are; a list by the label may have lost some, or its name."""
        if by_label and not self._shelf.model.rows.are_found:
            with self._shelf.panel.list.silently():
                self._shelf.reload()
        else:
            self._shelf.refresh(articles)

    def _say(self, words: str) -> None:
        announce(self._notice.window(), words)
