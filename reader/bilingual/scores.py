"""How likely sentences of two languages are to say the same.

Every score is the logarithm of how much likelier what is seen would be in a true pair than in a
chance one; so scores of one pair add up, and sentences that stand alone have none.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from reader.bilingual.features import Feature, Sort, Traits
from reader.model.bilingual import Sentence

# How often a feature of a sentence is found again in its translation, before a text is seen.
_FOUND_AGAIN = {
    Sort.ADDRESS: 0.93,
    Sort.NUMBER: 0.9,
    Sort.SPELT: 0.5,
    Sort.ENUMERATOR: 0.93,
    Sort.MONTH: 0.9,
    Sort.LATIN: 0.85,
    Sort.NAME: 0.55,
    Sort.MEANING: 0.55,
    Sort.COGNATE: 0.4,
    Sort.MARK: 0.7,
    Sort.LEARNED: 0.5,
}
_TRUSTED = 0.75  # features of a sentence go together, so they weigh less than their sum
_PRIORS = {
    (1, 1): 0.86,
    (1, 2): 0.03,
    (2, 1): 0.03,
    (2, 2): 0.008,
    (1, 3): 0.006,
    (3, 1): 0.006,
    (2, 3): 0.001,
    (3, 2): 0.001,
    (1, 4): 0.0008,
    (4, 1): 0.0008,
}
_ALONE = 0.02
_ALONE_AGAIN = 0.45  # whole passages are missing, too
_LONGEST_ALONE = 7
SHAPES = {shape: math.log(prior) for shape, prior in _PRIORS.items()}
FIRST_SHAPES = ((1, 1), (1, 2), (2, 1))
GAPS = [math.log(_ALONE) + more * math.log(_ALONE_AGAIN) for more in range(_LONGEST_ALONE)]

_SPREAD_BY_CHANCE = 1.0
_FREEDOM = 5
_SMALL = 6  # letters by which short sentences may differ without much meaning
_KINDS = {"heading": "h", "title": "h", "li": "l", "table": "t", "figure": "t", "": ""}
_GOES_ON_INSIDE, _BEGINS_INSIDE = 0.2, -2.2
_KEPT_BEGINNING = 0.65  # how often a translation keeps that a sentence begins a block, or not
_KEPT_KIND = 0.8
_ANOTHER_KIND_INSIDE = math.log(0.2)
_FEWEST = 20  # sentences; by fewer it cannot be told what is common
_T = math.lgamma((_FREEDOM + 1) / 2) - math.lgamma(_FREEDOM / 2) - 0.5 * math.log(_FREEDOM)


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long translations are here: the usual ratio, and how far its logarithm is spread."""

    ratio: float = 1.0
    spread: float = 0.22

    def score(self, left: int, right: int) -> float:
        """Return what the lengths of a pair say for it."""
        off, spread = self._off(left, right)
        by_chance = -0.5 * (off / _SPREAD_BY_CHANCE) ** 2 - math.log(
            _SPREAD_BY_CHANCE * math.sqrt(2)
        )
        fit = 1 + (off / spread) ** 2 / _FREEDOM
        return _T - math.log(spread) - (_FREEDOM + 1) / 2 * math.log(fit) - by_chance

    def off(self, left: int, right: int) -> float:
        """Return how far a pair is from the usual ratio, in standard deviations."""
        off, spread = self._off(left, right)
        return abs(off) / spread

    def _off(self, left: int, right: int) -> tuple[float, float]:
        """Return how far the logarithm of a ratio is from the usual one, and its usual spread."""
        off = math.log((right + _SMALL) / ((left + _SMALL) * self.ratio))
        return off, math.sqrt(self.spread**2 + 1.5 / (min(left, right) + _SMALL))


@dataclass(frozen=True, slots=True)
class Weights:
    """What features say: for a pair that both sides have, against one that only one side has."""

    shared: Mapping[Feature, float]
    left: Mapping[Feature, float]
    right: Mapping[Feature, float]


def weights(
    left: Sequence[Traits], right: Sequence[Traits], found_again: Mapping[Sort, float]
) -> Weights:
    """Weigh the features of two texts by how rare they are in them."""
    on_left = Counter(each for one in left for each in one.features)
    on_right = Counter(each for one in right for each in one.features)
    shared: dict[Feature, float] = {}
    lost_left: dict[Feature, float] = {}
    lost_right: dict[Feature, float] = {}
    for each in on_left.keys() & on_right.keys():
        again = found_again[each[0]]
        of_left = _share(on_left[each], len(left))
        of_right = _share(on_right[each], len(right))
        gain = math.log(again) - 0.5 * math.log(of_left * of_right)
        lost_left[each] = -0.5 * _TRUSTED * min(0.0, math.log((1 - again) / (1 - of_right)))
        lost_right[each] = -0.5 * _TRUSTED * min(0.0, math.log((1 - again) / (1 - of_left)))
        shared[each] = _TRUSTED * max(0.0, gain) + lost_left[each] + lost_right[each]
    return Weights(shared, lost_left, lost_right)


def _share(count: int, of: int) -> float:
    return min(0.95, (count + 0.5) / (max(of, _FEWEST) + 1))


def usual_rates(seen: Iterable[tuple[Traits, Traits]], weighed: Weights) -> dict[Sort, float]:
    """Return how often features are found again, as sure pairs of these very texts show it."""
    found, there = Counter[Sort](), Counter[Sort]()
    for left, right in seen:
        for one, other, known in (
            (left.features, right.features, weighed.left),
            (right.features, left.features, weighed.right),
        ):
            for each in one.keys() & known.keys():
                there[each[0]] += 1
                found[each[0]] += each in other
    return {
        sort: (found[sort] + 20 * prior) / (there[sort] + 20)
        for sort, prior in _FOUND_AGAIN.items()
    }


def usual_lengths(seen: Sequence[tuple[Traits, Traits]]) -> Lengths:
    """Return how long translations are, as sure pairs show it."""
    logs = [
        math.log((right.length + _SMALL) / (left.length + _SMALL))
        for left, right in seen
        if min(left.length, right.length) > 4 * _SMALL
    ]
    mean = sum(logs) / (len(logs) + 5)
    square = sum((each - mean) ** 2 for each in logs)
    return Lengths(math.exp(mean), math.sqrt((square + 10 * 0.22**2) / (len(logs) + 10)))


STARTING_RATES: Mapping[Sort, float] = _FOUND_AGAIN


_Place: TypeAlias = tuple[bool, str]  # whether it begins a block, and of what kind


@dataclass(slots=True)
class _Side:
    """One text, and what its runs of sentences have together."""

    sentences: Sequence[Sentence]
    traits: Sequence[Traits]
    lost: Mapping[Feature, float]
    begins: float = 0.5
    kinds: list[str] = field(default_factory=list)
    runs: dict[tuple[int, int], tuple[frozenset[Feature], float, int, float]] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        firsts = sum(each.first for each in self.sentences)
        self.begins = (firsts + 1) / (len(self.sentences) + 2)
        self.kinds = [_KINDS.get(each.kind, "p") for each in self.sentences]

    def run(self, start: int, count: int) -> tuple[frozenset[Feature], float, int, float]:
        """Return the features of some sentences, what they lose, their length, their joints."""
        known = self.runs.get((start, count))
        if known is None:
            known = self.runs[start, count] = self._run(start, count)
        return known

    def _run(self, start: int, count: int) -> tuple[frozenset[Feature], float, int, float]:
        some = self.traits[start : start + count]
        features = frozenset(each for one in some for each in one.features if each in self.lost)
        joints = sum(self._joint(at) for at in range(start + 1, start + count))
        lost = sum(map(self.lost.__getitem__, features))
        return features, lost, sum(each.length for each in some) + count - 1, joints

    def _joint(self, at: int) -> float:
        """Return what a sentence that goes on a bead says against it."""
        if not self.sentences[at].first:
            return _GOES_ON_INSIDE
        other = self.kinds[at] != self.kinds[at - 1]
        return _BEGINS_INSIDE + (_ANOTHER_KIND_INSIDE if other else 0)


class Scores:
    """What the sentences of two texts say for each other."""

    def __init__(
        self,
        left: tuple[Sequence[Sentence], Sequence[Traits]],
        right: tuple[Sequence[Sentence], Sequence[Traits]],
        weighed: Weights,
        lengths: Lengths,
    ) -> None:
        self._left = _Side(*left, weighed.left)
        self._right = _Side(*right, weighed.right)
        self._shared = weighed.shared
        self._lengths = lengths
        self._kinds = Counter(self._right.kinds)
        self._standings: dict[tuple[_Place, _Place], float] = {}

    def bead(self, i: int, j: int, shape: tuple[int, int]) -> float:
        """Return what speaks for `shape` sentences from `i` and `j` on being a pair."""
        features, lost, length, joints = self._left.run(i, shape[0])
        others, other_lost, other_length, other_joints = self._right.run(j, shape[1])
        shared = sum(map(self._shared.__getitem__, features & others))
        return (
            SHAPES[shape]
            + shared
            - lost
            - other_lost
            + self._lengths.score(length, other_length)
            + joints
            + other_joints
            + self._standing(i, j)
        )

    def _standing(self, i: int, j: int) -> float:
        left, right = self._left, self._right
        places = (
            (left.sentences[i].first, left.kinds[i]),
            (right.sentences[j].first, right.kinds[j]),
        )
        known = self._standings.get(places)
        if known is None:
            known = self._standings[places] = self._compared(*places)
        return known

    def _compared(self, left: _Place, right: _Place) -> float:
        """Return what it says that sentences stand where they do."""
        (left_first, left_kind), (first, kind) = left, right
        share = self._right.begins if first else 1 - self._right.begins
        score = _kept(_KEPT_BEGINNING, share, same=left_first == first)
        if kind and left_kind:
            share = (self._kinds[kind] + 1) / (len(self._right.kinds) + 2)
            score += _kept(_KEPT_KIND, share, same=left_kind == kind)
        return score


def _kept(how_often: float, share: float, *, same: bool) -> float:
    """Return what it says that both have the same of which the right text has a share."""
    return math.log((how_often * same + (1 - how_often) * share) / share)
