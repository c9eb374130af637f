"""Which letters of a text are still there in another text of the same article.

Letters and digits alone are compared, so that spaces, hyphens, marks and the borders of leaves may
change. Leaves that stay as they were lead to each other; between them words do, and inside words
that are alike letters do.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.model.position import START, Position
from reader.text.normal import small

_ALIKE = 0.6  # of the letters of a changed word that must be the same
_SHORTEST_RUN = 2  # letters inside a changed word
_MOST_LETTERS = 400  # in a change that is looked into letter by letter


@dataclass(frozen=True, slots=True)
class Run:
    """So many letters, from `old` in the one text and from `new` in the other, are the same."""

    old: int
    new: int
    length: int


class Letters:
    """The letters and digits of a text in one row, and where each stands."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.starts = [0]  # of each leaf, and the end
        self._chars = array("l")
        found = []
        for text in texts:
            places = [at for at, letter in enumerate(text) if letter.isalnum()]
            lower = small(text)
            found.append("".join(lower[at] for at in places))
            self._chars.extend(places)
            self.starts.append(len(self._chars))
        self.of_leaf = tuple(found)
        self.text = "".join(found)

    def at_or_after(self, place: Position) -> int:
        """Return the first letter at a place or behind it."""
        if place.block >= len(self.texts):
            return len(self.text)
        first, end = self.starts[place.block : place.block + 2]
        return bisect_left(self._chars, place.char, first, end)

    def is_behind(self, place: Position, letter: int) -> bool:
        """Tell whether a place is behind all letters of its leaf; `letter` is what follows."""
        if place.block >= len(self.texts):
            return False
        return self.starts[place.block] < letter == self.starts[place.block + 1]

    def begin(self, letter: int) -> Position:
        """Return the place before a letter."""
        if letter >= len(self.text):
            return self.end(letter)
        block = bisect_right(self.starts, letter) - 1
        return Position(block, self._chars[letter])

    def end(self, letter: int) -> Position:
        """Return the place behind the letter before this one."""
        if letter <= 0:
            return START
        block = bisect_right(self.starts, letter - 1) - 1
        return Position(block, self._chars[letter - 1] + 1)

    def begins_word(self, letter: int) -> bool:
        """Tell whether there is no letter right before this one."""
        return letter >= len(self.text) or self.end(letter) != self.begin(letter)

    def words(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return where the words of some leaves begin and end, in letters."""
        found, begin = [], self.starts[first]
        for letter in range(begin + 1, self.starts[last] + 1):
            if letter == self.starts[last] or self.begins_word(letter):
                found.append((begin, letter))
                begin = letter
        return found


def runs(old: Letters, new: Letters) -> list[Run]:
    """Return what is the same in two texts, in the order of the old one."""
    if old.text == new.text:  # only borders, spaces and signs are other ones
        return [Run(0, 0, len(old.text))] if old.text else []
    by_leaf = SequenceMatcher(None, old.of_leaf, new.of_leaf)
    kept: list[tuple[int, int]] = []
    gaps = []
    for tag, first, last, start, end in by_leaf.get_opcodes():
        if tag == "equal":
            kept += zip(range(first, last), range(start, end), strict=True)
        else:
            gaps.append((first, last, start, end))
    kept += _moved_leaves(old, new, gaps)
    found = [Run(old.starts[a], new.starts[b], len(old.of_leaf[a])) for a, b in kept]
    gone, come = {a for a, _ in kept}, {b for _, b in kept}
    for first, last, start, end in gaps:
        mine = [pair for leaf in range(first, last) if leaf not in gone for pair in _of(old, leaf)]
        there = [pair for leaf in range(start, end) if leaf not in come for pair in _of(new, leaf)]
        found += _by_words(old, new, mine, there)
    return sorted((run for run in found if run.length), key=lambda run: run.old)


def _moved_leaves(
    old: Letters, new: Letters, gaps: Sequence[tuple[int, int, int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the leaves that stand elsewhere now; only those that there is once are certain."""
    mine = [leaf for first, last, _, _ in gaps for leaf in range(first, last)]
    there = [leaf for _, _, start, end in gaps for leaf in range(start, end)]
    once = Counter(old.of_leaf), Counter(new.of_leaf)
    places = {new.of_leaf[leaf]: leaf for leaf in there}
    for leaf in mine:
        words = old.of_leaf[leaf]
        if words in places and all(count[words] == 1 for count in once):
            yield leaf, places[words]


def _of(letters: Letters, leaf: int) -> list[tuple[int, int]]:
    return letters.words(leaf, leaf + 1) if letters.of_leaf[leaf] else []


def _by_words(
    old: Letters, new: Letters, mine: list[tuple[int, int]], there: list[tuple[int, int]]
) -> Iterator[Run]:
    words = [old.text[a:b] for a, b in mine], [new.text[a:b] for a, b in there]
    for tag, first, last, start, end in SequenceMatcher(None, *words).get_opcodes():
        if tag == "equal":
            for (a, stop), (b, _) in zip(mine[first:last], there[start:end], strict=True):
                yield Run(a, b, stop - a)
        elif tag == "replace":
            yield from _by_letters(old, new, mine[first:last], there[start:end])


def _by_letters(
    old: Letters, new: Letters, mine: list[tuple[int, int]], there: list[tuple[int, int]]
) -> Iterator[Run]:
    """Yield the letters that stay in words which were cut, joined or put right."""
    places = [letter for a, b in mine for letter in range(a, b)]
    others = [letter for a, b in there for letter in range(a, b)]
    if max(len(places), len(others)) > _MOST_LETTERS:
        return
    letters = "".join(old.text[at] for at in places), "".join(new.text[at] for at in others)
    matcher = SequenceMatcher(None, *letters, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return
    for block in matcher.get_matching_blocks():
        if block.size >= _SHORTEST_RUN:
            for step in range(block.size):
                yield Run(places[block.a + step], others[block.b + step], 1)
