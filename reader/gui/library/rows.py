"""What a row of the list says: to the eye in two lines, to the ear whole or field by field."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum, auto

from reader.gui.library.amounts import articles
from reader.i18n import Translator, date_in_words, mark
from reader.model.entry import Entry
from reader.model.position import Position
from reader.model.query import Group, Grouping
from reader.wording import language_name, publisher_name

NEVER = datetime.fromtimestamp(0, UTC)
_OWN_LANGUAGE = "bg"  # of the news; of others it is said


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the list; a found one has the words around the match and its place.

    That place may be `in_original`: then it is one of the original's.
    `number` counts from 1 on, of `total` rows; a `gone` article has been removed elsewhere. Of a
    `damaged` one that is known which can still be read; where that is no day, it was added `NEVER`.
    """

    entry: Entry
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    position: Position | None = None
    number: int = 0
    total: int = 0
    gone: bool = False
    damaged: bool = False
    in_original: bool = False


class Field(Enum):
    """What is known of an article, in the order in which a row is walked through."""

    TITLE = auto()
    DAY = auto()
    PUBLISHER = auto()
    TRANSLATION = auto()
    LANGUAGE = auto()
    STATE = auto()
    STAR = auto()
    TAGS = auto()
    NOTE = auto()
    VERSIONS = auto()
    ARCHIVE = auto()
    SNIPPET = auto()
    NUMBER = auto()


_FIELD_NAMES = {
    Field.TITLE: mark("Headline"),
    Field.DAY: mark("Day"),
    Field.PUBLISHER: mark("Institution"),
    Field.TRANSLATION: mark("Translation"),
    Field.LANGUAGE: mark("Language"),
    Field.STATE: mark("State"),
    Field.STAR: mark("Star"),
    Field.TAGS: mark("Tags"),
    Field.NOTE: mark("Own notes"),
    Field.VERSIONS: mark("Versions"),
    Field.ARCHIVE: mark("Archive"),
    Field.SNIPPET: mark("Found words"),
    Field.NUMBER: mark("Place in the list"),
}
_DETAILS = (
    Field.STAR,  # first: where there is no room, the end is left off
    Field.DAY,
    Field.PUBLISHER,
    Field.TRANSLATION,
    Field.LANGUAGE,
    Field.TAGS,
    Field.NOTE,
    Field.VERSIONS,
    Field.ARCHIVE,
)
SHARED = {Grouping.NONE: None, Grouping.DAY: Field.DAY, Grouping.PUBLISHER: Field.PUBLISHER}


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """What the rows of a group have in common; of several, how many they are, in words."""

    shared: str
    count: str
    number: int

    @property
    def whole(self) -> str:
        """The heading as it is said, and shown where there is room."""
        return f"{self.shared}, {self.count}" if self.count else self.shared


class RowWording:
    """Puts rows into the person's words."""

    def __init__(self, translator: Translator, today: Callable[[], date] = date.today) -> None:
        self._ = translator
        self._today = today
        self._makers: dict[Field, Callable[[Row], str]] = {
            Field.TITLE: self.title,
            Field.DAY: self._day_of,
            Field.PUBLISHER: lambda row: publisher_name(row.entry.publisher, translator),
            Field.TRANSLATION: self._translation,
            Field.LANGUAGE: self._language,
            Field.STATE: self._state,
            Field.STAR: lambda row: translator("with a star") if row.entry.starred else "",
            Field.TAGS: self._tags,
            Field.NOTE: lambda row: translator("with notes") if row.entry.annotated else "",
            Field.VERSIONS: self._versions,
            Field.ARCHIVE: self._archive,
            Field.SNIPPET: lambda row: row.snippet,
            Field.NUMBER: self._number,
        }

    def spoken(self, row: Row, grouping: Grouping = Grouping.NONE) -> str:
        """Return the whole row for a screen reader, without what the heading of its group says."""
        fields = (field for field in Field if field is not SHARED[grouping])
        return ", ".join(words for field in fields if (words := self._makers[field](row)))

    def cell(self, row: Row, field: Field) -> str:
        """Return one field of a row for a screen reader."""
        return self._makers[field](row) or self._("none")

    def named_cell(self, row: Row, field: Field) -> str:
        """Return one field of a row with the field's name before it."""
        words = self._("{name}: {text}")
        return words.format(name=self._(_FIELD_NAMES[field]), text=self.cell(row, field))

    def title(self, row: Row) -> str:
        """Return the article's title, or what stands for one that is missing."""
        _ = self._
        return row.entry.title or (_("Damaged article") if row.damaged else _("Untitled"))

    def detail(self, row: Row, grouping: Grouping = Grouping.NONE) -> str:
        """Return the muted line under the title, without what the heading of its group says."""
        fields = (field for field in _DETAILS if field is not SHARED[grouping])
        trouble = self._state(row) if row.gone or row.damaged else ""
        told = (trouble, *(self._makers[field](row) for field in fields))
        return " · ".join(filter(None, told))

    def heading(self, group: Group, grouping: Grouping) -> GroupHeading:
        """Return what neighbours have in common, and how many they are."""
        _ = self._
        if grouping is Grouping.DAY and group.key:
            shared = self.day(date.fromisoformat(group.key))
        else:
            shared = publisher_name(group.key, _) or _("no institution")
        several = "" if group.count == 1 else articles(group.count, _)
        return GroupHeading(shared, several, group.count)

    def day(self, day: date) -> str:
        """Return "today", "yesterday" or the date."""
        _, today = self._, self._today()
        if day == today:
            return _("today")
        if day == today - timedelta(days=1):
            return _("yesterday")
        return date_in_words(day, _)

    def _day_of(self, row: Row) -> str:
        entry = row.entry
        known = entry.published if entry.added == NEVER else entry.day
        return self.day(known) if known else ""

    def _translation(self, row: Row) -> str:
        return self._("machine translation") if row.entry.machine_translated else ""

    def _language(self, row: Row) -> str:
        language = row.entry.language
        return "" if language == _OWN_LANGUAGE else language_name(language, self._)

    def _archive(self, row: Row) -> str:
        name = row.entry.archive
        return self._("archive “{name}”").format(name=name) if name else ""

    def _state(self, row: Row) -> str:
        if row.gone:
            return self._("no longer in the library")
        if row.damaged:
            return self._("damaged; “Check the library” in the Library menu offers to repair it")
        return self._("read") if row.entry.read else self._("unread")

    def _tags(self, row: Row) -> str:
        _, tags = self._, row.entry.tags
        if not tags:
            return ""
        words = _.plural("tag {names}", "tags {names}", len(tags))
        return words.format(names=", ".join(tags))

    def _versions(self, row: Row) -> str:
        count = row.entry.versions
        if not count:
            return ""
        words = self._.plural("{count} older version", "{count} older versions", count)
        return words.format(count=count)

    def _number(self, row: Row) -> str:
        if not row.total:
            return ""
        return self._("{number} of {total}").format(number=row.number, total=row.total)
