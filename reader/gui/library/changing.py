"""What is done to articles: at once, or to very many in the background."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from reader.errors import ReaderError
from reader.gui.dialogs import warn
from reader.gui.jobs import JobRunner
from reader.gui.library.shelf import Shelf
from reader.gui.notice import Notice
from reader.i18n import Translator
from reader.wording import explain

T = TypeVar("T")

_AT_ONCE = 1000  # articles: a twentieth of a second


class Changing:
    """Does things to articles without holding the window up; the list shows how they end."""

    def __init__(
        self, shelf: Shelf, jobs: JobRunner, notice: Notice, translator: Translator
    ) -> None:
        self._shelf = shelf
        self._jobs = jobs
        self._notice = notice
        self._ = translator

    def change(
        self,
        articles: Sequence[int],
        words: str,
        work: Callable[[], T],
        done: Callable[[T], None],
    ) -> None:
        """Do something to articles if there are any: at once or, to very many, as `run` does."""
        if self.takes_long(len(articles)):
            self.run(words, work, done)
        elif articles:
            done(work())

    def run(
        self,
        words: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Do something in the background, while the notice says in words what.

        Unless it is asked to be told, the window shows what failed.
        """

        def finish(outcome: T) -> None:
            self._clear(words)
            done(outcome)

        def fail(error: ReaderError) -> None:
            self._clear(words)
            (failed or self.tell_failed)(error)

        self._notice.busy(words)
        self._jobs.run(work, done=finish, failed=fail, broken=self._notice.clear)

    def do(
        self,
        count: int,
        words: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ReaderError], None],
    ) -> None:
        """Do something that concerns so many articles: at once or, where very many, as `run`."""
        if self.takes_long(count):
            self.run(words, work, done, failed)
            return
        try:
            outcome = work()
        except ReaderError as error:
            failed(error)
        else:
            done(outcome)

    def takes_long(self, count: int) -> bool:
        """Tell whether what concerns so many articles is done in the background."""
        return count > _AT_ONCE

    def tell_failed(self, error: ReaderError) -> None:
        """Show the list as it is, and tell why something did not work."""
        self._shelf.reload()
        warn(self._notice.window(), explain(error, self._))

    def _clear(self, words: str) -> None:
        if self._notice.text == words:  # another message may have come in between
            self._notice.clear()
