"""All ways to pair two texts in order, and the beads that most of them agree on."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.model.bilingual import Bead

Place: TypeAlias = tuple[int, int]
Step: TypeAlias = tuple[Place, float]
Steps: TypeAlias = dict[Place, list[Step]]
_NEVER = -math.inf
_UNLIKELY = 18.0  # such ways together are one in sixty million
_PRICE = 0.15  # a wrong pair misleads more than a missing one


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways through two texts.

    `into` and `onward` are the logarithms of all ways into each place, and of all from it to the
    end: the last place of `rows`.
    """

    rows: Sequence[range]
    steps: Steps
    into: Mapping[Place, float]
    onward: Mapping[Place, float]

    @property
    def end(self) -> Place:
        """Where both texts end."""
        return len(self.rows) - 1, self.rows[-1][-1]

    def likely(self, place: Place) -> bool:
        """Tell whether any way to speak of leads through a place."""
        return self.into[place] + self.onward[place] > self.onward[0, 0] - _UNLIKELY

    def best_beads(self) -> list[Bead]:
        """Return the way whose beads are likeliest on the whole, with how sure each is."""
        chosen = self._chosen(self.likely)
        if (0, 0) not in chosen:  # so many ways that each is unlikely
            chosen = self._chosen(lambda place: self.onward[place] > _NEVER)
        return _walked(chosen, self.end)

    def _chosen(self, allowed: Callable[[Place], bool]) -> dict[Place, tuple[Place, float]]:
        """Return where to go from each place, and how sure that is."""
        whole = self.onward[0, 0]
        value: dict[Place, float] = {self.end: 0.0}
        chosen: dict[Place, tuple[Place, float]] = {}
        for place in reversed(self.steps):
            best = _NEVER
            for target, score in self.steps[place] if allowed(place) else ():
                if target in value:
                    log = self.into[place] + score + self.onward[target] - whole
                    sure = math.exp(min(0.0, log))
                    worth = value[target] + _worth(place, target, sure)
                    if worth > best:
                        best, chosen[place] = worth, (target, sure)
            if best > _NEVER:
                value[place] = best
        return chosen

    def narrowed(self) -> list[range]:
        """Return the rows with those places alone that likely ways go near to."""
        lows = [row.stop for row in self.rows]
        highs = [row.start - 1 for row in self.rows]
        for i, j in filter(self.likely, self.steps):
            for row in range(max(0, i - 1), min(len(self.rows), i + 2)):
                lows[row], highs[row] = min(lows[row], j - 1), max(highs[row], j + 1)
        return [
            range(max(low, row.start), min(high, row.stop - 1) + 1) if low <= high else row
            for low, high, row in zip(lows, highs, self.rows, strict=True)
        ]


def ways(
    rows: Sequence[range],
    shapes: Sequence[Place],
    gaps: Sequence[float],
    bead: Callable[[int, int, Place], float],
) -> Ways:
    """Return all ways from the beginning to the end; rows tell the places to go through."""
    steps = _steps(rows, shapes, gaps, bead)
    return Ways(rows, steps, *_sums(steps, (len(rows) - 1, rows[-1][-1])))


def _steps(
    rows: Sequence[range],
    shapes: Sequence[Place],
    gaps: Sequence[float],
    bead: Callable[[int, int, Place], float],
) -> Steps:
    """Return where one can go from each place, and what speaks for it."""
    steps: Steps = {}
    for i, row in enumerate(rows):
        for j in row:
            reached = [
                ((i + di, j + dj), bead(i, j, (di, dj)))
                for di, dj in shapes
                if i + di < len(rows) and j + dj in rows[i + di]
            ]
            for more, score in enumerate(gaps, 1):
                if i + more < len(rows) and j in rows[i + more]:
                    reached.append(((i + more, j), score))
                if j + more in row:
                    reached.append(((i, j + more), score))
            steps[i, j] = reached
    return steps


def _worth(place: Place, target: Place, sure: float) -> float:
    """Return what a bead is worth: its sentences, the less the likelier they are to stand alone."""
    left, right = target[0] - place[0], target[1] - place[1]
    return (left + right) * (sure - (_PRICE if left and right else 0.0))


def _sums(steps: Steps, end: Place) -> tuple[dict[Place, float], dict[Place, float]]:
    """Return the logarithms of all ways into each place, and of all from it to the end."""
    into = dict.fromkeys(steps, _NEVER)
    into[0, 0] = 0.0
    for place, reached in steps.items():
        if into[place] > _NEVER:
            for target, score in reached:
                into[target] = _plus(into[target], into[place] + score)
    onward = dict.fromkeys(steps, _NEVER)
    onward[end] = 0.0
    for place in reversed(steps):
        for target, score in steps[place]:
            onward[place] = _plus(onward[place], score + onward[target])
    return into, onward


def _plus(one: float, other: float) -> float:
    """Return the logarithm of a sum, of which both parts are given as logarithms."""
    high, low = (one, other) if one > other else (other, one)
    if low == _NEVER or low < high - 40:
        return high
    return high + math.log1p(math.exp(low - high))


def _walked(
    chosen: Mapping[Place, tuple[Place, float]],
    end: Place,
) -> list[Bead]:
    beads = []
    place = (0, 0)
    while place != end:
        target, sure = chosen[place]
        left, right = range(place[0], target[0]), range(place[1], target[1])
        if left and right:
            beads.append(Bead(tuple(left), tuple(right), round(sure, 4)))
        else:
            beads += [Bead((i,), (), round(sure, 4)) for i in left]
            beads += [Bead((), (j,), round(sure, 4)) for j in right]
        place = target
    return beads
