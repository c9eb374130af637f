"""Sentences of an article and of its original, paired."""

import math
from collections.abc import Callable, Iterable, Sequence

from reader.bilingual import lattice
from reader.bilingual.corridor import corridor, sure_links
from reader.bilingual.doubts import with_doubts
from reader.bilingual.features import both
from reader.bilingual.learned import with_learned
from reader.bilingual.moved import with_moved
from reader.bilingual.pins import Free, free, in_order, pinned
from reader.bilingual.scores import (
    FIRST_SHAPES,
    GAPS,
    SHAPES,
    STARTING_RATES,
    Lengths,
    Scores,
    usual_lengths,
    usual_rates,
    weights,
)
from reader.model.bilingual import Alignment, Bead, Languages, Pin, Sentence

_SURE_ENOUGH = 0.9


def align(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    languages: Languages = ("bg", "en"),
    pins: Iterable[Pin] = (),
) -> Alignment:
    """Return which sentences of two texts say the same, in the order of the left one.

    `languages` are two-letter codes; other pairs than those with a list of words are told by
    numbers, names, addresses and lengths. What a person has pinned is paired so, and the rest
    between; a pin whose words are no longer there changes nothing.
    """
    fixed = pinned(left, right, pins)
    rest = free(fixed, len(left), len(right))
    some = _paired([left[i] for i in rest.left], [right[j] for j in rest.right], languages, rest)
    beads = (
        Bead(
            tuple(rest.left[i] for i in bead.left),
            tuple(rest.right[j] for j in bead.right),
            bead.sure,
            bead.doubtful,
        )
        for bead in some
    )
    return Alignment(in_order([*fixed, *beads]))


def _paired(
    left: Sequence[Sentence], right: Sequence[Sentence], languages: Languages, rest: Free
) -> list[Bead]:
    if not left or not right:
        alone = [Bead((i,), ()) for i in range(len(left))]
        return alone + [Bead((), (j,)) for j in range(len(right))]
    first, second = both(left, right, languages)
    weighed = weights(first, second, STARTING_RATES)
    scores = Scores((left, first), (right, second), weighed, Lengths())
    rows = corridor(sure_links(first, second, weighed), rest)
    ways = lattice.ways(rows, FIRST_SHAPES, GAPS, _within(rest, scores))
    beads = ways.best_beads()
    pairs = [(first[bead.left[0]], second[bead.right[0]]) for bead in beads if _is_sure(bead)]
    lengths, rates = usual_lengths(pairs), usual_rates(pairs, weighed)
    first, second = with_learned(first, second, beads)
    weighed = weights(first, second, rates)
    scores = Scores((left, first), (right, second), weighed, lengths)
    ways = lattice.ways(ways.narrowed(), tuple(SHAPES), GAPS, _within(rest, scores))

    def doubted(some: Sequence[Bead]) -> list[Bead]:
        return with_doubts(some, (first, second), weighed, lengths, languages)

    beads = doubted(ways.best_beads())
    return with_moved(beads, (left, first), (right, second), scores, doubted)


def _is_sure(bead: Bead) -> bool:
    return bead.sure >= _SURE_ENOUGH and len(bead.left) == len(bead.right) == 1


def _within(rest: Free, scores: Scores) -> Callable[[int, int, tuple[int, int]], float]:
    """Return what scores beads, so that none goes across a pinned pair."""

    def score(i: int, j: int, shape: tuple[int, int]) -> float:
        return -math.inf if rest.crossed(i, j, shape) else scores.bead(i, j, shape)

    return score if rest.barriers else scores.bead
