"""An article as the row of pieces that are read one after another.

A list item, a paragraph of a quotation or a whole table is one piece. The reading position,
the accessible tree, the voice, the search and the flat export all count these pieces.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.model.article import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Span,
    Spans,
    Table,
    plain,
)


class Kind(StrEnum):
    """What a leaf is; the values are the kinds of the flat block list."""

    TITLE = "title"
    DATE = "date"
    LEAD = "lead"
    PARAGRAPH = "p"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "li"
    TABLE = "table"
    FIGURE = "figure"
    FOOTNOTE = "footnote"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where an item stands: `index` of `count`, both from 1, in a list nested `depth` deep."""

    index: int
    count: int
    depth: int
    ordered: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """One piece of an article; `text` is what `Position.char` counts.

    `level` is that of a heading (the title has 1), else 0. `rows` are the cells of a table, its
    header first if it has one; a table's text has a row a line and " | " between cells. `is_unseen`
    tells that the words stand for a picture and are not printed; where a picture has printed words
    as well, its description is in `alt`. `part` counts the paragraphs of an item or a quotation,
    from 0.
    """

    kind: Kind
    spans: Spans
    level: int = 0
    place: ListPlace | None = None
    rows: tuple[tuple[Spans, ...], ...] = ()
    has_header: bool = False
    is_unseen: bool = False
    alt: str = ""
    part: int = 0

    @property
    def text(self) -> str:
        """The words, without style."""
        return plain(self.spans)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, both counted from 0: characters `start` to `end` of its leaf's text."""

    row: int
    column: int
    start: int
    end: int


_BETWEEN_CELLS = " | "
_KINDS = {
    ParagraphRole.BODY: Kind.PARAGRAPH,
    ParagraphRole.LEAD: Kind.LEAD,
    ParagraphRole.OPENING: Kind.PARAGRAPH,
    ParagraphRole.DATE: Kind.DATE,
}


@dataclass(frozen=True, slots=True)
class _Context:
    quoted: bool = False
    place: ListPlace | None = None
    depth: int = 0
    part: int = 0


def leaves(article: Article) -> tuple[Leaf, ...]:
    """Return the article's pieces in reading order."""
    return tuple(leaf for block in article.blocks for leaf in _leaves(block, _Context()))


def cells(leaf: Leaf) -> tuple[Cell, ...]:
    """Return where the cells of a table stand in its text, row by row; the caption comes first."""
    lines = [_joined(row) for row in leaf.rows]
    char = len(leaf.text) - len("\n".join(map(plain, lines)))
    found = []
    for row, line in enumerate(leaf.rows):
        for column, spans in enumerate(line):
            end = char + len(plain(spans))
            found.append(Cell(row, column, char, end))
            char = end + (len(_BETWEEN_CELLS) if column + 1 < len(line) else 0)
        char += len("\n")
    return tuple(found)


def _leaves(  # noqa: C901, PLR0912 - one case for each kind of block
    block: Block, context: _Context
) -> Iterator[Leaf]:
    match block:
        case Heading(level, spans):
            yield Leaf(Kind.TITLE if level == 1 else Kind.HEADING, spans, level)
        case Paragraph(spans, role):
            yield _paragraph(spans, _KINDS[role], context)
        case ListBlock():
            yield from _items(block, context)
        case Quote(blocks, attribution):
            for part, inner in _parts(blocks):
                yield from _leaves(inner, _Context(quoted=True, depth=context.depth, part=part))
            if attribution:
                yield Leaf(Kind.PARAGRAPH, attribution)
        case Table():
            yield _table(block)
        case Figure(alt, caption):
            if caption:
                yield Leaf(Kind.FIGURE, caption, alt=alt)
            else:
                yield Leaf(Kind.FIGURE, (Span(alt),), is_unseen=True)
        case Footnote(label, spans):
            yield Leaf(Kind.FOOTNOTE, (Span(f"[{label}] "), *spans))
        case Notice(spans):
            yield Leaf(Kind.NOTICE, spans)


def _paragraph(spans: Spans, kind: Kind, context: _Context) -> Leaf:
    if context.place is not None:
        return Leaf(Kind.ITEM, spans, place=context.place, part=context.part)
    return Leaf(Kind.QUOTE if context.quoted else kind, spans, part=context.part)


def _parts(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Block]]:
    """Yield blocks, each with the number of the paragraphs before it."""
    before = 0
    for block in blocks:
        yield before, block
        before += isinstance(block, Paragraph)


def _items(block: ListBlock, context: _Context) -> Iterator[Leaf]:
    depth = context.depth + 1
    for index, item in enumerate(block.items, 1):
        place = ListPlace(index, len(block.items), depth, block.ordered)
        for part, inner in _parts(item):
            yield from _leaves(inner, _Context(context.quoted, place, depth, part))


def _table(block: Table) -> Leaf:
    rows = (block.header, *block.rows) if block.header else block.rows
    lines = [_joined(row) for row in rows]
    spans: list[Span] = list((*block.caption, Span("\n")) if block.caption else ())
    for number, line in enumerate(lines):
        spans += [Span("\n"), *line] if number else line
    return Leaf(Kind.TABLE, tuple(spans), rows=rows, has_header=bool(block.header))


def _joined(row: tuple[Spans, ...]) -> Spans:
    spans: list[Span] = []
    for number, cell in enumerate(row):
        spans += [Span(_BETWEEN_CELLS), *cell] if number else cell
    return tuple(spans)
