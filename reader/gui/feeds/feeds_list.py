"""The feeds as a list on the screen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from reader.feed_wording import state_in_words
from reader.gui.proof.rows import Row, RowsList
from reader.i18n import Translator, mark
from reader.model.feed import KeptFeed


class Sorting(StrEnum):
    """In which order feeds are listed."""

    TITLE = "title"
    UNREAD = "unread"
    UPDATED = "updated"
    TROUBLE = "trouble"


SORTINGS = {
    Sorting.TITLE: mark("by name"),
    Sorting.UNREAD: mark("most unread first"),
    Sorting.UPDATED: mark("last updated first"),
    Sorting.TROUBLE: mark("those with trouble first"),
}
_KEYS: dict[Sorting, Callable[[KeptFeed], float]] = {
    Sorting.TITLE: lambda _feed: 0,
    Sorting.UNREAD: lambda feed: -feed.unread,
    Sorting.UPDATED: lambda feed: -feed.succeeded.timestamp() if feed.succeeded else 0,
    Sorting.TROUBLE: lambda feed: feed.failure is None and not feed.lost,
}


class EditedList(RowsList):
    """Rows of what a person keeps: F2 edits one, Delete removes one."""

    edit_pressed = Signal()
    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit or remove; the other keys move."""
        match event.key():
            case Qt.Key.Key_F2:
                self.edit_pressed.emit()
            case Qt.Key.Key_Delete:
                self.delete_pressed.emit()
            case _:
                super().keyPressEvent(event)


class FeedsList(EditedList):
    """Feeds, a row each: name, unread articles, state."""

    def __init__(self, translator: Translator) -> None:
        super().__init__("feeds", translator("Feeds"))
        self._ = translator
        self._feeds: tuple[KeptFeed, ...] = ()

    @property
    def current(self) -> KeptFeed | None:
        """The feed that the list stands on."""
        index = self.currentIndex()
        return self._feeds[index.row()] if index.isValid() else None

    def show_all(self, feeds: Sequence[KeptFeed], sorting: Sorting, towards: int = 0) -> None:
        """Show feeds in an order; stand on the one of a number, else where one stood."""
        current = self.current
        wanted = towards or (current.identifier if current else 0)
        row = max(self.currentIndex().row(), 0)
        self._feeds = tuple(sorted(feeds, key=_KEYS[sorting]))  # those alike stay by name
        now = datetime.now().astimezone()
        self.rows.show([_row(each, self._, now) for each in self._feeds])
        if self._feeds:
            numbers = [each.identifier for each in self._feeds]
            at = numbers.index(wanted) if wanted in numbers else min(row, len(numbers) - 1)
            self.setCurrentIndex(self.rows.index(at))

    def renew(self, feeds: Sequence[KeptFeed]) -> None:
        """Show the same feeds as they are now, in the rows where they are."""
        known = {each.identifier: each for each in feeds}
        if known.keys() != {each.identifier for each in self._feeds}:
            return
        self._feeds = tuple(known[each.identifier] for each in self._feeds)
        now = datetime.now().astimezone()
        self.rows.change([_row(each, self._, now) for each in self._feeds])


def _row(feed: KeptFeed, _: Translator, now: datetime) -> Row:
    state = state_in_words(feed, _, now)
    texts = (state,) if feed.title == feed.address else (state, feed.address)
    return Row(feed.title, texts, f"{feed.title}, {state}", None)
