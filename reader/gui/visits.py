"""Going back to where one was before a jump, in this article or in another."""

from typing import Protocol

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


class Original(Protocol):
    """The original of the open article."""

    def read_at(self) -> Position | None:
        """Return the place in it, where it is on show and read."""

    def come(self, place: Position) -> None:
        """Come to a place in it, beside the article."""


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
        self._original: Original | None = None
        reading.opened.connect(self._note_opened)
        reading.closed.connect(self._note_closed)
        view.leaving.connect(self.note)

    def also(self, original: Original) -> None:
        """Go back to places in the original as well."""
        self._original = original

    def note(self, position: Position, *, in_original: bool = False) -> None:
        """Note a place that is left by a jump."""
        if self._identifier is not None:
            self._history.leave(Visit(self._identifier, position, in_original))

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
        if number is None:
            return None
        place = self._original.read_at() if self._original else None
        if place is not None:
            return Visit(number, place, in_original=True)
        return Visit(number, self._aloud.place())

    def _go(self, visit: Visit | None, otherwise: str) -> None:
        if visit is None:
            self._notice.say(otherwise)
        elif visit.identifier == self._identifier:
            self._come(visit)
        else:
            self._open(visit)

    def _come(self, visit: Visit) -> None:
        text = self._original if visit.in_original and self._original else self._view
        text.come(visit.position)

    def _open(self, visit: Visit) -> None:
        self._identifier = None  # this is no jump to be remembered
        try:
            place = None if visit.in_original else visit.position
            self._reading.open(visit.identifier, place)
            self._view.arriving.emit()
            if visit.in_original:
                self._come(visit)
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
