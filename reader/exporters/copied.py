"""An article, or a part of it, as it is copied: with where it comes from in its last line."""

from dataclasses import dataclass, replace

from reader.exporters import markdown, text
from reader.exporters.excerpt import excerpt
from reader.exporters.html_blocks import Writer
from reader.exporters.pdf.told import source_of
from reader.model.article import Article, Paragraph
from reader.model.position import Position


@dataclass(frozen=True, slots=True)
class Copied:
    """The same in three forms."""

    markdown: str
    text: str
    html: str


def copied(article: Article, selected: tuple[Position, Position] | None = None) -> Copied:
    """Return what lies between two places, or the whole article."""
    part = excerpt(article, *selected) if selected else article
    source = source_of(article)
    signed = replace(part, blocks=(*part.blocks, Paragraph(source))) if source else part
    pieces = (piece for _block, piece in Writer(signed, None).write())
    return Copied(markdown.body(signed), text.body(signed), "\n".join(filter(None, pieces)))
