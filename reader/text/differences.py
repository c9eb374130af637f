"""What differs between two versions of an article, piece by piece and word by word."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import TypeAlias

from reader.model.position import Extent
from reader.model.version import Change, ChangeKind
from reader.text.word_steps import MOST_PAIRS, steps
from reader.text.words import folded, tokens, words

Runs: TypeAlias = Counter[tuple[str, ...]]
NextLike: TypeAlias = Callable[[int, int], int | None]

_SHINGLE = 3  # words
_SHORT = 100  # runs; one changed word breaks three, which counts for little in more
_LIKE = 0.5  # what two pieces must have in common to be versions of one another


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of the shorter text stands in the other as well: 0 to 1.

    Counted in runs of three words, so that texts on one subject are not alike.
    """
    return _shared(_shingles(one), _shingles(other))


def differences(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """Return what has changed from one list of pieces to another, in the order of the newer one.

    Spaces, quotation marks, commas and capitals are no change.
    """
    plain_before, plain_after = _plain(before), _plain(after)
    opcodes = SequenceMatcher(None, plain_before, plain_after, autojunk=False).get_opcodes()
    changes = [
        change
        for step, *ends in opcodes
        if step != "equal"
        for change in _between(before, after, *ends)
    ]
    return tuple(sorted(_with_moves(changes), key=lambda change: change.block))


def _shared(first: Runs, second: Runs) -> float:
    smaller = min(first.total(), second.total())
    return (first & second).total() / smaller if smaller else 0.0


def _shingles(texts: Sequence[str]) -> Runs:
    found = [folded(word) for text in texts for word in words(text)]
    width = min(_SHINGLE, len(found)) or 1
    return Counter(tuple(found[at : at + width]) for at in range(len(found) - width + 1))


def _plain(texts: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(map(folded, words(text))) for text in texts]


def _between(
    before: Sequence[str], after: Sequence[str], left: int, right: int, start: int, end: int
) -> Iterator[Change]:
    """Yield how pieces `left` to `right` became `start` to `end`: like ones are paired in order."""
    next_like = _pairing(before[left:right], after[start:end])
    place = left
    for block in range(start, end):
        if not words(after[block]):
            continue
        found = next_like(block - start, place - left)
        if found is None:
            yield Change(ChangeKind.ADDED, block, "", after[block])
            continue
        old = left + found
        yield from _removed(before[place:old], block)
        yield _changed(block, before[old], after[block])
        place = old + 1
    yield from _removed(before[place:right], min(end, max(len(after) - 1, 0)))


def _pairing(before: Sequence[str], after: Sequence[str]) -> NextLike:
    """Return what tells, of a piece of `after`, the next one like it in `before` from some on.

    Of very many words only those pieces are alike that share runs of words.
    """
    if _length(before) * _length(after) > MOST_PAIRS:
        return _pairing_by_runs(before, after)

    def next_like(number: int, first: int) -> int | None:
        numbers = range(first, len(before))
        return next((at for at in numbers if _alike(before[at], after[number])), None)

    return next_like


def _pairing_by_runs(before: Sequence[str], after: Sequence[str]) -> NextLike:
    runs = [_shingles((piece,)) for piece in before]
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, found in enumerate(runs):
        for run in found:
            places[run].append(place)

    def next_like(number: int, first: int) -> int | None:
        own = _shingles((after[number],))
        near = sorted({at for run in own for at in places.get(run, ()) if at >= first})
        for at in near:
            short = max(own.total(), runs[at].total()) <= _SHORT
            if _shared(runs[at], own) >= _LIKE or (
                short and _ratio(before[at], after[number]) >= _LIKE
            ):
                return at
        return None

    return next_like


def _length(pieces: Sequence[str]) -> int:
    return sum(len(words(piece)) for piece in pieces)


def _alike(one: str, other: str) -> bool:
    return likeness((one,), (other,)) >= _LIKE or _ratio(one, other) >= _LIKE


def _ratio(one: str, other: str) -> float:
    """Return how alike two short pieces are, word for word."""
    matcher = SequenceMatcher(None, words(one), words(other), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LIKE else 0.0


def _removed(pieces: Sequence[str], block: int) -> Iterator[Change]:
    return (Change(ChangeKind.REMOVED, block, piece, "") for piece in pieces if words(piece))


def _changed(block: int, before: str, after: str) -> Change:
    old, new = list(tokens(before)), list(tokens(after))
    left: list[Extent] = []
    come: list[Extent] = []
    for same, a, b, c, d in steps(*([folded(word) for word, *_ in each] for each in (old, new))):
        if not same:
            left += _stretch(old[a:b], block)
            come += _stretch(new[c:d], block)
    return Change(ChangeKind.CHANGED, block, before, after, tuple(left), tuple(come))


def _stretch(found: Sequence[tuple[str, int, int]], block: int) -> list[Extent]:
    return [Extent(block, found[0][1], found[-1][2])] if found else []


def _with_moves(changes: Sequence[Change]) -> Iterator[Change]:
    """Yield the changes, but what was removed here and added there as moved."""
    removed: defaultdict[tuple[str, ...], list[Change]] = defaultdict(list)
    for change in changes:
        if change.kind is ChangeKind.REMOVED:
            removed[tuple(map(folded, words(change.before)))].append(change)
    rest: list[Change] = []
    for change in changes:
        same = removed.get(tuple(map(folded, words(change.after))))
        if change.kind is ChangeKind.ADDED and same:
            old = same.pop()
            yield Change(ChangeKind.MOVED, change.block, old.before, change.after)
        elif change.kind is not ChangeKind.REMOVED:
            rest.append(change)
    yield from chain(rest, *removed.values())
