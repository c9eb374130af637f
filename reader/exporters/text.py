"""The article as plain text that reads well: one paragraph a line, addresses after links."""

from collections.abc import Iterator
from itertools import groupby

from reader.exporters.rights import rights, words
from reader.model.article import Article, Spans, plain, without_inferred
from reader.model.leaves import Kind, Leaf, leaves

_INDENT = "    "


def render(article: Article) -> str:
    """Return the article as text; what it came from stands at its end."""
    pieces = leaves(article)
    parts = [] if any(leaf.kind is Kind.TITLE for leaf in pieces) else [article.title]
    for is_item, group in groupby(pieces, key=lambda leaf: leaf.kind is Kind.ITEM):
        if is_item:
            parts.append("\n".join(_items(group)))
        else:
            parts += [_text(leaf) for leaf in group]
    parts.append("\n".join(origin(article)))
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


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
    if known.source:
        yield _("Source: {source}").format(source=known.source)
    if article.original:
        yield _("Original: {address}").format(address=article.original)
    if article.source.retrieved:
        day = article.source.retrieved.date().isoformat()
        yield _("Retrieved: {day}").format(day=day)
    if article.machine_translated:
        yield _("Machine translation.")
    yield from (said for said in (known.licence, known.changes) if said)
