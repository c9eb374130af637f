"""What readers wrote below an article, and what a blog tells of where to write."""

import re
from collections.abc import Iterator
from itertools import islice

from reader.importers.html.elements import Element
from reader.importers.html.rules import Rules, either
from reader.importers.html.tags import HEADINGS
from reader.importers.html.tree import Node, Row

_LONGEST_HEADING = 200  # letters: it may name the article once more
_LONGEST_LINE = 500
_MOST_LINKS = 20
_NEAR_TITLE = 15  # elements between a title and the line with its day
_PLACES = frozenset({"comments", "comment", "respond", "disqus_thread", "addcomment"})
_SORTS = frozenset({"category", "tag"})
_LINES = frozenset({"p", "div", "small", "span", "td"})
_FEWEST_DAYS = 28  # of a month
_MOST_CELLS = 150  # elements of a calendar


class Comments:
    """Knows what belongs to the comments of readers."""

    def __init__(self, row: Row, rules: Rules, title: int | None) -> None:
        self._row = row
        self._rules = rules
        self._title = title
        counts, words = rules.comment_counts, rules.comment_words | rules.answer_words
        self._counted = re.compile(
            rf"\W*(?:\d+|{either(counts)}) (?P<word>{either(words)})\b(?P<behind>.*)"
        )
        self._below = set(self._below_headings())

    def holds(self, place: int, node: Node) -> bool:
        """Tell whether an element is of the comments, or leads to them."""
        return place in self._below or self._is_line(place, node) or self._is_calendar(place, node)

    def _below_headings(self) -> Iterator[int]:
        """Yield the headings above comments, with all that stands below each of them."""
        if self._title is None:
            return
        for place in self._row.tagged(*HEADINGS):
            if place > self._title and self._heads_comments(place):
                yield place
                yield from self._behind(place)

    def _heads_comments(self, place: int) -> bool:
        """Tell whether a heading counts comments, or asks for one above a field to write in."""
        if not 0 < self._row.nodes[place].size <= _LONGEST_HEADING:
            return False
        said = self._row.words(place).casefold()
        if (counted := self._counted.match(said)) is not None:
            # „3 отговора на въпроси за еврото“ is the heading of a text.
            whole = counted["word"] in self._rules.comment_words and not counted["behind"].strip(
                " :."
            )
            return whole or self._names_title(counted["behind"])
        if not said.startswith(self._rules.comment_calls):
            return False
        return any(map(_is_written_in, (self._row.nodes[x].element for x in self._behind(place))))

    def _names_title(self, words: str) -> bool:
        title = "" if self._title is None else self._row.words(self._title).casefold()
        return bool(title) and title in words

    def _behind(self, place: int) -> Iterator[int]:
        """Yield what stands behind a heading, up to the next one that is as high."""
        heading = self._row.nodes[place]
        for below in heading.element.itersiblings():
            behind = self._row.place.get(below)
            if behind is not None:
                if self._row.nodes[behind].tag in HEADINGS and below.tag <= heading.tag:
                    return
                yield behind

    def _is_line(self, place: int, node: Node) -> bool:
        """Tell whether a line below a text says what sorts it is of and where to write of it."""
        if node.tag not in _LINES or not 0 < node.size <= _LONGEST_LINE or node.has_blocks:
            return False
        if self._title is None or place <= self._title + _NEAR_TITLE:
            return False
        places = islice(self._row.inside(place, "a"), _MOST_LINKS)
        links = [self._row.nodes[x].element for x in places]
        relations = {x for link in links for x in (link.get("rel") or "").lower().split()}
        if "trackback" in relations:
            return True
        leads = any(_fragment(link) in _PLACES for link in links)
        return leads and not _SORTS.isdisjoint(relations)

    def _is_calendar(self, place: int, node: Node) -> bool:
        """Tell whether a table shows the days of a month."""
        if node.tag != "table" or node.end - place > _MOST_CELLS:
            return False
        cells = (self._row.words(x) for x in self._row.inside(place, "td"))
        numbers = [int(said) for said in cells if said.isascii() and said.isdigit()]
        return numbers[:_FEWEST_DAYS] == list(range(1, _FEWEST_DAYS + 1))


def _is_written_in(element: Element) -> bool:
    """Tell whether a part has a field for a text; fields are no part of the row."""
    return next(element.iter("textarea"), None) is not None


def _fragment(link: Element) -> str:
    return (link.get("href") or "").rpartition("#")[2].lower()
