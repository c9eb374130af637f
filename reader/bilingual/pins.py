"""Pairs that a person has made, found again by their words."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model.bilingual import Bead, Pin, Sentence

_MOST_KEPT = 0.6  # of the words: a sentence that a repair has put right has more of them


def pin(left: Sequence[Sentence], right: Sequence[Sentence], bead: Bead) -> Pin:
    """Return what keeps a pair of these texts when they are aligned anew."""
    return Pin(
        tuple(left[i].text for i in bead.left),
        tuple(right[j].text for j in bead.right),
        (_nth(left, bead.left), _nth(right, bead.right)),
    )


def pinned(
    left: Sequence[Sentence], right: Sequence[Sentence], pins: Iterable[Pin]
) -> tuple[Bead, ...]:
    """Return the pairs of pins whose words are there; of two for one sentence the last.

    Where a sentence has been put right since, it is found by the words that it still has.
    """
    beads: list[Bead] = []
    for each in pins:
        ours = _found(left, each.left, each.nth[0])
        theirs = _found(right, each.right, each.nth[1])
        if ours is None or theirs is None or not (ours or theirs):
            continue
        beads = [bead for bead in beads if not _share(bead, ours, theirs)]
        beads.append(Bead(ours, theirs))
    return tuple(beads)


@dataclass(frozen=True, slots=True)
class Free:
    """The sentences that no pin takes, and the places among them that no pair may go across.

    A place (i, j) parts the first i of `left` and the first j of `right` from the others.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    barriers: tuple[tuple[int, int], ...] = ()

    def crossed(self, i: int, j: int, shape: tuple[int, int]) -> bool:
        """Tell whether a bead that begins at free sentences goes across a pinned one."""
        return any(
            (i < at and j + shape[1] > to) or (j < to and i + shape[0] > at)
            for at, to in self.barriers
        )


def free(fixed: Iterable[Bead], left: int, right: int) -> Free:
    """Return what is left to be paired; pinned pairs out of order part nothing."""
    beads = tuple(fixed)
    taken_left = {i for bead in beads for i in bead.left}
    taken_right = {j for bead in beads for j in bead.right}
    ours = tuple(i for i in range(left) if i not in taken_left)
    theirs = tuple(j for j in range(right) if j not in taken_right)
    barriers = tuple((bisect_left(ours, i), bisect_left(theirs, j)) for i, j in _barriers(beads))
    return Free(ours, theirs, barriers)


def in_order(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """Return beads by the left text; what the right one alone says comes after its neighbour."""
    some = list(beads)
    paired = sorted((bead for bead in some if bead.left), key=lambda bead: bead.left)
    alone = sorted((bead for bead in some if not bead.left), key=lambda bead: bead.right)
    before = {bead.right[-1]: number for number, bead in enumerate(paired) if bead.right}
    rights = sorted(before)
    behind: dict[int, list[Bead]] = {}
    for bead in alone:
        at = bisect_left(rights, bead.right[0])
        behind.setdefault(before[rights[at - 1]] if at else -1, []).append(bead)
    ordered = list(behind.get(-1, ()))
    for number, bead in enumerate(paired):
        ordered += [bead, *behind.get(number, ())]
    return tuple(ordered)


def _nth(some: Sequence[Sentence], numbers: Sequence[int]) -> int:
    """Return how many runs of the same words stand before one."""
    texts = tuple(some[number].text for number in numbers)
    return sum(start < numbers[0] for start in _starts(some, texts)) if numbers else 0


def _found(some: Sequence[Sentence], texts: Sequence[str], nth: int) -> tuple[int, ...] | None:
    if not texts:
        return ()
    starts = _starts(some, texts) or _nearly(some, texts)
    if not starts:
        return None
    start = starts[min(nth, len(starts) - 1)]
    return tuple(range(start, start + len(texts)))


def _nearly(some: Sequence[Sentence], texts: Sequence[str]) -> list[int]:
    """Return where the run begins that has most of the words of one that is gone."""
    wanted = _words(texts)
    found = [
        (
            _in_common(wanted, _words([each.text for each in some[start : start + len(texts)]])),
            start,
        )
        for start in range(len(some) - len(texts) + 1)
    ]
    most, start = max(found, default=(0.0, 0), key=lambda each: each[0])
    return [start] if most >= _MOST_KEPT else []


def _in_common(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.casefold().split())


def _starts(some: Sequence[Sentence], texts: Sequence[str]) -> list[int]:
    wanted = list(map(_plain, texts))
    plain = [_plain(each.text) for each in some]
    return [start for start in range(len(plain)) if plain[start : start + len(wanted)] == wanted]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _share(bead: Bead, left: Sequence[int], right: Sequence[int]) -> bool:
    return not (set(bead.left).isdisjoint(left) and set(bead.right).isdisjoint(right))


def _barriers(beads: Iterable[Bead]) -> list[tuple[int, int]]:
    """Return where pinned pairs end that go on in both texts; the others stand apart."""
    whole = sorted(
        ((bead.left[0], bead.right[0]), (bead.left[-1] + 1, bead.right[-1] + 1))
        for bead in beads
        if bead.left and bead.right
    )
    kept: list[tuple[int, int]] = []
    for start, stop in whole:
        if not kept or start[1] >= kept[-1][1]:
            kept.append(stop)
    return kept
