"""What a row of the list says: to the eye in two lines, to the ear in one sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from reader.i18n import Translator, date_in_words
from reader.model.entry import Entry, Hit
from reader.model.position import Position
from reader.wording import publisher_name


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the list; a found one has the words around the match and its place."""

    entry: Entry
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    position: Position | None = None


def row_of(hit: Hit) -> Row:
    """Return the row of a found article."""
    return Row(hit.entry, hit.snippet, hit.marks, hit.position)


class RowWording:
    """Puts rows into the person's words."""

    def __init__(self, translator: Translator, today: Callable[[], date] = date.today) -> None:
        self._ = translator
        self._today = today

    def spoken(self, row: Row) -> str:
        """Return the whole row for a screen reader; its place in the list it knows itself."""
        _ = self._
        entry = row.entry
        state = _("read") if entry.read else _("unread")
        parts = [self.title(row), self.day(entry), *self._origin(entry), state]
        if row.snippet:
            parts.append(row.snippet)
        return ", ".join(part for part in parts if part)

    def title(self, row: Row) -> str:
        """Return the article's title, or what stands for one that is missing."""
        return row.entry.title or self._("Untitled")

    def detail(self, row: Row) -> str:
        """Return the muted line under the title."""
        parts = (self.day(row.entry), *self._origin(row.entry))
        return " · ".join(part for part in parts if part)

    def day(self, entry: Entry) -> str:
        """Return "today", "yesterday" or the date of publication, else of coming in."""
        _ = self._
        day = entry.published or entry.added.astimezone().date()
        today = self._today()
        if day == today:
            return _("today")
        if day == today - timedelta(days=1):
            return _("yesterday")
        return date_in_words(day, _)

    def _origin(self, entry: Entry) -> tuple[str, ...]:
        _ = self._
        machine = (_("machine translation"),) if entry.machine_translated else ()
        publisher = publisher_name(entry.publisher, _) if entry.publisher else ""
        return (publisher, *machine) if publisher else machine
