"""Where on a page the text of its article is, and what stands before its title."""

import re
from collections.abc import Iterator

from reader.importers.html.elements import Element, words
from reader.importers.html.rules import Rules, has_word
from reader.importers.html.tags import BLOCKS
from reader.importers.html.tree import Row

_LITTLE = 400  # letters of running text on a page
_MUCH_MORE = 3
_LONGEST_LEAD = 200
_LEAST_DOUBTFUL = 200  # letters of a text that is named as what stands beside one
_ENOUGH = 0.6  # of the page's running text, for what is named as the text
_NEARLY_ALL = 0.85
_MOST_OF_ROW = 0.75
_OF_TABLES = frozenset({"table", "tbody", "tr"})
_MOST_BEFORE = 0.2  # of a text, for what stands before its title and is no part of it
_LABELS = 150  # letters of the sort of text, the topic, the place
_LEAST_TEXT = 60
_SHORTEST_SENTENCE = 25
_SENTENCE = re.compile(r"[.!?…:;]")
_MOST_LINKED = 0.5
_CONTAINERS = frozenset(
    [
        "html",
        "body",
        "main",
        "article",
        "section",
        "div",
        "center",
        "form",
        "fieldset",
        "table",
        "tbody",
        "tr",
        "td",
        "header",
        "aside",
        "font",
        "span",
    ]
)


class Text:
    """Measures how much running text each element holds."""

    def __init__(self, row: Row, dropped: set[int]) -> None:
        self._row = row
        self._dropped = dropped
        self.amounts = [0] * len(row.nodes)
        self._linked = [0] * len(row.nodes)
        self._measure()

    def is_poor(self) -> bool:
        """Tell whether a page seems to have next to no text."""
        return self.whole() < _LITTLE

    def outweighs(self, other: "Text") -> bool:
        """Tell whether there is so much more text than another measure found."""
        return self.whole() >= max(_LITTLE, _MUCH_MORE * other.whole())

    def before_text(self, title: int) -> range:
        """Return the places between a title and more running text below it than a lead-in has."""
        start = place = self._row.nodes[title].end
        told = 0
        while place < len(self._row.nodes) and told <= _LONGEST_LEAD:
            told += 0 if self._row.nodes[place].has_blocks else self.amounts[place]
            place += 1
        return range(start, place)

    def doubtful(self, rules: Rules, places: range) -> Iterator[Element]:
        """Yield those elements with running text that are named by what may stand beside one."""
        for place in places:
            if self.amounts[place] >= _LEAST_DOUBTFUL:
                node = self._row.nodes[place]
                if has_word(node.names, rules.doubtful_words):
                    yield node.element

    def whole(self) -> int:
        """Return the letters of running text on the page."""
        return self.amounts[0] if self.amounts else 0

    def root(self, rules: Rules) -> int:
        """Return the place of the element that holds the text, and as little else as can be."""
        whole = self.whole()
        for name in rules.bodies:
            found = max(self._row.named((name,)), key=self._amount, default=None)
            if found is not None and self.amounts[found] >= _ENOUGH * whole > 0:
                return found
        stated = self._stated()
        best = max(stated, key=self._amount, default=None)
        if best is not None and self.amounts[best] >= _ENOUGH * whole > 0:
            return best
        return self._descended()

    def is_late(self, outer: int, inner: int) -> bool:
        """Tell whether little of an element's text stands before another inside it."""
        if not self._row.holds(outer, inner):
            return False
        found = 0
        for above in (each for each in self._row.above(inner) if each >= outer):
            beside = (child for child in self._row.children(above) if child < inner)
            found += sum(map(self._amount, beside)) - self._inner_amount(above, inner)
        return found <= max(_LABELS, _MOST_BEFORE * self.amounts[outer])

    def _inner_amount(self, above: int, inner: int) -> int:
        """Return the text of the child of an element that holds another element."""
        holding = (x for x in self._row.children(above) if x < inner and self._row.holds(x, inner))
        return sum(map(self._amount, holding))

    def _amount(self, place: int) -> int:
        return self.amounts[place]

    def _stated(self) -> list[int]:
        nodes = self._row.nodes
        return [
            place
            for place, node in enumerate(nodes)
            if node.element.get("itemprop") == "articleBody" or node.tag == "article"
        ]

    def _descended(self) -> int:
        """Return the innermost element that holds nearly all of the running text."""
        place = 0
        inside = False
        whole = self.whole()
        while whole:
            inner = (child for child in self._row.children(place) if child not in self._dropped)
            best = max(inner, key=self._amount, default=None)
            # Beside a column that holds the text stand those of menus, news, questions.
            least = _MOST_OF_ROW if self._row.nodes[place].tag in _OF_TABLES else _NEARLY_ALL
            if best is None or self.amounts[best] < least * whole:
                break
            if self._row.nodes[best].tag not in _CONTAINERS or not self._row.nodes[best].has_blocks:
                break
            inside = inside or self._row.nodes[place].is_stated()
            if inside and self._leaves_words(place, best):
                break
            place = best
        return place

    def _leaves_words(self, outer: int, inner: int) -> bool:
        """Tell whether there are words beside an element that are no list of links."""
        beside = [x for x in self._row.children(outer) if x != inner and x not in self._dropped]
        left = sum(self._row.nodes[x].size for x in beside)
        linked = sum(self._linked[x] for x in beside)
        return left > 0 and linked <= _MOST_LINKED * left

    def _measure(self) -> None:
        out = self._outside()
        for place in range(len(self._row.nodes) - 1, -1, -1):
            node = self._row.nodes[place]
            if out[place]:
                continue
            if node.tag == "a":
                self._linked[place] = node.size
            if not node.has_blocks and node.tag in BLOCKS:
                self.amounts[place] = self._running(place)
            elif node.tag in BLOCKS:
                self.amounts[place] += self._loose(place)
            self._hand_up(place)

    def _hand_up(self, place: int) -> None:
        node = self._row.nodes[place]
        if node.parent < 0:
            return
        self.amounts[node.parent] += self.amounts[place]
        self._linked[node.parent] += self._linked[place]

    def _running(self, place: int) -> int:
        """Return the letters of a block that reads like running text, else 0."""
        node = self._row.nodes[place]
        plain = node.size - self._linked[place]
        if node.size == 0 or self._linked[place] > _MOST_LINKED * node.size:
            return 0
        if plain >= _LEAST_TEXT:
            return plain
        if plain < _SHORTEST_SENTENCE or not _SENTENCE.search(words(node.element)[-3:]):
            return 0
        return plain

    def _loose(self, place: int) -> int:
        """Return the letters that stand loose among blocks, as in old pages."""
        element = self._row.nodes[place].element
        texts = [element.text, *(child.tail for child in element)]
        return sum(
            len(text.strip()) for text in texts if text and len(text.strip()) >= _SHORTEST_SENTENCE
        )

    def _outside(self) -> list[bool]:
        out = [False] * len(self._row.nodes)
        for place in self._dropped:
            end = self._row.nodes[place].end
            out[place:end] = [True] * (end - place)
        return out
