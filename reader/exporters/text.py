"""The article as plain text that reads well: one paragraph a line, addresses after links."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reader.exporters.rights import retrieved, rights, words
from reader.model.article import Article, Spans, plain, without_inferred
from reader.model.leaves import Kind, Leaf, leaves

_INDENT = "    "


def render(article: Article) -> str:
    """Return the article as text; what it came from stands at its end."""
    titled = any(leaf.kind is Kind.TITLE for leaf in leaves(article))
    title = () if titled else (article.title,)
    return _joined((*title, *_parts(article), "\n".join(origin(article))))


def body(article: Article) -> str:
    """Return the words of the article alone."""
    return _joined(_parts(article))


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _parts(article: Article) -> Iterator[str]:
    for is_item, group in groupby(leaves(article), key=lambda leaf: leaf.kind is Kind.ITEM):
        if is_item:
            yield "\n".join(_items(group))
        else:
            yield from map(_text, group)


def _text(leaf: Leaf) -> str:
    match leaf.kind:
        case Kind.QUOTE:
            return _INDENT + _line(leaf.spans)
        case Kind.HEADING:
            return "\n" + _line(leaf.spans)
        case Kind.TABLE:
            return _table(leaf)
        case _:
            return _line(leaf.spans)


def _items(group: Iterator[Leaf]) -> Iterator[str]:
    """Yield the lines of a list; only an item's first paragraph has the marker."""
    before = None
    for leaf in group:
        if leaf.place is None:
            continue
        marker = f"{leaf.place.index}." if leaf.place.ordered else "–"
        if leaf.place == before:
            marker = " " * len(marker)
        before = leaf.place
        yield f"{_INDENT * (leaf.place.depth - 1)}{marker} {_line(leaf.spans)}"


def _table(leaf: Leaf) -> str:
    caption = plain(leaf.spans).split("\n")[: -len(leaf.rows) or None]
    rows = [" | ".join(_line(cell) for cell in row) for row in leaf.rows]
    return "\n".join([*caption, *rows])


def _line(spans: Spans) -> str:
    """Return spans as one line, with the address in brackets after the words of a link.

    An inferred address would only break up the words that name the document.
    """
    parts: list[str] = []
    for address, run in groupby(without_inferred(spans), key=lambda span: span.link):
        said = plain(tuple(run))
        shown = said.rstrip()
        if address is None or address == shown:
            parts.append(said)
        else:
            parts.append(f"{shown} ({address}){said[len(shown) :]}")
    return " ".join("".join(parts).split("\n")).strip()


def origin(article: Article) -> Iterator[str]:
    """Yield where the article comes from, and on what terms it may be handed on."""
    _ = words(article)
    known = rights(article)
    if article.author:
        yield _("Author: {names}").format(names=article.author)
    if article.published:
        yield _("Published: {day}").format(day=article.published.isoformat())
    if known.publisher:
        yield _("Publisher: {name}").format(name=known.publisher)
    if known.source:
        yield _("Source: {source}").format(source=known.source)
    if article.original:
        yield _("Original: {address}").format(address=article.original)
    if day := retrieved(article):
        yield _("Retrieved: {day}").format(day=day.isoformat())
    if article.machine_translated:
        yield _("Machine translation.")
    yield from (said for said in (known.licence, known.changes) if said)
