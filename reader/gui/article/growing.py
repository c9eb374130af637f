"""Grow the tree over an article's leaves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby

from reader.gui.article.outline import Knot, Link, Outline, Sort
from reader.model.article import Article, plain, runs
from reader.model.leaves import Cell, Kind, Leaf, ListPlace, cells, leaves
from reader.model.notes import NoteMark, note_marks

_SORTS = {
    Kind.TITLE: Sort.HEADING,
    Kind.HEADING: Sort.HEADING,
    Kind.QUOTE: Sort.QUOTE,
    Kind.ITEM: Sort.ITEM,
    Kind.FIGURE: Sort.FIGURE,
    Kind.FOOTNOTE: Sort.NOTE,
}


def outline(article: Article) -> Outline:
    """Return the tree of an article."""
    pieces = leaves(article)
    grower = _Grower(pieces, article.language)
    top = grower.all()
    knots = tuple(grower.knots[number] for number in range(len(grower.knots)))
    linked = sorted((knot for knot in knots if knot.link), key=_begin)
    marked = sorted((knot for knot in knots if knot.mark), key=_begin)
    return Outline(
        language=article.language,
        leaves=pieces,
        links=tuple(knot.link for knot in linked if knot.link),
        marks=tuple(knot.mark for knot in marked if knot.mark),
        knots=knots,
        top=top,
        of_block=tuple(grower.of_block[block] for block in range(len(pieces))),
        of_link=tuple(knot.number for knot in linked),
        of_mark=tuple(knot.number for knot in marked),
        stops=tuple(grower.stops),
    )


@dataclass(frozen=True, slots=True)
class _Inline:
    """A link, a mark or foreign words inside a leaf."""

    start: int
    end: int
    language: str
    link: Link | None = None
    mark: NoteMark | None = None

    @property
    def sort(self) -> Sort:
        """What a screen reader meets."""
        if self.link:
            return Sort.LINK
        return Sort.MARK if self.mark else Sort.SPAN


class _Grower:
    """Gathers leaves into lists and quotations, and puts links below what holds them."""

    def __init__(self, pieces: tuple[Leaf, ...], language: str) -> None:
        self.knots: dict[int, Knot] = {}
        self.of_block: dict[int, int] = {}
        self.stops: list[int] = []
        self._pieces = pieces
        self._language = language
        self._numbers = count()
        self._links = count()
        self._marks = _by_block(mark for mark in note_marks(pieces) if mark.note is not None)

    def all(self) -> tuple[int, ...]:
        """Grow every knot; return the numbers of those at the top."""
        top, at = [], 0
        while at < len(self._pieces):
            number, at = self._at(at)
            top.append(number)
        return tuple(top)

    def _at(self, at: int) -> tuple[int, int]:
        """Grow what begins with the leaf `at`; return it and the leaf after it."""
        leaf = self._pieces[at]
        if leaf.place:
            return self._list(at, None)
        if leaf.kind is Kind.QUOTE and self._is_quote(at + 1):
            return self._quote(at)
        if leaf.kind is Kind.TABLE:
            return self._table(at), at + 1
        return self._leaf(at, None), at + 1

    def _place(self, at: int) -> ListPlace | None:
        return self._pieces[at].place if at < len(self._pieces) else None

    def _is_quote(self, at: int) -> bool:
        return at < len(self._pieces) and self._pieces[at].kind is Kind.QUOTE

    def _list(self, at: int, parent: int | None) -> tuple[int, int]:
        number, first, items = next(self._numbers), at, list[int]()
        last: ListPlace | None = None
        while (place := self._place(at)) and (last is None or _goes_on(last, place)):
            last = place
            item, at = self._item(at, place, number)
            items.append(item)
        self._hold(number, parent, Sort.LIST, first, items)
        return number, at

    def _item(self, at: int, mine: ListPlace, parent: int) -> tuple[int, int]:
        """Grow an item with its further paragraphs and the lists inside it."""
        block = at
        number = self._leaf(block, parent)
        children = list(self.knots[number].children)
        at += 1
        while place := self._place(at):
            if place.depth > mine.depth:
                child, at = self._list(at, number)
            elif place == mine:
                child, at = self._leaf(at, number, Sort.PARAGRAPH), at + 1
            else:
                break
            children.append(child)
        self.knots[number] = replace(self.knots[number], children=tuple(children))
        return number, at

    def _quote(self, at: int) -> tuple[int, int]:
        """Grow a quotation of several paragraphs."""
        number, first, inside = next(self._numbers), at, list[int]()
        while self._is_quote(at):
            inside.append(self._leaf(at, number, Sort.PARAGRAPH))
            at += 1
        self._hold(number, None, Sort.QUOTE, first, inside)
        return number, at

    def _table(self, block: int) -> int:
        """Grow a table and its cells; the caption is read before them, where there is one."""
        number, leaf = next(self._numbers), self._pieces[block]
        self.of_block[block] = number
        grid = cells(leaf)
        caption = max(0, grid[0].start - 1) if grid else len(leaf.text)
        if caption or not grid:
            self.stops.append(number)
        inline = self._inline(block, leaf)
        language = _language(leaf, self._language)
        inside = tuple(self._cell(block, cell, number, inline, language) for cell in grid)
        # Behind the cells, for screen readers count these.
        named = self._inline_knots(block, number, [one for one in inline if one.end <= caption])
        children = inside + named
        self.knots[number] = Knot(
            number, None, Sort.TABLE, block, 0, caption, language, children=children
        )
        return number

    def _cell(
        self, block: int, cell: Cell, parent: int, inline: list[_Inline], language: str
    ) -> int:
        number = next(self._numbers)
        self.stops.append(number)
        mine = [piece for piece in inline if cell.start <= piece.start < cell.end]
        whole = [piece for piece in mine if piece.sort is Sort.SPAN and _fills(piece, cell)]
        language = whole[0].language if whole else language
        children = self._inline_knots(block, number, [one for one in mine if one not in whole])
        self.knots[number] = Knot(
            number,
            parent,
            Sort.CELL,
            block,
            cell.start,
            cell.end,
            language,
            cell=cell,
            children=children,
        )
        return number

    def _leaf(self, block: int, parent: int | None, sort: Sort | None = None) -> int:
        number, leaf = next(self._numbers), self._pieces[block]
        self.of_block[block] = number
        self.stops.append(number)
        children = self._inline_knots(block, number, self._inline(block, leaf))
        self.knots[number] = Knot(
            number,
            parent,
            sort or _SORTS.get(leaf.kind, Sort.PARAGRAPH),
            block,
            0,
            len(leaf.text),
            _language(leaf, self._language),
            children=children,
        )
        return number

    def _hold(
        self, number: int, parent: int | None, sort: Sort, first: int, inside: list[int]
    ) -> None:
        self.knots[number] = Knot(
            number, parent, sort, first, 0, 0, self._language, children=tuple(inside)
        )

    def _inline(self, block: int, leaf: Leaf) -> list[_Inline]:
        """Return the links, marks and foreign words of a leaf, in reading order."""
        language = _language(leaf, self._language)
        marks = (
            _Inline(mark.start, mark.end, language, mark=mark)
            for mark in self._marks.get(block, ())
        )
        found = [*self._linked(block, leaf, language), *_foreign(leaf, language), *marks]
        return sorted(found, key=lambda piece: piece.start)

    def _linked(self, block: int, leaf: Leaf, language: str) -> Iterator[_Inline]:
        """Yield the links of a leaf; neighbouring spans with one address are one link."""
        for address, start, end, spans in runs(leaf.spans, lambda span: span.link):
            if address and end > start:
                spoken = spans[0].language or language
                number = next(self._links)
                link = Link(number, block, start, end, plain(spans), address, spoken)
                yield _Inline(start, end, spoken, link=link)

    def _inline_knots(self, block: int, parent: int, pieces: list[_Inline]) -> tuple[int, ...]:
        made = []
        for piece in pieces:
            number = next(self._numbers)
            self.knots[number] = Knot(
                number,
                parent,
                piece.sort,
                block,
                piece.start,
                piece.end,
                piece.language,
                link=piece.link,
                mark=piece.mark,
            )
            made.append(number)
        return tuple(made)


def _by_block(marks: Iterable[NoteMark]) -> dict[int, tuple[NoteMark, ...]]:
    return {block: tuple(some) for block, some in groupby(marks, key=lambda mark: mark.block)}


def _language(leaf: Leaf, default: str) -> str:
    """Return the language that all words of a leaf share, else the article's."""
    found = {
        span.language or default
        for span in leaf.spans
        if any(letter.isalnum() for letter in span.text)  # a full stop speaks no language
    }
    return found.pop() if len(found) == 1 else default


def _foreign(leaf: Leaf, language: str) -> Iterator[_Inline]:
    """Yield the words in other languages than the leaf's, but for links, which tell their own."""
    pieces = runs(leaf.spans, lambda span: (span.language, span.link))
    for (spoken, link), start, end, spans in pieces:
        if spoken and spoken != language and not link and plain(spans).strip():
            yield _Inline(start, end, spoken)


def _begin(knot: Knot) -> tuple[int, int]:
    return knot.block, knot.start


def _fills(piece: _Inline, cell: Cell) -> bool:
    return (piece.start, piece.end) == (cell.start, cell.end)


def _goes_on(last: ListPlace, place: ListPlace) -> bool:
    """Tell whether an item belongs to the same list as the last: the numbers rise."""
    alike = (place.depth, place.count, place.ordered) == (last.depth, last.count, last.ordered)
    return alike and place.index > last.index
