"""The article as a tree of what a screen reader meets: headings, lists with items, links.

No Qt here: the tree is plain data, and the accessible nodes are made from it when asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, groupby

from reader.model.article import Article, plain
from reader.model.leaves import Kind, Leaf, ListPlace, leaves


class Sort(StrEnum):
    """What a knot of the tree is to a screen reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST = "list"
    ITEM = "item"
    LINK = "link"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Link:
    """A link: characters `start` to `end` of the leaf `block`; `number` counts from 0."""

    number: int
    block: int
    start: int
    end: int
    text: str
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Knot:
    """A place in the tree; `parent` is None at the top, `block` the (first) leaf it stands for."""

    number: int
    parent: int | None
    sort: Sort
    block: int
    link: Link | None
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """An article's leaves, links and the tree over them.

    `top` are the knots without a parent, `of_block` gives the knot of each leaf and `of_link`
    that of each link.
    """

    leaves: tuple[Leaf, ...]
    languages: tuple[str, ...]
    links: tuple[Link, ...]
    knots: tuple[Knot, ...]
    top: tuple[int, ...]
    of_block: tuple[int, ...]
    of_link: tuple[int, ...]

    def link_at(self, block: int, char: int) -> Link | None:
        """Return the link that the character belongs to."""
        for number in self.knots[self.of_block[block]].children:
            link = self.knots[number].link
            if link and link.start <= char < link.end:
                return link
        return None


_SORTS = {
    Kind.TITLE: Sort.HEADING,
    Kind.HEADING: Sort.HEADING,
    Kind.QUOTE: Sort.QUOTE,
    Kind.ITEM: Sort.ITEM,
    Kind.FIGURE: Sort.FIGURE,
}


def outline(article: Article) -> Outline:
    """Return the tree of an article."""
    pieces = leaves(article)
    languages = tuple(_language(leaf, article.language) for leaf in pieces)
    numbers = count()
    links = [
        list(_links(block, leaf, languages[block], numbers)) for block, leaf in enumerate(pieces)
    ]
    builder = _Builder(pieces, links)
    top = builder.all()
    knots = tuple(builder.knots[number] for number in range(len(builder.knots)))
    of_link = tuple(knot.number for knot in knots if knot.link)
    of_block = tuple(builder.of_block[block] for block in range(len(pieces)))
    flat = tuple(link for some in links for link in some)
    return Outline(pieces, languages, flat, knots, top, of_block, of_link)


def _language(leaf: Leaf, default: str) -> str:
    """Return the language that all words of a leaf share, else the article's."""
    found = {span.language or default for span in leaf.spans if span.text.strip()}
    return found.pop() if len(found) == 1 else default


def _links(block: int, leaf: Leaf, language: str, numbers: Iterator[int]) -> Iterator[Link]:
    """Yield the links of a leaf; neighbouring spans with one address are one link."""
    end = 0
    for address, run in groupby(leaf.spans, key=lambda span: span.link):
        spans = tuple(run)
        text = plain(spans)
        start, end = end, end + len(text)
        if address and text:
            spoken = spans[0].language or language
            yield Link(next(numbers), block, start, end, text, address, spoken)


class _Builder:
    """Gathers leaves into lists and puts links below the leaves that hold them."""

    def __init__(self, pieces: tuple[Leaf, ...], links: list[list[Link]]) -> None:
        self.knots: dict[int, Knot] = {}
        self.of_block: dict[int, int] = {}
        self._pieces = pieces
        self._links = links
        self._numbers = count()

    def all(self) -> tuple[int, ...]:
        """Build every knot; return the numbers of those at the top."""
        top, at = [], 0
        while at < len(self._pieces):
            place = self._place(at)
            number, at = self._list(at, None) if place else (self._leaf(at, None), at + 1)
            top.append(number)
        return tuple(top)

    def _place(self, at: int) -> ListPlace | None:
        return self._pieces[at].place if at < len(self._pieces) else None

    def _list(self, at: int, parent: int | None) -> tuple[int, int]:
        """Build the list that begins with the leaf `at`; return it and the leaf after it."""
        number, first, items = next(self._numbers), at, list[int]()
        last: ListPlace | None = None
        while (place := self._place(at)) and (last is None or _goes_on(last, place)):
            last = place
            item, at = self._item(at, place, number)
            items.append(item)
        self.knots[number] = Knot(number, parent, Sort.LIST, first, None, tuple(items))
        return number, at

    def _item(self, at: int, mine: ListPlace, parent: int) -> tuple[int, int]:
        """Build an item with its further paragraphs and the lists inside it."""
        number, block = next(self._numbers), at
        self.of_block[block] = number
        children = self._link_knots(block, number)
        at += 1
        while place := self._place(at):
            if place.depth > mine.depth:
                child, at = self._list(at, number)
            elif place == mine:
                child, at = self._leaf(at, number, Sort.PARAGRAPH), at + 1
            else:
                break
            children.append(child)
        self.knots[number] = Knot(number, parent, Sort.ITEM, block, None, tuple(children))
        return number, at

    def _leaf(self, block: int, parent: int | None, sort: Sort | None = None) -> int:
        number = next(self._numbers)
        self.of_block[block] = number
        children = tuple(self._link_knots(block, number))
        kind = sort or _SORTS.get(self._pieces[block].kind, Sort.PARAGRAPH)
        self.knots[number] = Knot(number, parent, kind, block, None, children)
        return number

    def _link_knots(self, block: int, parent: int) -> list[int]:
        made = []
        for link in self._links[block]:
            number = next(self._numbers)
            self.knots[number] = Knot(number, parent, Sort.LINK, block, link, ())
            made.append(number)
        return made


def _goes_on(last: ListPlace, place: ListPlace) -> bool:
    """Tell whether an item belongs to the same list as the last: the numbers rise."""
    alike = (place.depth, place.count, place.ordered) == (last.depth, last.count, last.ordered)
    return alike and place.index > last.index
