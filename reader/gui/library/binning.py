"""Into the bin and out of it: at once and to be undone; for good only after a question."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.app import Reader
from reader.errors import UnknownArticleError
from reader.gui.dialogs import ask
from reader.gui.jobs import JobRunner
from reader.gui.library.changing import Changing
from reader.gui.library.shelf import Shelf
from reader.gui.library.views import BIN
from reader.gui.notice import Notice
from reader.gui.reading import Reading
from reader.i18n import Translator
from reader.model.query import Filter


class Binning(QObject):
    """Removes articles and brings them back; what takes long is done in the background."""

    def __init__(
        self,
        reader: Reader,
        shelf: Shelf,
        reading: Reading,
        jobs: JobRunner,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._shelving = reader.shelving
        self._shelf = shelf
        self._reading = reading
        self._changing = Changing(shelf, jobs, notice, translator)
        self._jobs = jobs
        self._notice = notice
        self._ = translator
        self._way_back = ""
        self._undoable: list[Sequence[int]] = []

    def set_way_back(self, command: str) -> None:
        """Name the key or the command that brings articles back."""
        self._way_back = command

    def remove(self, articles: Sequence[int]) -> None:
        """Put articles into the bin; those that the bin shows are removed for good."""
        if self._shelf.view.key == BIN:
            self.remove_for_good(articles)
            return
        if not articles:
            return
        self._changing.change(
            articles,
            self._("Moving to the bin…"),
            partial(self._shelving.put_into_bin, articles),
            partial(self._show_put, articles, self._shelf.title(articles[0])),
        )

    def _show_put(self, articles: Sequence[int], title: str, _nothing: None) -> None:
        _ = self._
        self._undoable.append(articles)
        self._leave(articles)
        count = len(articles)
        words = _.plural(
            "Moved to the bin: {title}. {command} brings it back.",
            "{count} articles moved to the bin. {command} brings them back.",
            count,
        )
        self._say(words.format(title=title, count=count, command=self._way_back))

    def undo(self) -> None:
        """Bring back what was put into the bin last."""
        if not self._undoable:
            self._say(self._("There is nothing to undo here."))
            return
        try:
            self._bring_back(self._undoable.pop())
        except UnknownArticleError:
            self._say(self._("It has been removed from the bin meanwhile."))

    def restore(self, articles: Sequence[int]) -> None:
        """Take articles out of the bin."""
        if articles:
            self._bring_back(articles)

    def remove_for_good(self, articles: Sequence[int]) -> None:
        """Remove articles with all that is theirs, after a question."""
        if not articles:
            return
        count = len(articles)
        question = self._.plural(
            "Remove “{title}” for good? It cannot be brought back.",
            "Remove {count} articles for good? They cannot be brought back.",
            count,
        )
        title = self._shelf.title(articles[0])
        self._ask(
            question.format(title=title, count=count),
            self._("Remove for good"),
            partial(self._remove_for_good, articles),
        )

    def empty(self) -> None:
        """Remove all that is in the bin for good, after a question."""
        count = len(self._shelving.arranged(Filter(binned=True)).ids)
        if not count:
            self._say(self._("The bin is empty."))
            return
        question = self._.plural(
            "Remove the {count} article in the bin for good? It cannot be brought back.",
            "Remove the {count} articles in the bin for good? They cannot be brought back.",
            count,
        )
        self._ask(question.format(count=count), self._("Empty the bin"), self._empty)

    def purge(self) -> None:
        """Let the bin go of what has been in it for a month, without a word."""
        self._jobs.run(self._shelving.purge_bin, done=self._show_purged, failed=lambda _error: None)

    def _show_purged(self, count: int) -> None:
        if count and self._shelf.view.key == BIN:
            self._shelf.reload()

    def _remove_for_good(self, articles: Sequence[int]) -> None:
        def remove() -> int:
            self._shelving.put_into_bin(articles)
            return self._shelving.remove_for_good(articles)

        self._changing.run(self._("Removing…"), remove, partial(self._show_removed, articles))

    def _empty(self) -> None:
        articles = self._shelving.arranged(Filter(binned=True)).ids
        done = partial(self._show_removed, articles)
        self._changing.run(self._("Removing…"), self._shelving.empty_bin, done)

    def _show_removed(self, articles: Sequence[int], count: int) -> None:
        self._leave(articles)
        words = self._.plural(
            "{count} article removed for good.", "{count} articles removed for good.", count
        )
        self._say(words.format(count=count))

    def _bring_back(self, articles: Sequence[int]) -> None:
        self._changing.change(
            articles,
            self._("Bringing back…"),
            partial(self._shelving.restore, articles),
            partial(self._show_brought, articles),
        )

    def _show_brought(self, articles: Sequence[int], _nothing: None) -> None:
        self._shelf.reload(articles[0])
        count = len(articles)
        words = self._.plural("Brought back: {title}.", "{count} articles brought back.", count)
        self._say(words.format(title=self._shelf.title(articles[0]), count=count))

    def _leave(self, articles: Sequence[int]) -> None:
        """Show the list without articles; close the open one if it is among them."""
        if (open_one := self._reading.identifier) in articles and open_one is not None:
            self._reading.forget(open_one)
        self._shelf.reload()

    def _ask(self, question: str, yes: str, done: Callable[[], None]) -> None:
        ask(self._window(), question, yes, self._("Cancel"), done)

    def _say(self, words: str) -> None:
        self._notice.say(words)

    def _window(self) -> QWidget:
        return self._notice.window()
