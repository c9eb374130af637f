"""The article: what repair makes, and what the window, the voice and the exporters take."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias, TypeVar

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one style, one address and one language.

    `link` is an absolute address; `language` a BCP 47 tag, or None for the article's own.
    `inferred` tells that the document has no such link: its words name what lies there.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    language: str | None = None
    inferred: bool = False


Spans: TypeAlias = tuple[Span, ...]


class ParagraphRole(StrEnum):
    """What a paragraph is for.

    A lead-in that the format itself names is a `LEAD`; an `OPENING` only looks like one.
    """

    BODY = "p"
    LEAD = "lead"
    OPENING = "opening"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the article's title, 2 to 6 its sections."""

    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    spans: Spans
    role: ParagraphRole = ParagraphRole.BODY


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item is a sequence of blocks, so that lists can hold lists."""

    ordered: bool
    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set apart from the text, and who said it where the source says so."""

    blocks: tuple["Block", ...]
    attribution: Spans = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `header` is its row of column names, or empty."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    caption: Spans = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture by its alternative text; the picture itself is not kept."""

    alt: str
    caption: Spans = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note; `label` is its mark as printed, such as "1"."""

    label: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Notice:
    """The publisher's remark that the text is a machine translation."""

    spans: Spans


Block: TypeAlias = Heading | Paragraph | ListBlock | Quote | Table | Figure | Footnote | Notice


@dataclass(frozen=True, slots=True)
class Reference:
    """A document named in the text: `IP/25/467` or a CELEX number, and its address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from.

    `format` is the importer's name ("pdf", "text"); `name` the file's name, without folders;
    `publisher` a key of resources/institutions.json, such as "ec".
    """

    format: str
    name: str = ""
    address: str | None = None
    retrieved: datetime | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article, ready to read, speak, keep or hand on.

    `title` is plain text; where the document shows a title it also stands in `blocks` as a
    `Heading` of level 1. `original` is the address of the original-language version. `author`
    are the persons named, as the document joins them.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    source: Source
    published: date | None = None
    original: str | None = None
    machine_translated: bool = False
    references: tuple[Reference, ...] = ()
    author: str | None = None


def without_inferred(spans: Spans) -> Spans:
    """Return spans with the links alone that the document itself has."""
    return tuple(replace(span, link=None) if span.inferred else span for span in spans)


def plain(spans: Spans) -> str:
    """Return the words of spans, without style."""
    return "".join(span.text for span in spans)


def cut(spans: Spans, start: int, end: int) -> Spans:
    """Return what spans have between two of their letters."""
    found, place = [], 0
    for span in spans:
        words = span.text[max(0, start - place) : max(0, end - place)]
        if words:
            found.append(replace(span, text=words))
        place += len(span.text)
    return tuple(found)


def runs(spans: Spans, key: Callable[[Span], Key]) -> Iterator[tuple[Key, int, int, Spans]]:
    """Yield the runs of neighbouring spans with one key: the key, first and last letter, spans."""
    end = 0
    for shared, run in groupby(spans, key=key):
        some = tuple(run)
        start, end = end, end + len(plain(some))
        yield shared, start, end, some
