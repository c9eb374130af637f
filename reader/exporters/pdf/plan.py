"""What is printed of an article, and the structure tree over it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.exporters.pdf import told
from reader.exporters.pdf.elements import Element, Facts, Marked
from reader.exporters.pdf.growing import Growing, Part
from reader.exporters.rights import title_of
from reader.model.article import Article, Block, Quote, Span
from reader.model.leaves import Kind, Leaf, leaves


@dataclass(frozen=True, slots=True)
class Plan:
    """The leaves to be printed in their order, the marks of each, and the tree of elements.

    `markers` are marks and words of what stands before list items, by the leaf. The leaves from
    `foot` on tell where the article comes from.
    """

    leaves: tuple[Leaf, ...]
    marks: tuple[tuple[Marked, ...], ...]
    markers: dict[int, tuple[int, str]]
    root: Element
    foot: int
    facts: Facts


def plan(article: Article, marks: Iterator[int]) -> Plan:
    """Return what is to be printed of an article; `marks` numbers its marks."""
    blocks = [_parts(article, block) for block in article.blocks]
    title = next((at for at, parts in enumerate(blocks) if _is_title(parts)), None)
    if title is None:
        title = 0
        blocks.insert(0, [(Leaf(Kind.TITLE, (Span(title_of(article)),), 1), Part.TEXT)])
    if said := told.about(article):
        blocks.insert(title + 1, [(Leaf(Kind.DATE, (Span(said),)), Part.TOLD)])
    foot = sum(map(len, blocks))
    blocks.append([(Leaf(Kind.DATE, spans), Part.TOLD) for spans in told.foot(article)])
    growing = Growing(article.language, marks)
    for parts in blocks:
        for leaf, part in parts:
            growing.add(leaf, part)
        growing.end_block()
    return Plan(
        tuple(leaf for parts in blocks for leaf, _part in parts),
        growing.marks,
        growing.markers,
        Element("Document", tuple(growing.done)),
        foot,
        told.facts_of(article),
    )


def _is_title(parts: list[tuple[Leaf, Part]]) -> bool:
    return any(leaf.kind is Kind.TITLE for leaf, _part in parts)


def _parts(article: Article, block: Block) -> list[tuple[Leaf, Part]]:
    """Return the leaves of a block of the article's, with what they are."""
    parts = [(leaf, Part.TEXT) for leaf in leaves(replace(article, blocks=(block,)))]
    if isinstance(block, Quote) and block.attribution:
        parts[-1] = (parts[-1][0], Part.SIGNATURE)
    return parts
