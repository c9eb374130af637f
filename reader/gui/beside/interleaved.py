"""What the voice says of an article and its original: one of them, or both in turn."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.gui.beside.pairs import Pairs, Side
from reader.model.position import Extent, Position
from reader.model.utterance import Utterance

_NOWHERE = Extent(0, 0, 0)


def interleaved(
    article: Iterable[Utterance],
    original: Iterable[Utterance],
    pairs: Pairs,
    *,
    original_first: bool = False,
) -> Iterator[Utterance]:
    """Yield each sentence of an article with the one of the original that says the same.

    What either says alone comes in its place. The sources are those of the article throughout, so
    that reading moves through it; where a sentence stands in the original is told beside.
    """
    ours, theirs = _Said(article, pairs, Side.ARTICLE), _Said(original, pairs, Side.ORIGINAL)
    last = _NOWHERE
    for number, bead in enumerate(pairs.paired.alignment.beads):
        own = ours.of(number, bead.left)
        here = own[0 if original_first else -1].source if own else last
        found = theirs.of(number, bead.right)
        other = [replace(each, source=here, original=each.source) for each in found]
        yield from (*other, *own) if original_first else (*own, *other)
        if own:
            last = Extent(own[-1].source.block, own[-1].source.end, own[-1].source.end)


def alone(original: Iterable[Utterance], pairs: Pairs) -> Iterator[Utterance]:
    """Yield the sentences of the original, each at what says the same in the article."""
    last = _NOWHERE
    for each in original:
        number = pairs.at(Side.ORIGINAL, Position(each.source.block, each.source.start))
        near = None if number is None else pairs.nearest(Side.ORIGINAL, number)
        if near is not None:
            (last,) = pairs.extents(Side.ARTICLE, (near,))
        yield replace(each, source=last, original=each.source)


class _Said:
    """Gives what is said of a text pair by pair, and makes no more of it than is asked for.

    What is no sentence that could be paired, such as the notice, goes with what is said before it.
    """

    def __init__(self, said: Iterable[Utterance], pairs: Pairs, side: Side) -> None:
        self._said = iter(said)
        self._pairs = pairs
        self._side = side
        self._beads = {
            sentence: number
            for number, bead in enumerate(pairs.paired.alignment.beads)
            for sentence in (bead.left if side is Side.ARTICLE else bead.right)
        }
        self._found: defaultdict[int, list[Utterance]] = defaultdict(list)
        self._current = self._beads.get(0, 0)
        self._reached = -1  # sentence

    def of(self, number: int, sentences: tuple[int, ...]) -> list[Utterance]:
        """Return what is said of a pair by its number; `sentences` are those of this text in it."""
        last = max(sentences, default=-1)
        while self._reached <= last and (each := next(self._said, None)) is not None:
            place = Position(each.source.block, each.source.start)
            if (sentence := self._pairs.at(self._side, place)) is not None:
                self._reached = max(self._reached, sentence)
                self._current = self._beads[sentence]
            self._found[self._current].append(each)
        return self._found.pop(number, [])
