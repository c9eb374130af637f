"""A parsed page as a row of elements in their order, without what nobody is shown."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from reader.importers.html.elements import Element, names, tag
from reader.importers.html.hidden import Hidden
from reader.importers.html.rules import Names, Rules, words_of
from reader.importers.html.tags import BLOCKS, HEADINGS, NEVER, TEXTS

_LONGEST_LINE = 500  # letters of an element whose words are remembered


@dataclass(slots=True)
class Node:
    """An element that is shown: the places of its parent and of its end, and its letters.

    Loose are the words that stand right in it, outside of all elements that it holds. Its texts,
    and those of what it holds, are those of the row from `first_text` to `last_text`.
    """

    element: Element
    tag: str
    names: tuple[str, ...]
    parent: int
    first_text: int
    last_text: int = 0
    end: int = 0
    size: int = 0
    has_blocks: bool = False
    has_headings: bool = False
    has_loose_words: bool = False

    def is_stated(self) -> bool:
        """Tell whether the page says that an element is what it is about."""
        return self.tag in TEXTS or self.element.get("role") == "main"


class Row:
    """The elements that are shown, in the order of the page."""

    def __init__(self, root: Element, rules: Rules) -> None:
        self._hidden = Hidden(root, rules)
        self._texts: list[str] = []
        self.nodes: list[Node] = []
        self.place: dict[Element, int] = {}
        self._named: defaultdict[str, list[int]] = defaultdict(list)
        self._tagged: defaultdict[str, list[int]] = defaultdict(list)
        self._lines: dict[int, str] = {}  # words of small elements, which many questions are about
        self._add_all(root)
        self._measure()

    def node(self, element: Element) -> Node:
        """Return what is known of an element that is shown."""
        return self.nodes[self.place[element]]

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

    def worded(self, words: Names) -> list[int]:
        """Return the places of the elements with names made with one of some words, in order."""
        return self.named([name for name in self._named if not words.isdisjoint(words_of(name))])

    def words(self, place: int) -> str:
        """Return the text of an element that is shown, spaces as they are shown."""
        if place in self._lines:
            return self._lines[place]
        node = self.nodes[place]
        words = " ".join("".join(self._texts[node.first_text : node.last_text]).split())
        if node.size <= _LONGEST_LINE:
            self._lines[place] = words
        return words

    def tagged(self, *tags: str) -> list[int]:
        """Return the places of the elements of some tags, in order."""
        return sorted(place for name in tags for place in self._tagged.get(name, ()))

    def _add_all(self, root: Element) -> None:
        stack = [(self._add(root, tag(root), names(root), -1), iter(root))]
        while stack:
            place, children = stack[-1]
            for child in children:
                name, own = tag(child), names(child)
                if self._is_shown(child, name, own):
                    stack.append((self._add(child, name, own, place), iter(child)))
                    break
                self._add_text(place, child.tail)
            else:
                stack.pop()
                self._close(self.nodes[place])

    def _add(self, element: Element, name: str, own: tuple[str, ...], parent: int) -> int:
        place = len(self.nodes)
        self.nodes.append(Node(element, name, own, parent, len(self._texts)))
        self.place[element] = place
        self._tagged[name].append(place)
        for each in own:
            self._named[each].append(place)
        self._add_text(place, element.text)
        return place

    def _add_text(self, place: int, text: str | None) -> None:
        if not text:
            return
        self._texts.append(text)
        if words := " ".join(text.split()):
            node = self.nodes[place]
            node.size += len(words)
            node.has_loose_words = node.has_loose_words or any(map(str.isalnum, words))

    def _close(self, node: Node) -> None:
        node.end, node.last_text = len(self.nodes), len(self._texts)
        if node.parent >= 0:
            self._add_text(node.parent, node.element.tail)

    def _is_shown(self, element: Element, name: str, own: tuple[str, ...]) -> bool:
        if name in NEVER:
            return False
        if name == "svg":
            return element.get("role") == "img"
        return not self._hidden.holds(element, own)

    def _measure(self) -> None:
        for node in reversed(self.nodes):
            if node.parent >= 0:
                above = self.nodes[node.parent]
                above.size += node.size
                above.has_blocks |= node.has_blocks or node.tag in BLOCKS
                above.has_headings |= node.has_headings or node.tag in HEADINGS
