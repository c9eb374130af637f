"""A page put together: where its article is, and the lines that this has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.importers.html import about, notes, pruning, roots, rules, tree
from reader.importers.html.around import Parts, parts_of
from reader.importers.html.blocks import Walker
from reader.importers.html.links import Addresses, saved_from
from reader.importers.html.tree import Element, Row
from reader.model.raw import RawDocument, RawLine


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the elements of a page before its article is read."""

    row: Row
    dropped: frozenset[int]
    addresses: Addresses
    marks: Mapping[Element, str]
    bodies: Mapping[Element, str]
    parts: Parts

    def reads(self, element: Element) -> bool:
        """Tell whether an element is part of the article."""
        place = self.row.place.get(element)
        return place is not None and place not in self.dropped


def document(
    markup: str, address: str | None, form: str, *, whole: bool = False
) -> RawDocument:
    """Return the article of a page; no lines where there is none.

    `form` names the importer; `whole` tells that there is nothing but the article.
    """
    known = address or saved_from(markup)
    root = tree.parsed(markup)
    if root is None:
        return RawDocument(form, (), address=known, marked_up=True)
    told = about.read(root, Addresses(known, about.base(root)))
    own = known or told.address
    addresses = Addresses(own, about.base(root))
    return RawDocument(
        form,
        tuple(_lines(root, addresses, told, whole=whole)),
        title=told.titles[0] if told.titles else "",
        language=told.language,
        address=own,
        marked_up=True,
        published=told.published,
        author=told.author,
        versions=told.versions,
    )


def _lines(
    root: Element, addresses: Addresses, told: about.About, *, whole: bool
) -> Iterator[RawLine]:
    names = rules.load()
    row = Row(root, names)
    if whole:
        title, body = (next(iter(row.tagged(tag)), None) for tag in ("h1", "body"))
        dropped: set[int] = set()
    else:
        title = roots.title(row, names, told.titles)
        dropped = pruning.dropped(row, names, title)
        body = roots.Text(row, dropped).root(names)
    found = notes.find(row, addresses, names)
    parts = parts_of(row, names, dropped, title, body or 0)
    page = Page(row, frozenset(dropped - parts.places), addresses, found.marks, found.bodies, parts)
    yield from Walker(page, names).lines()
