"""What belongs to an article and stands outside of its text: title, day, lead, picture, notice."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reader.importers.html.rules import Rules, has_word
from reader.importers.html.tree import BLOCKS, Element, Row, words
from reader.model.raw import TagKind
from reader.text import dates

_LONGEST_DATE = 90
_SHORTEST_LEAD = 40
_LARGEST_LEAD = 0.4
_LONGEST_NOTICE = 900
_SERVICE = "eTranslation"
_TERMS = re.compile("use-machine-translation-europa|machine-translation-notice")
_RUNNING_TEXT = 120
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS = 6  # beside the date: "Публикувано на", "Брюксел"


@dataclass(frozen=True, slots=True)
class Parts:
    """The outermost elements of an article in order, and what some elements are for.

    `places` are theirs in the row of the page's elements.
    """

    tops: tuple[Element, ...]
    roles: Mapping[Element, TagKind]
    places: frozenset[int] = field(default_factory=frozenset)


def parts_of(
    row: Row, rules: Rules, dropped: set[int], title: int | None, body: int
) -> Parts:
    """Return the parts of an article whose title and text are known."""
    finder = _Finder(row, rules, dropped, title, body)
    roles: dict[int, TagKind] = {}
    if title is not None:
        roles[title] = TagKind.TITLE
    for place in finder.leads():
        roles[place] = TagKind.LEAD
    day = finder.date()
    if day is not None:
        roles[day] = TagKind.DATE
    for place in finder.notices():
        roles[place] = TagKind.NOTICE
    places = sorted({*roles, *finder.pictures(), *finder.files(), body})
    tops: list[int] = []
    for place in places:
        if not tops or not row.holds(tops[-1], place) or _is_cut_off(row, dropped, tops[-1], place):
            tops.append(place)
    return Parts(
        tuple(row.nodes[place].element for place in tops),
        {row.nodes[place].element: kind for place, kind in roles.items()},
        frozenset(roles),
    )


def _is_cut_off(row: Row, dropped: set[int], top: int, place: int) -> bool:
    """Tell whether something between two elements is not read."""
    for above in row.above(place):
        if above == top:
            return False
        if above in dropped:
            return True
    return False


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
        by_name = not self._rules.leads.isdisjoint(node.names)
        by_word = place <= self._first and has_word(node.names, self._rules.lead_words)
        if not (by_name or by_word) or node.size < _SHORTEST_LEAD or self._is_dropped(place):
            return False
        if self._row.holds(place, self._body) or (
            self._title is not None and self._row.holds(place, self._title)
        ):
            return False
        return by_name or node.size <= _LARGEST_LEAD * self._row.nodes[self._body].size

    def date(self) -> int | None:
        """Return the line that tells the day of publication."""
        found = [place for place in self._near_title() if self._is_date(place)]
        if not found:
            return None
        named = [place for place in found if self._is_named_date(place)]
        return self._narrowed((named or found)[0])

    def _narrowed(self, place: int) -> int:
        """Return the element that tells the day, without its neighbours: „Новина“, „Брюксел“."""
        while not self._has_loose_text(place):
            inner = [x for x in self._row.inside(place) if self._is_date(x)]
            if not inner:
                break
            place = inner[0]
        return place

    def _has_loose_text(self, place: int) -> bool:
        element = self._row.nodes[place].element
        return any(text and text.strip() for text in (element.text, *(x.tail for x in element)))

    def _near_title(self) -> Iterator[int]:
        """Yield the places round the title and above the first paragraph."""
        start = self._title if self._title is not None else self._body
        before = max(0, start - 60)
        for place in range(before, min(len(self._row.nodes), self._first + 1)):
            yield place

    def _is_date(self, place: int) -> bool:
        node = self._row.nodes[place]
        if not 6 <= node.size <= _LONGEST_DATE or node.tag == "h1":
            return False
        if self._title is not None and self._row.holds(place, self._title):
            return False
        text = words(node.element)
        found = dates.find(text)
        if len(found) != 1:
            return False
        start, end, _ = found[0]
        beside = _WORD.findall(text[:start] + " " + text[end:])
        return len(beside) <= _MOST_WORDS and (
            dates.is_date(text) or self._is_named_date(place) or node.tag == "time"
        )

    def _is_named_date(self, place: int) -> bool:
        node = self._row.nodes[place]
        if node.tag == "time" or not self._rules.dates.isdisjoint(node.names):
            return True
        return has_word(node.names, self._rules.date_words)

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
            if self._row.holds(above, self._body):
                break
            if found is None and _SERVICE in words(node.element):
                found = above
        return found

    def pictures(self) -> Iterator[int]:
        """Yield the pictures between the title and the text."""
        if self._title is None:
            return
        for place in self._row.tagged("figure"):
            if self._title < place < self._body and not self._is_dropped(place):
                yield place

    def files(self) -> Iterator[int]:
        """Yield the attachments below the text."""
        for place in self._row.named(self._rules.files):
            if not self._is_dropped(place):
                yield place

    def _is_dropped(self, place: int) -> bool:
        if place in self._dropped:
            return True
        return any(above in self._dropped for above in self._row.above(place))

    def _first_paragraph(self) -> int:
        """Return the place of the first running text of the body."""
        for place in (self._body, *self._row.inside(self._body)):
            node = self._row.nodes[place]
            inner = any(self._row.nodes[x].tag in BLOCKS for x in self._row.inside(place))
            if node.size >= _RUNNING_TEXT and not inner and node.tag in BLOCKS:
                return place
        return self._body
