"""Where on a page the title of its article is."""

import re
from collections.abc import Iterable, Sequence, Set
from itertools import islice, takewhile

from lxml import etree

from reader.importers.html.days import is_day
from reader.importers.html.elements import Element, names, words
from reader.importers.html.rules import Rules, has_word
from reader.importers.html.tags import TEXTS
from reader.importers.html.tree import Row

_SPLIT = re.compile(r"\s+(?:[|–—·•»›/-]|::)\s+")
_LEAST_TITLE = 20  # letters of one that is found by its words alone
_LONGEST_TITLE = 250
_RUNNING = 80  # letters of a paragraph that reads like a text
_MOST_ELEMENTS = 100  # in a title
_MOST_LINES = 5  # below the first of a title
_USUAL_SIZE = 3  # of letters
_LINES = ("p", "div", "td", "span", "b", "strong", "font")
_NEAR = 30  # elements between a reference and the title below it
_WORD = re.compile(r"[^\W\d_]{4}")
_FIRST_RANK = re.compile(r"(?:[\w-]*[_-])?h1")
_NAMES = frozenset({"title", "headline"})
_SITES = frozenset({"sitename", "sitetitle", "sitelogo", "brand", "branding", "logo"})
_OF_TEXTS = frozenset(
    f"{text}{title}"
    for text in ("news", "article", "story", "post", "entry", "content", "release", "detail")
    for title in _NAMES
)
_FEET = frozenset({"footer"})
_LINKS = frozenset({"a"})


def join_lines(root: Element, rules: Rules) -> None:
    """Put the first lines of a page that are each named as its title into one element.

    Acts of the EU tell in one line what they are, in the next of which day, in the third of what.
    """
    first = next((x for x in root.iter("p") if _is_line(x, rules)), None)
    above = None if first is None else first.getparent()
    if first is None or above is None:
        return
    below = takewhile(lambda each: _is_line(each, rules), first.itersiblings())
    others = list(islice(below, _MOST_LINES))
    if others:
        whole = etree.Element("div", {"class": rules.titles[0]})
        above.insert(above.index(first), whole)
        whole.extend([first, *others])


def _is_line(element: Element, rules: Rules) -> bool:
    """Tell whether an element is a line named as a title, and leads nowhere."""
    named = element.tag == "p" and not set(rules.titles).isdisjoint(names(element))
    return named and next(element.iter("a"), None) is None


def title(row: Row, rules: Rules, told: Iterable[str]) -> int | None:
    """Return the place of the title; `told` are the titles that the page's own data name."""
    named = [place for name in rules.titles for place in row.named((name,)) if _is_head(row, place)]
    heads = [place for place in row.tagged("h1") if row.nodes[place].size]
    lower = (place for place in row.tagged("h2", "h3") if row.nodes[place].size)
    others = [place for place in lower if not _is_of_foot(row, place)]
    known = [text.casefold() for text in told if text]
    whole = {max(_SPLIT.split(each), key=len) for each in known}.union(known)
    # Where each page of a section has the section's name as its h1, the title is a lower heading.
    exact = (x for x in (*named, *heads, *others) if _is_short(row, x) and _said(row, x) in whole)
    if (found := next(exact, None)) is not None:
        return found if found in named else _below_site(row, found, known, others)
    if (found := _named_aside(row, heads)) is not None:
        return found
    # All of it a link home, a heading is the name of the site; so may be a part of the title.
    plain = [place for place in heads if not row.is_linked(place)]
    fitting = [place for place in plain if _fits(_said(row, place), known)]
    inside = [place for place in heads if _is_inside(row, place)]
    if best := named or fitting or inside or plain:
        return best[0] if named else _below_site(row, best[0], known, others)
    if (found := _spoken(row, whole)) is not None:
        return found
    if not heads and (found := _shown_as_first(row)) is not None:
        return found
    fitting = [place for place in (*heads, *others) if _fits(_said(row, place), known)]
    if fitting or heads:
        best = fitting or heads[:1]
        return _below_site(row, max(best, key=lambda place: row.nodes[place].size), known, others)
    return None if others else _unmarked(row, rules)


def _below_site(row: Row, head: int, known: list[str], others: Iterable[int]) -> int:
    """Return the title of the text below a heading that is but the name of its site, else that.

    It is the only line named as the title of a text, or the only lower heading with a day right
    beside it, where the page's own title does not tell of the heading.
    """
    said, of_site = _said(row, head), has_word(row.nodes[head].names, _SITES)
    may_be = row.nodes[head].tag == "h1" and not _is_inside(row, head)
    if not may_be or (said in known and not of_site):
        return head
    found = _named_of_text(row, head)
    if not found and (of_site or not _fits(said, known)):
        dated = (x for x in others if _may_be_of_text(row, head, x) and _has_day_beside(row, x))
        found = list(dated)
    return found[0] if len(found) == 1 else head


def _named_of_text(row: Row, site: int) -> list[int]:
    """Return the lines that lead nowhere and are named as titles of texts."""
    tags = {"h2", "h3", *_LINES}
    named = (x for x in row.worded(_OF_TEXTS) if row.nodes[x].tag in tags)
    return [x for x in named if not row.has(x, *tags) and _may_be_of_text(row, site, x)]


def _may_be_of_text(row: Row, site: int, place: int) -> bool:
    """Tell whether a line may be the title of the text: none stands between it and the site's."""
    if not _is_short(row, place) or row.has(place, "a") or row.lies_in(place, _LINKS):
        return False
    between = (x for x in row.tagged("p") if site < x < place)
    return not any(row.nodes[x].size >= _RUNNING and not row.linked(x) for x in between)


def _has_day_beside(row: Row, place: int) -> bool:
    """Tell whether the next line with words behind an element is but a day."""
    below = islice(range(row.nodes[place].end, len(row.nodes)), _NEAR)
    line = next((x for x in below if row.nodes[x].has_loose_words), None)
    return line is not None and is_day(row.words(line))


def _spoken(row: Row, whole: Set[str]) -> int | None:
    """Return the line that says the whole title and is no heading."""
    told = (x for x in row.tagged(*_LINES) if _is_short(row, x))
    saying = (x for x in told if _said(row, x) in whole and not row.lies_in(x, _LINKS))
    exact = [x for x in saying if not _is_of_foot(row, x)]
    if not exact:
        return None
    return exact[-1] if row.holds(exact[0], exact[-1]) else exact[0]


def _named_aside(row: Row, heads: Iterable[int]) -> int | None:
    """Return the line that says what a heading says for screen readers alone.

    Pages in parts head each of them with its name, "Home", and show above all whom they are about.
    """
    for head in heads:
        inside = row.nodes[head].element.iter()
        apart = {words(x).casefold() for x in inside if x not in row.place} - {""}
        told = (x for x in row.tagged(*_LINES) if not row.holds(head, x) and _is_whole_name(row, x))
        if apart and (found := next((x for x in told if _said(row, x) in apart), None)) is not None:
            return found
    return None


def _is_whole_name(row: Row, place: int) -> bool:
    """Tell whether an element is named as a title or a name, and leads nowhere."""
    node = row.nodes[place]
    return 0 < node.size <= _LONGEST_TITLE and has_word(node.names, _NAMES | {"name"})


def _shown_as_first(row: Row) -> int | None:
    """Return what is named as a heading of the first rank on a page that has none by its tag.

    One that is but a reference, "2024/0258(COD)", has the title as the next heading.
    """
    lines = row.tagged("h2", "h3", *_LINES)
    first = next((x for x in lines if _is_shown_as_first(row, x)), None)
    if first is None or _WORD.search(row.words(first)):
        return first
    below = (x for x in row.tagged("h2", "h3") if row.nodes[x].size)
    return next((x for x in below if row.follows(x, first, _NEAR)), first)


def _is_shown_as_first(row: Row, place: int) -> bool:
    node = row.nodes[place]
    if not 0 < node.size <= _LONGEST_TITLE or row.has(place, "a") or row.lies_in(place, _LINKS):
        return False
    return any(map(_FIRST_RANK.fullmatch, node.names)) and not _is_of_foot(row, place)


def _unmarked(row: Row, rules: Rules) -> int | None:
    """Return the title of a page without headings: what is so named, else the largest letters."""
    named = [x for x in row.tagged(*_LINES) if _is_short(row, x) and _is_named(row, x)]
    # A window that opens over the page has a title, too: "modal-title".
    named = [x for x in named if not has_word(row.nodes[x].names, rules.dropped_words)]
    if named:
        exact = next((x for x in named if not _NAMES.isdisjoint(row.nodes[x].names)), None)
        return _last_above_text(row, named) if exact is None else exact
    sizes = {x: _size(row.nodes[x].element.get("size") or "") for x in row.tagged("font")}
    sizes = {x: size for x, size in sizes.items() if row.nodes[x].size}
    largest = max(sizes.values(), default=0)
    found = [x for x in sizes if sizes[x] == largest]
    fits = largest > _USUAL_SIZE and len(found) == 1
    return found[0] if fits and row.nodes[found[0]].size <= _LONGEST_TITLE else None


def _last_above_text(row: Row, named: Sequence[int]) -> int:
    """Return the last of some lines above the first running text: others are the site's."""
    running = (x for x in row.tagged("p") if row.nodes[x].size >= _RUNNING and not row.linked(x))
    first = next((x for x in running if x > named[0]), None)
    return named[0] if first is None else [x for x in named if x < first][-1]


def _is_named(row: Row, place: int) -> bool:
    """Tell whether an element is named as a title, and leads nowhere."""
    node = row.nodes[place]
    return has_word(node.names, _NAMES) and not row.has(place, "a")


def _is_short(row: Row, place: int) -> bool:
    """Tell whether an element is as long as a title, and may be one by its words alone."""
    node = row.nodes[place]
    return _LEAST_TITLE <= node.size <= _LONGEST_TITLE and node.end - place <= _MOST_ELEMENTS


def _size(told: str) -> int:
    """Return the size of letters: 1 to 7, or so many more than usual."""
    if not re.fullmatch(r"[+-]?\d", told.strip()):
        return 0
    size = int(told)
    return _USUAL_SIZE + size if told.strip()[0] in "+-" else size


def _said(row: Row, place: int) -> str:
    return words(row.nodes[place].element).casefold()


def _is_head(row: Row, place: int) -> bool:
    """Tell whether an element named as a title is the title of the page, not that of a card."""
    node = row.nodes[place]
    heads = {node.tag, *(row.nodes[x].tag for x in row.inside(place)), *_near(row, place)}
    # All of it a link home, a heading of the first rank is the name of the site.
    return bool(node.size) and ("h1" in heads or all(map(row.is_linked, row.tagged("h1"))))


def _near(row: Row, place: int) -> list[str]:
    return [row.nodes[above].tag for above in list(row.above(place))[:2]]


def _fits(said: str, known: list[str]) -> bool:
    """Tell whether a text is one of the titles told, or all of one but the name of the site."""
    return any(said == each or said in _SPLIT.split(each) for each in known)


def _is_of_foot(row: Row, place: int) -> bool:
    """Tell whether an element stands below a page, where many tell whose the page is."""
    around = (row.nodes[above] for above in row.above(place))
    return any(node.tag == "footer" or has_word(node.names, _FEET) for node in around)


def _is_inside(row: Row, place: int) -> bool:
    return any(row.nodes[above].tag in TEXTS for above in row.above(place))
