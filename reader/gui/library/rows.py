"""What a row of the list says: to the eye in two lines, to the ear whole or field by field."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from reader.i18n import Translator, date_in_words, mark
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


class Field(Enum):
    """What is known of an article, in the order in which a row is walked through."""

    TITLE = auto()
    DAY = auto()
    PUBLISHER = auto()
    TRANSLATION = auto()
    STATE = auto()
    SNIPPET = auto()


_FIELD_NAMES = {
    Field.TITLE: mark("Headline"),
    Field.DAY: mark("Day"),
    Field.PUBLISHER: mark("Institution"),
    Field.TRANSLATION: mark("Translation"),
    Field.STATE: mark("State"),
    Field.SNIPPET: mark("Found words"),
}


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
        return ", ".join(words for field in Field if (words := self._words(row, field)))

    def cell(self, row: Row, field: Field) -> str:
        """Return one field of a row for a screen reader."""
        return self._words(row, field) or self._("none")

    def named_cell(self, row: Row, field: Field) -> str:
        """Return one field of a row with the field's name before it."""
        words = self._("{name}: {text}")
        return words.format(name=self._(_FIELD_NAMES[field]), text=self.cell(row, field))

    def title(self, row: Row) -> str:
        """Return the article's title, or what stands for one that is missing."""
        return row.entry.title or self._("Untitled")

    def detail(self, row: Row) -> str:
        """Return the muted line under the title."""
        fields = (Field.DAY, Field.PUBLISHER, Field.TRANSLATION)
        return " · ".join(words for field in fields if (words := self._words(row, field)))

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

    def _words(self, row: Row, field: Field) -> str:
        _, entry = self._, row.entry
        match field:
            case Field.TITLE:
                return self.title(row)
            case Field.DAY:
                return self.day(entry)
            case Field.PUBLISHER:
                return publisher_name(entry.publisher, _) if entry.publisher else ""
            case Field.TRANSLATION:
                return _("machine translation") if entry.machine_translated else ""
            case Field.STATE:
                return _("read") if entry.read else _("unread")
            case Field.SNIPPET:
                return row.snippet
