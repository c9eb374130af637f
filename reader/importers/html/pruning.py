"""What stands round an article on a page: menus, bars, cards, forms, banners."""

from collections.abc import Callable, Iterable

from reader.importers.html.boxes import (
    asks_about_cookies,
    asks_reader,
    is_list_of_files,
    is_set_in,
)
from reader.importers.html.comments import Comments
from reader.importers.html.elements import Element
from reader.importers.html.headed import Headed
from reader.importers.html.links import ending, is_of_sharing
from reader.importers.html.others import Others
from reader.importers.html.remarks import (
    HEADS,
    OPENING,
    SIGNED,
    Remarks,
    is_part,
)
from reader.importers.html.rules import (
    Rules,
    has_word,
    is_called,
    unbuilt,
)
from reader.importers.html.tags import TEXTS
from reader.importers.html.tree import Node, Row

_NEVER_DROPPED = frozenset({"html", "body", "main", "h1"})
# What holds so much of the page's text is the page, however it is called: "with-sidebar".
_MOST_DROPPED = 0.4
_MOST_BESIDE = 40  # letters beside each link that leads elsewhere
_NEAR_TITLE = 15  # elements between a title and what tells of the text
_LONGEST_FACTS = 150
_FACTS = frozenset({"meta"})
_TOPICS = ("tag-", "category-")
_MOST_LANGUAGES = 1500  # elements of what leads to other languages
_LISTS = frozenset({"ul", "ol"})
_FIELDS = frozenset({"select", "textarea"})
_CELLS = frozenset({"table", "tr", "td"})
_PRESSED = ("a", "button")
_FEET = frozenset({"footer"})
_RELATED = frozenset({"related"})


def _is_no_topic(name: str) -> bool:
    """Tell whether a name is none by which a blog says what a text is about: "tag-cookies"."""
    return not name.startswith(_TOPICS)


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
        self._held = held
        self._total = max(1, row.nodes[0].size if row.nodes else 1)
        self._remarks = Remarks(row, rules, title, author)
        self._comments = Comments(row, rules, title)
        self._others = Others(row, rules, title)
        self._headed = Headed(row, rules)
        self._files = row.named(rules.files)
        self._tests: dict[str, Callable[[int, Node], bool]] = {
            "nav": lambda _place, _node: True,
            "dialog": lambda _place, _node: True,
            "aside": lambda place, node: (
                self._is_small(node)
                and not self._is_quoted(place, node)
                and not self._others.is_of_contacts(place)
                and not is_set_in(self._row, place)
            ),
            "label": lambda place, _node: self._is_of_field(place),
            "form": lambda _place, node: self._is_small(node),
            "button": lambda place, node: not self._is_opener(place, node),
            "footer": lambda place, _node: not self._row.lies_in(place, SIGNED),
            "header": lambda place, node: (
                not self._row.lies_in(place, TEXTS) and self._is_small(node)
            ),
            "article": lambda place, node: self._others.is_article(place) and self._is_small(node),
        }

    def is_round(self, place: int) -> bool:
        node = self._row.nodes[place]
        if node.tag in _NEVER_DROPPED or place in self._held or self._holds_title(place):
            return False
        if not self._rules.dropped.isdisjoint(node.names) or self._others.is_card(place):
            return True
        return (
            (node.tag in self._tests and self._tests[node.tag](place, node))
            or self._is_by_role(node)
            or self._is_by_words(place, node)
            or self._leads_elsewhere(place, node)
            or self._is_of_facts(place, node)
            or self._is_contents(place, node)
            or self._is_row_of_tabs(place, node)
            or (is_part(node) and self._asks(place))
            or (self._is_small(node) and self._headed.begins(place, node))
            or self._headed.is_above(place, node)
            or self._remarks.holds(place)
            or self._comments.holds(place, node)
        )

    def _asks(self, place: int) -> bool:
        """Tell whether all that a part does is to ask something of its reader."""
        if asks_about_cookies(self._row, place, self._rules):
            return True
        return self._is_small(self._row.nodes[place]) and asks_reader(self._row, place)

    def _is_of_field(self, place: int) -> bool:
        """Tell whether a label says what to choose or to write in the field beside it."""
        label = self._row.nodes[place].element
        near = (label.getnext(), label.getprevious(), *label)
        return any(
            each is not None
            and (
                each.tag in _FIELDS
                or (each.tag == "input" and each.get("type") not in ("checkbox", "radio"))
            )
            for each in near
        )

    def _holds_title(self, place: int) -> bool:
        return self._title is not None and self._row.holds(place, self._title)

    def _is_by_role(self, node: Node) -> bool:
        return (node.element.get("role") or "") in self._rules.dropped_roles and self._is_small(
            node
        )

    def _is_of_facts(self, place: int, node: Node) -> bool:
        """Tell whether a part beside the title is named as what only tells of the text."""
        near = self._row.follows(place, self._title, _NEAR_TITLE)
        if not near or node.size > _LONGEST_FACTS:
            return False
        return is_part(node) and not node.has_headings and has_word(node.names, _FACTS)

    def _is_contents(self, place: int, node: Node) -> bool:
        """Tell whether a list does nothing but lead to places of the page, and opens none."""
        if node.tag not in _LISTS or not self._row.is_linked(place):
            return False
        links = [self._row.nodes[x].element for x in self._row.inside(place, "a")]
        leads = all((link.get("href") or "").startswith("#") for link in links)
        return leads and len(links) > 1 and not any(OPENING.intersection(x.keys()) for x in links)

    def _is_row_of_tabs(self, place: int, node: Node) -> bool:
        """Tell whether all that a list of tabs says is in its tabs: what they show is elsewhere."""
        if node.element.get("role") != "tablist":
            return False
        return node.size == sum(self._row.nodes[x].size for x in self._row.inside(place, *_PRESSED))

    def _leads_elsewhere(self, place: int, node: Node) -> bool:
        """Tell whether a part leads to the page in other languages, or shares it, and no more."""
        if not is_part(node) or node.end - place > _MOST_LANGUAGES:
            return False
        links = list(self._row.inside(place, "a"))
        by_words = len(links) > 1 and node.tag not in _CELLS
        if not links or not (
            all(self._leads_to_language(x, by_words=by_words) for x in links)
            or all(is_of_sharing(self._row.nodes[x].element.get("href")) for x in links)
        ):
            return False
        left = node.size - sum(self._row.nodes[x].size for x in links)
        return left < node.size and left <= _MOST_BESIDE * min(2, len(links))

    def _leads_to_language(self, place: int, *, by_words: bool) -> bool:
        """Tell whether a link says which language it leads to, or is called as one."""
        link = self._row.nodes[place].element
        if link.get("hreflang"):
            return True
        if not by_words or ending(link.get("href") or "") in self._rules.file_endings:
            return False
        return self._row.words(place).casefold() in self._rules.tongues

    def _is_by_words(self, place: int, node: Node) -> bool:
        if not is_part(node) or not node.names or not self._is_small(node):
            return False
        # The foot of a list is text by its editors, or but the way to more of it.
        leads_on = has_word(node.names, _FEET) and self._row.is_linked(place)
        if not leads_on and is_called(node.names, self._rules.kept, self._rules.kept_words):
            return False
        names = node.names if node.tag != "article" else tuple(filter(_is_no_topic, node.names))
        if not has_word(unbuilt(names, self._rules), self._rules.dropped_words):
            return False
        # Editors of texts call quotations and pictures "widgets", too; what is to print is a file.
        held = any(
            self._row.holds(place, each) or self._row.holds(each, place) for each in self._files
        )
        # „Свързани документи“ of the text itself, among all that is named as related.
        files = has_word(node.names, _RELATED) and is_list_of_files(self._row, place, self._rules)
        return not (held or files or self._is_shown_apart(place, node))

    def _is_shown_apart(self, place: int, node: Node) -> bool:
        """Tell whether what a part says is a quotation, or stands below a picture."""
        told = (
            self._row.nodes[x].size for x in self._row.inside(place, "blockquote", "figcaption")
        )
        return 2 * max(told, default=0) > node.size and 2 * self._row.linked(place) < node.size

    def _is_quoted(self, place: int, node: Node) -> bool:
        """Tell whether words stand apart in a text because they are quoted from it."""
        named = has_word(node.names, self._rules.quote_words)
        quotes = (self._row.nodes[x].size for x in self._row.inside(place, "blockquote"))
        return named or 2 * max(quotes, default=0) > node.size

    def _is_small(self, node: Node) -> bool:
        return node.size <= _MOST_DROPPED * self._total

    def _is_opener(self, place: int, node: Node) -> bool:
        """Tell whether a button is the heading of a part that it opens."""
        if has_word(node.names, self._rules.panels):
            return True
        heading = next((x for x in self._row.above(place) if self._row.nodes[x].tag in HEADS), None)
        return heading is not None and 2 * node.size >= self._row.nodes[heading].size
