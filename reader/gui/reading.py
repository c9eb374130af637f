"""The open article: which it is, where reading stands in it, and what was repaired in it."""

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app import Opened, Reader
from reader.errors import (
    ArchiveClosedError,
    ArchiveError,
    LibraryError,
    ReaderError,
    UnknownArticleError,
)
from reader.model.article import Article
from reader.model.entry import Entry
from reader.model.position import START, Position

_PAUSE = 1000  # milliseconds of rest before the place is kept


class Reading(QObject):
    """Opens articles and keeps the place in the open one, so that it survives a restart."""

    opened = Signal(object)  # Opened
    resumed = Signal(object)  # Opened, at the place where reading had stopped
    closed = Signal()
    original_kept = Signal(int)  # an article whose original is there from now on
    unkept = Signal(object)  # ReaderError: the place could not be kept; told once

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._now: Opened | None = None
        self._place: Position | None = None
        self._told = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(self.keep_place)

    @property
    def identifier(self) -> int | None:
        """The open article's number in the library."""
        return self._now.entry.identifier if self._now else None

    @property
    def entry(self) -> Entry | None:
        """What the library knows of the open article."""
        return self._now.entry if self._now else None

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self._now.article if self._now else None

    def open(self, identifier: int, position: Position | None = None) -> None:
        """Show an article where reading stopped, or at a given place.

        Raises `UnknownArticleError` where it has been removed meanwhile, `LibraryError`.
        """
        self.keep_place()
        opened = self._reader.open(identifier)
        if position is not None:
            opened = Opened(opened.entry, opened.article, position)
        self._now = opened
        try:
            self._reader.note_opened(identifier)
        except (LibraryError, ArchiveError) as error:
            self._tell_once(error)
        self.opened.emit(opened)
        if position is None and opened.position != START:
            self.resumed.emit(opened)

    def return_to(self, identifier: int) -> None:
        """Show an article, unless it is open already; raises as `open` does."""
        if identifier != self.identifier:
            self.open(identifier)

    def show_anew(self, opened: Opened, place: Position) -> None:
        """Show the open article as it was repaired anew, at a place; not another one's."""
        if opened.entry.identifier == self.identifier:
            self._now = Opened(opened.entry, opened.article, place)
            self.opened.emit(self._now)
            self.note_place(place)

    def resume(self) -> bool:
        """Open what was open last; tell whether there was such an article."""
        try:
            identifier = self._reader.last_opened()
            if identifier is not None:
                self.open(identifier)
        except UnknownArticleError:
            return False
        except LibraryError as error:
            self._tell_once(error)
            return False
        return identifier is not None

    def note_place(self, position: Position) -> None:
        """Remember where reading stands; it is kept after a moment of rest."""
        self._place = position
        self._rest.start()

    def keep_place(self) -> None:
        """Keep the place now."""
        self._rest.stop()
        place, self._place = self._place, None
        if place is None or self._now is None:
            return
        try:
            self._reader.set_place(self._now.entry.identifier, place)
        except (UnknownArticleError, ArchiveClosedError):
            return  # removed by the command line meanwhile
        except (LibraryError, ArchiveError) as error:
            self._tell_once(error)

    def forget(self, identifier: int) -> None:
        """Close the article if it is the one that was removed."""
        if identifier == self.identifier:
            self._place = None
            self._now = None
            self.closed.emit()

    def _tell_once(self, error: ReaderError) -> None:
        if not self._told:
            self._told = True
            self.unkept.emit(error)
