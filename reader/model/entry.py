"""Articles as the library lists and finds them."""

from dataclasses import dataclass
from datetime import date, datetime

from reader.model.position import Position


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept article without its text; `identifier` is what the command line calls ID."""

    identifier: int
    title: str
    language: str
    added: datetime
    published: date | None
    publisher: str | None
    machine_translated: bool
    read: bool
    source_name: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A found article: the words around the first match, and where that match begins.

    `marks` are (start, end) of the matching words in `snippet`.
    """

    entry: Entry
    snippet: str
    marks: tuple[tuple[int, int], ...]
    position: Position
