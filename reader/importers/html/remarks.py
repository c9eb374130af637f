"""Lines that only say something of an article or of its page: when, by whom, what to press."""

import re
from itertools import islice
from unicodedata import category

from reader.importers.html.beside import is_captioned
from reader.importers.html.bylines import NAME
from reader.importers.html.days import is_hour
from reader.importers.html.elements import is_line
from reader.importers.html.links import is_contact
from reader.importers.html.rules import Rules, either, has_word, is_called, unbuilt
from reader.importers.html.tree import Node, Row

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
_LONGEST_UPDATE = 120
_LONGEST_READING_TIME = 40
_LONGEST_ACTION = 40
_LONGEST_POINTER = 250
_LONGEST_LABEL = 30
_ROUND_LABELS = " -\u2013\u2014|\u2022\u00b7/,[]():."
_ORNAMENTS = "»›>→▶►"
_BACK = "«‹<←◀◄"
_NEAR_TITLE = 15  # elements between a title and what it says of the sort of text
_NEAR = 3  # elements round a name in a caption or below a quotation
_CARDS = frozenset({"vcard"})
_NEAR_AUTHOR = 40  # elements between a title and a line that only names the author
_AT = "в|на|от|at|on|to"
OPENING = frozenset({"aria-controls", "aria-expanded", "data-toggle", "data-bs-toggle"})
_NOWHERE = re.compile(
    r"\s*(?:#!?|javascript:\s*(?:|;|void\b.*|(?:window|self|document|history|print|close)\b.*))\s*",
    re.IGNORECASE,
)
_YEAR = r"(?<![/\d])(?:19|20)\d\d(?![/\d])"
# The third point of a list begins with "(c)", too, and a text about authors with "Copyright".
_RIGHTS = re.compile(
    rf"(?:©|\([cс]\)\s*{_YEAR}|copyright\s*(?:©|\([cс]\)|:|by\b|.{{0,60}}?{_YEAR})"
    r"|всички права запазени)",
    re.IGNORECASE,
)
_LONGEST_COUNT = 6
_COUNTERS = frozenset({"views", "viewed", "viewcount", "counter", "hits", "reads", "likes"})
_IN_TEXT = frozenset({"p", "li", "table", "dl", "sup"})
_LONGEST_SIGN = 2
_SIGNS = frozenset({"So", "Mn", "Cf"})
_WORD = re.compile(r"[^\W\d_]+")
_LINES = frozenset({"p", "div", "li"})
_LISTS = frozenset({"ul", "ol"})
_NEAR_HEADING = 10  # elements between a heading and a link that is called as it
_COUNT = re.compile(r"\s*(?:\(\d+\))?\s*[:.…]*$")
MOST_ELEMENTS = 100  # in such a line, or a card, or before the first words of a part
HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
SIGNED = frozenset({"blockquote", "figure"})


def is_part(node: Node) -> bool:
    """Tell whether an element is a part of a page, by its tag or as one of the page's own."""
    return node.tag in _PARTS or "-" in node.tag


def counted(text: str) -> str:
    """Return a heading without the mark and the number behind it: „Коментари (2):“."""
    return _COUNT.sub("", text).casefold()


class Remarks:
    """Knows such lines; `author` is whom the page's own data name."""

    def __init__(self, row: Row, rules: Rules, title: int | None, author: str) -> None:
        self._row = row
        self._rules = rules
        self._title = title
        self._author_words = rules.author_words | rules.label_words
        self._beside_title = rules.sorts | {author.casefold(), ""}
        self._updated = re.compile(
            rf"\W*(?:{either(rules.updated)}|(?:{either(rules.changed)})\W*(?:{_AT})?\W*\d)", re.I
        )
        self._named = re.compile(rf"(?:{either(rules.bylines)})\s*:?\s+{NAME}", re.IGNORECASE)

    def holds(self, place: int) -> bool:
        """Tell whether an element is such a line and nothing else."""
        node = self._row.nodes[place]
        if node.size > _LONGEST_POINTER:
            return False
        few = node.end - place <= MOST_ELEMENTS
        if not node.size:
            return few and self._is_headed_by_author(node)
        return (
            self._is_action(place, node)
            or self._is_adornment(place, node)
            or self._is_count(place, node)
            or (few and self._says_no_more(place, node, self._row.words(place)))
        )

    def _says_no_more(self, place: int, node: Node, said: str) -> bool:
        """Tell whether an element of few others is such a line by what is said in it."""
        if self._is_call(node, said) or self._is_byline(place, node, said):
            return True
        return node.tag not in HEADS and (
            self._is_update(node, said)
            or self._is_reading_time(node, said)
            or self._is_pointer(place, node, said)
            or self._is_label(place, node, said)
            or self._is_row_of_tags(place, node)
            or self._is_rights(place, node, said)
            or self._is_echo(place, node, said)
        )

    def _is_update(self, node: Node, said: str) -> bool:
        """Tell whether an element says when the page was last changed, and nothing else."""
        return node.size <= _LONGEST_UPDATE and self._updated.match(said) is not None

    def _is_reading_time(self, node: Node, said: str) -> bool:
        """Tell whether an element says how long the reading takes, and nothing else."""
        if node.size > _LONGEST_READING_TIME:
            return False
        words = _WORD.findall(said.casefold())
        if self._rules.minutes.isdisjoint(words):
            return False
        left = [word for word in words if word not in self._rules.minutes]
        return " ".join(left) in self._rules.reading_times

    def _is_action(self, place: int, node: Node) -> bool:
        """Tell whether a link or a button does something with the page, and stands in no text."""
        if node.tag not in ("a", "button") or node.size > _LONGEST_ACTION:
            return False
        if self._row.nodes[node.parent].has_loose_words and not is_line(node.element):
            return False
        said = self._row.words(place).strip(_ROUND_LABELS + _ORNAMENTS + _BACK).casefold()
        return said in self._rules.actions or self._leads_nowhere(place, node)

    def _leads_nowhere(self, place: int, node: Node) -> bool:
        """Tell whether a link only makes a script run, and opens no part of the text."""
        if _NOWHERE.fullmatch(node.element.get("href") or "") is None:
            return False
        opens = OPENING.intersection(node.element.keys())
        if opens or has_word(node.names, self._rules.panels):
            return False
        return not self._row.lies_in(place, HEADS)

    def _is_call(self, node: Node, said: str) -> bool:
        """Tell whether a line only asks to follow the site elsewhere."""
        if node.tag == "h1" or node.size > _LONGEST_UPDATE:
            return False
        return said.casefold().startswith(self._rules.calls)

    def _is_count(self, place: int, node: Node) -> bool:
        """Tell whether a line beside the title is but how many read it, or liked it."""
        if node.size > _LONGEST_COUNT or not self._row.follows(place, self._title, _NEAR_AUTHOR):
            return False
        counts = node.tag == "span" and has_word(node.names, _COUNTERS)
        if not (node.tag == "a" or counts) or self._row.lies_in(place, _IN_TEXT):
            return False
        return self._row.words(place).replace(" ", "").isdigit()

    def _is_echo(self, place: int, node: Node, said: str) -> bool:
        """Tell whether a list is but a link called as the heading before it: to save that part."""
        if node.tag not in _LISTS or node.size > _LONGEST_ACTION:
            return False
        if not self._row.is_linked(place):
            return False
        near = range(place - 1, max(0, place - _NEAR_HEADING), -1)
        head = next((x for x in near if self._row.nodes[x].tag in HEADS), None)
        return head is not None and self._row.words(head) == said

    def _is_rights(self, place: int, node: Node, said: str) -> bool:
        """Tell whether a line says whose the page is, below its text."""
        if 2 * place < len(self._row.nodes):
            return False
        if _RIGHTS.match(said) is None or self._captions(place):
            return False
        around = self._row.nodes[node.parent].end - node.parent
        if around <= MOST_ELEMENTS and self._row.has(node.parent, "img"):
            return False
        return not self._row.lies_in(place, SIGNED)

    def _is_adornment(self, place: int, node: Node) -> bool:
        """Tell whether a part is nothing but a sign such as “💡”."""
        if node.size > _LONGEST_SIGN or not (is_part(node) or node.names):
            return False
        return all(category(sign) in _SIGNS for sign in self._row.words(place))

    def _is_label(self, place: int, node: Node, said: str) -> bool:
        """Tell whether an element only says that an advertisement follows, or what the text is.

        So does who wrote it, beside the title, and a mark between such words.
        """
        if node.size > _LONGEST_LABEL or node.tag == "a":
            return False
        if self._row.nodes[node.parent].has_loose_words:
            return False
        said = said.strip(_ROUND_LABELS).casefold()
        if said in self._rules.advert_labels:
            return True
        near = self._row.follows(place, self._title, _NEAR_TITLE)
        return near and said in self._beside_title

    def _is_row_of_tags(self, place: int, node: Node) -> bool:
        """Tell whether a part is nothing but links such as „#музеи“."""
        if not is_part(node) or not self._row.is_linked(place):
            return False
        links = (self._row.words(x) for x in self._row.inside(place, "a"))
        return all(said.startswith("#") for said in links if said)

    def _is_pointer(self, place: int, node: Node, said: str) -> bool:
        """Tell whether a line only leads to another article: „Прочетете още: …“."""
        if node.tag not in _LINES or node.has_headings:
            return False
        links = [x for x in self._row.inside(place, "a") if self._row.nodes[x].size]
        if not links:
            return False
        for other in links[1:]:
            said = said.replace(self._row.words(other), "", 1)
        before, link, after = said.partition(self._row.words(links[0]))
        if not before.strip(_ROUND_LABELS + _ORNAMENTS):  # the label is part of the link
            before, _, link = said.strip(_ROUND_LABELS + _ORNAMENTS).partition(":")
            before, after = f"{before}:", ""
        label = before.strip()
        return (
            bool(link)
            and label.endswith(":")
            and not after.strip(" .,;|»>→")
            and counted(label) in self._rules.round_headings
        )

    def _is_byline(self, place: int, node: Node, said: str) -> bool:
        """Tell whether an element names the author or the sort of the article."""
        if node.size > _LONGEST_UPDATE:
            return False
        if node.tag in HEADS:
            return self._is_headed_by_author(node)
        if self._is_named_author(place, said):
            return True
        if has_word(node.names, _CARDS) and self._has_contacts(place):
            return False
        named = has_word(unbuilt(node.names, self._rules), self._author_words)
        if not named or self._row.lies_in(place, SIGNED) or self._signs(place):
            return False
        if is_hour(said):  # of the day that stands beside it
            return False
        return not is_captioned(self._row, node.parent, self._rules) and not self._captions(place)

    def _signs(self, place: int) -> bool:
        """Tell whether an element stands behind a quotation in a part that is named as one."""
        for above in islice(self._row.above(place), _NEAR):
            if has_word(self._row.nodes[above].names, self._rules.quote_words):
                return any(x < place for x in self._row.inside(above, "blockquote"))
        return False

    def _has_contacts(self, place: int) -> bool:
        """Tell whether an element tells where to write or to call: it is for the reader."""
        links = self._row.inside(place, "a")
        return any(is_contact(self._row.nodes[x].element.get("href")) for x in links)

    def _is_headed_by_author(self, node: Node) -> bool:
        """Tell whether a heading, or what holds but a picture, is named as the author's."""
        if node.tag in ("h1", "img") or (node.size and node.tag not in HEADS):
            return False
        return has_word(node.names, self._rules.author_words)

    def _is_named_author(self, place: int, said: str) -> bool:
        """Tell whether a line beside the title says „От“ and a name, and nothing else."""
        if not self._row.follows(place, self._title, _NEAR_AUTHOR):
            return False
        if self._named.fullmatch(said) is None:
            return False
        return all(word[0].isupper() for word in said.replace(":", " ").split()[1:])

    def _captions(self, place: int) -> bool:
        """Tell whether an element lies in the caption of a picture."""
        near = (self._row.nodes[x].names for x in islice(self._row.above(place), _NEAR))
        return any(
            is_called(each, self._rules.captions, self._rules.caption_words) for each in near
        )
