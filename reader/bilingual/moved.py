"""Sentences that stand elsewhere in the other text, as where an editor has moved a paragraph."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from reader.bilingual.corridor import Link, best_by_far
from reader.bilingual.features import Sort, Traits
from reader.bilingual.scores import SHAPES, Scores
from reader.model.bilingual import Bead, Sentence

Side: TypeAlias = tuple[Sequence[Sentence], Sequence[Traits]]
_Doubted: TypeAlias = Callable[[Sequence[Bead]], Sequence[Bead]]

# What hardly ever is in two sentences by chance.
_ANCHORS = frozenset({Sort.ADDRESS, Sort.NUMBER, Sort.MONTH, Sort.LATIN, Sort.NAME})
# By so much, as a logarithm, must a pair be likelier than one by chance; measured on texts whose
# paragraphs were swapped, and on others where sentences only lack or are too many (gold.py).
_LEAST = 4.0
_LEAST_BESIDE = 0.0  # the same for what stands beside such a pair in both texts
_MOST_COMPARED = 20_000  # pairs: texts of which more stands alone are hardly of one article


def with_moved(
    beads: Sequence[Bead], left: Side, right: Side, scores: Scores, doubted: _Doubted
) -> list[Bead]:
    """Return beads with those sentences paired that stand alone and are surely the same.

    `doubted` tells which beads would be guesses in their place; of these there are none. Out of
    order the others are guesses, too.
    """
    ours = {bead.left[0] for bead in beads if not bead.right}
    theirs = {bead.right[0] for bead in beads if not bead.left}
    if not 0 < len(ours) * len(theirs) <= _MOST_COMPARED:
        return list(beads)
    chance = math.log(len(ours) * len(theirs))
    odds = {(i, j): _score((i, j), scores) - chance for i in ours for j in theirs}
    likely = [
        pair for pair in best_by_far(odds) if odds[pair] >= _LEAST and _is_known(pair, left, right)
    ]
    sure = _certain({pair: odds[pair] for pair in likely}, doubted)
    beside = dict(_beside(sure, odds, chance))
    moved = [*sure.values(), *_certain(beside, doubted).values()]
    taken = {bead.left for bead in moved}, {bead.right for bead in moved}
    still = [
        bead
        for bead in beads
        if (bead.left and bead.right) or (bead.left not in taken[0] and bead.right not in taken[1])
    ]
    return [*still, *(replace(bead, doubtful=True) for bead in moved)]


def _is_known(pair: Link, left: Side, right: Side) -> bool:
    """Tell whether a pair begins a paragraph in both texts, or has a name, number or address.

    Other sentences of one subject, whose own translations are missing, are alike as well.
    """
    i, j = pair
    shared = left[1][i].features.keys() & right[1][j].features.keys()
    return (left[0][i].first and right[0][j].first) or any(each[0] in _ANCHORS for each in shared)


def _certain(odds: Mapping[Link, float], doubted: _Doubted) -> dict[Link, Bead]:
    """Return as beads those pairs that would be no guesses."""
    some = [Bead((i,), (j,), 1 / (1 + math.exp(-each))) for (i, j), each in odds.items()]
    return {pair: bead for pair, bead in zip(odds, doubted(some), strict=True) if not bead.doubtful}


def _beside(
    sure: Iterable[Link], odds: Mapping[Link, float], chance: float
) -> Iterator[tuple[Link, float]]:
    """Yield what stands before and behind each sure pair in both texts, with its odds there."""
    taken = {i for i, _ in sure}, {j for _, j in sure}
    for start in sure:
        for step in (-1, 1):
            i, j = start[0] + step, start[1] + step
            while (
                i not in taken[0]
                and j not in taken[1]
                and (score := odds.get((i, j), -math.inf) + chance) >= _LEAST_BESIDE
            ):
                yield (i, j), score
                taken[0].add(i)
                taken[1].add(j)
                i, j = i + step, j + step


def _score(pair: Link, scores: Scores) -> float:
    return scores.bead(*pair, (1, 1)) - SHAPES[1, 1]
