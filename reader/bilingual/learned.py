"""Words that translate one another in two very texts, as their sure pairs show."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.bilingual.features import Sort, Traits
from reader.model.bilingual import Bead

_SURE_ENOUGH = 0.9
_FEWEST = 2  # pairs that have both words
_CLOSEST = 0.65  # of what has one of them, the share that has the other


def with_learned(
    left: Sequence[Traits], right: Sequence[Traits], beads: Iterable[Bead]
) -> tuple[list[Traits], list[Traits]]:
    """Return two texts with a feature more for each two words that sure pairs have together."""
    ones, others, pairs = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for bead in beads:
        if bead.left and bead.right and bead.sure >= _SURE_ENOUGH:
            here = frozenset(key for i in bead.left for key in left[i].keys)
            there = frozenset(key for j in bead.right for key in right[j].keys)
            ones.update(here)
            others.update(there)
            pairs.update((one, other) for one in here for other in there)
    known = [
        (one, other)
        for (one, other), count in pairs.items()
        if count >= _FEWEST and 2 * count >= _CLOSEST * (ones[one] + others[other])
    ]
    return _with(left, known, 0), _with(right, known, 1)


def _with(some: Sequence[Traits], known: Iterable[tuple[str, str]], side: int) -> list[Traits]:
    features: dict[str, list[str]] = {}
    for pair in known:
        features.setdefault(pair[side], []).append("=".join(pair))
    return [
        replace(
            each,
            features=each.features
            + Counter((Sort.LEARNED, name) for key in each.keys for name in features.get(key, ())),
        )
        for each in some
    ]
