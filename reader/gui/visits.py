"""Going back to where one was before a jump, in this article or in another."""

from PySide6.QtCore import QObject

from reader.app import Opened
from reader.errors import UnknownArticleError
from reader.gui.article.view import ArticleView
from reader.gui.history import History, Visit
from reader.gui.notice import Notice
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.i18n import Translator
from reader.model.position import Position


class Visits(QObject):
    """Notes the places that are left by jumps, and goes back to them and forth again."""

    def __init__(
        self,
        reading: Reading,
        aloud: ReadingAloud,
        view: ArticleView,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reading = reading
        self._aloud = aloud
        self._view = view
        self._notice = notice
        self._ = translator
        self._history = History()
        self._identifier: int | None = None
        reading.opened.connect(self._note_opened)
        reading.closed.connect(self._note_closed)
        view.leaving.connect(self._note_jump)

    def back(self) -> None:
        """Go to the place before the last jump."""
        self._aloud.leave_off()
        here = self._here()
        visit = self._history.back(here) if here else None
        self._go(visit, self._("There is no place to go back to."))

    def forth(self) -> None:
        """Go to the place that was gone back from."""
        self._aloud.leave_off()
        here = self._here()
        visit = self._history.forth(here) if here else None
        self._go(visit, self._("There is no place to go forward to."))

    def _here(self) -> Visit | None:
        """Return the place that is being read; None while no article is open."""
        number = self._identifier
        return None if number is None else Visit(number, self._aloud.place())

    def _go(self, visit: Visit | None, otherwise: str) -> None:
        if visit is None:
            self._notice.say(otherwise)
        elif visit.identifier == self._identifier:
            self._view.come(visit.position)
        else:
            self._open(visit)

    def _open(self, visit: Visit) -> None:
        self._identifier = None  # this is no jump to be remembered
        try:
            self._reading.open(visit.identifier, visit.position)
            self._view.arriving.emit()
        except UnknownArticleError:
            self._notice.say(self._("That article is no longer in the library."))
        finally:
            self._identifier = self._reading.identifier

    def _note_opened(self, opened: Opened) -> None:
        number = opened.entry.identifier
        here = self._here()
        if here and here.identifier != number:
            self._history.leave(here)
        self._identifier = number

    def _note_closed(self) -> None:
        self._identifier = None

    def _note_jump(self, position: Position) -> None:
        if self._identifier is not None:
            self._history.leave(Visit(self._identifier, position))
