"""What belongs to an article and stands outside of its text: title, day, lead, picture, notice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.importers.html.beside import Beside
from reader.importers.html.days import is_day, label_length, with_century
from reader.importers.html.elements import Element
from reader.importers.html.rules import Rules, has_word, is_called
from reader.importers.html.tags import BLOCKS, HEADINGS
from reader.importers.html.tree import Row
from reader.model.raw import TagKind
from reader.text import dates

_LONGEST_DATE = 90
_MOST_ELEMENTS = 100  # in a date, however it is set
_NEAR = 3  # elements between a title and a heading below it that is the lead-in
_SHORTEST_LEAD = 30
_LARGEST_LEAD = 0.7
_LONGEST_NOTICE = 900
_MOST_ROUND = 200  # elements of a notice
_SERVICE = "eTranslation"
_TERMS = re.compile("use-machine-translation-europa|machine-translation-notice")
_RUNNING_TEXT = 80
_MUCH_NEARER = 3  # elements that hold both a day and the title
_FAR_ABOVE = 60  # elements between a day and the title below it
_TEXTS = BLOCKS - HEADINGS.keys()
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS = 6  # beside the date: "Публикувано на", "Брюксел"


@dataclass(frozen=True, slots=True)
class Parts:
    """The outermost elements of an article in order, and what some elements are for.

    `dropped` are the places in the row of what is not read; of `passages` nothing is read but what
    lies deeper and is for something.
    """

    tops: tuple[Element, ...]
    roles: Mapping[Element, TagKind]
    dropped: frozenset[int]
    passages: frozenset[Element]


def parts_of(
    row: Row, rules: Rules, dropped: set[int], title: int | None, body: int, *, late: bool = False
) -> Parts:
    """Return the parts of an article whose title and text are known.

    `late` tells that what stands before the title is no part of it: the sort of text, the topic.
    """
    finder = _Finder(row, rules, dropped, title, body)
    roles = finder.roles()
    wanted = sorted({*roles, *finder.pieces(), body})
    opened = _Opened(row, set(dropped), wanted)
    for place in wanted:
        opened.lead_to(place)
    if late and title is not None:
        opened.clear(body, title)
    opened.passages.update(finder.labels(roles))
    return Parts(
        tuple(row.nodes[place].element for place in _outermost(row, wanted)),
        {row.nodes[place].element: kind for place, kind in roles.items()},
        frozenset(opened.dropped),
        frozenset(row.nodes[place].element for place in opened.passages),
    )


def _outermost(row: Row, places: Sequence[int]) -> Iterator[int]:
    """Yield the places, which rise, of elements that no other one holds."""
    end = 0
    for place in places:
        if place >= end:
            yield place
            end = row.nodes[place].end


class _Opened:
    """What is not read, with ways left open to what is wanted."""

    def __init__(self, row: Row, dropped: set[int], wanted: Sequence[int]) -> None:
        self._row = row
        self._wanted = wanted
        self.dropped = dropped
        self.passages: set[int] = set()

    def lead_to(self, place: int) -> None:
        """Open the way to an element, past all that lies beside it."""
        round_it = [above for above in self._row.above(place) if above in self.dropped]
        self.dropped.discard(place)
        if round_it:
            self.dropped.discard(round_it[-1])
            self._close(round_it[-1])

    def clear(self, outer: int, inner: int) -> None:
        """Close what stands before an element in another: the sort of text, the topic."""
        path = [above for above in self._row.above(inner) if above >= outer]
        for above in path:
            for child in self._row.children(above):
                if child < inner and not self._row.holds(child, inner):
                    self._shut(child)

    def _close(self, place: int) -> None:
        """Close all that an element holds, but what is wanted."""
        self.passages.add(place)
        for child in self._row.children(place):
            self._shut(child)

    def _shut(self, place: int) -> None:
        if place in self._wanted or place in self.dropped:
            return
        if any(self._row.holds(place, each) for each in self._wanted):
            self._close(place)
        else:
            self.dropped.add(place)


class _Finder:
    """Looks for what stands round a text."""

    def __init__(
        self, row: Row, rules: Rules, dropped: set[int], title: int | None, body: int
    ) -> None:
        self._row = row
        self._rules = rules
        self._dropped = dropped
        self._title = title
        self._body = body
        self._first = self._first_paragraph()

    def roles(self) -> dict[int, TagKind]:
        """Return what some elements are for, by their places."""
        found = dict.fromkeys(self.leads(), TagKind.LEAD)
        if self._title is not None:
            found[self._title] = TagKind.TITLE
        day = self.date()
        if day is not None:
            found[day] = TagKind.DATE
        return found | dict.fromkeys(self.notices(), TagKind.NOTICE)

    def leads(self) -> Iterator[int]:
        """Yield what the page calls a lead-in, above the text or at its beginning."""
        taken = -1
        for place in range(len(self._row.nodes)):
            if place < taken or not self._may_be_lead(place):
                continue
            taken = self._row.nodes[place].end
            yield place

    def _may_be_lead(self, place: int) -> bool:
        node = self._row.nodes[place]
        by_name = not self._rules.leads.isdisjoint(node.names) or self._is_below_title(place)
        by_word = place <= self._first and has_word(node.names, self._rules.lead_words)
        if (node.tag in HEADINGS or node.has_headings) and self._row.holds(self._body, place):
            by_word = False
        if not (by_name or by_word) or not node.size or self._row.is_within(place, self._dropped):
            return False
        if self._row.holds(place, self._body) or (
            self._title is not None and self._row.holds(place, self._title)
        ):
            return False
        largest = _LARGEST_LEAD * self._row.nodes[self._body].size
        return by_name or _SHORTEST_LEAD <= node.size <= largest

    def _is_below_title(self, place: int) -> bool:
        """Tell whether a heading stands right below the title, outside of the text."""
        node = self._row.nodes[place]
        if self._title is None or node.tag not in ("h2", "h3") or node.size < _SHORTEST_LEAD:
            return False
        end = self._row.nodes[self._title].end
        between = self._row.nodes[end:place]
        near = end <= place < self._body and len(between) <= _NEAR
        return near and not any(each.has_loose_words for each in between)

    def date(self) -> int | None:
        """Return the line that tells the day of publication."""
        found = [place for place in self._near_title() if self._is_date(place)]
        if not found:
            return None
        nearest = max(found, key=self._closeness)
        named = [place for place in found if self._is_named_date(place)]
        best = max(named, key=self._closeness, default=nearest)
        # At the top of many pages stands what day it is today.
        if self._closeness(nearest) - self._closeness(best) >= _MUCH_NEARER:
            best = nearest
        return self._with_hour(self._narrowed(best))

    def _closeness(self, place: int) -> int:
        """Return how deep lies what holds both an element and the title."""
        if self._title is None:
            return 0
        shared = next(x for x in self._row.above(self._title) if self._row.holds(x, place))
        return sum(1 for _ in self._row.above(shared))

    def labels(self, roles: Mapping[int, TagKind]) -> Iterator[int]:
        """Yield what holds the day, and words beside it that only say what it is."""
        days = (place for place, kind in roles.items() if kind is TagKind.DATE)
        for above in (each for day in days for each in self._row.above(day)):
            if not label_length(self._row.words(above), self._rules):
                return
            yield above

    def _narrowed(self, place: int) -> int:
        """Return the element that tells the day, without its neighbours: „Новина“, „Брюксел“."""
        inner = [x for x in self._row.inside(place) if self._is_date(x)]
        exact = next((x for x in inner if self._row.nodes[x].tag == "time"), None)
        exact = exact or next((x for x in inner if self._is_exactly_named(x)), None)
        if exact is not None:
            return exact
        for each in inner:
            if self._row.nodes[place].has_loose_words or not self._row.holds(place, each):
                break
            place = each
        return place

    def _is_exactly_named(self, place: int) -> bool:
        return self._is_named_date(place) and is_day(self._row.words(place))

    def _with_hour(self, place: int) -> int:
        """Return what holds a day and the hour beside it and nothing else, else the day."""
        above = self._row.nodes[place].parent
        if above < 0 or self._row.nodes[above].size > _LONGEST_DATE:
            return place
        return above if is_day(self._row.words(above)) else place

    def _near_title(self) -> Iterator[int]:
        """Yield the places round the title and above the first paragraph."""
        start = self._title if self._title is not None else self._body
        yield from range(max(0, start - _FAR_ABOVE), min(len(self._row.nodes), self._first + 1))

    def _is_date(self, place: int) -> bool:
        node = self._row.nodes[place]
        if not 6 <= node.size <= _LONGEST_DATE or node.tag == "h1":
            return False
        if node.end - place > _MOST_ELEMENTS:
            return False
        if self._title is not None and self._row.holds(place, self._title):
            return False
        text = self._row.words(place)
        if self._is_named_date(place):
            text = with_century(text)
        found = dates.find(text)
        if len(found) != 1:
            return False
        start, end, _ = found[0]
        beside = _WORD.findall(text[:start] + " " + text[end:])
        return len(beside) <= _MOST_WORDS and (
            is_day(text) or label_length(text, self._rules) > 0 or self._is_named_date(place)
        )

    def _is_named_date(self, place: int) -> bool:
        node = self._row.nodes[place]
        called = is_called(node.names, self._rules.dates, self._rules.date_words)
        return called or node.tag == "time"

    def notices(self) -> Iterator[int]:
        """Yield the remarks that the page is a machine translation."""
        taken = -1
        for place in self._row.tagged("a"):
            address = self._row.nodes[place].element.get("href") or ""
            if place < taken or not _TERMS.search(address):
                continue
            found = self._notice_round(place)
            if found is not None:
                taken = self._row.nodes[found].end
                yield found

    def _notice_round(self, place: int) -> int | None:
        found = None
        for above in self._row.above(place):
            node = self._row.nodes[above]
            if node.tag in ("body", "main", "article", "html") or node.size > _LONGEST_NOTICE:
                break
            if self._row.holds(above, self._body) or node.end - above > _MOST_ROUND:
                break
            if found is None and _SERVICE in self._row.words(above):
                found = above
        return found

    def pieces(self) -> Iterator[int]:
        """Yield what belongs to the text and stands beside it."""
        if self._title is not None:
            found = Beside(self._row, self._rules, self._dropped, self._title, self._body)
            yield from found.places()

    def _first_paragraph(self) -> int:
        """Return the place of the first running text of the body, or of the body's end."""
        for place in (self._body, *self._row.inside(self._body)):
            node = self._row.nodes[place]
            runs = node.size >= _RUNNING_TEXT and node.tag in _TEXTS and not node.has_blocks
            if (
                runs
                and place != self._title
                and not is_called(node.names, self._rules.leads, self._rules.lead_words)
            ):
                return place
        return self._row.nodes[self._body].end - 1
