"""What differs between two versions of an article, piece by piece and word by word."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain

from reader.model.position import Extent
from reader.model.version import Change, ChangeKind
from reader.text.words import folded, tokens, words

_SHINGLE = 3  # words
_LIKE = 0.5  # what two pieces must have in common to be versions of one another


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of the shorter text stands in the other as well: 0 to 1.

    Counted in runs of three words, so that texts on one subject are not alike.
    """
    first, second = _shingles(one), _shingles(other)
    smaller = min(first.total(), second.total())
    return (first & second).total() / smaller if smaller else 0.0


def differences(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """Return what has changed from one list of pieces to another, in the order of the newer one.

    Spaces, quotation marks, commas and capitals are no change.
    """
    plain_before, plain_after = _plain(before), _plain(after)
    steps = SequenceMatcher(None, plain_before, plain_after, autojunk=False).get_opcodes()
    changes = [
        change
        for step, *ends in steps
        if step != "equal"
        for change in _between(before, after, *ends)
    ]
    return tuple(sorted(_with_moves(changes), key=lambda change: change.block))


def _shingles(texts: Sequence[str]) -> Counter[tuple[str, ...]]:
    found = [folded(word) for text in texts for word in words(text)]
    width = min(_SHINGLE, len(found)) or 1
    return Counter(tuple(found[at : at + width]) for at in range(len(found) - width + 1))


def _plain(texts: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(map(folded, words(text))) for text in texts]


def _between(
    before: Sequence[str], after: Sequence[str], left: int, right: int, start: int, end: int
) -> Iterator[Change]:
    """Yield how pieces `left` to `right` became `start` to `end`: like ones are paired in order."""
    place = left
    for block in range(start, end):
        if not words(after[block]):
            continue
        old = next((at for at in range(place, right) if _alike(before[at], after[block])), None)
        if old is None:
            yield Change(ChangeKind.ADDED, block, "", after[block])
            continue
        yield from _removed(before[place:old], block)
        yield _changed(block, before[old], after[block])
        place = old + 1
    yield from _removed(before[place:right], min(end, max(len(after) - 1, 0)))


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
    matcher = SequenceMatcher(
        None, [folded(word) for word, *_ in old], [folded(word) for word, *_ in new], autojunk=False
    )
    left: list[Extent] = []
    come: list[Extent] = []
    for step, a, b, c, d in matcher.get_opcodes():
        if step != "equal":
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
