"""Which sentences are compared at all: those near the pairs that are sure at first sight."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from reader.bilingual.features import Feature, Traits
from reader.bilingual.pins import Free
from reader.bilingual.scores import Weights

Link = tuple[int, int]

_LEAD = 3.0  # by which a sure pair is better than each other pair of its sentences
_PAD = 4
_WIDEST = 48
_COMMON = 12  # a feature of more pairs than so many times the sentences tells nothing at first


def sure_links(
    left: Sequence[Traits], right: Sequence[Traits], weighed: Weights
) -> tuple[Link, ...]:
    """Return the pairs that are each other's best by far, as many as are in order."""
    return _in_order(best_by_far(_first_scores(left, right, weighed)))


def best_by_far(scores: Mapping[Link, float]) -> list[Link]:
    """Return in order the pairs that are each other's best by far."""
    best_left, best_right = _leads(scores, 0), _leads(scores, 1)
    return sorted(
        pair
        for pair in scores
        if best_left.get(pair[0]) == pair and best_right.get(pair[1]) == pair
    )


def _first_scores(
    left: Sequence[Traits], right: Sequence[Traits], weighed: Weights
) -> dict[Link, float]:
    at_left, at_right = _places(left, weighed), _places(right, weighed)
    most = _COMMON * max(len(left), len(right))
    scores: dict[Link, float] = defaultdict(float)
    for each, value in weighed.shared.items():
        if len(at_left[each]) * len(at_right[each]) <= most:
            for i in at_left[each]:
                for j in at_right[each]:
                    scores[i, j] += value
    lost_left = [sum(weighed.left.get(each, 0) for each in one.features) for one in left]
    lost_right = [sum(weighed.right.get(each, 0) for each in one.features) for one in right]
    return {(i, j): score - lost_left[i] - lost_right[j] for (i, j), score in scores.items()}


def _places(some: Sequence[Traits], weighed: Weights) -> dict[Feature, list[int]]:
    places: dict[Feature, list[int]] = defaultdict(list)
    for number, one in enumerate(some):
        for each in one.features:
            if each in weighed.shared:
                places[each].append(number)
    return places


def _leads(scores: Mapping[Link, float], side: int) -> dict[int, Link]:
    """Return for each sentence of a side the pair that is better than its others by far."""
    best: dict[int, tuple[float, Link]] = {}
    second: dict[int, float] = defaultdict(float)
    for pair, score in scores.items():
        number = pair[side]
        if number not in best or score > best[number][0]:
            if number in best:
                second[number] = max(second[number], best[number][0])
            best[number] = (score, pair)
        else:
            second[number] = max(second[number], score)
    return {
        number: pair for number, (score, pair) in best.items() if score > second[number] + _LEAD
    }


def _in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the longest row of links that go on in both texts."""
    ends: list[int] = []
    chains: list[tuple[Link, ...]] = []
    for i, j in links:
        at = bisect_left(ends, j)
        chain = (*(chains[at - 1] if at else ()), (i, j))
        ends[at:] = [j, *ends[at + 1 :]]
        chains[at:] = [chain, *chains[at + 1 :]]
    return chains[-1] if chains else ()


def corridor(links: Sequence[Link], rest: Free) -> list[range]:
    """Return for each place of the left text the places of the right one to look at."""
    left, right = len(rest.left), len(rest.right)
    lows, highs = [right] * (left + 1), [0] * (left + 1)
    inside = [link for link in links if not rest.crossed(*link, (1, 1))]
    corners = sorted([(0, 0), *inside, *rest.barriers, (left, right)])
    for (i, j), (next_i, next_j) in pairwise(corners):
        for row in range(max(0, i - _PAD), min(left, next_i + _PAD) + 1):
            low, high = _between(row, (i, j), (next_i, next_j))
            lows[row] = min(lows[row], max(0, low))
            highs[row] = max(highs[row], min(right, high))
    for at, to in rest.barriers:
        lows[at + 1 :] = [max(low, to) for low in lows[at + 1 :]]
        highs[:at] = [min(high, to) for high in highs[:at]]
    return [range(low, high + 1) for low, high in zip(lows, highs, strict=True)]


def _between(row: int, start: Link, end: Link) -> tuple[int, int]:
    low, high = start[1] - _PAD, end[1] + _PAD
    if high - low <= _WIDEST:
        return low, high
    slope = (end[1] - start[1]) / max(1, end[0] - start[0])
    middle = start[1] + slope * (row - start[0])
    reach = max(_WIDEST / 2, slope) + _PAD  # each row meets the next one
    return max(low, int(middle - reach)), min(high, int(middle + reach))
