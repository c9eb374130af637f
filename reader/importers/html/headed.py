"""Headings such as „Свързани новини“: below them stands what is no part of an article."""

from collections.abc import Sequence

from reader.importers.html.boxes import is_list_of_files
from reader.importers.html.remarks import HEADS, MOST_ELEMENTS, counted, is_part
from reader.importers.html.rules import Rules, begins_like_round
from reader.importers.html.tree import Node, Row

_LONGEST = 40
_LINKS = frozenset({"a"})
_LISTS = frozenset({"ul", "ol"})
_CELLS = frozenset({"table", "tr", "td"})


def _has_words(node: Node) -> bool:
    """Tell whether an element has words, a part of a page words of its own."""
    return node.has_loose_words or (node.size > 0 and not is_part(node))


def _next_with_words(nodes: Sequence[Node]) -> list[int]:
    """Return for each place that of the next element with words, itself or one behind it."""
    found = [len(nodes)] * (len(nodes) + 1)
    for place in range(len(nodes) - 1, -1, -1):
        found[place] = place if _has_words(nodes[place]) else found[place + 1]
    return found


class Headed:
    """Tells what such headings stand above; a list of documents is of the text itself."""

    def __init__(self, row: Row, rules: Rules) -> None:
        self._row = row
        self._rules = rules
        self._worded = _next_with_words(row.nodes)

    def begins(self, place: int, node: Node) -> bool:
        """Tell whether a part of the page begins with a heading such as „Свързани новини“.

        Words that are no heading by their tag are one above links alone.
        """
        if not is_part(node):
            return False
        head = self._worded[place + 1]
        near = head < min(node.end, place + 1 + MOST_ELEMENTS)
        if not near or not self._is_round_heading(head, place):
            return False
        return not is_list_of_files(self._row, place, self._rules)

    def is_above(self, place: int, node: Node) -> bool:
        """Tell whether a list of links stands right below such a heading, in what holds a text."""
        if (
            node.tag not in _LISTS
            or not self._row.is_linked(place)
            or is_list_of_files(self._row, place, self._rules)
        ):
            return False
        before = (self._row.place.get(x) for x in node.element.itersiblings(preceding=True))
        head = next((x for x in before if x is not None), None)
        if head is None or self._row.nodes[head].tag not in HEADS:
            return False
        return self._is_round_heading(head, node.parent)

    def _is_round_heading(self, place: int, part: int) -> bool:
        """Tell whether a heading is one of those, or begins like one above a link."""
        node = self._row.nodes[place]
        if node.size > _LONGEST:
            return False
        said = counted(self._row.words(place))
        if node.tag not in HEADS:
            above = self._row.nodes[part]
            known = said in self._rules.round_headings or said in self._rules.topic_labels
            known = known or begins_like_round(said, self._rules)
            if not known or above.tag in _CELLS:
                return False
            return 0 < above.size - node.size == self._row.linked(part)
        if said in self._rules.round_headings:
            return True
        # „Още от рубриката“ is one of these, „Още от самото начало“ none.
        begun = begins_like_round(said, self._rules)
        return begun and self._begins_with_link(range(node.end, self._row.nodes[part].end))

    def _begins_with_link(self, places: range) -> bool:
        """Tell whether the first words in some elements are those of a link."""
        near = places[:MOST_ELEMENTS]
        first = next((x for x in near if self._row.nodes[x].has_loose_words), None)
        if first is None:
            return False
        return self._row.nodes[first].tag == "a" or self._row.lies_in(first, _LINKS)
