"""The article as a flat list of blocks in JSON, for scripts and tests."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import NotRequired, TypedDict

from reader.exporters.rights import rights
from reader.model.article import (
    Article,
    Block,
    Footnote,
    Paragraph,
    ParagraphRole,
    Quote,
    Spans,
    Table,
    plain,
    without_inferred,
)
from reader.model.leaves import Kind, Leaf, leaves
from reader.model.raw import Repair

# Importers of what lies on paper, or was copied from there.
_PRINTS = frozenset({"pdf", "text"})


class Link(TypedDict):
    """A link's words and its address."""

    text: str
    url: str


class FlatBlock(TypedDict):
    """A leaf; `level` stands with a heading, `rows` and `caption` with a table.

    Of what no print shows, a page's quotations have their `author`, its notes their `label`.

    `text` has no line breaks, but for those between the rows of a table.
    """

    kind: str
    text: str
    links: list[Link]
    level: NotRequired[int]
    rows: NotRequired[list[list[str]]]
    caption: NotRequired[str]
    author: NotRequired[str]
    label: NotRequired[str]


def blocks(article: Article) -> list[FlatBlock]:
    """Return the article's leaves in reading order.

    A print does not show what stands for a picture, and it shows the numbers of notes.
    """
    if article.source.format in _PRINTS:
        return [_block(leaf) for leaf in leaves(article) if not leaf.is_unseen]
    return [told for block in article.blocks for told in _marked_up(block, article)]


def _marked_up(block: Block, article: Article) -> list[FlatBlock]:
    """Return a block of a page: what it says of quotations, notes and tables is told apart."""
    pieces = leaves(replace(article, blocks=(block,)))
    match block:
        case Quote(_, attribution) if attribution:
            told = [_block(leaf) for leaf in pieces]
            if len(told) > 1:  # else there is only who said it
                told[-2:] = [{**told[-2], "author": _one_line(plain(attribution))}]
            return told
        case Table(header, rows, caption) if caption:
            (bare,) = leaves(replace(article, blocks=(Table(header, rows),)))
            return [{**_block(bare), "caption": _one_line(plain(caption))}]
        case Footnote(label, spans):
            (bare,) = leaves(replace(article, blocks=(Paragraph(spans),)))
            return [{**_block(bare), "kind": Kind.FOOTNOTE.value, "label": label}]
        case _:
            return [_block(leaf) for leaf in pieces]


def render(article: Article) -> str:
    """Return the flat list as JSON."""
    return _json(blocks(article))


def document(article: Article, repairs: tuple[Repair, ...]) -> str:
    """Return what is known of the article, its flat list and its repairs as JSON.

    Pages of repairs count from 1, as printed.
    """
    changes = [
        {
            "step": change.step,
            "page": change.page + 1,
            "before": change.before,
            "after": change.after,
        }
        for change in repairs
    ]
    return _json({"meta": _meta(article), "blocks": blocks(article), "repairs": changes})


def _meta(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "language": article.language,
        "published": article.published.isoformat() if article.published else None,
        "author": article.author,
        "publisher": rights(article).publisher,
        "lead": _lead(article),
        "source_url": article.source.address,
        "original_url": article.original,
        "machine_translated": article.machine_translated,
        "references": [{"name": each.name, "url": each.address} for each in article.references],
    }


def _lead(article: Article) -> str | None:
    """Return the words of the lead-in, whether the format or only the type shows it."""
    leads = (ParagraphRole.LEAD, ParagraphRole.OPENING)
    shown = (x for x in article.blocks if isinstance(x, Paragraph) and x.role in leads)
    return next((_one_line(plain(block.spans)) for block in shown), None)


def links(article: Article) -> list[tuple[str, str]]:
    """Return the words and the address of each link, each address once, in reading order.

    Documents that the text only names are among them, unlike in the flat list.
    """
    first: dict[str, str] = {}
    for leaf in leaves(article):
        for link in _links(leaf.spans):
            first.setdefault(link["url"], link["text"])
    return [(words, address) for address, words in first.items()]


def _block(leaf: Leaf) -> FlatBlock:
    is_table = leaf.kind is Kind.TABLE
    block: FlatBlock = {
        "kind": leaf.kind.value,
        "text": leaf.text if is_table else _one_line(leaf.text),
        "links": list(_links(without_inferred(leaf.spans))),
    }
    if leaf.kind is Kind.HEADING:
        block["level"] = leaf.level
    if is_table:
        block["rows"] = [[_one_line(plain(cell)) for cell in row] for row in leaf.rows]
    return block


def _links(spans: Spans) -> Iterator[Link]:
    """Join the neighbours of one address: „реч**та**“ is one link in two styles."""
    for address, run in groupby(spans, key=lambda span: span.link):
        if address is not None:
            yield {"text": _one_line(plain(tuple(run))), "url": address}


def _one_line(words: str) -> str:
    return " ".join(words.split("\n")).strip()


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
