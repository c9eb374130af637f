"""A parsed page as a row of elements in their order, without what nobody is shown."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from reader.importers.html.elements import Element, names, tag
from reader.importers.html.hidden import Hidden
from reader.importers.html.rules import Names, Rules
from reader.importers.html.tags import BLOCKS, HEADINGS, NEVER, TEXTS

_SPACE = re.compile(r"\s+")
_LONGEST_LINE = 500  # letters of an element whose words are remembered


@dataclass(slots=True)
class Node:
    """An element that is shown: the places of its parent and of its end, and its letters.

    Loose are the words that stand right in it, outside of all elements that it holds.
    """

    element: Element
    tag: str
    names: list[str]
    parent: int
    end: int = 0
    size: int = 0
    has_blocks: bool = False
    has_headings: bool = False
    has_loose_words: bool = False

    def add(self, text: str | None) -> None:
        """Count a text that stands right in the element."""
        if text:
            self.size += len(_SPACE.sub(" ", text).strip())
            self.has_loose_words = self.has_loose_words or any(map(str.isalnum, text))

    def is_stated(self) -> bool:
        """Tell whether the page says that an element is what it is about."""
        return self.tag in TEXTS or self.element.get("role") == "main"


class Row:
    """The elements that are shown, in the order of the page."""

    def __init__(self, root: Element, rules: Rules) -> None:
        self._hidden = Hidden(root, rules)
        self.nodes: list[Node] = []
        self.place: dict[Element, int] = {}
        self._named: defaultdict[str, list[int]] = defaultdict(list)
        self._tagged: defaultdict[str, list[int]] = defaultdict(list)
        self._lines: dict[int, str] = {}  # words of small elements, which many questions are about
        self._add_all(root)
        self._measure()

    def inside(self, place: int, *tags: str) -> Iterator[int]:
        """Yield the places of the elements inside one: all, or those of some tags by tags."""
        end = self.nodes[place].end
        if not tags:
            return iter(range(place + 1, end))
        return (
            found
            for places in map(self._tagged.__getitem__, tags)
            for found in places[bisect_right(places, place) : bisect_left(places, end)]
        )

    def has(self, place: int, *tags: str) -> bool:
        """Tell whether an element holds any other, or any of some tags."""
        return next(self.inside(place, *tags), None) is not None

    def children(self, place: int) -> Iterator[int]:
        """Yield the places of the elements right inside one."""
        child = place + 1
        while child < self.nodes[place].end:
            yield child
            child = self.nodes[child].end

    def above(self, place: int) -> Iterator[int]:
        """Yield the places of the elements round one, the nearest first."""
        place = self.nodes[place].parent
        while place >= 0:
            yield place
            place = self.nodes[place].parent

    def holds(self, outer: int, inner: int) -> bool:
        """Tell whether one element is another, or holds it."""
        return outer <= inner < self.nodes[outer].end

    def follows(self, place: int, other: int | None, most: int) -> bool:
        """Tell whether an element begins behind another, and at most so many elements behind."""
        return other is not None and 0 < place - other <= most

    def is_within(self, place: int, outer: Set[int]) -> bool:
        """Tell whether an element is one of others, or lies in one of them."""
        return place in outer or any(above in outer for above in self.above(place))

    def lies_in(self, place: int, tags: Set[str]) -> bool:
        """Tell whether an element of some tags is round another."""
        return any(self.nodes[above].tag in tags for above in self.above(place))

    def linked(self, place: int) -> int:
        """Return the letters of the links in an element."""
        return sum(self.nodes[link].size for link in self.inside(place, "a"))

    def is_linked(self, place: int) -> bool:
        """Tell whether all that an element says is a link."""
        return 0 < self.nodes[place].size == self.linked(place)

    def named(self, wanted: Names | Sequence[str]) -> list[int]:
        """Return the places of the elements with one of some names, in order."""
        return sorted({place for name in wanted for place in self._named.get(name, ())})

    def words(self, place: int) -> str:
        """Return the text of an element that is shown, spaces as they are shown."""
        if self.nodes[place].size > _LONGEST_LINE:
            return self._words_in(place)
        if place not in self._lines:
            self._lines[place] = self._words_in(place)
        return self._lines[place]

    def _words_in(self, place: int) -> str:
        texts: list[str] = []
        todo: list[Element | str] = [self.nodes[place].element]
        while todo:
            here = todo.pop()
            if isinstance(here, str):
                texts.append(here)
                continue
            for child in reversed(here):
                todo.append(child.tail or "")
                if child in self.place:
                    todo.append(child)
            texts.append(here.text or "")
        return _SPACE.sub(" ", "".join(texts)).strip()

    def tagged(self, *tags: str) -> list[int]:
        """Return the places of the elements of some tags, in order."""
        return sorted(place for name in tags for place in self._tagged.get(name, ()))

    def _add_all(self, root: Element) -> None:
        stack: list[tuple[int, Iterator[Element]]] = []
        self._add(root, -1)
        stack.append((0, iter(root)))
        while stack:
            parent, children = stack[-1]
            child = next(children, None)
            if child is None:
                self.nodes[parent].end = len(self.nodes)
                stack.pop()
                continue
            self.nodes[parent].add(child.tail)
            if self._is_shown(child):
                place = self._add(child, parent)
                stack.append((place, iter(child)))

    def _add(self, element: Element, parent: int) -> int:
        place = len(self.nodes)
        node = Node(element, tag(element), names(element), parent)
        node.add(element.text)
        self.nodes.append(node)
        self.place[element] = place
        self._tagged[node.tag].append(place)
        for name in node.names:
            self._named[name].append(place)
        return place

    def _is_shown(self, element: Element) -> bool:
        name = tag(element)
        if name in NEVER:
            return False
        if name == "svg":
            return element.get("role") == "img"
        return not self._hidden.holds(element)

    def _measure(self) -> None:
        for node in reversed(self.nodes):
            if node.parent >= 0:
                above = self.nodes[node.parent]
                above.size += node.size
                above.has_blocks |= node.has_blocks or node.tag in BLOCKS
                above.has_headings |= node.has_headings or node.tag in HEADINGS
