"""A word with those around it, so that one can hear how it is said."""

from bisect import bisect_left, bisect_right

from reader.model.article import Article, Paragraph, Source, Span, cut
from reader.model.leaves import leaves
from reader.model.position import Extent, Position
from reader.model.pronunciation import Pronunciation
from reader.speech.spoken.own import Own
from reader.text.words import tokens

_HOME = "bg"
_BEFORE, _AFTER = 4, 3  # words


def phrase(article: Article | None, place: Position, entry: Pronunciation) -> Article:
    """Return the words of an entry with those around them, where they stand nearest to a place.

    They come as an article of one paragraph; alone, where the article that is read has no such
    words, or none is read.
    """
    found = leaves(article) if article is not None else ()
    own = Own((entry,))
    extents = (
        Extent(block, saying.start, saying.end)
        for block, leaf in enumerate(found)
        for saying in own.found(leaf.text)
    )
    nearest = min(extents, key=lambda extent: _distance(extent, place), default=None)
    around = (
        cut(found[nearest.block].spans, *_around(found[nearest.block].text, nearest))
        if nearest is not None
        else (Span(entry.written),)
    )
    language = article.language if article is not None else _HOME
    return Article("", language, (Paragraph(around),), Source(""))


def _distance(extent: Extent, place: Position) -> tuple[int, int]:
    """Return how far a stretch is from a place: blocks come first."""
    if extent.block == place.block and extent.start <= place.char <= extent.end:
        return 0, 0
    return abs(extent.block - place.block), abs(extent.start - place.char)


def _around(text: str, middle: Extent) -> tuple[int, int]:
    """Return where a phrase around a stretch begins and ends, in whole words."""
    starts, ends = [0], [len(text)]
    for _word, start, end in tokens(text):
        starts.append(start)
        ends.insert(-1, end)
    first = bisect_right(starts, middle.start) - 1 - _BEFORE
    last = bisect_left(ends, middle.end) + _AFTER
    return starts[max(first, 0)], ends[min(last, len(ends) - 1)]
