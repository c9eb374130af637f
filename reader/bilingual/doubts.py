"""Which pairs a person is told to be guesses."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from reader.bilingual.features import Feature, Sort, Traits
from reader.bilingual.lexicon import meanings
from reader.bilingual.scores import Lengths, Weights
from reader.model.bilingual import Bead, Languages

Sides: TypeAlias = tuple[Sequence[Traits], Sequence[Traits]]
_Features: TypeAlias = frozenset[Feature]

# What a translation has to keep; months are known only where the words of both languages are.
_KEPT = frozenset({Sort.ADDRESS, Sort.NUMBER, Sort.ENUMERATOR, Sort.LATIN})
_LEAST, _MOST = 0.02, 0.9999  # surer than that no pair is
_SMALL = 10  # letters


@dataclass(frozen=True, slots=True)
class _Signs:
    """What tells a wrong pair: how likely it is among all ways to pair the texts, and more.

    `borne_out` is what its features say for that sentence of it for which they say least;
    `contradicted` counts what one side has and the other should have, too; `off` tells how far the
    lengths are from the usual ratio, in standard deviations; `joined` is whether more than two
    sentences are paired. `likely`, `borne_out` and `size` (in letters) are logarithms.
    """

    likely: float
    borne_out: float
    contradicted: int
    off: float
    joined: bool
    size: float


@dataclass(frozen=True, slots=True)
class _Judge:
    """What each sign weighs, and how much a pair must have of all together not to be a guess."""

    kept: frozenset[Sort]
    likely: float
    borne_out: float
    contradicted: float
    off: float
    joined: float
    size: float
    enough: float

    def doubts(self, signs: _Signs) -> bool:
        """Tell whether a pair is a guess."""
        total = (
            self.likely * signs.likely
            + self.borne_out * signs.borne_out
            + self.contradicted * signs.contradicted
            + self.off * signs.off
            + self.joined * signs.joined
            + self.size * signs.size
        )
        return total < self.enough


# By logistic regression on the spoilt texts that the aligner was tuned on (tests/unit/alignment),
# so that some one in thirty of the right pairs is called a guess.
_BY_WORDS = _Judge(_KEPT | {Sort.MONTH}, 0.583, 1.99, -2.065, -1.987, 2.887, -1.47, -3.3)
_WITHOUT_WORDS = _Judge(_KEPT, 0.65, 1.27, -0.762, -2.15, 2.355, -0.632, -3.1)


def with_doubts(
    beads: Sequence[Bead],
    sides: Sides,
    weighed: Weights,
    lengths: Lengths,
    languages: Languages,
) -> list[Bead]:
    """Return beads of two texts that tell whether they are guesses."""
    judge = _BY_WORDS if meanings(*languages) else _WITHOUT_WORDS
    return [
        replace(bead, doubtful=judge.doubts(_signs(bead, sides, weighed, lengths, judge.kept)))
        if bead.left and bead.right
        else bead
        for bead in beads
    ]


def _signs(
    bead: Bead, sides: Sides, weighed: Weights, lengths: Lengths, kept: frozenset[Sort]
) -> _Signs:
    ours, theirs = [sides[0][i] for i in bead.left], [sides[1][j] for j in bead.right]
    left, right = _features(ours), _features(theirs)
    length, other_length = (sum(one.length for one in some) for some in (ours, theirs))
    likely = min(max(bead.sure, _LEAST), _MOST)
    return _Signs(
        likely=math.log(likely / (1 - likely)),
        borne_out=math.log1p(
            min(
                sum(weighed.shared.get(each, 0) for each in one.features.keys() & other)
                for some, other in ((ours, right), (theirs, left))
                for one in some
            )
        ),
        contradicted=_lacking(left, right, kept) + _lacking(right, left, kept),
        off=lengths.off(length, other_length),
        joined=len(ours) + len(theirs) > 2,
        size=math.log(length + other_length + _SMALL),
    )


def _features(some: Sequence[Traits]) -> _Features:
    return frozenset(each for one in some for each in one.features)


def _lacking(own: _Features, other: _Features, kept: frozenset[Sort]) -> int:
    """Count what the other side should have, too; a number may be in words there."""
    return sum(
        (sort, what) not in other and (sort is not Sort.NUMBER or (Sort.SPELT, what) not in other)
        for sort, what in own
        if sort in kept
    )
