"""A parsed page as a row of elements in their order, without what nobody is shown."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.importers.html.elements import Element, names, tag
from reader.importers.html.hidden import Hidden
from reader.importers.html.rules import Names, Rules
from reader.importers.html.tags import BLOCKS, HEADINGS, NEVER

_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Node:
    """An element that is shown: the places of its parent and of its end, and its letters."""

    element: Element
    tag: str
    names: list[str]
    parent: int
    end: int = 0
    size: int = 0
    has_blocks: bool = False
    has_headings: bool = False


class Row:
    """The elements that are shown, in the order of the page."""

    def __init__(self, root: Element, rules: Rules) -> None:
        self._hidden = Hidden(root, rules)
        self.nodes: list[Node] = []
        self.place: dict[Element, int] = {}
        self._named: defaultdict[str, list[int]] = defaultdict(list)
        self._tagged: defaultdict[str, list[int]] = defaultdict(list)
        self._add_all(root)
        self._measure()

    def inside(self, place: int) -> Iterator[int]:
        """Yield the places of the elements inside one."""
        return iter(range(place + 1, self.nodes[place].end))

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

    def named(self, wanted: Names | Sequence[str]) -> list[int]:
        """Return the places of the elements with one of some names, in order."""
        return sorted({place for name in wanted for place in self._named.get(name, ())})

    def words(self, place: int) -> str:
        """Return the text of an element that is shown, spaces as they are shown."""
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
            elif self._is_shown(child):
                place = self._add(child, parent)
                stack.append((place, iter(child)))

    def _add(self, element: Element, parent: int) -> int:
        place = len(self.nodes)
        node = Node(element, tag(element), names(element), parent)
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
            node.size += _length(node.element.text)
            tail = _length(node.element.tail)
            if node.parent >= 0:
                above = self.nodes[node.parent]
                above.size += node.size + tail
                above.has_blocks |= node.has_blocks or node.tag in BLOCKS
                above.has_headings |= node.has_headings or node.tag in HEADINGS


def _length(text: str | None) -> int:
    return len(_SPACE.sub(" ", text).strip()) if text else 0
