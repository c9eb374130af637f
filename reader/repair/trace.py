"""Where in the article each repair shows, and which printed lines each piece is made of."""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from reader.model.article import Article
from reader.model.leaves import leaves
from reader.model.position import Position
from reader.model.raw import RawDocument, RawLine, Repair
from reader.repair.cells import in_tables, row_of
from reader.text.normal import letters_of

Origins = tuple[tuple[int, ...], ...]
# What was taken out before a place can shift it by so many letters; nobody prints longer addresses.
_MOST_SHIFTED = 3000
_USUALLY_SHIFTED = 100


def origins(lines: Sequence[RawLine]) -> Origins:
    """Return, for each leaf of the article that the blocks make, the lines it was printed in."""
    found: list[tuple[int, ...]] = []
    for in_table, group in groupby(lines, key=lambda line: row_of(line) is not None):
        if in_table:
            found += (
                tuple(source for line in table for source in line.sources)
                for table in in_tables(group)
            )
        else:
            found += (line.sources for line in group)
    return tuple(found)


def located(
    repairs: Sequence[Repair], found: RawDocument, article: Article, origin: Origins
) -> tuple[Repair, ...]:
    """Return the repairs with the places where they show."""
    finder = _Finder(found, article, origin)
    return tuple(replace(repair, place=finder.place(repair)) for repair in repairs)


class _Finder:
    """Finds places by the words of a repair, nearest to where they must be."""

    def __init__(self, found: RawDocument, article: Article, origin: Origins) -> None:
        self._texts = [leaf.text for leaf in leaves(article)]
        self._letters = [letters_of(text) for text in self._texts]
        self._letters_at: dict[int, array[int]] = {}
        self._leaves_of: dict[int, list[int]] = defaultdict(list)
        for leaf, lines in enumerate(origin):
            for line in lines:
                self._leaves_of[line].append(leaf)
        self._known = sorted(self._leaves_of)
        self._first = [min(lines, default=0) for lines in origin]
        self._lines = found.lines
        self._before = [0, *accumulate(len(letters_of(line.text)) for line in found.lines)]
        self._on_page: dict[int, list[int]] = defaultdict(list)
        for line in self._known:
            self._on_page[self._lines[line].page].append(line)

    def place(self, repair: Repair) -> Position | None:
        """Return where a repair shows: at its words, or where what was taken out had stood."""
        if repair.line is None or not self._known:
            return None
        found = self._leaves_of.get(repair.line)
        if not found:
            return Position(self._leaf_near(repair.line), 0)
        left = len(letters_of(repair.before.split("\n")[0])) if "\n" in repair.before else 0
        for leaf in found:  # a block that was parted by hand is several
            expected = self._before[repair.line] - self._before[self._first[leaf]]
            start = self._nearest(leaf, letters_of(repair.after), expected)
            if start is not None:
                return Position(leaf, self._char(leaf, start + left, seam=left > 0))
        return Position(found[0], 0)

    def _leaf_near(self, line: int) -> int:
        """Return the leaf nearest on the page to a line that was taken out, else the next leaf."""
        index = min(bisect_left(self._known, line), len(self._known) - 1)
        box = self._lines[line].box
        if box is None:
            return self._leaves_of[self._known[index]][0]
        near = self._on_page.get(self._lines[line].page) or [self._known[index]]
        nearest = min(near, key=lambda other: abs(self._top(other) - box.top))
        return self._leaves_of[nearest][0]

    def _top(self, line: int) -> float:
        box = self._lines[line].box
        return box.top if box else 0.0

    def _nearest(self, leaf: int, words: str, expected: int) -> int | None:
        """Return where words stand in a leaf, counted in letters."""
        if not words:
            return None
        for reach in (_USUALLY_SHIFTED, _MOST_SHIFTED):
            first = max(0, expected - reach)
            near = self._letters[leaf][first : expected + reach + len(words)]
            starts = [first + found.start() for found in re.finditer(f"(?={words})", near)]
            if starts:
                return min(starts, key=lambda start: abs(start - expected))
        return None

    def _char(self, leaf: int, letters: int, *, seam: bool) -> int:
        """Return the index of the character after so many letters; at a seam, right after them."""
        if leaf not in self._letters_at:
            text = enumerate(self._texts[leaf])
            self._letters_at[leaf] = array("L", (at for at, sign in text if sign.isalnum()))
        places = self._letters_at[leaf]
        if letters > len(places) or (letters == len(places) and not seam):
            return len(self._texts[leaf])
        if not seam:
            return places[letters]
        return places[letters - 1] + 1 if letters else 0
