"""Other articles on a page than its own: cards, and what a site tags as an article."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Set
from itertools import islice

from reader.importers.html.beside import leads_to_files
from reader.importers.html.boxes import is_running
from reader.importers.html.links import is_contact
from reader.importers.html.remarks import HEADS, MOST_ELEMENTS, counted
from reader.importers.html.rules import Rules, begins_like_round
from reader.importers.html.tree import Row
from reader.text import dates

_CAPITAL = r"[^\W\d_a-zа-я][\w’'.-]*"
_PERSON = re.compile(
    rf"{_CAPITAL}(?: (?:van|von|der|den|de|di|la) | ){_CAPITAL}(?: {_CAPITAL}){{0,2}}"
)
_LINKS = frozenset({"a"})
_PAGES = frozenset({"html", "body"})
_APART = frozenset({"footer", "aside", "nav", "form", "dialog"})
_PAGERS = frozenset({"pager", "pagination"})
_NEAR_PAGER = 3  # elements from an entry of a list up to what holds the numbers of its pages


def _pagers(row: Row) -> list[int]:
    """Return the places of what leads to the further pages of a list by their numbers."""
    named = row.worded(_PAGERS)
    return [x for x in named if any(row.words(y).isdigit() for y in row.inside(x, "a"))]


class Others:
    """Tells which parts of a page are of other articles than that of the title."""

    def __init__(self, row: Row, rules: Rules, title: int | None) -> None:
        self._row = row
        self._rules = rules
        self._title = title
        self._own_article = self._article_of(title)
        self._pagers = _pagers(row)
        cards = set(row.named(rules.cards))
        self._heads = [x for x in row.tagged(*HEADS) if not row.is_within(x, cards)]
        running = (x for x in row.tagged("p") if is_running(row, row.nodes[x].element))
        self._texts = [x for x in running if cards and not self._is_apart(x, cards)]

    def _is_apart(self, place: int, cards: Set[int]) -> bool:
        """Tell whether a text stands in a card, or in what is never part of an article."""
        around = (self._row.nodes[above] for above in self._row.above(place))
        dropped = any(
            x.tag in _APART or not self._rules.dropped.isdisjoint(x.names) for x in around
        )
        return dropped or self._row.is_within(place, cards)

    def is_card(self, place: int) -> bool:
        """Tell whether an element is named as a card, and leads to another page."""
        if not self._is_named_card(place):
            return False
        return self._leads_on(place) and not self._is_own_card(place)

    def _is_named_card(self, place: int) -> bool:
        return not self._rules.cards.isdisjoint(self._row.nodes[place].names)

    def _is_own_card(self, place: int) -> bool:
        """Tell whether a card is of the page's own text: a document, or a part amid its words.

        What tells a day is another text, and what stands below the text may be about anything.
        """
        if not self._is_named_card(place) or self._is_below_round_heading(place):
            return False
        if leads_to_files(self._row, place, self._rules):
            return True
        return self._is_amid_text(place) and not self._tells_day(place)

    def _tells_day(self, place: int) -> bool:
        """Tell whether an element in another tells a day."""
        told = (x for x in self._row.inside(place) if self._row.nodes[x].has_loose_words)
        return any(dates.find(self._row.words(x)) for x in told)

    def _is_below_round_heading(self, place: int) -> bool:
        """Tell whether the heading above a card is one such as „Вижте също“."""
        above = bisect_left(self._heads, place) - 1
        if above < 0:
            return False
        said = counted(self._row.words(self._heads[above]))
        return said in self._rules.round_headings or begins_like_round(said, self._rules)

    def _is_amid_text(self, place: int) -> bool:
        """Tell whether running text stands before a card and behind it, in one part of the page."""
        before = bisect_left(self._texts, place) - 1
        behind = bisect_left(self._texts, self._row.nodes[place].end)
        if before < 0 or behind == len(self._texts):
            return False
        around = next(x for x in self._row.above(place) if self._row.holds(x, self._texts[before]))
        if self._row.nodes[around].tag in _PAGES:
            return False
        return self._row.holds(around, self._texts[behind])

    def is_article(self, place: int) -> bool:
        """Tell whether an element that is tagged as an article is another than the page's own."""
        if self._is_own_card(place):
            return False
        if self._own_article is not None and not self._is_beside_title_alone(place):
            return self._leads_on(place) and not self._is_of_person(place)
        if self._title is None or self._row.nodes[place].end - place > MOST_ELEMENTS:
            return False
        # A card begins with what leads to its text; below a text stand the headings of other cards.
        head = min(self._row.inside(place, *HEADS), default=None)
        if head is None or not self._row.is_linked(head) or self._runs(place, head):
            return False
        return not self._is_entry(place)

    def is_of_contacts(self, place: int) -> bool:
        """Tell whether a part of the page's own article only tells where to write or to call."""
        if self._own_article is None or not self._row.holds(self._own_article, place):
            return False
        addresses = list(self._addresses(place))
        return bool(addresses) and all(map(is_contact, addresses))

    def _is_entry(self, place: int) -> bool:
        """Tell whether an element is one of a list that goes on in further pages: the page's own.

        Other articles below an article are no more than a few.
        """
        near = list(islice(self._row.above(place), _NEAR_PAGER))
        behind = (pager for pager in self._pagers if pager > place)
        return any(self._row.holds(above, pager) for pager in behind for above in near)

    def _is_beside_title_alone(self, place: int) -> bool:
        """Tell whether an article stands beside one that holds the title and no text.

        Some systems make each part of a text an article.
        """
        own = self._own_article
        if own is None or self._row.nodes[place].parent != self._row.nodes[own].parent:
            return False
        return place > own and not self._runs(own, self._row.nodes[own].end)

    def _leads_on(self, place: int) -> bool:
        """Tell whether an element leads to another page, not but to where to write or to call."""
        leads = any(address and not is_contact(address) for address in self._addresses(place))
        return leads or self._row.lies_in(place, _LINKS)

    def _addresses(self, place: int) -> Iterator[str | None]:
        return (self._row.nodes[x].element.get("href") for x in self._row.inside(place, "a"))

    def _is_of_person(self, place: int) -> bool:
        """Tell whether the links in an element are names of persons: of who speaks at an event."""
        links = (self._row.words(x) for x in self._row.inside(place, "a"))
        said = [words for words in links if words]
        return bool(said) and all(map(_PERSON.fullmatch, said))

    def _runs(self, outer: int, before: int) -> bool:
        """Tell whether running text stands in an element before another one inside it."""
        inside = (self._row.nodes[x] for x in self._row.inside(outer, "p") if x < before)
        return any(is_running(self._row, node.element) for node in inside)

    def _article_of(self, title: int | None) -> int | None:
        around: Iterator[int] = self._row.above(title) if title is not None else iter(())
        return next((place for place in around if self._row.nodes[place].tag == "article"), None)
