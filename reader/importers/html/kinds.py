"""What a block of a page is by its names, whatever its tag."""

import re
from collections.abc import Iterable, Iterator

from reader.importers.html import pieces, tables
from reader.importers.html.beside import is_captioned
from reader.importers.html.days import is_of_publication
from reader.importers.html.elements import Element, names, tag
from reader.importers.html.reading import Page
from reader.importers.html.rules import Rules, has_word, is_called
from reader.importers.html.tags import BLOCKS, HEADINGS
from reader.importers.html.tree import Node

_QUOTATIONS = frozenset({"div", "section", "p", "aside", "figure"})
# What a figure may hold beside pictures; such a one is no picture.
_NO_PICTURES = ("blockquote", "table", "pre")
_CAPTIONS = frozenset({"div", "p"})
_SHOWN = ("img", "video", "audio", "iframe")
_LINES = frozenset({"div", "p"})
_LOOKS = frozenset({"h2", "h3", "h4"})
_LONGEST_HEADING = 120
_WORD = re.compile(r"[^\W\d_]{3}")
_LONGEST_QUOTATION = 1500
_MOST_ELEMENTS = 500  # of a quotation
_SET_OFF = frozenset({"span", "small", "time"})
_LETTER_SIZES = frozenset({"fontsize", "textsize"})  # how letters look, not what they say


class Kinds:
    """Tells what the blocks of a page are."""

    def __init__(self, page: Page, rules: Rules) -> None:
        self._set_off_words = rules.apart_words.union(
            rules.caption_words, rules.date_words, rules.author_words, rules.label_words
        )
        self._page = page
        self._rules = rules
        self._levels = dict(self._named_levels())
        self._round_roles = self._places_round_roles()
        self._holding = self._holding_places()

    def is_set_off(self, element: Element) -> bool:
        """Tell whether an element is named as what is set off from the words before it."""
        if tag(element) not in _SET_OFF:
            return False
        telling = tuple(name for name in names(element) if not has_word((name,), _LETTER_SIZES))
        return has_word(telling, self._set_off_words)

    def is_block(self, element: Element) -> bool:
        """Tell whether an element stands apart from the words beside it."""
        if tag(element) in BLOCKS or self._has_blocks(element):
            return True
        page = self._page
        if element in page.parts.roles or element in page.bodies:
            return True
        return page.row.place.get(element) in self._round_roles

    def is_file(self, element: Element) -> bool:
        """Tell whether an element is an attachment whose name does not lead to it yet."""
        named = not self._rules.files.isdisjoint(self._page.row.node(element).names)
        return named and pieces.file_title(element, self._rules) is not None

    def is_term(self, element: Element) -> bool:
        """Tell whether what stands behind a term is told of something else than the article."""
        row = self._page.row
        return not is_of_publication(row.words(row.place[element]), self._rules)

    def is_picture(self, element: Element) -> bool:
        """Tell whether an element is a picture with what belongs to it."""
        row = self._page.row
        place = row.place[element]
        if not self._rules.figures.isdisjoint(row.nodes[place].names):
            return True
        return is_captioned(row, place, self._rules) or self._is_caption(element)

    def _is_caption(self, element: Element) -> bool:
        """Tell whether a line is named as the caption of what stands before it."""
        node = self._page.row.node(element)
        if node.tag not in _CAPTIONS or node.has_blocks:
            return False
        if not is_called(node.names, self._rules.captions, self._rules.caption_words):
            return False
        above = element.getprevious()
        return above is not None and next(above.iter(*_SHOWN), None) is not None

    def is_quotation(self, element: Element) -> bool:
        """Tell whether an element is named as a quotation, and holds none by its tag."""
        row = self._page.row
        place = row.place[element]
        node = row.nodes[place]
        if node.tag not in _QUOTATIONS or node.size > _LONGEST_QUOTATION or node.has_headings:
            return False
        if not has_word(node.names, self._rules.quote_words):
            return False
        if node.end - place > _MOST_ELEMENTS:
            return False
        return not row.has(place, "blockquote", "table")

    def is_signed(self, element: Element) -> bool:
        """Tell whether an element is named as a quotation, and holds one and who said it alone."""
        row = self._page.row
        place = row.place[element]
        node = row.nodes[place]
        if node.tag not in _QUOTATIONS or node.end - place > _MOST_ELEMENTS:
            return False
        if not has_word(node.names, self._rules.quote_words):
            return False
        quotes = list(row.inside(place, "blockquote"))
        if len(quotes) != 1:
            return False
        signed = pieces.attribution_of(element, self._rules)
        if signed is None or signed not in row.place:
            return False
        told = row.nodes[row.place[signed]].size
        return node.size == row.nodes[quotes[0]].size + told

    def is_heading(self, element: Element) -> bool:
        """Tell whether an element is a heading whatever its tag."""
        return element.get("role") == "heading" or self.rank(element) > 0

    def is_item(self, item: Element) -> bool:
        """Tell whether an item is one: no note, no attachment, no part with its own heading."""
        if item in self._page.bodies or item in self._page.parts.roles:
            return False
        row = self._page.row
        place = row.place[item]
        return place not in self._holding and not row.nodes[place].has_headings

    def caption_above(self, table: Element) -> Element | None:
        """Return the line before a table that is named as its caption."""
        above = table.getprevious()
        if above is None or not self._page.reads(above):
            return None
        return above if self.is_named_caption(above) else None

    def is_named_caption(self, element: Element) -> bool:
        """Tell whether a line is named as the caption of the table that follows it."""
        node = self._page.row.node(element)
        named = is_called(node.names, self._rules.captions, self._rules.caption_words)
        if not named or node.has_blocks:
            return False
        below = element.getnext()
        if below is None or tag(below) != "table" or not self._page.reads(below):
            return False
        return not tables.is_layout(below, self._page.row)

    def holds_more(self, figure: Element) -> bool:
        """Tell whether a figure holds what is no picture, or pictures each with its own caption."""
        if any(self._page.reads(each) for each in figure.iter(*_NO_PICTURES)):
            return True
        if pieces.caption_of(figure, self._rules) is None:
            # A card that leads to another page, all of it one link.
            return any(self._has_blocks(each) for each in figure.iter("a"))
        return (
            sum(each is not figure and self._page.reads(each) for each in figure.iter("figure")) > 1
        )

    def holds_figures(self, element: Element | None) -> bool:
        """Tell whether an element holds pictures each of which is tagged as one."""
        found = () if element is None else element.iter("figure")
        return any(each is not element and self._page.reads(each) for each in found)

    def table_in(self, figure: Element) -> Element | None:
        """Return the table of data that a figure holds."""
        found = (each for each in figure.iter("table") if self._page.reads(each))
        return next((each for each in found if not tables.is_layout(each, self._page.row)), None)

    def _has_blocks(self, element: Element) -> bool:
        row = self._page.row
        return element in row.place and row.nodes[row.place[element]].has_blocks

    def is_left_alone(self, heading: Element) -> bool:
        """Tell whether all that stands below a heading is not part of the article."""
        if self._page.is_whole:
            return False
        row = self._page.row
        found = False
        for below in heading.itersiblings():
            if tag(below) in HEADINGS:
                break
            if self._page.reads(below) and self._says_anything(row.place[below]):
                return False
            found = found or (tag(below) in BLOCKS and below in row.place)
        return found

    def _says_anything(self, place: int) -> bool:
        """Tell whether there are words or pictures in an element that are part of the article."""
        row = self._page.row
        here, end = place, row.nodes[place].end
        while here < end:
            node = row.nodes[here]
            if here in self._page.parts.dropped:
                here = node.end
                continue
            if node.has_loose_words or node.tag in ("img", "table"):
                return True
            here += 1
        return False

    def level(self, heading: Element) -> int:
        """Return the level of a heading: by its tag, its names, or as it tells itself."""
        told = heading.get("aria-level") or "2"
        own = int(told) if told.isascii() and told.isdigit() else 2
        return HEADINGS.get(tag(heading), 0) or self.rank(heading) or own

    def rank(self, element: Element) -> int:
        """Return the level of a paragraph that is named as a heading, else 0."""
        return self._levels.get(element, 0) or self._shown_rank(self._page.row.place[element])

    def _shown_rank(self, place: int) -> int:
        """Return the level of the heading that a short line is made to look like, else 0.

        Bootstrap has names for that, many sites use them. The lower ones only make letters larger.
        """
        node = self._page.row.nodes[place]
        shown = next((HEADINGS[name] for name in node.names if name in _LOOKS), 0)
        if not shown or node.tag not in _LINES or node.has_blocks or place in self._holding:
            return 0
        if node.size > _LONGEST_HEADING or self._page.row.is_linked(place):
            return 0
        if not _WORD.search(self._page.row.words(place)):
            return 0  # a price
        return shown

    def _holding_places(self) -> set[int]:
        """Return the places of the elements that hold attachments, or what is for something."""
        return self._round_roles | self._round(self._page.row.named(self._rules.files))

    def _places_round_roles(self) -> set[int]:
        """Return the places of the elements that hold what is for something."""
        return self._round(map(self._page.row.place.__getitem__, self._page.parts.roles))

    def _round(self, places: Iterable[int]) -> set[int]:
        found: set[int] = set()
        for place in places:
            for above in self._page.row.above(place):
                if above in found:
                    break
                found.add(above)
        return found

    def _named_levels(self) -> Iterator[tuple[Element, int]]:
        """Yield what is named as a heading, with levels that leave none out.

        An article is as high as the annex behind it, unless it stands in a chapter.
        """
        known = self._rules.headings
        open_ranks: list[int] = []
        for node in self._untold_nodes():
            rank = next((known[name] for name in node.names if name in known), None)
            if rank is None:
                continue
            while open_ranks and open_ranks[-1] >= rank:
                open_ranks.pop()
            open_ranks.append(rank)
            yield node.element, 1 + len(open_ranks)

    def _untold_nodes(self) -> Iterator[Node]:
        """Yield the elements outside of what is for something, such as the lines of a title."""
        nodes = self._page.row.nodes
        place = 0
        while place < len(nodes):
            if nodes[place].element in self._page.parts.roles:
                place = nodes[place].end
            else:
                yield nodes[place]
                place += 1
