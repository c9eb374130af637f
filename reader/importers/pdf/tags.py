"""The structure tree of a tagged PDF: which letters make one paragraph, heading, list item.

pypdf walks the tree, which knows marked-content ids; pdfium knows the letters of each id. An
element that goes on over a page break is one element in the tree, so it heals by itself.
ISO 32000-1, 14.7 and 14.8.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, IndirectObject, NumberObject

from reader.importers.pdf.elements import (
    MOST_NESTED,
    CellPlaces,
    children,
    dictionaries,
    is_numbered,
    span,
)
from reader.importers.pdf.elements import link as address_of
from reader.importers.pdf.ours import STYLES, kinds_in, told_in
from reader.model.raw import Tag, TagKind

_KINDS = {
    "H1": TagKind.TITLE,
    "Title": TagKind.TITLE,
    **{f"H{level}": TagKind.HEADING for level in range(2, 7)},
    "H": TagKind.HEADING,
    "P": TagKind.PARAGRAPH,
    "BlockQuote": TagKind.QUOTE,
    "LI": TagKind.ITEM,
    "TH": TagKind.CELL,
    "TD": TagKind.CELL,
    "Note": TagKind.FOOTNOTE,
    "FENote": TagKind.FOOTNOTE,
    "Caption": TagKind.PARAGRAPH,
    "TOCI": TagKind.ITEM,
}
_GROUPING = {"Document", "Part", "Art", "Sect", "Div", "NonStruct", "L", "Table", "TR", "Aside"}
_INLINE = {"Span", "Link", "Reference", "Em", "Strong", "Code", "Quote", "Annot", "Lbl"}
# A paragraph inside one of these is part of it.
_OUTER = {TagKind.QUOTE, TagKind.ITEM, TagKind.CELL, TagKind.FOOTNOTE}
_FORGOTTEN_AFTER = 5000  # pieces
BROKEN_TREE = (
    pypdf.errors.PyPdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
# A picture has no letters.
NO_CONTENT = -2


@dataclass(frozen=True, slots=True)
class Piece:
    """Marked content in reading order: the letters of `content` on `page` belong to `tag`.

    `actual` is the text that the tree gives instead of the letters or of a picture, or None;
    `label` tells that it is the mark of a note, in the text or before the note; `told` is what
    was written, where this program has made the file; `language` is what the tree names, and
    `styles` the roles of its own that set words off.
    """

    page: int
    content: int
    tag: Tag
    link: str | None
    actual: str | None
    label: bool = False
    told: str | None = None
    language: str | None = None
    styles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Structure:
    """The marked content of a document in reading order, and what the catalogue says."""

    pieces: tuple[Piece, ...]
    language: str

    @property
    def is_told(self) -> bool:
        """Whether it has what was written, which the glyphs need not say."""
        return any(piece.told is not None for piece in self.pieces)


def read_structure(data: bytes, password: str | None, beat: Callable[[], None]) -> Structure | None:
    """Return the structure tree's content, or None where there is no usable tree.

    `beat` is called for each piece, so that a long walk is not taken for a standstill.
    """
    # It writes of every oddity to standard error; what matters shows in what is read.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted:
            reader.decrypt(password or "")
        root = reader.root_object
        tree = root.get("/StructTreeRoot")
        if tree is None:
            return None
        pieces = []
        for piece in _Walk(reader, tree.get_object()).pieces():
            pieces.append(piece)
            beat()
            if len(pieces) % _FORGOTTEN_AFTER == 0:
                reader.resolved_objects.clear()  # else every object ever read stays in memory
        return Structure(tuple(pieces), str(root.get("/Lang", "")))
    except BROKEN_TREE:
        # pypdf raises all of these on broken trees; the letters' places serve as well.
        return None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree the walk stands."""

    page: int
    tag: Tag | None = None
    link: str | None = None
    actual: str | None = None
    label: bool = False
    depth: int = 0
    picture: str = ""  # the description of the one around
    language: str | None = None
    styles: frozenset[str] = frozenset()


class _Walk:
    """A walk over the tree, depth first."""

    def __init__(self, reader: pypdf.PdfReader, tree: DictionaryObject) -> None:
        self._tree = tree
        self._told = told_in(reader)
        self._kinds = {**_KINDS, **kinds_in(reader)}
        self._known = {*self._kinds, *_GROUPING, *(STYLES if self._told else ())}
        self._roles = dict(tree.get("/RoleMap", {}))
        self._pages = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(reader.pages)
            if page.indirect_reference
        }
        self._elements = 0
        self._cells = CellPlaces()
        self._numbered = [False]
        self._seen: set[int] = set()
        self._paragraphs: Counter[int] = Counter()  # of quotations and items, by their number

    def pieces(self) -> Iterator[Piece]:
        yield from self._inside(self._tree, _Place(0))

    def _visit(self, node: Any, place: _Place) -> Iterator[Piece]:  # noqa: ANN401 - pypdf's own
        if isinstance(node, IndirectObject):
            if node.idnum in self._seen:
                return  # a tree that leads back into itself
            self._seen.add(node.idnum)
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, NumberObject | int):
            yield self._piece(place.page, int(node), place)
        elif not isinstance(node, DictionaryObject) or place.depth > MOST_NESTED:
            return
        elif node.get("/Type") == "/MCR":
            content = node["/MCID"]
            if isinstance(content, NumberObject):
                yield self._piece(self._page(node, place.page), int(content), place)
        elif node.get("/Type") != "/OBJR":
            yield from self._element(node, place)

    def _piece(self, page: int, content: int, place: _Place) -> Piece:
        tag = place.tag or self._new(TagKind.PARAGRAPH)
        told = self._told.get((page, content))
        look = place.label, told, place.language, place.styles
        return Piece(page, content, tag, place.link, place.actual, *look)

    def _element(self, node: DictionaryObject, place: _Place) -> Iterator[Piece]:
        role = self._role(node)
        if role == "Lbl" and place.tag and place.tag.kind is TagKind.ITEM:
            role = "Artifact"  # a bullet or number: the list says so itself
        actual = node.get("/ActualText")
        inner = replace(
            place,
            page=self._page(node, place.page),
            tag=self._cell(role, node) if role in ("TH", "TD") else self._tag(role, place.tag),
            link=address_of(node) or place.link if role == "Link" else place.link,
            actual=str(actual) if actual is not None else place.actual,
            label=place.label or role == "Lbl",
            depth=place.depth + 1,
            language=str(node.get("/Lang") or "") or place.language,
            styles=place.styles | (STYLES & {role}),
        )
        described = str(node.get("/Alt") or actual or "").strip()
        if role == "Figure" and described:
            if not any(self._role(each) == "Caption" for each in dictionaries(node)):
                yield Piece(inner.page, NO_CONTENT, self._new(TagKind.FIGURE), None, described)
            inner = replace(inner, actual=place.actual, picture=described)
        elif role == "Caption" and place.picture:
            inner = replace(inner, tag=replace(self._new(TagKind.FIGURE), label=place.picture))
        self._begin(role, node)
        yield from self._inside(node, inner)
        self._end(role)

    def _begin(self, role: str, node: DictionaryObject) -> None:
        if role == "L":
            self._numbered.append(is_numbered(node))
        elif role == "Table":
            self._cells.begin_table()
        elif role == "TR":
            self._cells.begin_row()

    def _end(self, role: str) -> None:
        if role == "L":
            self._numbered.pop()
        elif role == "Table":
            self._cells.end_table()

    def _inside(self, node: DictionaryObject, place: _Place) -> Iterator[Piece]:
        """Visit the children; text that stands loose among blocks is one paragraph."""
        loose: Tag | None = None
        for child in children(node):
            if place.tag is None and self._is_inline(child):
                loose = loose or self._new(TagKind.PARAGRAPH)
                yield from self._visit(child, replace(place, tag=loose))
            else:
                loose = None
                yield from self._visit(child, place)

    def _is_inline(self, node: Any) -> bool:  # noqa: ANN401 - pypdf's own
        """Tell whether a child is marked content, a span, or a wrapper of nothing else."""
        node = node.get_object() if hasattr(node, "get_object") else node
        if not isinstance(node, DictionaryObject) or "/S" not in node:
            return True
        role = self._role(node)
        if role == "NonStruct":
            return all("/S" not in child for child in dictionaries(node))
        return role in _INLINE

    def _role(self, node: DictionaryObject) -> str:
        role = str(node.get("/S", ""))
        for _ in range(5):  # a role map may lead through several names
            if role.lstrip("/") in self._known or role not in self._roles:
                break
            role = str(self._roles[role])
        return role.lstrip("/")

    def _tag(self, role: str, outer: Tag | None) -> Tag | None:
        """Return the tag of the content of an element."""
        kind = TagKind.ARTIFACT if role == "Artifact" else self._kinds.get(role)
        if kind is TagKind.ARTIFACT:
            return self._new(kind)
        if kind is None or (outer and outer.kind is TagKind.ARTIFACT):
            return outer
        if outer and outer.kind in _OUTER and kind is TagKind.PARAGRAPH:
            return self._paragraph_in(outer)
        if kind is TagKind.ITEM:
            depth = len(self._numbered) - 1
            return replace(self._new(kind, level=depth), ordered=self._numbered[-1])
        return self._new(kind, level=int(role[1]) if kind is TagKind.HEADING and role != "H" else 0)

    def _cell(self, role: str, node: DictionaryObject) -> Tag:
        """Return the tag of a cell; its element is the table."""
        table, row, column = self._cells.place(span(node, "/RowSpan"), span(node, "/ColSpan"))
        return Tag(TagKind.CELL, table, row=row, column=column, header=role == "TH")

    def _paragraph_in(self, outer: Tag) -> Tag:
        """Return the tag of a paragraph of a quotation, item, cell or note.

        Quotations and items may have several paragraphs; the others take theirs in.
        """
        if outer.kind not in (TagKind.QUOTE, TagKind.ITEM):
            return outer
        self._paragraphs[outer.element] += 1
        return replace(outer, part=self._paragraphs[outer.element] - 1)

    def _new(self, kind: TagKind, *, level: int = 0) -> Tag:
        self._elements += 1
        return Tag(kind, self._elements, level=level)

    def _page(self, node: DictionaryObject, page: int) -> int:
        if "/Pg" not in node:
            return page
        return self._pages.get(node.raw_get("/Pg").idnum, page)
