"""A page put together: where its article is, and the lines that this has."""

from collections.abc import Iterator

from reader.importers.html import about, notes, pruning, roots, rules, tree
from reader.importers.html.around import Parts, all_of, parts_of
from reader.importers.html.blocks import Walker
from reader.importers.html.links import Addresses, saved_from
from reader.importers.html.reading import Page
from reader.importers.html.tree import Element, Row
from reader.model.raw import RawDocument, RawLine


def document(markup: str, address: str | None, form: str, *, whole: bool = False) -> RawDocument:
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
    found = notes.find(row, addresses, names)
    parts = all_of(row, names) if whole else _article(row, names, told)
    page = Page(row, addresses, found.marks, found.bodies, parts)
    yield from Walker(page, names).lines()


def _article(row: Row, names: rules.Rules, told: about.About) -> Parts:
    """Return what of a page is its article."""
    title = roots.title(row, names, told.titles)
    dropped = pruning.dropped(row, names, title)
    return parts_of(row, names, dropped, title, roots.Text(row, dropped))
