"""The words around the place in an article that fits a search best.

Of most words not even the key is asked for: only those that begin with a sought key's first letter
are looked at. Where that finds nothing, as with „човек“ for „хора“, all are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice

from reader.model.position import Position
from reader.text.search_terms import Term
from reader.text.words import tokens, words

_WIDTH = 12  # words
_LEAD = 3  # words before the first match
_WITHIN = "[\\w\u0300-\u036f]"  # a word, see `reader.text.words`
_AnyWord = re.compile(f"[^\\W_](?<!{_WITHIN}.){_WITHIN}*")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some words of an article, (start, end) of those that match, and where the first stands."""

    text: str
    marks: tuple[tuple[int, int], ...]
    position: Position


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a term begins in the text of all leaves."""

    start: int
    term: Term


class _Leaves:
    """The texts of an article's leaves, looked through as one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.joined = "\n".join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))

    def position(self, start: int) -> Position:
        """Return the leaf and the character of a place."""
        block = bisect_right(self._starts, start) - 1
        return Position(block, start - self._starts[block])
