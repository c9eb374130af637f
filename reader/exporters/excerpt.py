"""A part of an article, as it is copied: from one place of it to another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

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
        self._leaf = -1

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
        self._leaf += 1
        if not self._start.block <= self._leaf <= self._end.block:
            return ()
        first = self._start.char if self._leaf == self._start.block else 0
        whole = sum(len(span.text) for span in spans)
        last = self._end.char if self._leaf == self._end.block else whole
        ends = accumulate(len(span.text) for span in spans)
        places = ((span, end - len(span.text)) for span, end in zip(spans, ends, strict=True))
        cut = (
            replace(span, text=span.text[max(0, first - begins) : max(0, last - begins)])
            for span, begins in places
        )
        return tuple(span for span in cut if span.text)

    def _is_touched(self) -> bool:
        """Tell whether anything of the next leaf is wanted."""
        self._leaf += 1
        begins = Position(self._leaf, 0)
        return self._start.block <= self._leaf and begins < self._end
