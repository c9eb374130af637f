"""Where in an article the words of a search stand."""

from collections.abc import Iterator, Sequence

from reader.model.leaves import Kind, Leaf, cells
from reader.model.position import Extent
from reader.model.query import Part
from reader.text.overlaps import apart
from reader.text.search_terms import Term, parse
from reader.text.words import tokens, words


def sought(text: str, *, exact: bool = False) -> tuple[Term, ...]:
    """Return the terms of a search; where it has none, as in „само:прочетени", its words."""
    return parse(text, exact=exact).terms or parse(" ".join(words(text)), exact=exact).terms


def matches(leaves: Sequence[Leaf], terms: Sequence[Term]) -> tuple[Extent, ...]:
    """Return where the terms stand, in reading order; of places that overlap the first, or longest.

    A term reaches from its first word to its last, and never from one cell of a table to another.
    """
    return tuple(
        Extent(block, begin + start, begin + end)
        for block, leaf in enumerate(leaves)
        for begin, text in _texts(leaf)
        for start, end in _in_text(text, [term for term in terms if _may_stand(term, leaf)])
    )


def _texts(leaf: Leaf) -> list[tuple[int, str]]:
    """Return the texts that are read one by one, each with its place in the leaf."""
    grid = cells(leaf)
    if not grid:
        return [(0, leaf.text)]
    caption = (0, leaf.text[: grid[0].start])
    return [caption, *((cell.start, leaf.text[cell.start : cell.end]) for cell in grid)]


def _may_stand(term: Term, leaf: Leaf) -> bool:
    match term.part:
        case None | Part.BODY:
            return True
        case Part.TITLE:
            return leaf.kind is Kind.TITLE
        case Part.ORIGINAL | Part.NOTES:
            return False


def _in_text(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    found = list(tokens(text))
    only_words = [word for word, _, _ in found]
    places = [
        (found[place][1], found[place + len(term.keys) - 1][2], term)
        for term in terms
        for place in term.places(only_words)
    ]
    for start, end, _ in apart(places):
        yield start, end
