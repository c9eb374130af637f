"""What belongs to a text and stands beside it: pictures, quotations, files, parts with headings."""

from collections.abc import Iterator, Set

from reader.importers.html.links import ending, is_contact
from reader.importers.html.pictures import described
from reader.importers.html.rules import Rules, has_word, is_called
from reader.importers.html.tags import HEADINGS
from reader.importers.html.tree import Row

_MOST_LINKED = 0.5  # of a part with a heading, for one that is more than a list of links
_LONGEST_CAPTION = 200
_SHORTEST_OPENING = 40
_MOST_IN_WRAPPER = 200  # elements of a picture and its caption
_LEAST_ITEMS = 2  # of a list that sums up a text
_SHORTEST_ITEM = 20
_LISTS = frozenset({"ul", "ol"})
_FIELDS = ("input", "button")
_WRAPPERS = frozenset({"div", "section", "article", "p", "center", "a"})
_GALLERIES = frozenset({"gallery", "slideshow"})
_PAGES = frozenset({"html", "body"})


class Beside:
    """Looks round a text for what is part of it all the same."""

    def __init__(self, row: Row, rules: Rules, dropped: Set[int], title: int, body: int) -> None:
        self._row = row
        self._rules = rules
        self._dropped = dropped
        self._title = title
        self._body = body

    def places(self) -> Iterator[int]:
        """Yield the places of what belongs to the text, none of them dropped."""
        around = (self._body, *self._row.above(self._body))
        common = next(place for place in around if self._row.holds(place, self._title))
        parts = set(self._parts(common))
        files = {x for x in parts if leads_to_files(self._row, x, self._rules)}
        for place in sorted({*self._row.inside(common), *files}):
            after = place > self._title and not self._row.holds(self._body, place)
            if (
                after
                and (place in parts or self._is_piece(place))
                and not self._row.is_within(place, self._dropped)
            ):
                if place in files or not self._rules.files.isdisjoint(self._row.nodes[place].names):
                    yield from self._headings_before(place)
                yield place

    def _headings_before(self, place: int) -> Iterator[int]:
        """Yield the heading that stands right before attachments below the text."""
        above = next(self._row.nodes[place].element.itersiblings(preceding=True), None)
        heading = -1 if above is None else self._row.place.get(above, -1)
        is_below = heading > self._body and heading not in self._dropped
        if is_below and self._row.nodes[heading].tag in HEADINGS:
            yield heading

    def _is_piece(self, place: int) -> bool:
        node = self._row.nodes[place]
        if node.tag == "blockquote" or not self._rules.files.isdisjoint(node.names):
            return True
        if place > self._body:
            return False
        if node.tag == "figure" or (node.tag == "img" and bool(described(node.element))):
            return True
        if node.tag in _LISTS:
            return self._is_summary(place)
        return is_captioned(self._row, place, self._rules) or self._is_opening(place)

    def _is_summary(self, place: int) -> bool:
        """Tell whether a list before the text sums it up: it leads nowhere and labels nothing."""
        rules = self._rules
        labels = rules.date_words | rules.author_words | rules.label_words
        if has_word(self._row.nodes[place].names, labels):
            return False
        items = [self._row.nodes[x] for x in self._row.inside(place, "li")]
        if len(items) < _LEAST_ITEMS or self._row.has(place, "a", "time", *_FIELDS):
            return False
        return all(item.size >= _SHORTEST_ITEM for item in items)

    def _is_opening(self, place: int) -> bool:
        """Tell whether an element is a paragraph beside the title, before the text."""
        node = self._row.nodes[place]
        beside = self._row.holds(self._row.nodes[self._title].parent, place)
        if not beside or node.tag != "p" or node.size < _SHORTEST_OPENING:
            return False
        return not self._row.has(place, "a")

    def _parts(self, common: int) -> Iterator[int]:
        """Yield the parts that follow the text in what the page says is the article."""
        inner = self._body
        limit = self._limit(common)
        for above in self._row.above(self._body):
            if limit is None or above < limit:
                return
            for child in self._row.children(above):
                after = child > inner and not self._row.is_within(child, self._dropped)
                if after and self._is_part(child):
                    yield child
            inner = above

    def _limit(self, common: int) -> int | None:
        """Return the place of the innermost element that holds the article and little else."""
        for above in self._row.above(self._body):
            node = self._row.nodes[above]
            if node.is_stated():
                return above
            if above == common:
                return None if node.tag in _PAGES else common
        return None

    def _is_part(self, place: int) -> bool:
        """Tell whether an element has a heading and words below it, or leads to files.

        So does one that is named as part of a text, or shows pictures.
        """
        node = self._row.nodes[place]
        if is_called(node.names, self._rules.kept, self._rules.kept_words):
            return True
        if has_word(node.names, _GALLERIES):
            return self._row.has(place, "img")
        if leads_to_files(self._row, place, self._rules):
            return True
        links = list(self._row.inside(place, "a"))
        if links and not any(map(self._is_web, links)):  # where to call or to write
            return True
        told = node.size - sum(self._row.nodes[x].size for x in self._round(place))
        linked = sum(self._row.nodes[x].size for x in links if self._is_web(x))
        return node.has_headings and linked <= _MOST_LINKED * told

    def _round(self, place: int) -> Iterator[int]:
        return (x for x in self._row.inside(place) if x in self._dropped)

    def _is_web(self, place: int) -> bool:
        return not is_contact(self._row.nodes[place].element.get("href"))


def leads_to_files(row: Row, place: int, rules: Rules) -> bool:
    """Tell whether at least half of the links in an element lead to files."""
    links = [row.nodes[x].element.get("href") or "" for x in row.inside(place, "a")]
    files = [address for address in links if ending(address) in rules.file_endings]
    return bool(files) and 2 * len(files) >= len(links)


def is_captioned(row: Row, place: int, rules: Rules) -> bool:
    """Tell whether an element holds pictures and their caption, by the names, and no more."""
    node = row.nodes[place]
    if not node.size or node.tag not in _WRAPPERS or node.end - place > _MOST_IN_WRAPPER:
        return False
    if not row.has(place, "img"):
        return False
    told = [x for x in row.children(place) if row.nodes[x].size]
    if not told or sum(row.nodes[x].size for x in told) != node.size:
        return False
    return all(_is_caption(row, x, rules) for x in told)


def _is_caption(row: Row, place: int, rules: Rules) -> bool:
    """Tell whether an element is so named, or a short line in what is named as a picture."""
    node = row.nodes[place]
    if is_called(node.names, rules.captions, rules.caption_words):
        return True
    if node.size > _LONGEST_CAPTION or node.has_blocks or node.tag in HEADINGS:
        return False
    wrapper = row.nodes[node.parent]
    return not row.has(place, "img") and has_word(wrapper.names, rules.picture_words)
