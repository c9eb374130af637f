"""What an article holds that one may look for: headings, links, the dates and people it names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.model.article import Article, runs
from reader.model.leaves import Kind, Leaf, ListPlace, leaves
from reader.model.position import Extent, Position


class Sort(StrEnum):
    """What an element is, in the order in which the sorts are offered."""

    HEADING = "heading"
    LINK = "link"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    FIGURE = "figure"
    NOTE = "note"
    DATE = "date"
    AMOUNT = "amount"
    REFERENCE = "reference"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Element:
    """An element and where it is; `words` are its own, in one line.

    `value` is the address of a link, the standard form of a date or an amount, the name of a
    document, "" else; `level` is that of a heading, 0 else.
    """

    sort: Sort
    extent: Extent
    words: str
    value: str = ""
    level: int = 0


Elements = Mapping[Sort, Sequence[Element]]

_SORTS = {
    Kind.TITLE: Sort.HEADING,
    Kind.HEADING: Sort.HEADING,
    Kind.QUOTE: Sort.QUOTE,
    Kind.TABLE: Sort.TABLE,
    Kind.FIGURE: Sort.FIGURE,
    Kind.FOOTNOTE: Sort.NOTE,
}


def elements(article: Article) -> Elements:
    """Return the elements of each sort in reading order; sorts without any are left out."""
    found: dict[Sort, list[Element]] = {sort: [] for sort in Sort}
    pieces = leaves(article)
    for block, leaf in enumerate(pieces):
        for element in (*_whole(block, leaf), *links(block, leaf), *_named(block, leaf)):
            found[element.sort].append(element)
    found[Sort.LIST] = list(_lists(pieces))
    return {sort: tuple(some) for sort, some in found.items() if some}


def links(block: int, leaf: Leaf) -> Iterator[Element]:
    """Yield the links of a leaf; neighbouring spans with one address are one link."""
    for address, start, end, _spans in runs(leaf.spans, lambda span: span.link):
        if address and end > start:
            text = _line(leaf.text[start:end])
            yield Element(Sort.LINK, Extent(block, start, end), text, address)


def nearest(some: Sequence[Element], place: Position) -> int:
    """Return the number of the element that a place is in or next to.

    For headings it is the one that the place stands under.
    """
    before = [
        number
        for number, element in enumerate(some)
        if (element.extent.block, element.extent.start) <= (place.block, place.char)
    ]
    if some[0].sort is Sort.HEADING:
        return before[-1] if before else 0
    return min(range(len(some)), key=lambda number: _distance(some[number].extent, place))


def matching(some: Sequence[Element], typed: str) -> Sequence[Element]:
    """Return the elements that hold each of the words typed, in any capitals."""
    words = typed.casefold().split()
    return [element for element in some if all(word in _searched(element) for word in words)]


def _searched(element: Element) -> str:
    return f"{element.words} {element.value}".casefold()


def _distance(extent: Extent, place: Position) -> tuple[int, int]:
    return abs(extent.block - place.block), abs(extent.start - place.char)


def _whole(block: int, leaf: Leaf) -> Iterator[Element]:
    sort = _SORTS.get(leaf.kind)
    if sort is not None:
        words = leaf.text.partition("\n")[0] if sort is Sort.TABLE else leaf.text
        yield Element(sort, Extent(block, 0, len(leaf.text)), _line(words), level=leaf.level)


def _lists(pieces: Sequence[Leaf]) -> Iterator[Element]:
    """Yield each list by its first item; a further paragraph of that item begins no list."""
    open_at: dict[int, ListPlace] = {}
    for block, leaf in enumerate(pieces):
        place = leaf.place
        depth = place.depth if place else 0
        known = place is not None and open_at.get(depth) == place
        open_at = {at: each for at, each in open_at.items() if at <= depth}
        if place is None:
            open_at = {}
            continue
        open_at[depth] = place
        if place.index == 1 and not known:
            yield Element(Sort.LIST, Extent(block, 0, len(leaf.text)), _line(leaf.text))


def _named(block: int, leaf: Leaf) -> Iterator[Element]:
    """Yield what the text names; nothing goes over the end of a line of a table."""
    for line in re.finditer(r"[^\n]+", leaf.text):
        for sort, start, end, value in _in_line(line[0]):
            extent = Extent(block, line.start() + start, line.start() + end)
            yield Element(sort, extent, _line(line[0][start:end]), value)


def _in_line(text: str) -> Iterator[tuple[Sort, int, int, str]]:
    from reader.text import amounts, people, periods, references

    for sort, find in (
        (Sort.DATE, periods.find),
        (Sort.AMOUNT, amounts.find),
        (Sort.PERSON, people.find),
    ):
        for start, end, value in find(text):
            yield sort, start, end, value
    for start, end, reference in references.find(text):
        yield Sort.REFERENCE, start, end, reference.name


def _line(text: str) -> str:
    return " ".join(text.split())
