"""What comes out of an archive that somebody else has made, with nothing in it that acts."""

from collections.abc import Sequence
from dataclasses import replace

from reader.library.values import CodecError
from reader.model.article import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    Quote,
    Reference,
    Span,
    Spans,
    Table,
)
from reader.text import controls
from reader.text.addresses import SCHEMES

_DEEPEST = 30  # quotations and lists in one another; news have three


def harmless(article: Article) -> Article:
    """Return an article whose addresses lead to the web, a mailbox or a telephone, or nowhere.

    Raises `CodecError` where its blocks lie too deep in one another.
    """
    source = article.source
    return replace(
        article,
        title=line(article.title),
        author=text(article.author) if article.author else article.author,
        blocks=_blocks(article.blocks, 0),
        source=replace(source, name=line(source.name), address=address(source.address)),
        original=address(article.original),
        references=tuple(
            Reference(text(each.name), each.address)
            for each in article.references
            if address(each.address)
        ),
    )


def text(words: str) -> str:
    """Return a text with the letters that act replaced."""
    return controls.harmless(words)


def line(words: str) -> str:
    """Return a text in one line, with the letters that act replaced; none is added or lost."""
    return text(words).replace("\n", " ").replace("\t", " ")


def address(found: str | None) -> str | None:
    """Return an address, or None where it does not lead to the web, a mailbox or a telephone."""
    safe = found is not None and found.lower().startswith(SCHEMES) and not controls.acts(found)
    return found if safe else None


def _blocks(blocks: Sequence[Block], depth: int) -> tuple[Block, ...]:
    if depth > _DEEPEST:
        raise CodecError("blocks too deep in one another")
    return tuple(_block(block, depth) for block in blocks)


def _block(block: Block, depth: int) -> Block:
    match block:
        case Heading() | Paragraph() | Notice():
            return replace(block, spans=_spans(block.spans))
        case Footnote(label, spans):
            return Footnote(text(label), _spans(spans))
        case Figure(alt, caption):
            return Figure(text(alt), _spans(caption))
        case ListBlock(ordered, items):
            return ListBlock(ordered, tuple(_blocks(item, depth + 1) for item in items))
        case Quote(blocks, attribution):
            return Quote(_blocks(blocks, depth + 1), _spans(attribution))
        case Table(header, rows, caption):
            return Table(_cells(header), tuple(map(_cells, rows)), _spans(caption))


def _cells(cells: Sequence[Spans]) -> tuple[Spans, ...]:
    return tuple(map(_spans, cells))


def _spans(spans: Spans) -> Spans:
    return tuple(map(_span, spans))


def _span(span: Span) -> Span:
    link = address(span.link)
    if link == span.link and not controls.acts(span.text):
        return span
    return replace(span, text=text(span.text), link=link)
