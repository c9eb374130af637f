"""An article and its original as one article: each sentence, and under it the one that it is of."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.gui.beside.pairs import Pairs, Side
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
    Span,
    Spans,
    Table,
    cut,
)
from reader.model.bilingual import Bead
from reader.model.leaves import cells, leaves
from reader.model.position import START, Extent, Position


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one of the two texts, and which leaf it is of the article made of both.

    So many letters stand `before` it that are of neither text.
    """

    side: Side
    extent: Extent
    leaf: int
    before: int = 0


class Alternated:
    """The article made of both, and the way between its places and those of the two texts.

    Before a sentence of the original that is only guessed to say the same stands `guess`;
    tables stay whole, without it.
    """

    def __init__(self, article: Article, original: Article, pairs: Pairs, guess: Span) -> None:
        maker = _Maker(article, original, pairs, guess)
        self.article = replace(article, blocks=tuple(maker.blocks(article.blocks)))
        self._pieces = tuple(maker.pieces)
        self._of = {side: [each for each in self._pieces if each.side is side] for side in Side}
        for some in self._of.values():
            some.sort(key=_source)

    def source(self, place: Position) -> tuple[Side, Position]:
        """Return the text that a place is of, and where it is there."""
        piece = self._pieces[place.block]
        char = piece.extent.start + max(0, place.char - piece.before)
        return piece.side, Position(piece.extent.block, min(char, piece.extent.end))

    def place(self, side: Side, place: Position) -> Position:
        """Return where a place of one of the texts is."""
        some = self._of[side]
        if not some:
            return START
        piece = some[max(0, bisect_right(some, place, key=_source) - 1)]
        length = piece.extent.end - piece.extent.start
        inside = place.char - piece.extent.start if place.block == piece.extent.block else length
        return Position(piece.leaf, piece.before + min(max(0, inside), length))

    def extents(self, side: Side, some: Iterable[Extent]) -> tuple[Extent, ...]:
        """Return where stretches of one of the texts are."""
        found = []
        for extent in some:
            start = self.place(side, Position(extent.block, extent.start))
            end = self.place(side, Position(extent.block, extent.end))
            if start.block == end.block:
                found.append(Extent(start.block, start.char, end.char))
        return tuple(found)


class _Maker:
    """Goes through the blocks of the article; each leaf of what is made has its piece."""

    def __init__(self, article: Article, original: Article, pairs: Pairs, guess: Span) -> None:
        self.pieces: list[Piece] = []
        self._article = article
        self._pairs = pairs
        self._guess = guess
        self._ours = leaves(article)
        self._theirs = leaves(original)
        self._language = original.language
        self._shown: set[int] = set()  # tables of the original
        self._leaf = 0  # of the article, that comes next
        self._under = _under(pairs)
        self._beads = _by_leaf(pairs)

    def blocks(self, some: Sequence[Block]) -> Iterator[Block]:
        """Yield blocks with the sentences of the original under theirs."""
        for block in some:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Block]:
        match block:
            case Paragraph():
                yield from self._paragraph(block)
            case ListBlock(ordered, items):
                yield ListBlock(ordered, tuple(tuple(self.blocks(item)) for item in items))
            case Quote(inner, attribution):
                quoted = tuple(self.blocks(inner))
                number = self._keep() if attribution else None
                yield Quote(quoted, attribution)
                yield from self._below(number)
            case Heading() | Table() | Figure() | Footnote() | Notice():
                number = self._keep()
                yield block
                yield from self._below(number)

    def _paragraph(self, block: Paragraph) -> Iterator[Block]:
        """Yield a paragraph for each sentence; those of one pair stay together."""
        number = self._leaf
        if number not in self._beads:
            self._keep()
            yield block
            return
        self._leaf += 1
        for bead in self._beads[number]:
            some = [e for e in self._pairs.extents(Side.ARTICLE, bead.left) if e.block == number]
            extent = Extent(number, some[0].start, some[-1].end)
            self._put(Side.ARTICLE, extent)
            yield replace(block, spans=cut(block.spans, extent.start, extent.end))
            yield from self._originals(bead, number)

    def _keep(self) -> int:
        """Take the next leaf of the article over as it is; return its number."""
        number = self._leaf
        self._leaf += 1
        self._put(Side.ARTICLE, Extent(number, 0, len(self._ours[number].text)))
        return number

    def _below(self, number: int | None) -> Iterator[Block]:
        """Yield what the original says of a whole leaf."""
        if number is not None:
            for bead in self._beads.get(number, ()):
                yield from self._originals(bead, number)

    def _originals(self, bead: Bead, number: int) -> Iterator[Block]:
        """Yield what the original says of a pair, under the last leaf that has some of it."""
        if self._pairs.extents(Side.ARTICLE, bead.left)[-1].block == number:
            for numbers in self._under[bead]:
                told = (self._guess,) if bead.doubtful and numbers == bead.right else ()
                yield from self._original(numbers, told)

    def _original(self, numbers: tuple[int, ...], told: Spans) -> Iterator[Block]:
        """Yield sentences of the original, those of one leaf in one paragraph; tables whole.

        Before the first of them that is in no table stands what is `told` of them.
        """
        extents = self._pairs.extents(Side.ORIGINAL, numbers)
        for block in dict.fromkeys(extent.block for extent in extents):
            some = [extent for extent in extents if extent.block == block]
            if self._theirs[block].rows:
                yield from self._table(block)
                continue
            whole = Extent(block, some[0].start, some[-1].end)
            self._put(Side.ORIGINAL, whole, sum(len(span.text) for span in told))
            spans = cut(self._theirs[block].spans, whole.start, whole.end)
            yield Paragraph((*told, *self._foreign(spans)))
            told = ()

    def _table(self, block: int) -> Iterator[Block]:
        if block in self._shown:
            return
        self._shown.add(block)
        leaf = self._theirs[block]
        self._put(Side.ORIGINAL, Extent(block, 0, len(leaf.text)))
        caption = cut(leaf.spans, 0, min((cell.start for cell in cells(leaf)), default=0) - 1)
        rows = tuple(tuple(map(self._foreign, row)) for row in leaf.rows)
        header = rows[0] if leaf.has_header else ()
        yield Table(header, rows[leaf.has_header :], self._foreign(caption))

    def _put(self, side: Side, extent: Extent, before: int = 0) -> None:
        self.pieces.append(Piece(side, extent, len(self.pieces), before))

    def _foreign(self, spans: Spans) -> Spans:
        return tuple(replace(span, language=span.language or self._language) for span in spans)


def _under(pairs: Pairs) -> dict[Bead, list[tuple[int, ...]]]:
    """Return what stands under each pair of the article: its own, and what only the original says.

    What the original says before everything stands under the first.
    """
    found: dict[Bead, list[tuple[int, ...]]] = {}
    before: list[tuple[int, ...]] = []
    last = before
    for bead in pairs.paired.alignment.beads:
        if bead.left:
            last = found[bead] = [*before, bead.right]
            before = []
        else:
            last.append(bead.right)
    return found


def _by_leaf(pairs: Pairs) -> dict[int, list[Bead]]:
    """Return the pairs that have sentences in each leaf of the article."""
    found: dict[int, list[Bead]] = {}
    for bead in pairs.paired.alignment.beads:
        extents = pairs.extents(Side.ARTICLE, bead.left)
        for block in dict.fromkeys(extent.block for extent in extents):
            found.setdefault(block, []).append(bead)
    return found


def _source(piece: Piece) -> Position:
    return Position(piece.extent.block, piece.extent.start)
