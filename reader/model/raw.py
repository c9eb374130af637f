"""A document as it was found: lines with where and how they were printed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reader.model.position import Position


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points, the origin at the top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of a line in one style; `link` is the address of an annotation or element.

    `language` is what the format says of these words alone (BCP 47), or None.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    colour: tuple[int, int, int] | None = None
    underlined: bool = False
    language: str | None = None


class TagKind(StrEnum):
    """What a format itself says a line is part of."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "p"
    LEAD = "lead"
    DATE = "date"
    TERM = "term"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    ITEM = "li"
    CELL = "cell"
    CAPTION = "caption"
    FIGURE = "figure"
    FOOTNOTE = "footnote"
    NOTICE = "notice"
    ARTIFACT = "artifact"


@dataclass(frozen=True, slots=True)
class Tag:
    """A hint that a format gives on a line; equal `element` means one and the same element.

    `level` is that of a heading, or the depth of a list; `row` and `column` place a cell, from 0;
    `header` tells that a cell names its column. `label` is the mark of a note, or the description
    of a picture whose caption the line is. A caption stands before the cells of its table. `part`
    counts the paragraphs of a quotation or a list item, from 0. A term is a paragraph that says
    what the line below it is, so that a day there is not that of the article.
    """

    kind: TagKind
    element: int
    level: int = 0
    ordered: bool = False
    row: int = 0
    column: int = 0
    header: bool = False
    label: str = ""
    part: int = 0


@dataclass(frozen=True, slots=True)
class RawLine:
    """One printed line; after `join_lines` one block.

    `page` counts from 0. `box` and `font_size` (points) are None in plain text. `blank_before`
    is the number of empty lines above it. `sources` are the indices, in the document as it was
    found, of the lines that it is made of.
    """

    runs: tuple[Run, ...]
    page: int = 0
    box: Box | None = None
    font_size: float | None = None
    tag: Tag | None = None
    blank_before: int = 0
    sources: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The letters, without style."""
        return "".join([run.text for run in self.runs])

    @property
    def bold(self) -> bool:
        """Whether most letters are bold."""
        heavy = sum(len(run.text) for run in self.runs if run.bold)
        return 2 * heavy > len(self.text) > 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Repair:
    """One change to the text: the step that made it, the page (from 0), before and after.

    `line` is the index, in the document as it was found, of the line where it begins; `place` is
    where in the article it shows. Both are None where they are not known.
    """

    step: str
    page: int
    before: str
    after: str
    line: int | None = None
    place: Position | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """All lines of a document in the order of reading.

    `format` is the importer's name; `marked_up` tells that it names the parts of its text itself
    and that these are whole, so that nothing is left to be guessed. `title` and `language` (BCP 47)
    are what the format's own data say, as hints only; `address` is that of the page it was printed
    from, where known.
    `repairs` are the changes that were made on the way here: what was hidden, what is doubtful.
    `published`, `author` and `original` (the address of the original version) are what the format's
    own data say; `versions` are the addresses of the same text in other languages, as (BCP 47,
    address). `made` is the day of the file itself, for texts that nothing else dates; `other_days`
    are shown above the text and are those of an event or a deadline. `retrieved` is when the text
    was fetched, where a file that was made of it tells. `machine_translated` tells that a machine
    put it into its language before it came here.
    """

    format: str
    lines: tuple[RawLine, ...]
    pages: tuple[Page, ...] = ()
    title: str = ""
    language: str = ""
    address: str | None = None
    repairs: tuple[Repair, ...] = ()
    marked_up: bool = False
    published: date | None = None
    author: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    original: str | None = None
    made: date | None = None
    other_days: tuple[date, ...] = ()
    retrieved: datetime | None = None
    machine_translated: bool = False
