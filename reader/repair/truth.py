"""What a page of the same announcement shows to be wrong in an article, as corrections to offer."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from reader.model.article import Article
from reader.model.correction import Offer, Piece
from reader.model.leaves import Kind, Leaf, leaves
from reader.repair.by_hand import correction_between, tag_of
from reader.text.differences import likeness
from reader.text.normal import normal

# Texts that have less than this in common are not one announcement, and blocks not one block.
_LIKE = 0.6
# A word with its hyphens, for these are what a PDF gets wrong.
_WORD = re.compile(r"\w+(?:-\w+)*")
_HYPHENS = str.maketrans("‐‑", "--")
# Tables are told from one another by their cells; the others are not the text itself.
_LEFT_ALONE = frozenset({Kind.TABLE, Kind.FIGURE, Kind.NOTICE})

_Leaves: TypeAlias = Sequence[Leaf]


def offers(article: Article, truth: Article) -> tuple[Offer, ...]:
    """Return what of an article can be put right by the page or feed text that it was made of.

    Only words and the bounds of blocks count. A page has more round its text: what it alone has,
    or the article alone, is offered only between blocks that both have.
    """
    mine, theirs = leaves(article), leaves(truth)
    if likeness(_texts(mine), _texts(theirs)) < _LIKE:
        return ()
    return tuple(_offers(article, mine, theirs))


def _offers(article: Article, mine: _Leaves, theirs: _Leaves) -> Iterator[Offer]:
    one, other = ([_key(leaf.text) for leaf in each] for each in (mine, theirs))
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    for number, (step, start, end, from_, to) in enumerate(steps):
        found = theirs[from_:to]
        if step == "equal" or _is_left_alone(mine[start:end], found):
            continue
        inside = 0 < number < len(steps) - 1
        if _are_pairs(mine[start:end], found):
            for place, leaf in enumerate(found, start):
                if one[place] != _key(leaf.text):
                    yield _offer(article, mine, place, place + 1, [leaf])
        elif step == "replace" and _are_alike(mine[start:end], found, inside=inside):
            yield _offer(article, mine, start, end, found)
        elif inside and step != "replace":
            yield from _one_sided(article, mine, start, end, found)


def _is_left_alone(mine: _Leaves, theirs: _Leaves) -> bool:
    return any(leaf.kind in _LEFT_ALONE for leaf in (*mine, *theirs))


def _one_sided(
    article: Article, mine: _Leaves, start: int, end: int, found: _Leaves
) -> Iterator[Offer]:
    """Yield the offer to take blocks out, or to put some in after the one above them."""
    if start < end:
        yield _offer(article, mine, start, end, ())
    elif mine[start - 1].kind not in _LEFT_ALONE:
        yield _offer(article, mine, start - 1, start, (mine[start - 1], *found))


def _are_pairs(mine: _Leaves, theirs: _Leaves) -> bool:
    """Tell whether each of these blocks is a version of the one in the same place."""
    pairs = list(zip(mine, theirs, strict=False))
    return len(mine) == len(theirs) and all(
        likeness((one.text,), (other.text,)) >= _LIKE or _bare(one.text) == _bare(other.text)
        for one, other in pairs
    )


def _are_alike(mine: _Leaves, theirs: _Leaves, *, inside: bool) -> bool:
    """Tell whether these blocks are the same words within other bounds, or nearly so."""
    one, other = _texts(mine), _texts(theirs)
    return _bare("".join(one)) == _bare("".join(other)) or (
        inside and likeness(one, other) >= _LIKE
    )


def _offer(article: Article, mine: _Leaves, start: int, end: int, after: _Leaves) -> Offer:
    before = mine[start:end]
    kinds = before if len(before) == len(after) else after
    pieces = [
        Piece(tag_of(kind), " ".join(normal(leaf.text).split()))
        for kind, leaf in zip(kinds, after, strict=True)
    ]
    return Offer(
        correction_between(article, start, end, pieces),
        "\n".join(_texts(before)),
        "\n".join(piece.text for piece in pieces),
        start,
    )


def _texts(found: _Leaves) -> list[str]:
    return [leaf.text for leaf in found]


def _key(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(normal(text).translate(_HYPHENS)))


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, normal(text)))
