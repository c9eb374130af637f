"""A part of an article, as it is copied: from one place of it to another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

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
    Spans,
    Table,
    cut,
    plain,
)
from reader.model.position import Position


def excerpt(article: Article, start: Position, end: Position) -> Article:
    """Return the article with what lies between two places alone; tables and notes stay whole."""
    cutting = _Cutting(start, end)
    return replace(article, blocks=tuple(cutting.blocks(article.blocks)))


class _Cutting:
    """Counts the leaves as `reader.model.leaves` does, and keeps what is wanted of each."""

    def __init__(self, start: Position, end: Position) -> None:
        self._start = start
        self._end = end
        self._leaves = count()

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """Yield what is wanted of blocks."""
        for block in blocks:
            kept = self._block(block)
            if kept is not None:
                yield kept

    def _block(self, block: Block) -> Block | None:
        match block:
            case Heading() | Paragraph():
                spans = self._part(block.spans)
                return replace(block, spans=spans) if spans else None
            case ListBlock(ordered, items):
                inside = (tuple(self.blocks(item)) for item in items)
                kept = tuple(item for item in inside if item)
                return ListBlock(ordered, kept) if kept else None
            case Quote(blocks, attribution):
                quoted = tuple(self.blocks(blocks))
                signed = self._part(attribution) if attribution else ()
                if not quoted:
                    return Paragraph(signed) if signed else None
                return Quote(quoted, signed)
            case Table() | Figure() | Footnote() | Notice():
                return block if self._is_touched() else None

    def _part(self, spans: Spans) -> Spans:
        """Return the letters of the next leaf that are wanted."""
        start, end, leaf = self._start, self._end, next(self._leaves)
        if not start.block <= leaf <= end.block:
            return ()
        first = start.char if leaf == start.block else 0
        last = end.char if leaf == end.block else len(plain(spans))
        return cut(spans, first, last)

    def _is_touched(self) -> bool:
        """Tell whether anything of the next leaf is wanted."""
        begins = Position(next(self._leaves), 0)
        return self._start.block <= begins.block and begins < self._end
