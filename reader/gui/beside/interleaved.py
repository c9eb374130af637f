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
    ours = _by_bead(article, pairs, Side.ARTICLE)
    theirs = _by_bead(original, pairs, Side.ORIGINAL)
    last = _NOWHERE
    for number, _bead in enumerate(pairs.paired.alignment.beads):
        own = ours.pop(number, [])
        here = own[0 if original_first else -1].source if own else last
        other = [replace(each, source=here, original=each.source) for each in theirs[number]]
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


def _by_bead(
    said: Iterable[Utterance], pairs: Pairs, side: Side
) -> defaultdict[int, list[Utterance]]:
    """Return what is said of a text by the number of its bead.

    What is no sentence that could be paired, such as the notice, goes with what is said before it.
    """
    beads = {
        sentence: number
        for number, bead in enumerate(pairs.paired.alignment.beads)
        for sentence in (bead.left if side is Side.ARTICLE else bead.right)
    }
    found: defaultdict[int, list[Utterance]] = defaultdict(list)
    current = beads.get(0, 0)
    for each in said:
        number = pairs.at(side, Position(each.source.block, each.source.start))
        current = current if number is None else beads[number]
        found[current].append(each)
    return found
