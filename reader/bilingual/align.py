"""Sentences of an article and of its original, paired."""

from collections.abc import Mapping, Sequence

from reader.bilingual import lattice
from reader.bilingual.corridor import corridor, sure_links
from reader.bilingual.features import Sort, Traits, both
from reader.bilingual.learned import with_learned
from reader.bilingual.scores import (
    GAPS,
    SHAPES,
    STARTING_RATES,
    Lengths,
    Scores,
    usual_lengths,
    usual_rates,
    weights,
)
from reader.model.bilingual import Alignment, Bead, Languages, Sentence

_SURE_ENOUGH = 0.9

Side = tuple[Sequence[Sentence], Sequence[Traits]]


def align(
    left: Sequence[Sentence], right: Sequence[Sentence], languages: Languages = ("bg", "en")
) -> Alignment:
    """Return which sentences of two texts say the same, in the order of both."""
    return Alignment(tuple(_paired(left, right, languages)))


def _paired(
    left: Sequence[Sentence], right: Sequence[Sentence], languages: Languages
) -> list[Bead]:
    if not left or not right:
        return [Bead((i,), ()) for i in range(len(left))] + [
            Bead((), (j,)) for j in range(len(right))
        ]
    first, second = both(left, right, languages)
    weighed = weights(first, second, STARTING_RATES)
    links = sure_links(first, second, weighed)
    rows = corridor(links, len(left), len(right))
    beads = _ways((left, first), (right, second), rows, Lengths(), STARTING_RATES)
    pairs = [
        (first[bead.left[0]], second[bead.right[0]])
        for bead in beads
        if bead.sure >= _SURE_ENOUGH and len(bead.left) == len(bead.right) == 1
    ]
    lengths, rates = usual_lengths(pairs), usual_rates(pairs, weighed)
    first, second = with_learned(first, second, beads)
    return _ways((left, first), (right, second), rows, lengths, rates)


def _ways(
    left: Side,
    right: Side,
    rows: Sequence[range],
    lengths: Lengths,
    rates: Mapping[Sort, float],
) -> list[Bead]:
    """Return the best beads, by what the features of both texts weigh."""
    scores = Scores(left, right, weights(left[1], right[1], rates), lengths)
    steps = lattice.steps_of(rows, tuple(SHAPES), GAPS, scores.bead)
    return lattice.best_beads(steps, (len(left[0]), len(right[0])))
