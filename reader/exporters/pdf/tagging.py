"""A draft of drawn letters becomes a tagged PDF: ISO 32000-1, 12.5, 14.7 and 14.8."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    Fit,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from reader.exporters.pdf.elements import Area, Element, Facts, marks_in
from reader.exporters.pdf.growing import ROLES
from reader.exporters.pdf.letters import Letters, mend_spaces
from reader.exporters.pdf.marks import Inked, marked

_PREFIX = "/Chetivo"  # before what the program tells itself


@dataclass(frozen=True, slots=True)
class Draft:
    """A PDF with marks in it: what was drawn for them on each page, and where."""

    data: bytes
    inked: tuple[tuple[Inked, ...], ...]
    areas: tuple[Area, ...]


def finish(draft: Draft, root: Element, facts: Facts, target: Path) -> None:
    """Write a draft as a tagged PDF."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(draft.data)))
    _Tagging(writer, draft).tag(root, facts)
    with target.open("wb") as file:  # pypdf itself would leave it open where the disk is full
        writer.write(file)


class _Tagging:
    """Adds to a PDF all that makes its text known to programs that read it aloud."""

    def __init__(self, writer: PdfWriter, draft: Draft) -> None:
        self._writer = writer
        self._draft = draft
        self._areas: dict[int, list[Area]] = defaultdict(list)
        for area in draft.areas:
            self._areas[area.mark].append(area)
        self._content: dict[int, list[tuple[int, int]]] = defaultdict(list)  # page and number
        self._owners: dict[tuple[int, int], IndirectObject] = {}
        self._links: list[IndirectObject] = []
        self._notes: list[tuple[str, IndirectObject]] = []

    def tag(self, root: Element, facts: Facts) -> None:
        """Do all of it."""
        for number, page in enumerate(self._writer.pages):
            self._mark_page(number, page)
        tree = self._added(DictionaryObject())
        document = self._element(root, tree)
        self._add_outline(root)
        self._fill_tree(cast(DictionaryObject, tree.get_object()), document)
        self._describe(tree, facts)

    def _mark_page(self, number: int, page: PageObject) -> None:
        resources = cast(DictionaryObject, page["/Resources"])
        named = cast(DictionaryObject, resources["/Font"])
        fonts = {name: cast(DictionaryObject, named[name]) for name in named}
        for font in fonts.values():
            mend_spaces(font)
        stream = cast(StreamObject, page["/Contents"].get_object())
        content = marked(stream.get_data(), self._draft.inked[number], Letters(fonts).read)
        for place, mark in enumerate(content.marks):
            self._content[mark].append((number, place))
        stream.set_data(content.drawn)
        page[NameObject("/StructParents")] = NumberObject(number)
        page[NameObject("/Tabs")] = NameObject("/S")

    def _element(self, element: Element, parent: IndirectObject) -> IndirectObject:
        """Add an element with all that lies in it."""
        made = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/StructElem"),
                NameObject("/S"): NameObject(f"/{element.role}"),
                NameObject("/P"): parent,
            }
        )
        reference = self._added(made)
        kids = ArrayObject()
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._element(kid, reference))
            else:
                kids.extend(self._marked(kid, reference))
        if element.address or element.page is not None:
            kids.extend(self._annotations(element, reference))
        made[NameObject("/K")] = kids
        self._attribute(made, element, reference)
        return reference

    def _attribute(
        self, made: DictionaryObject, element: Element, reference: IndirectObject
    ) -> None:
        if element.language:
            made[NameObject("/Lang")] = TextStringObject(element.language)
        if element.alt:
            made[NameObject("/Alt")] = TextStringObject(element.alt)
        for key, value in element.told.items():
            made[NameObject(f"{_PREFIX}{key}")] = TextStringObject(value)
        if element.attributes:
            owner, values = element.attributes
            named = {NameObject(f"/{key}"): NameObject(value) for key, value in values.items()}
            made[NameObject("/A")] = DictionaryObject(
                {NameObject("/O"): NameObject(f"/{owner}"), **named}
            )
        if element.role == "Note":
            name = f"note{len(self._notes) + 1}"
            made[NameObject("/ID")] = TextStringObject(name)
            self._notes.append((name, reference))

    def _marked(self, mark: int, owner: IndirectObject) -> Iterator[PdfObject]:
        """Yield the references to what was drawn for a mark."""
        for page, place in self._content[mark]:
            self._owners[page, place] = owner
            yield DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/MCR"),
                    NameObject("/Pg"): self._page(page),
                    NameObject("/MCID"): NumberObject(place),
                }
            )

    def _annotations(self, element: Element, owner: IndirectObject) -> Iterator[PdfObject]:
        """Add what makes a link live, one for each page that it stands on."""
        areas = [area for mark in marks_in(element) for area in self._areas[mark]]
        for page, found in groupby(areas, key=lambda area: area.page):
            link = self._added(_link(tuple(found), element, self._page(page), self._way(element)))
            key = len(self._writer.pages) + len(self._links)
            cast(DictionaryObject, link.get_object())[NameObject("/StructParent")] = NumberObject(
                key
            )
            self._links.append(owner)
            sheet = self._writer.pages[page]
            sheet.setdefault(NameObject("/Annots"), ArrayObject()).append(link)
            yield DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/OBJR"),
                    NameObject("/Pg"): self._page(page),
                    NameObject("/Obj"): link,
                }
            )

    def _way(self, element: Element) -> DictionaryObject:
        """Return what a link does: it opens an address, or goes to a page of the file."""
        if element.page is None:
            return DictionaryObject(
                {
                    NameObject("/S"): NameObject("/URI"),
                    NameObject("/URI"): TextStringObject(element.address or ""),
                }
            )
        top = FloatObject(self._writer.pages[element.page].mediabox.top)
        place = (self._page(element.page), NameObject("/XYZ"), NumberObject(0), top, NullObject())
        return DictionaryObject(
            {NameObject("/S"): NameObject("/GoTo"), NameObject("/D"): ArrayObject(place)}
        )

    def _fill_tree(self, tree: DictionaryObject, document: IndirectObject) -> None:
        """Make the root of the tree: from each piece of content the way leads to its element."""
        numbers = ArrayObject()
        places: dict[int, dict[int, IndirectObject]] = defaultdict(dict)
        for (page, place), owner in self._owners.items():
            places[page][place] = owner
        for page in range(len(self._writer.pages)):
            owners = places[page]
            row = (owners.get(place, NullObject()) for place in range(max(owners, default=-1) + 1))
            numbers.extend((NumberObject(page), self._added(ArrayObject(row))))
        for key, owner in enumerate(self._links, len(self._writer.pages)):
            numbers.extend((NumberObject(key), owner))
        tree.update(
            {
                NameObject("/Type"): NameObject("/StructTreeRoot"),
                NameObject("/K"): ArrayObject([document]),
                NameObject("/ParentTree"): DictionaryObject({NameObject("/Nums"): numbers}),
                NameObject("/ParentTreeNextKey"): NumberObject(len(numbers) // 2),
                NameObject("/RoleMap"): DictionaryObject(
                    {NameObject(f"/{own}"): NameObject(f"/{role}") for own, role in ROLES.items()}
                ),
            }
        )
        if self._notes:
            names = ArrayObject()
            for name, note in sorted(self._notes):
                names.extend((TextStringObject(name), note))
            tree[NameObject("/IDTree")] = DictionaryObject({NameObject("/Names"): names})

    def _add_outline(self, root: Element) -> None:
        """Add the headings as bookmarks, each within that of the level above."""
        above: list[tuple[int, IndirectObject]] = []
        for kid in _headings(root):
            level = int(kid.role[1:])
            above = [(higher, item) for higher, item in above if higher < level]
            area = self._areas[next(marks_in(kid))][0]
            item = self._writer.add_outline_item(
                title=kid.title,
                page_number=area.page,
                parent=above[-1][1] if above else None,
                fit=Fit.xyz(left=0, top=area.top),
            )
            above.append((level, item))

    def _describe(self, tree: IndirectObject, facts: Facts) -> None:
        """Tell language and title; have the title, not the file's name, stand above the window."""
        root = self._writer.root_object
        root[NameObject("/StructTreeRoot")] = tree
        root[NameObject("/Lang")] = TextStringObject(facts.language)
        root[NameObject("/MarkInfo")] = DictionaryObject(
            {NameObject("/Marked"): BooleanObject(True)}  # noqa: FBT003  a value of the format
        )
        root[NameObject("/ViewerPreferences")] = DictionaryObject(
            {NameObject("/DisplayDocTitle"): BooleanObject(True)}  # noqa: FBT003  as above
        )
        self._writer.add_metadata(
            {
                "/Title": facts.title,
                **{f"{_PREFIX}{key}": value for key, value in facts.told.items()},
            }
        )

    def _page(self, number: int) -> IndirectObject:
        return cast(IndirectObject, self._writer.pages[number].indirect_reference)

    def _added(self, entry: PdfObject) -> IndirectObject:
        return self._writer._add_object(entry)  # noqa: SLF001  pypdf itself tells to use it


def _headings(root: Element) -> Iterator[Element]:
    """Yield the headings of a document, or of the articles in it."""
    for kid in root.kids:
        if isinstance(kid, Element) and kid.role == "Art":
            yield from _headings(kid)
        elif isinstance(kid, Element) and kid.title:
            yield kid


def _link(
    areas: Sequence[Area], element: Element, page: IndirectObject, way: DictionaryObject
) -> DictionaryObject:
    """Return the annotation of a link that may go over several lines."""
    corners = (
        (each.left, each.top, each.right, each.top, each.left, each.bottom, each.right, each.bottom)
        for each in areas
    )
    around = (
        min(each.left for each in areas),
        min(each.bottom for each in areas),
        max(each.right for each in areas),
        max(each.top for each in areas),
    )
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/P"): page,
            NameObject("/F"): NumberObject(4),  # printed
            NameObject("/Rect"): ArrayObject(map(FloatObject, around)),
            NameObject("/QuadPoints"): ArrayObject(
                FloatObject(each) for quad in corners for each in quad
            ),
            NameObject("/Border"): ArrayObject(NumberObject(0) for _side in range(3)),
            NameObject("/Contents"): TextStringObject(element.title or element.address or ""),
            NameObject("/A"): way,
        }
    )
