"""Sentences of an article and of its original, paired."""

from collections.abc import Iterable, Sequence

from reader.bilingual import lattice
from reader.bilingual.corridor import corridor, sure_links
from reader.bilingual.features import both
from reader.bilingual.learned import with_learned
from reader.bilingual.pins import between, in_order, pinned
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
    beads = [*fixed]
    for ours, theirs in between(fixed, len(left), len(right)):
        some = _paired([left[i] for i in ours], [right[j] for j in theirs], languages)
        beads += [
            Bead(tuple(ours[i] for i in bead.left), tuple(theirs[j] for j in bead.right), bead.sure)
            for bead in some
        ]
    return Alignment(in_order(beads))


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
    scores = Scores((left, first), (right, second), weighed, Lengths())
    beads = _best(scores, rows, FIRST_SHAPES)
    sure = [bead for bead in beads if _is_sure(bead)]
    pairs = [(first[bead.left[0]], second[bead.right[0]]) for bead in sure]
    lengths, rates = usual_lengths(pairs), usual_rates(pairs, weighed)
    first, second = with_learned(first, second, beads)
    weighed = weights(first, second, rates)
    scores = Scores((left, first), (right, second), weighed, lengths)
    links = tuple((bead.left[0], bead.right[0]) for bead in sure)
    return _best(scores, corridor(links, len(left), len(right)), tuple(SHAPES))


def _is_sure(bead: Bead) -> bool:
    return bead.sure >= _SURE_ENOUGH and len(bead.left) == len(bead.right) == 1


def _best(scores: Scores, rows: Sequence[range], shapes: Sequence[tuple[int, int]]) -> list[Bead]:
    steps = lattice.steps_of(rows, shapes, GAPS, scores.bead)
    return lattice.best_beads(steps, (len(rows) - 1, rows[-1][-1]))
