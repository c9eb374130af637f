"""A document on its way: whole, or page by page, so that only one is in memory as letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from reader.model.raw import Page, RawDocument, RawLine, Repair


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page, counted from 0, of `total`; each line with its place in the order of reading.

    Lines of equal place stay in the order of pages. `repairs` are the changes made already. A page
    that comes again replaces what came before.
    """

    number: int
    total: int
    page: Page
    lines: tuple[tuple[int, RawLine], ...]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the whole at the end: what it says of itself, and how it was read.

    `body_size` is the size, in points, that most letters have; `tagged` tells that lines have
    their tags from the document itself, `ours` that this program has made it. The rest is as in
    `RawDocument`.
    """

    title: str
    language: str
    body_size: float = 0.0
    tagged: bool = False
    ours: bool = False
    address: str | None = None
    original: str | None = None
    published: date | None = None
    author: str = ""
    retrieved: datetime | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A document that is not read page by page."""

    document: RawDocument


PagePart = PageRead | About
Part = PagePart | Whole


def gathered(form: str, parts: Iterable[PagePart]) -> tuple[RawDocument, About]:
    """Return the document that the parts make, and its last part; `form` is the importer's name."""
    pages: dict[int, PageRead] = {}
    about = About("", "")
    for part in parts:
        match part:
            case PageRead():
                pages[part.number] = part
            case About():
                about = part
    lines = tuple(_in_order(pages))
    sizes = tuple(pages[number].page for number in sorted(pages))
    repairs = tuple(repair for number in sorted(pages) for repair in pages[number].repairs)
    document = RawDocument(
        form,
        lines,
        sizes,
        about.title,
        about.language,
        about.address,
        repairs,
        published=about.published,
        author=about.author,
        original=about.original,
        retrieved=about.retrieved,
    )
    return document, about


def _in_order(pages: dict[int, PageRead]) -> Iterator[RawLine]:
    placed = chain.from_iterable(pages[number].lines for number in sorted(pages))
    return (line for _, line in sorted(placed, key=lambda pair: pair[0]))
