"""What belongs to an article and stands outside of its text: title, day, lead, picture, notice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reader.importers.html.beside import Beside, is_captioned
from reader.importers.html.days import Days, label_length
from reader.importers.html.elements import Element
from reader.importers.html.events import is_about_event
from reader.importers.html.notices import Notices
from reader.importers.html.pictures import described
from reader.importers.html.rules import Rules, has_word, is_called
from reader.importers.html.tags import BLOCKS, HEADINGS
from reader.importers.html.tree import Row
from reader.model.raw import TagKind
from reader.text import dates

_NEAR = 3  # elements between a title and a heading below it that is the lead-in
_BELOW_TITLE = ("h2", "h3")  # headings that may be the lead-in
_SHORTEST_LEAD = 30
_LARGEST_LEAD = 0.7
_SIGNS = frozenset({"logo", "logotype", "icon", "avatar", "flag"})
_LOGO = re.compile(r"\s*(?:лого|logo|герб|емблема)", re.IGNORECASE)
_RUNNING_TEXT = 80
_TEXTS = BLOCKS - HEADINGS.keys()
_FIGURES = frozenset({"figure"})
_LINKS = frozenset({"a"})
_STORED = ("field--type-", "field-type-")


@dataclass(frozen=True, slots=True)
class Parts:
    """The outermost elements of an article in order, and what some elements are for.

    `dropped` are the places in the row of what is not read; of `passages` nothing is read but what
    lies deeper and is for something. `other_days` are of an event, a deadline, a period.
    """

    tops: tuple[Element, ...]
    roles: Mapping[Element, TagKind]
    dropped: frozenset[int]
    passages: frozenset[Element]
    other_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article: where its title and its text are.

    `late` tells that what stands before the title is no part of it: the sort of text, the topic;
    `of_event` that the page's own data are about an event.
    """

    title: int | None
    body: int
    late: bool = False
    of_event: bool = False


def parts_of(row: Row, rules: Rules, dropped: set[int], known: Known) -> Parts:
    """Return the parts of an article."""
    title, body = known.title, known.body
    finder = _Finder(row, rules, dropped, known)
    roles = finder.roles()
    wanted = sorted({*roles, *finder.pieces(), body})
    opened = _Opened(row, set(dropped), wanted)
    for place in wanted:
        opened.lead_to(place)
    if known.late and title is not None:
        opened.clear(body, title)
    opened.passages.update(finder.labels(roles))
    return Parts(
        tuple(row.nodes[place].element for place in _outermost(row, wanted)),
        {row.nodes[place].element: kind for place, kind in roles.items()},
        frozenset(opened.dropped),
        frozenset(row.nodes[place].element for place in opened.passages),
        finder.other_days(),
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


def _told_by(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names but those of how Drupal stores a field: "field--type-text-with-summary"."""
    return tuple(name for name in names if not name.startswith(_STORED))


class _Finder:
    """Looks for what stands round a text."""

    def __init__(self, row: Row, rules: Rules, dropped: set[int], known: Known) -> None:
        self._row = row
        self._rules = rules
        self._dropped = dropped
        self._title = known.title
        self._body = known.body
        self._first = self._first_paragraph()
        of_event = known.of_event or is_about_event(row, rules, known.title)
        self._days = Days(row, rules, dropped, known.title, known.body, of_event)
        self._day = self._days.published(self._first)

    def roles(self) -> dict[int, TagKind]:
        """Return what some elements are for, by their places."""
        found = dict.fromkeys(self.leads(), TagKind.LEAD)
        if self._title is not None:
            found[self._title] = TagKind.TITLE
        if self._day is not None:
            found[self._day] = TagKind.DATE
        notices = Notices(self._row, self._body, self._title).places()
        return found | dict.fromkeys(notices, TagKind.NOTICE)

    def other_days(self) -> tuple[date, ...]:
        """Return the days above the text that are not that of publication."""
        published = [] if self._day is None else dates.find(self._row.words(self._day))
        known = {day for *_, day in published}
        return tuple(sorted(set(self._days.others(self._first)) - known))

    def leads(self) -> Iterator[int]:
        """Yield what the page calls a lead-in, above the text or at its beginning."""
        row, rules = self._row, self._rules
        named = {*row.named(rules.leads), *row.worded(rules.lead_words)}
        taken = -1
        for place in sorted(named.union(row.tagged(*_BELOW_TITLE))):
            if place < taken or not self._may_be_lead(place):
                continue
            taken = self._row.nodes[place].end
            yield place

    def _may_be_lead(self, place: int) -> bool:
        node = self._row.nodes[place]
        by_name = not self._rules.leads.isdisjoint(node.names) or self._is_below_title(place)
        by_word = place <= self._first and has_word(_told_by(node.names), self._rules.lead_words)
        if (node.tag in HEADINGS or node.has_headings) and self._row.holds(self._body, place):
            by_word = False
        if by_word and self._is_of_picture(place):
            by_word = False  # the leading picture
        if not (by_name or by_word) or not node.size or self._row.is_within(place, self._dropped):
            return False
        if self._row.holds(place, self._body) or self._is_of_title(place):
            return False
        largest = _LARGEST_LEAD * self._row.nodes[self._body].size
        return by_name or _SHORTEST_LEAD <= self._told(place) <= largest

    def _is_of_picture(self, place: int) -> bool:
        """Tell whether an element is a picture with its caption, or lies in one."""
        figure = self._row.nodes[place].tag in _FIGURES or self._row.lies_in(place, _FIGURES)
        return figure or is_captioned(self._row, place, self._rules)

    def _told(self, place: int) -> int:
        """Return the letters of an element without the day, and without what is dropped in it."""
        apart = self._dropped | ({self._day} - {None})
        inside = (x for x in self._row.inside(place) if x in apart)
        return self._row.nodes[place].size - sum(self._row.nodes[x].size for x in inside)

    def _is_below_title(self, place: int) -> bool:
        """Tell whether a heading stands right below the title, outside of the text."""
        node = self._row.nodes[place]
        if self._title is None or node.tag not in _BELOW_TITLE or node.size < _SHORTEST_LEAD:
            return False
        end = self._row.nodes[self._title].end
        between = self._row.nodes[end:place]
        near = end <= place < self._body and len(between) <= _NEAR
        return near and not any(each.has_loose_words for each in between)

    def labels(self, roles: Mapping[int, TagKind]) -> Iterator[int]:
        """Yield what holds the day, and words beside it that only say what it is."""
        days = (place for place, kind in roles.items() if kind is TagKind.DATE)
        for above in (each for day in days for each in self._row.above(day)):
            if not label_length(self._row.words(above), self._rules):
                return
            yield above

    def pieces(self) -> Iterator[int]:
        """Yield what belongs to the text and stands beside it, or above its title in it."""
        if self._title is not None:
            found = Beside(self._row, self._rules, self._dropped, self._title, self._body)
            yield from found.places()
            yield from self._pictures_above(self._title)

    def _pictures_above(self, title: int) -> Iterator[int]:
        """Yield the pictures with words that stand above the title in the text or its article.

        A picture in a link is of what that leads to: the topic, the author.
        """
        article = next((x for x in self._row.above(title) if self._row.nodes[x].is_stated()), 0)
        figures = {*self._row.inside(self._body, "figure")}
        within = self._row.inside(article, "figure", "img") if article else ()
        pictures = {x for x in within if not (self._row.lies_in(x, _LINKS) or self._is_of_site(x))}
        for place in sorted(figures | pictures):
            told = self._is_captioned(place) or (place in pictures and self._is_described(place))
            if place < title and told and not self._row.is_within(place, self._dropped):
                yield place

    def _is_of_site(self, place: int) -> bool:
        """Tell whether a picture is called as one that tells whose the page is."""
        node = self._row.nodes[place]
        return (
            has_word(node.names, _SIGNS) or _LOGO.match(node.element.get("alt") or "") is not None
        )

    def _is_captioned(self, place: int) -> bool:
        return any(self._row.nodes[x].size for x in self._row.inside(place, "figcaption"))

    def _is_described(self, place: int) -> bool:
        """Tell whether something is told of a picture in words."""
        pictures = (place, *self._row.inside(place, "img"))
        return any(
            self._row.nodes[x].tag == "img" and described(self._row.nodes[x].element)
            for x in pictures
        )

    def _is_of_title(self, place: int) -> bool:
        """Tell whether an element holds the title, or a part of it."""
        if self._title is None:
            return False
        return self._row.holds(place, self._title) or self._row.holds(self._title, place)

    def _first_paragraph(self) -> int:
        """Return the place of the first running text of the body, or of the body's end."""
        held = self._title is not None and self._row.holds(self._body, self._title)
        above = self._title if held and self._title is not None else -1
        for place in (self._body, *self._row.inside(self._body)):
            if place < above:  # a notice, the topic
                continue
            node = self._row.nodes[place]
            runs = node.size >= _RUNNING_TEXT and node.tag in _TEXTS and not node.has_blocks
            if not runs or self._is_of_title(place):
                continue
            if not is_called(_told_by(node.names), self._rules.leads, self._rules.lead_words):
                return place
        return self._row.nodes[self._body].end - 1
