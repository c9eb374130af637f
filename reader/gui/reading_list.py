"""Reading one article of the list aloud after the other."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.gui.library.shelf import Shelf
from reader.gui.notice import Notice
from reader.gui.player.sleep import Until
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.sleeping import Sleeping
from reader.i18n import Translator
from reader.model.position import START
from reader.wording import explain

_NAME = "list"
_BETWEEN_ARTICLES = 1.5  # seconds


class ReadingList(QObject):
    """Opens the articles of a list in turn and has them read, each with its title first.

    One that cannot be opened is named and left out. It ends when the person stops the voice or
    opens another article.
    """

    begun = Signal()

    def __init__(
        self,
        shelf: Shelf,
        reading: Reading,
        aloud: ReadingAloud,
        sleeping: Sleeping,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self._reading = reading
        self._aloud = aloud
        self._sleeping = sleeping
        self._notice = notice
        self._ = translator
        self._articles: Sequence[int] = ()
        self._number = 0
        self._read = 0
        self._left_out: dict[int, str] = {}  # why, by the article
        self._turns = False  # from one article to the next
        aloud.ended.connect(self._go_on)
        aloud.stopped.connect(self._leave)
        reading.opened.connect(lambda _opened: self._leave())

    @property
    def is_on(self) -> bool:
        """Whether a list is being read."""
        return len(self._articles) > 0

    def read_new(self) -> None:
        """Read the unread articles of the list."""
        self._shelf.catch_up()
        self._begin(self._shelf.unread(), self._("No unread articles in the list."))

    def read_from_here(self) -> None:
        """Read the selected articles where they are several, else the list from here on."""
        self._shelf.catch_up()
        self._begin(self._shelf.from_here(), self._("There are no articles in the list."))

    def step(self, by: int) -> None:
        """Go on with the next (1) or the previous (-1) article of those that are read."""
        _ = self._
        if not self.is_on:
            self._aloud.tell(_("No list is being read."))
        elif not self._turn(self._number + by, by, 0):  # a key is answered at once
            self._aloud.tell(_("No next article.") if by > 0 else _("No previous article."))

    def _begin(self, articles: Sequence[int], none: str) -> None:
        if not articles:
            self._notice.show_words(none)
            self._aloud.tell_after_focus(none)
            return
        if not self._aloud.is_stopped:
            self._aloud.end_with("")
            self._aloud.stop()
        self._articles, self._number, self._read = articles, 0, 0
        self._left_out = {}
        if self._turn(0, 1, 0):
            self.begun.emit()
        else:
            self._leave()

    def _turn(self, number: int, by: int, silence: float) -> bool:
        """Read an article of the list, or the first one beyond it that can be opened."""
        before = len(self._left_out)
        self._turns = True
        way = self._way(number, by)
        found = next((n for n in way if self._opens(self._articles[n], silence)), None)
        self._turns = False
        if found is not None:
            self._number = found
            self._read += 1
            self._start()
        if len(self._left_out) > before:
            self._notice.say(" ".join(self._left_out.values()))
        return found is not None

    def _way(self, number: int, by: int) -> range:
        return range(number, len(self._articles)) if by > 0 else range(number, -1, -1)

    def _opens(self, article: int, silence: float) -> bool:
        """Open an article, or note why it is left out."""
        _ = self._
        try:
            with self._aloud.going_on(silence):
                self._reading.open(article, START)
        except ReaderError as error:
            words = _("“{title}” is left out: {reason}")
            reason = explain(error, _)
            title = self._shelf.title(article)
            self._left_out[article] = words.format(title=title, reason=reason)
            return False
        if not self._aloud.has_words:
            words = _("“{title}” is left out: it has no words.")
            self._left_out[article] = words.format(title=self._shelf.title(article))
        return self._aloud.has_words

    def _start(self) -> None:
        article, _ = self._articles[self._number], self._
        words = _("article {number} of {count}")
        count = len(self._articles)
        self._aloud.show_beside(_NAME, words.format(number=self._number + 1, count=count))
        if self._aloud.is_stopped:
            self._aloud.read_article()
        if not self._aloud.title_is_said:
            self._aloud.tell(self._shelf.title(article))

    def _go_on(self) -> None:
        """Have the next article follow, or tell that all have been read."""
        if not self.is_on or self._sleeping.until in {Until.PARAGRAPH, Until.ARTICLE}:
            return
        if self._turn(self._number + 1, 1, _BETWEEN_ARTICLES):
            return
        self._aloud.end_with("")
        count = self._read
        words = self._.plural(
            "{count} article has been read.", "{count} articles have been read.", count
        )
        self._notice.say(" ".join((*self._left_out.values(), words.format(count=count))))

    def _leave(self) -> None:
        if not self._turns and self.is_on:
            self._articles = ()
            self._aloud.show_beside(_NAME, "")
