"""Articles as the library lists and finds them."""

from dataclasses import dataclass
from datetime import date, datetime

from reader.model.position import Position


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept article without its text; `identifier` is what the command line calls ID.

    `annotated` tells that there are notes, highlights or bookmarks; `versions` counts the older
    versions that are kept. `archive` is the name of the open archive that it is in, else "".
    """

    identifier: int
    title: str
    language: str
    added: datetime
    published: date | None
    publisher: str | None
    machine_translated: bool
    read: bool
    source_name: str
    starred: bool = False
    tags: tuple[str, ...] = ()
    annotated: bool = False
    versions: int = 0
    archive: str = ""

    @property
    def day(self) -> date:
        """The day of publication, else that of coming in."""
        return self.published or self.added.astimezone().date()


@dataclass(frozen=True, slots=True)
class Remains:
    """What can still be read of a damaged article: "" and None where that is lost too."""

    title: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A found article: the words around the first match, and where that match begins.

    `marks` are (start, end) of the matching words in `snippet`. What is found in the original alone
    has its snippet and its position there.
    """

    entry: Entry
    snippet: str
    marks: tuple[tuple[int, int], ...]
    position: Position
    in_original: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles there are, and how many of them are unread."""

    total: int
    unread: int
