"""What stands apart on a page: boxes in a text, questions about cookies, lists of files."""

from itertools import islice

from reader.importers.html.beside import leads_to_files
from reader.importers.html.elements import Element
from reader.importers.html.rules import Rules
from reader.importers.html.tags import HEADINGS
from reader.importers.html.tree import Row

_RUNNING = 60  # letters of a paragraph that reads like a text
_NEAR = 10  # paragraphs on either side of a box in a text
_LONGEST_QUESTION = 300
_LEAST_ANSWERS = 2
_MOST_ELEMENTS = 100  # in a question
_LEADING = ("a", "button", "form", "input")
_OF_CARDS = ("img", "article", "button")


def is_running(row: Row, text: Element) -> bool:
    """Tell whether a paragraph is long and without links."""
    place = row.place.get(text)
    return place is not None and row.nodes[place].size >= _RUNNING and not row.linked(place)


def is_set_in(row: Row, place: int) -> bool:
    """Tell whether a box stands between paragraphs and leads nowhere: „Знаете ли, че…“."""
    if row.has(place, *_LEADING):
        return False
    box = row.nodes[place].element
    before, after = (box.itersiblings("p", preceding=each) for each in (True, False))
    return all(any(is_running(row, x) for x in islice(near, _NEAR)) for near in (before, after))


def asks_about_cookies(row: Row, place: int, rules: Rules) -> bool:
    """Tell whether all that an element does is to ask for consent, with a button that gives it."""
    node = row.nodes[place]
    few = 0 < node.size <= _LONGEST_QUESTION and node.end - place <= _MOST_ELEMENTS
    if not few or node.has_headings:
        return False
    buttons = (row.words(x).casefold() for x in row.inside(place, "button"))
    if not any(button.startswith(rules.consents) for button in buttons):
        return False
    said = row.words(place).casefold()
    return any(word in said for word in rules.consent_words)


def only_asks(row: Row, place: int) -> bool:
    """Tell whether a part is but a heading and the buttons that answer it: „Полезна ли беше…?“."""
    node = row.nodes[place]
    if not node.has_headings or node.size > _LONGEST_QUESTION or row.has(place, "a"):
        return False
    buttons = [x for x in row.inside(place, "button") if row.nodes[x].size]
    heads = [x for x in row.inside(place, *HEADINGS) if not row.has(x, "button")]
    if len(buttons) < _LEAST_ANSWERS or not heads:
        return False
    return node.size == sum(row.nodes[x].size for x in (*buttons, *heads))


def is_list_of_files(row: Row, place: int, rules: Rules) -> bool:
    """Tell whether an element leads to files, and shows no cards."""
    return not row.has(place, *_OF_CARDS) and leads_to_files(row, place, rules)
