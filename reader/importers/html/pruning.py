"""What stands round an article on a page: menus, bars, cards, forms, banners."""

import re
from collections.abc import Callable, Iterable, Iterator, Set

from reader.importers.html.beside import is_captioned
from reader.importers.html.elements import Element
from reader.importers.html.rules import Rules, has_word
from reader.importers.html.tags import TEXTS
from reader.importers.html.tree import Node, Row

_NEVER_DROPPED = frozenset({"html", "body", "main", "h1"})
# Words of names count for parts of a page alone: a paragraph may be about "social rights".
_PARTS = frozenset(
    [
        "div",
        "section",
        "ul",
        "ol",
        "aside",
        "article",
        "header",
        "footer",
        "form",
        "table",
        "td",
        "tr",
        "nav",
        "dl",
        "center",
        "fieldset",
    ]
)
# What holds so much of the page's text is the page, however it is called: "with-sidebar".
_MOST_DROPPED = 0.4
_LONGEST_UPDATE = 120
_LONGEST_HEADING = 40
_LONGEST_READING_TIME = 40
_LONGEST_POINTER = 250
_LONGEST_LABEL = 30
_ROUND_LABELS = " -\u2013\u2014|\u2022\u00b7/,[]():."
_LINKS = frozenset({"a"})
_CELLS = frozenset({"table", "tr", "td"})
_NEAR_TITLE = 15  # elements between a title and what it says of the sort of text
_WORD = re.compile(r"[^\W\d_]+")
_LINES = frozenset({"p", "div", "li"})
_COUNT = re.compile(r"\s*(?:\(\d+\))?\s*[:.…]*$")
_MOST_ELEMENTS = 100  # in such a line, or a card
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
_SIGNED = frozenset({"blockquote", "figure"})


def _is_part(node: Node) -> bool:
    """Tell whether an element is a part of a page, by its tag or as one of the page's own."""
    return node.tag in _PARTS or "-" in node.tag


def _has_words(node: Node) -> bool:
    """Tell whether an element has words, a part of a page words of its own."""
    return node.has_loose_words or (node.size > 0 and not _is_part(node))


def _counted(text: str) -> str:
    """Return a heading without the mark and the number behind it: „Коментари (2):“."""
    return _COUNT.sub("", text).casefold()


def dropped(
    row: Row, rules: Rules, title: int | None, notes: Iterable[Element], author: str
) -> set[int]:
    """Return the places of the outermost elements that are not part of the article.

    What holds its title or its notes is part of it; `author` is whom the page's own data name.
    """
    held = {row.place[note] for note in notes}
    round_notes = {above for place in held for above in (place, *row.above(place))}
    pruner = _Pruner(row, rules, title, round_notes, author)
    found: set[int] = set()
    place = 0
    while place < len(row.nodes):
        if pruner.is_round(place):
            found.add(place)
            place = row.nodes[place].end
        else:
            place += 1
    return found


class _Pruner:
    """Tells what stands round the article whose title is known."""

    def __init__(
        self, row: Row, rules: Rules, title: int | None, held: set[int], author: str
    ) -> None:
        self._row = row
        self._rules = rules
        self._title = title
        self._beside_title = rules.sorts | {author.casefold(), ""}
        self._held = held
        self._total = max(1, row.nodes[0].size if row.nodes else 1)
        self._updated = re.compile("|".join(map(re.escape, rules.updated)), re.IGNORECASE)
        self._own_article = self._article_of(title)
        self._tests: dict[str, Callable[[int, Node], bool]] = {
            "nav": lambda _place, _node: True,
            "dialog": lambda _place, _node: True,
            "aside": lambda _place, node: self._is_small(node),
            "form": lambda _place, node: self._is_small(node),
            "button": lambda place, node: not self._is_opener(place, node),
            "footer": lambda place, _node: self._stands_outside(place, _SIGNED),
            "header": lambda place, node: (
                self._stands_outside(place, TEXTS) and self._is_small(node)
            ),
            "article": lambda place, node: self._is_other(place) and self._is_small(node),
        }

    def is_round(self, place: int) -> bool:
        node = self._row.nodes[place]
        if node.tag in _NEVER_DROPPED or place in self._held or self._holds_title(place):
            return False
        if not self._rules.dropped.isdisjoint(node.names):
            return True
        return (
            (node.tag in self._tests and self._tests[node.tag](place, node))
            or self._is_by_role(node)
            or self._is_by_words(node)
            or self._is_update(place, node)
            or self._is_byline(place, node)
            or self._is_headed_so(place, node)
            or self._is_reading_time(place, node)
            or self._is_pointer(place, node)
            or self._is_action(place, node)
            or self._is_label(place, node)
            or self._is_row_of_tags(place, node)
        )

    def _holds_title(self, place: int) -> bool:
        return self._title is not None and self._row.holds(place, self._title)

    def _is_other(self, place: int) -> bool:
        """Tell whether an element that is tagged as an article is another than the page's own."""
        if self._own_article is not None:
            return True
        if self._title is None or self._row.nodes[place].end - place > _MOST_ELEMENTS:
            return False
        return any(map(self._is_linked, self._row.inside(place, *_HEADINGS)))

    def _is_linked(self, place: int) -> bool:
        """Tell whether all that an element says is a link."""
        return 0 < self._row.nodes[place].size == self._linked(place)

    def _linked(self, place: int) -> int:
        """Return the letters of the links in an element."""
        return sum(self._row.nodes[x].size for x in self._row.inside(place, "a"))

    def _stands_outside(self, place: int, tags: Set[str]) -> bool:
        return not any(self._row.nodes[above].tag in tags for above in self._row.above(place))

    def _is_line(self, place: int, node: Node, longest: int) -> bool:
        """Tell whether an element is as short as one line, and no heading."""
        few = 0 < node.size <= longest and node.end - place <= _MOST_ELEMENTS
        return few and node.tag not in _HEADINGS

    def _is_by_role(self, node: Node) -> bool:
        return (node.element.get("role") or "") in self._rules.dropped_roles and self._is_small(
            node
        )

    def _is_by_words(self, node: Node) -> bool:
        if not _is_part(node) or not node.names or not self._is_small(node):
            return False
        if not self._rules.kept.isdisjoint(node.names):
            return False
        return has_word(map(self._unbuilt, node.names), self._rules.dropped_words)

    def _unbuilt(self, name: str) -> str:
        """Return a name without what a builder of pages begins all names with."""
        for beginning in self._rules.builders:
            name = name.removeprefix(beginning)
        return name

    def _is_update(self, place: int, node: Node) -> bool:
        """Tell whether an element says when the page was last changed, and nothing else."""
        if not self._is_line(place, node, _LONGEST_UPDATE):
            return False
        return self._updated.match(self._row.words(place)) is not None

    def _is_reading_time(self, place: int, node: Node) -> bool:
        """Tell whether an element says how long the reading takes, and nothing else."""
        if not self._is_line(place, node, _LONGEST_READING_TIME):
            return False
        said = _WORD.findall(self._row.words(place).casefold())
        left = [word for word in said if word not in self._rules.minutes]
        return left != said and " ".join(left) in self._rules.reading_times

    def _is_action(self, place: int, node: Node) -> bool:
        """Tell whether a link or a button does something with the page, and stands in no text."""
        if node.tag not in ("a", "button") or not 0 < node.size <= _LONGEST_HEADING:
            return False
        if self._row.words(place).casefold() not in self._rules.actions:
            return False
        return not self._row.nodes[node.parent].has_loose_words

    def _is_label(self, place: int, node: Node) -> bool:
        """Tell whether an element only says that an advertisement follows, or what the text is.

        So does who wrote it, beside the title, and a mark between such words.
        """
        if not self._is_line(place, node, _LONGEST_LABEL) or node.tag == "a":
            return False
        if self._row.nodes[node.parent].has_loose_words:
            return False
        said = self._row.words(place).strip(_ROUND_LABELS).casefold()
        if said in self._rules.advert_labels:
            return True
        below = 0 if self._title is None else place - self._title
        return 0 < below <= _NEAR_TITLE and said in self._beside_title

    def _is_row_of_tags(self, place: int, node: Node) -> bool:
        """Tell whether a part is nothing but links such as „#музеи“."""
        if not _is_part(node) or not self._is_line(place, node, _LONGEST_POINTER):
            return False
        links = (self._row.words(x) for x in self._row.inside(place, "a"))
        return self._is_linked(place) and all(said.startswith("#") for said in links if said)

    def _is_pointer(self, place: int, node: Node) -> bool:
        """Tell whether a line only leads to another article: „Прочетете още: …“."""
        if not self._is_line(place, node, _LONGEST_POINTER):
            return False
        if node.tag not in _LINES or node.has_headings:
            return False
        links = list(self._row.inside(place, "a"))
        if len(links) != 1 or not self._row.nodes[links[0]].size:
            return False
        before, link, after = self._row.words(place).partition(self._row.words(links[0]))
        label = before.strip()
        return (
            bool(link)
            and label.endswith(":")
            and not after.strip(" .»>→")
            and _counted(label) in self._rules.round_headings
        )

    def _is_byline(self, place: int, node: Node) -> bool:
        """Tell whether an element names the author or the sort of the article."""
        if not self._is_line(place, node, _LONGEST_UPDATE):
            return False
        named = has_word(node.names, self._rules.author_words | self._rules.label_words)
        if not named or not self._stands_outside(place, _SIGNED):
            return False
        return not is_captioned(self._row, node.parent, self._rules)

    def _is_headed_so(self, place: int, node: Node) -> bool:
        """Tell whether a part of the page begins with a heading such as „Свързани новини“.

        Words that are no heading by their tag are one above links alone.
        """
        if not _is_part(node) or not self._is_small(node):
            return False
        head = next((x for x in self._row.inside(place) if _has_words(self._row.nodes[x])), None)
        return head is not None and self._is_round_heading(head, place)

    def _is_round_heading(self, place: int, part: int) -> bool:
        """Tell whether a heading is one of those, or begins like one above a link."""
        node = self._row.nodes[place]
        if node.size > _LONGEST_HEADING:
            return False
        said = _counted(self._row.words(place))
        if node.tag not in _HEADINGS:
            above = self._row.nodes[part]
            links = above.tag not in _CELLS and 0 < above.size - node.size == self._linked(part)
            return links and said in self._rules.round_headings
        if said in self._rules.round_headings:
            return True
        # „Още от рубриката“ is one of these, „Още от самото начало“ none.
        begun = any(said.startswith(f"{each} ") for each in self._rules.round_beginnings)
        return begun and self._begins_with_link(range(node.end, self._row.nodes[part].end))

    def _begins_with_link(self, places: range) -> bool:
        """Tell whether the first words in some elements are those of a link."""
        first = next((x for x in places if self._row.nodes[x].has_loose_words), None)
        if first is None:
            return False
        return self._row.nodes[first].tag == "a" or not self._stands_outside(first, _LINKS)

    def _is_small(self, node: Node) -> bool:
        return node.size <= _MOST_DROPPED * self._total

    def _is_opener(self, place: int, node: Node) -> bool:
        """Tell whether a button is the heading of a part that it opens."""
        named = has_word(node.names, self._rules.panels)
        return named or not self._stands_outside(place, _HEADINGS)

    def _article_of(self, title: int | None) -> int | None:
        around: Iterator[int] = self._row.above(title) if title is not None else iter(())
        return next((place for place in around if self._row.nodes[place].tag == "article"), None)
