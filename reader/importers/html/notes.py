"""Notes and their marks: a link to a place further down whose words lead back, or are so named."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import islice, takewhile

from reader.importers.html.elements import Element, words
from reader.importers.html.links import Addresses
from reader.importers.html.rules import Rules
from reader.importers.html.tags import BLOCKS
from reader.importers.html.tree import Row

_NEAR = 5  # elements inside a mark
_MOST_BACKS = 50
_LABEL = re.compile(r"[\s(\[]*([^\W_]{1,3}|\*{1,3})[\s)\].:]*")
_OWN = re.compile(r"[(\[]?\s*(\d{1,3}|\*{1,3})\s*[)\]]?[.:]?\s*(?=\S)")
_BRACKETED = re.compile(r"\[\d{1,3}\](?=\s*\S)")
_NOTE_ROLES = frozenset({"doc-endnote", "doc-footnote", "note"})
_NOTE_NAME = re.compile(
    r"_?(?:ftn|edn|fn|footnote|endnote|ntr|cite_note|note)[-:_]?[\w.-]*\d", re.I
)
_NUMBER = re.compile(r"[1-9]\d{0,2}$")


@dataclass(frozen=True, slots=True)
class Notes:
    """`marks` are the elements that stand for a mark, with its label; "" is shown nowhere.

    `bodies` are the elements that hold a note each, with its label.
    """

    marks: dict[Element, str]
    bodies: dict[Element, str]


def find(row: Row, addresses: Addresses, rules: Rules, *, whole: bool = False) -> Notes:
    """Return the notes of a page; `whole` tells that each of its lines is told for what it is."""
    targets = _targets(row, addresses)
    callers: defaultdict[int, list[int]] = defaultdict(list)
    for place, target in targets.items():
        callers[target].append(place)
    marks: dict[Element, str] = {}
    bodies: dict[Element, str] = {}
    for place, target in targets.items():
        found = _LABEL.fullmatch(words(row.nodes[place].element))
        body = _body(row, target)
        if (
            found
            and target > place
            and body is not None
            and _is_note(row, place, body, callers, rules)
        ):
            marks[_outer(row, place)] = found.group(1)
            bodies.setdefault(row.nodes[body].element, found.group(1))
            for back in _backs(row, body, place, callers):
                marks[row.nodes[back].element] = ""
    raised = _raised(row)
    named = (*row.named(rules.notes), *(() if whole else _closing(row)))
    _add_unlinked(
        row, [*_labelled(row, named, raised), *_numbered(row, raised)], raised, (marks, bodies)
    )
    return Notes(marks, bodies)


def label_length(text: str, label: str) -> int:
    """Return the length of a note's own label at the beginning of its words."""
    found = _OWN.match(text)
    return found.end() if found and found.group(1) == label else 0


def _targets(row: Row, addresses: Addresses) -> dict[int, int]:
    """Return the places of links within the page, with those that they lead to."""
    addressed = ((x, row.nodes[x].element.get("href")) for x in row.tagged("a"))
    names = {place: name for place, address in addressed if (name := addresses.place(address))}
    places = _places_of(row, set(names.values()))
    return {place: places[name] for place, name in names.items() if name in places}


def _places_of(row: Row, names: Set[str]) -> dict[str, int]:
    """Return the places of the first elements with such names, those named by an anchor, too."""
    found: dict[str, int] = {}
    for place in row.named(tuple(names)):
        found.setdefault(row.nodes[place].element.get("id") or "", place)
    for place in row.tagged("a"):
        anchor = row.nodes[place].element.get("name") or ""
        found[anchor] = min(place, found.get(anchor, place))
    return found


def _body(row: Row, target: int) -> int | None:
    """Return the place of the block that a target is, or stands in."""
    for place in (target, *row.above(target)):
        node = row.nodes[place]
        if node.tag in ("body", "html", "main", "article", "table", "ul", "ol", "section"):
            return None
        if node.tag in BLOCKS:
            return None if node.tag[0] == "h" and node.tag[1:].isdigit() else place
    return None


def _is_note(
    row: Row, call: int, body: int, callers: Mapping[int, list[int]], rules: Rules
) -> bool:
    if next(iter(_backs(row, body, call, callers)), None) is not None:
        return True
    node = row.nodes[body]
    if node.element.get("role") in _NOTE_ROLES:
        return True
    inside = [node, *(row.nodes[place] for place in row.above(body))][:3]
    named = any(not rules.notes.isdisjoint(each.names) for each in inside)
    return named or any(_NOTE_NAME.fullmatch(name) for name in node.names)


def _backs(row: Row, body: int, call: int, callers: Mapping[int, list[int]]) -> Iterator[int]:
    """Yield the links of a note that lead back to its mark, or to what is close round that."""
    near = [call, *islice(row.inside(call), _NEAR), *islice(row.above(call), 2)]
    for place in near:
        for caller in islice(callers.get(place, ()), _MOST_BACKS):
            if row.holds(body, caller):
                yield caller


def _outer(row: Row, place: int) -> Element:
    """Return the outermost element that holds nothing but a mark."""
    element = row.nodes[place].element
    label = _label(element)
    for above in row.above(place):
        node = row.nodes[above]
        # Some sites link the number alone, and not the brackets round it.
        if node.tag not in ("sup", "span", "small", "cite") or _label(node.element) != label:
            break
        element = node.element
    return element


def _label(element: Element) -> str | None:
    """Return the label of what may be a mark."""
    found = _LABEL.fullmatch(words(element))
    return found and found.group(1)


def _closing(row: Row) -> Iterator[int]:
    """Yield the last paragraphs of a text that begin with the bracketed marks of what is above."""
    found = (x for x in row.tagged("p") if _BRACKETED.match(row.words(x)))
    for parent in sorted({row.nodes[x].parent for x in found}):
        last = [x for x in reversed(list(row.children(parent))) if row.nodes[x].size]
        notes = list(takewhile(lambda x: _bracketed(row, x), last))
        if notes:
            above = row.words(parent).partition(row.words(notes[-1]))[0]
            yield from (x for x in notes if _bracketed(row, x) in above)


def _bracketed(row: Row, place: int) -> str:
    """Return the mark that a paragraph begins with, "" without one."""
    found = _BRACKETED.match(row.words(place)) if row.nodes[place].tag == "p" else None
    return found.group() if found else ""


def _raised(row: Row) -> dict[str, list[int]]:
    """Return the places of what is raised above its line and may be a mark, by its label."""
    raised: defaultdict[str, list[int]] = defaultdict(list)
    for place in row.tagged("sup"):
        if label := _label(row.nodes[place].element):
            raised[label].append(place)
    return dict(raised)


def _labelled(
    row: Row, places: Iterable[int], raised: Mapping[str, list[int]]
) -> Iterator[tuple[int, str]]:
    """Yield notes that are only named so: with a bracketed mark, or one that is raised above them.

    A bare number may be anything, as in „2 минути за четене“.
    """
    for place in places:
        own = row.words(place)
        found = _OWN.match(own)
        if found and (own.startswith("[") or _is_called(raised, found.group(1), place)):
            yield place, found.group(1)


def _numbered(row: Row, raised: Mapping[str, list[int]]) -> Iterator[tuple[int, str]]:
    """Yield notes whose names tell the number of a mark that is raised above them."""
    for place in (*row.tagged("p"), *row.tagged("li")) if raised else ():
        name = row.nodes[place].element.get("id") or ""
        number = _NUMBER.search(name) if _NOTE_NAME.fullmatch(name) else None
        if number and _is_called(raised, number.group(), place):
            yield place, number.group()


def _add_unlinked(
    row: Row,
    found: Iterable[tuple[int, str]],
    raised: Mapping[str, list[int]],
    notes: tuple[dict[Element, str], dict[Element, str]],
) -> None:
    """Add notes, by place and label, to the marks and bodies of those that are linked."""
    marks, bodies = notes
    last: dict[str, int] = {}
    for place, label in found:
        node = row.nodes[place]
        if node.element not in bodies and node.tag in ("p", "div", "li") and not node.has_blocks:
            bodies[node.element] = label
            last[label] = place
    for label, end in last.items():
        calls = raised.get(label, ())
        marks |= {row.nodes[call].element: label for call in calls if call < end}


def _is_called(raised: Mapping[str, list[int]], label: str, place: int) -> bool:
    return label in raised and raised[label][0] < place
