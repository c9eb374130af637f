"""Sentences that a page can point at, so that a recording goes along with them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from reader.model.article import Spans, cut, plain
from reader.model.leaves import Kind, Leaf
from reader.model.position import Extent
from reader.model.sound import Clip

# In these the words of the page are those of the leaf; the others are pointed at as a whole.
_DIVISIBLE = frozenset(Kind) - {Kind.TABLE, Kind.FIGURE, Kind.FOOTNOTE}

Clips: TypeAlias = Sequence[tuple[Extent, Clip]]


class Sentences:
    """Where the sentences of an article begin and end; those of a leaf follow each other."""

    def __init__(self, extents: Iterable[Extent] = (), pieces: Sequence[Leaf] = ()) -> None:
        self._of: dict[int, dict[Extent, str]] = {}
        for block, run in groupby(extents, key=lambda extent: extent.block):
            found = {extent: f"{anchor(block)}s{number}" for number, extent in enumerate(run)}
            if len(found) > 1 and pieces[block].kind in _DIVISIBLE:
                self._of[block] = found

    def place(self, extent: Extent) -> str:
        """Return the name of what holds a sentence: of itself, or of its leaf."""
        return self._of.get(extent.block, {}).get(extent) or anchor(extent.block)

    def cut(self, block: int, spans: Spans) -> Iterator[tuple[str, Spans]]:
        """Yield the words of a leaf in pieces: each sentence with its name, the rest with ""."""
        end = 0
        for extent, name in self._of.get(block, {}).items():
            yield "", cut(spans, end, extent.start)
            yield name, cut(spans, extent.start, extent.end)
            end = extent.end
        yield "", cut(spans, end, len(plain(spans)))


def timed(clips: Clips, sentences: Sentences) -> Iterator[tuple[Extent, str, Clip]]:
    """Yield what is lit up at a time, by its name; what is lit for several clips, once."""
    named = ((sentences.place(extent), extent, clip) for extent, clip in clips)
    for name, run in groupby(named, key=itemgetter(0)):
        (_, extent, first), *others = run
        last = others[-1][2] if others else first
        yield extent, name, Clip(first.begin, last.end)


def anchor(leaf: int) -> str:
    """Return the name of a leaf's place in a page."""
    return f"b{leaf}"
