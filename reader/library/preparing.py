"""All that can be made of an article before the library is asked, in whatever process."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from reader.library import identity
from reader.library.keys import Keys, block_text, search_words
from reader.library.records import record
from reader.model.article import Article

if TYPE_CHECKING:
    from reader.model.raw import Repair


Row: TypeAlias = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article to be kept, with what was repaired in it and the bytes it came from."""

    article: Article
    repairs: "tuple[Repair, ...]"
    original: bytes


@dataclass(frozen=True, slots=True)
class Rows:
    """What the tables get of a new article.

    `row` has the columns of `article` and `content`, `marks` are those of `identity`, and `keys`
    and `words` are the title and the text as the two indexes hold them.
    """

    row: Row
    marks: tuple[str, ...]
    keys: tuple[str, str]
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article that only has to be written down, and the bytes it came from."""

    rows: Rows
    original: bytes


def prepare(arrival: Arrival, keys: Keys) -> Prepared:
    """Return an arrival as the library will keep it."""
    row, words = record(arrival.article, arrival.repairs, arrival.original)
    return Prepared(_rows(row, words, keys), arrival.original)


def rows_of(row: Row, keys: Keys) -> Rows:
    """Return all that the tables get of an article which has this row."""
    return _rows(row, search_words(block_text(str(row["blocks"]))), keys)


def _rows(row: Row, words: str, keys: Keys) -> Rows:
    title = search_words(str(row["title"]))
    return Rows(row, identity.marks(row), (keys.of(title), keys.of(words)), (title, words))
