"""The words around the place in an article that fits a search best."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.model.position import Position
from reader.text.search_terms import Term
from reader.text.words import tokens, words

_WIDTH = 12  # words
_LEAD = 3  # words before the first match


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some words of an article, (start, end) of those that match, and where the first stands."""

    text: str
    marks: tuple[tuple[int, int], ...]
    position: Position


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of a leaf from its word `first` on; a higher score is a better one."""

    score: tuple[int, bool]
    block: int
    first: int


def snippet(texts: Sequence[str], title: str, terms: Sequence[Term]) -> Snippet:
    """Return the words around the place where most terms stand together.

    Of equal places the first below the title wins, since the title is shown anyway.
    """
    best: _Window | None = None
    for block, text in enumerate(texts):
        for first, found in _windows(_begins(words(text), terms)):
            window = _Window((found, text != title), block, first)
            if best is None or window.score > best.score:
                best = window
        if best is not None and best.score == (len(terms), True):
            break
    return _cut(texts[best.block], best, terms) if best else _opening(texts)


def _begins(found: Sequence[str], terms: Sequence[Term]) -> dict[int, set[Term]]:
    """Return which terms begin at which word."""
    begins: dict[int, set[Term]] = {}
    for term in terms:
        for place in term.places(found):
            begins.setdefault(place, set()).add(term)
    return begins


def _windows(begins: Mapping[int, set[Term]]) -> Iterator[tuple[int, int]]:
    """Yield each place where a term begins, and how many terms begin soon after."""
    for first in begins:
        reached = range(first, first + _WIDTH - _LEAD)
        yield first, len(set[Term]().union(*(begins.get(place, set()) for place in reached)))


def _cut(text: str, window: _Window, terms: Sequence[Term]) -> Snippet:
    found = list(tokens(text))
    last = min(len(found), max(window.first - _LEAD, 0) + _WIDTH)
    first = max(0, min(window.first - _LEAD, last - _WIDTH))
    start = found[first][1] if first else 0
    end = found[last - 1][2] if last < len(found) else len(text)
    before, after = "… " if first else "", "…" if last < len(found) else ""
    begins = _begins([word for word, _, _ in found], terms)
    places = {
        at + more
        for at, those in begins.items()
        for term in those
        for more in range(len(term.keys))
    }
    extents = [found[place][1:] for place in sorted(places) if first <= place < last]
    shift = len(before) - start
    return Snippet(
        before + text[start:end].replace("\n", " ") + after,
        tuple((begin + shift, finish + shift) for begin, finish in extents),
        Position(window.block, extents[0][0]),
    )


def _opening(texts: Sequence[str]) -> Snippet:
    """Return how the article begins: only a title that stands outside of its text matches."""
    block, text = next(((b, t) for b, t in enumerate(texts) if t), (0, ""))
    ends = [end for _, _, end in tokens(text)]
    cut = len(ends) > _WIDTH
    words = (text[: ends[_WIDTH - 1]] + "…") if cut else text
    return Snippet(words.replace("\n", " "), (), Position(block, 0))
