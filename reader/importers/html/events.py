"""Days of a page that are not those of its publication: of events, of periods, of deadlines."""

import re
from collections.abc import Iterator
from itertools import islice

from reader.importers.html.rules import Rules, has_word
from reader.importers.html.tags import HEADINGS
from reader.importers.html.tree import Row
from reader.text import dates

_EVENTS = frozenset({"event"})
_SCHEMA = re.compile(r"schema\.org/\w*Event\b")
_FAR_ABOVE = 40  # elements from the sort of a text to its title, and from the title to the sort
_NEAR_BELOW = 15
_LINKS = frozenset({"a"})
_UP = 3  # elements from a day to the line with its label
_LONGEST_LABEL = 40
_LONGEST_LINE = 90
_MOST_LINES = 40  # elements of what tells where and when
_PERIOD = re.compile(r"\s*(?:[\u2012-\u2015-]|до|и|to|until|and|au|bis|und|et)\s*", re.IGNORECASE)
_APART = re.compile(r"[|,;\u2022\u00b7]")
_ROUND = " \u00a0.,;"


def is_about_event(row: Row, rules: Rules, title: int | None) -> bool:
    """Tell whether a page is named as one about an event, or calls itself so beside its title."""
    if title is None:
        return False
    around = [row.nodes[above] for above in (title, *row.above(title))]
    if any(has_word(node.names, _EVENTS) for node in around):
        return True
    if any(_SCHEMA.search(node.element.get("itemtype") or "") for node in around):
        return True
    near = range(max(0, title - _FAR_ABOVE), min(len(row.nodes), title + _NEAR_BELOW))
    return any(_is_sort(row, rules, place) for place in near)


def _is_sort(row: Row, rules: Rules, place: int) -> bool:
    """Tell whether an element says that a page is about an event, and leads nowhere."""
    node = row.nodes[place]
    if not node.has_loose_words or node.size > _LONGEST_LABEL or node.tag == "a":
        return False
    return row.words(place).casefold() in rules.event_sorts and not row.lies_in(place, _LINKS)


def is_of_something_else(
    row: Row, rules: Rules, place: int, title: int | None, *, named: bool
) -> bool:
    """Tell whether what stands round a day says that it is none of publication.

    `named` tells that the day is named as one.
    """
    return (
        _is_labelled(row, rules, place, named=named)
        or _is_of_period(row, place)
        or (not named and _is_below_heading(row, place, title))
        or _is_beside_venue(row, rules, place)
    )


def _is_labelled(row: Row, rules: Rules, place: int, *, named: bool) -> bool:
    """Tell whether a label before a day names another one: „Краен срок“, „Кога:“.

    Where the page itself names the day as one, a label that is not known says nothing.
    """
    for line in (place, *islice(row.above(place), _UP)):
        if row.nodes[line].size > _LONGEST_LINE:
            return False
        text = row.words(line)
        found = dates.find(text)
        label = _APART.split(text[: found[0][0]])[-1].strip(_ROUND) if found else ""
        if label:
            said = label.rstrip(" :").casefold()
            unknown = label.endswith(":") and len(label) <= _LONGEST_LABEL and not named
            return said in rules.other_days or (unknown and not _tells(said, rules))
    return False


def _tells(said: str, rules: Rules) -> bool:
    """Tell whether a label says that a day is that of publication, who wrote a text, its sort."""
    first = said.partition(" ")[0]
    return not rules.published.isdisjoint((said, first)) or said in rules.sorts | rules.bylines


def _is_of_period(row: Row, place: int) -> bool:
    """Tell whether a day is the first or the last of a period: „14 май 2026 – 16 май 2026“."""
    above = row.nodes[place].parent
    if above < 0 or row.nodes[above].size > _LONGEST_LINE:
        return False
    text = row.words(above)
    found = dates.find(text)
    return len(found) > 1 and _PERIOD.fullmatch(text[found[0][1] : found[1][0]]) is not None


def _is_below_heading(row: Row, place: int, title: int | None) -> bool:
    """Tell whether a line is the first below a heading other than that of the page."""
    line = row.nodes[place].element
    before = (x for x in line.itersiblings(preceding=True) if x in row.place)
    near = next((x for x in before if row.nodes[row.place[x]].size), None)
    if near is None or row.nodes[row.place[near]].tag not in HEADINGS.keys() - {"h1"}:
        return False
    return title is None or not row.holds(row.place[near], title)


def _is_beside_venue(row: Row, rules: Rules, place: int) -> bool:
    """Tell whether a line near a day says where something is: „Място: Лом“."""
    for above in islice(row.above(place), _UP):
        if row.nodes[above].end - above > _MOST_LINES:
            return False
        if any(_begins_with_venue(row, rules, x) for x in _lines(row, above)):
            return True
    return False


def _lines(row: Row, outer: int) -> Iterator[int]:
    inside = (x for x in row.inside(outer) if row.nodes[x].has_loose_words)
    return (x for x in inside if row.nodes[x].size <= _LONGEST_LINE)


def _begins_with_venue(row: Row, rules: Rules, place: int) -> bool:
    label, colon, _ = row.words(place).partition(":")
    whole = row.nodes[place].size <= _LONGEST_LABEL
    return bool(colon or whole) and label.strip(_ROUND).casefold() in rules.venues
