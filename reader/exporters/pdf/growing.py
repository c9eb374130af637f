"""The structure tree of a printed article, grown leaf by leaf."""

from collections.abc import Iterator
from enum import Enum, auto

from reader.exporters.pdf.elements import Element, Marked
from reader.model.article import Spans, cut, plain, runs
from reader.model.leaves import Kind, Leaf, ListPlace, cells

_ORIGIN = "Origin"  # what is told of an article beside its text
_PICTURE_WORDS = "PictureWords"  # printed in place of a picture, and its description as well
_ATTRIBUTION, _CAPTION = "Attribution", "TableCaption"
_STRONG, _EMPHASIS = "Strong", "Em"  # ISO 32000-2, 14.8.4.7; no role of ISO 32000-1
_PARAGRAPHS = {Kind.LEAD: "Lead", Kind.DATE: "Date", Kind.NOTICE: "Notice"}
ROLES = {
    _ORIGIN: "Div",
    _PICTURE_WORDS: "Span",
    _ATTRIBUTION: "P",
    _CAPTION: "Caption",
    _STRONG: "Span",
    _EMPHASIS: "Span",
    **dict.fromkeys(_PARAGRAPHS.values(), "P"),
}
"""Roles of our own and new ones by what they are to other programs; our importer knows them."""

_BULLETS = {1: "•", 2: "◦"}
_DEEPEST_BULLET = "▪"


class Part(Enum):
    """What a leaf is beside its kind."""

    TEXT = auto()
    SIGNATURE = auto()  # who said the quotation above
    TOLD = auto()  # it tells of the article, and is no part of it


class Growing:
    """Grows the tree leaf by leaf; lists and quotations stay open while their block goes on.

    `numbers` are those of its marks.
    """

    def __init__(self, language: str, numbers: Iterator[int]) -> None:
        self._marks: list[list[Marked]] = []
        self.markers: dict[int, tuple[int, str]] = {}
        self._language = language
        self._numbers = numbers
        self.done: list[Element | int] = []
        self._lists: list[_OpenList] = []
        self._quote: list[Element | int] = []
        self._told: list[Element | int] = []

    @property
    def marks(self) -> tuple[tuple[Marked, ...], ...]:
        """The marks of each leaf."""
        return tuple(map(tuple, self._marks))

    def add(self, leaf: Leaf, part: Part) -> None:
        """Add the next leaf of a block."""
        self._marks.append([])
        if leaf.place is None:
            self._close_lists(0)
        if leaf.kind is not Kind.QUOTE and part is not Part.SIGNATURE:
            self._close_quote()
        if part is Part.TOLD:
            self._told.append(Element("P", self._text(0, leaf.spans)))
        elif part is Part.SIGNATURE:
            self._quote.append(Element(_ATTRIBUTION, self._text(0, leaf.spans)))
        elif leaf.place is not None:
            self._item(len(self._marks) - 1, leaf, leaf.place)
        elif leaf.kind is Kind.QUOTE:
            self._quote.append(Element("P", self._text(0, leaf.spans)))
        else:
            self.done.append(self._element(leaf))

    def end_block(self) -> None:
        """Close what the block has opened."""
        self._close_lists(0)
        self._close_quote()
        if self._told:
            self.done.append(Element(_ORIGIN, tuple(self._told)))
            self._told = []

    def _element(self, leaf: Leaf) -> Element:
        match leaf.kind:
            case Kind.TABLE:
                return self._table(leaf)
            case Kind.FOOTNOTE:
                label, *rest = leaf.spans
                mark = self._text(0, (label,))
                body = self._text(len(label.text), tuple(rest))
                return Element("Note", (Element("Lbl", mark), *body))
            case Kind.FIGURE:
                words = self._text(0, leaf.spans)
                inside = Element(_PICTURE_WORDS if leaf.is_unseen else "Caption", words)
                return Element("Figure", (inside,), alt=leaf.alt or leaf.text)
            case Kind.TITLE | Kind.HEADING if leaf.text.strip():
                name = " ".join(leaf.text.split())
                return Element(f"H{leaf.level}", self._text(0, leaf.spans), title=name)
            case _:
                role = _PARAGRAPHS.get(leaf.kind, "P")
                return Element(role, self._text(0, leaf.spans))

    def _text(self, start: int, spans: Spans) -> tuple[Element | int, ...]:
        """Return the elements of running text, and note the marks of its letters."""
        found: list[Element | int] = []
        for (address, tongue), first, _last, some in runs(
            spans, lambda span: (span.link, span.language)
        ):
            marks = tuple(self._styled(start + first, some))
            language = tongue if tongue != self._language else None
            if address:
                said = plain(some).strip()
                found.append(Element("Link", marks, language, address=address, title=said))
            elif language:
                found.append(Element("Span", marks, language))
            else:
                found += marks
        return tuple(found)

    def _styled(self, start: int, spans: Spans) -> Iterator[Element | int]:
        """Yield the mark of the letters of each style within the elements that name the style."""
        for (strong, emphasis), first, last, _some in runs(
            spans, lambda span: (span.strong, span.emphasis)
        ):
            mark = next(self._numbers)
            self._marks[-1].append(Marked(start + first, start + last, mark))
            styled: Element | int = mark
            if emphasis:
                styled = Element(_EMPHASIS, (styled,))
            if strong:
                styled = Element(_STRONG, (styled,))
            yield styled

    def _table(self, leaf: Leaf) -> Element:
        grid = cells(leaf)
        parts: list[Element] = []
        if start := grid[0].start if grid else len(leaf.text):
            caption = cut(leaf.spans, 0, start - 1)
            parts.append(Element(_CAPTION, self._text(0, caption)))
        rows: list[list[Element]] = [[] for _row in leaf.rows]
        for cell in grid:
            head = leaf.has_header and cell.row == 0
            inside = self._text(cell.start, leaf.rows[cell.row][cell.column])
            scope = ("Table", {"Scope": "/Column"}) if head else None
            rows[cell.row].append(Element("TH" if head else "TD", inside, attributes=scope))
        return Element("Table", (*parts, *(Element("TR", tuple(row)) for row in rows)))

    def _item(self, number: int, leaf: Leaf, place: ListPlace) -> None:
        self._close_lists(place.depth, place)
        if len(self._lists) < place.depth:
            self._lists.append(_OpenList(place))
        opened = self._lists[-1]
        if opened.items and opened.place == place:
            opened.items[-1] += [Element("P", self._text(0, leaf.spans))]
            return
        opened.place = place
        mark = next(self._numbers)
        self.markers[number] = (mark, _marker(place))
        opened.labels.append(mark)
        opened.items.append([Element("P", self._text(0, leaf.spans))])

    def _close_lists(self, depth: int, place: ListPlace | None = None) -> None:
        """Close the lists that lie deeper, and one that another list follows at once."""
        while len(self._lists) > depth or (
            place is not None
            and len(self._lists) == depth
            and place.index < self._lists[-1].place.index
        ):
            closed = self._lists.pop().element()
            if self._lists:
                self._lists[-1].items[-1].append(closed)
            else:
                self.done.append(closed)

    def _close_quote(self) -> None:
        if self._quote:
            self.done.append(Element("BlockQuote", tuple(self._quote)))
            self._quote = []


class _OpenList:
    """A list whose items are still being added."""

    def __init__(self, place: ListPlace) -> None:
        self.place = place
        self.labels: list[int] = []
        self.items: list[list[Element]] = []

    def element(self) -> Element:
        """Return the list as it is now."""
        items = (
            Element("LI", (Element("Lbl", (mark,)), Element("LBody", tuple(parts))))
            for mark, parts in zip(self.labels, self.items, strict=True)
        )
        numbering = "/Decimal" if self.place.ordered else "/Disc"
        return Element("L", tuple(items), attributes=("List", {"ListNumbering": numbering}))


def _marker(place: ListPlace) -> str:
    """Return what stands before a list item."""
    if place.ordered:
        return f"{place.index}."
    return _BULLETS.get(place.depth, _DEEPEST_BULLET)
