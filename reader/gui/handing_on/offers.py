"""What can be exported now: the open article, selected ones, what the list shows, a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

from reader.app import Reader
from reader.gui.library.amounts import MOST_HITS
from reader.gui.library.shelf import Shelf
from reader.gui.library.views import ALL
from reader.i18n import Translator, date_in_words
from reader.model.exportform import ExportForm
from reader.model.query import Filter, Grouping, Order, Search

_DAY = 10  # letters of YYYY-MM-DD


class What(Enum):
    """What is exported."""

    OPEN = auto()
    SELECTED = auto()
    LISTED = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class Offer:
    """Articles that can be exported: in words, what they are called as a whole, and their numbers.

    `about` says more of them than the words in the list of offers can.
    """

    what: What
    words: str
    title: str
    articles: tuple[int, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that has news, and how many."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a person wants to be written, and where; `size` is that of letters on paper, points."""

    title: str
    articles: tuple[int, ...]
    form: ExportForm
    path: Path
    notes: bool
    replace: bool
    size: int


class Offers:
    """Knows what is open, selected and listed now, and the days that have news."""

    def __init__(
        self, reader: Reader, shelf: Shelf, open_one: int | None, translator: Translator
    ) -> None:
        self._reader = reader
        self._shelf = shelf
        self._open = open_one
        self._ = translator

    def now(self) -> tuple[Offer, ...]:
        """Return what can be exported; what the person is at comes first."""
        selected = self._selected()
        first = (*selected, *self._opened()) if self._shelf.has_focus else self._opened()
        return (*first, *(each for each in selected if each not in first), *self._listed())

    def has_days(self) -> bool:
        """Tell whether there is any day that has news."""
        return self._reader.counts().total > 0

    def days(self) -> tuple[Day, ...]:
        """Return the days that have news, the latest first."""
        arranged = self._reader.shelving.arranged(Filter(), Order.DAY, Grouping.DAY)
        return tuple(
            Day(date.fromisoformat(group.key[:_DAY]), group.count)
            for group in arranged.groups
            if group.key
        )

    def of_day(self, day: date) -> Offer:
        """Return the news of a day."""
        exporting, _ = self._reader.exporting, self._
        chosen = exporting.chosen(day)
        title = exporting.title(day, chosen, _) if chosen else date_in_words(day, _)
        return Offer(What.DAY, _("The news of a day"), title, chosen)

    def _opened(self) -> tuple[Offer, ...]:
        if self._open is None:
            return ()
        title = self._title((self._open,))
        return (Offer(What.OPEN, self._("The open article"), title, (self._open,), title),)

    def _selected(self) -> tuple[Offer, ...]:
        selected = tuple(self._shelf.selected)
        if not selected or selected == (self._open,):
            return ()
        _ = self._
        words = _.plural("{count} selected article", "{count} selected articles", len(selected))
        title = self._title(selected)
        about = title if len(selected) == 1 else ""
        words = words.format(count=len(selected))
        return (Offer(What.SELECTED, words, title, selected, about),)

    def _listed(self) -> tuple[Offer, ...]:
        _, shelf = self._, self._shelf
        if shelf.query:
            return self._found()
        articles = tuple(shelf.model.rows.ids)
        if not articles:
            return ()
        words = _.plural("The list: {count} article", "The list: {count} articles", len(articles))
        name = _("News") if shelf.view.key == ALL else shelf.view.name
        return (Offer(What.LISTED, words.format(count=len(articles)), name, articles, name),)

    def _found(self) -> tuple[Offer, ...]:
        """Offer all that the search finds, also where the list shows only the best of it."""
        _, query = self._, self._shelf.query
        articles: Sequence[int] = self._shelf.model.rows.ids
        if len(articles) >= MOST_HITS:
            articles = self._reader.exporting.chosen(Search(query))
        if not articles:
            return ()
        words = _.plural(
            "What was found: {count} article", "What was found: {count} articles", len(articles)
        )
        about = _("Found: {words}").format(words=query)
        return (
            Offer(What.LISTED, words.format(count=len(articles)), about, tuple(articles), about),
        )

    def _title(self, articles: Sequence[int]) -> str:
        return self._reader.exporting.title(articles, articles, self._)
