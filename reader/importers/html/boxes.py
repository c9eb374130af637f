"""What stands apart on a page: boxes in a text, questions about cookies, lists of files."""

import re
from collections.abc import Collection
from itertools import islice

from reader.importers.html.beside import leads_to_files
from reader.importers.html.elements import Element, tag
from reader.importers.html.remarks import OPENING
from reader.importers.html.rules import Rules
from reader.importers.html.tags import HEADINGS
from reader.importers.html.tree import Row

_RUNNING = 60  # letters of a paragraph that reads like a text
_NEAR = 10  # paragraphs on either side of a box in a text
_LONGEST_QUESTION = 300
_MOST_ELEMENTS = 100  # in a question
_LEADING = ("a", "button", "form", "input")
_LONGEST_APPEAL = 200
_FIELDS = ("button", "input", "textarea", "a")
_LEAST_SCALE = 2
# What is shown to those who have answered.
_THANKS = re.compile(r"(?:благодар|thank|merci|danke)[^.!?]{0,60}[.!]?$", re.IGNORECASE)
_ADDRESS = re.compile("e-?mail|имейл|e-?поща|електронна поща", re.IGNORECASE)
_NOWHERE = frozenset({"#", "", None})
_NEVER_ASKED = ("table", "img", "figure", "blockquote")
_CHOICES = frozenset({"radio", "button", "submit"})
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


def asks_reader(row: Row, place: int) -> bool:
    """Tell whether an element only asks a question with answers to choose: „Полезно ли беше?“.

    So does one that asks for an address to send news to, whatever it says.
    """
    node = row.nodes[place]
    if not 0 < node.size <= _LONGEST_QUESTION or node.end - place > _MOST_ELEMENTS:
        return False
    fields = list(node.element.iter(*_FIELDS))
    choices = [x for x in fields if _is_choice(x)]
    writes = _only_for_address(fields)
    if not (writes or len(choices) > 1) or row.has(place, *_NEVER_ASKED):
        return False
    said = _said_apart(row, place, choices)
    asks = len(choices) > 1 and (_is_question(row, place, said) or _is_scale(row, choices))
    # Where to call, and until when to enter one's name, stand before fields, too.
    writes = writes and not any(map(str.isdigit, said))
    return 0 < len(said) <= _LONGEST_APPEAL and (asks or writes)


def _said_apart(row: Row, place: int, choices: Collection[Element]) -> str:
    """Return the words of an element outside of what there is to choose, and of labels."""
    said = row.words(place)
    for label in row.inside(place, "button", "label", "a"):
        if row.nodes[label].tag == "label" or row.nodes[label].element in choices:
            said = said.replace(row.words(label), "", 1)
    return said.strip()


def _is_question(row: Row, place: int, said: str) -> bool:
    """Tell whether what an element says ends as a question, or is a heading and no more."""
    head = next(row.inside(place, *HEADINGS), None)
    alone = head is not None and row.words(head) == said
    return alone or _THANKS.sub("", said).rstrip().endswith("?")


def _is_scale(row: Row, choices: Collection[Element]) -> bool:
    """Tell whether there are but numbers or stars to choose: „1 2 3 4 5“."""
    said = [row.words(row.place[x]) for x in choices if x in row.place]
    return len(said) > _LEAST_SCALE and not any(map(str.isalpha, "".join(said)))


def _only_for_address(fields: Collection[Element]) -> bool:
    """Tell whether there is nothing to write but an address of electronic mail."""
    if any(tag(each) == "textarea" for each in fields):
        return False
    return any(tag(each) == "input" and _is_for_address(each) for each in fields)


def _is_for_address(field: Element) -> bool:
    """Tell whether a field is one to write an address of electronic mail in."""
    if field.get("type") == "email":
        return True
    told = " ".join(field.get(each) or "" for each in ("name", "id", "placeholder", "aria-label"))
    return field.get("type", "text") == "text" and _ADDRESS.search(told) is not None


def _is_choice(field: Element) -> bool:
    """Tell whether a field is one of some to press, and opens no part of the page."""
    if OPENING.intersection(field.keys()):
        return False
    if tag(field) == "a":
        return field.get("href") in _NOWHERE
    return tag(field) == "button" or field.get("type") in _CHOICES


def is_list_of_files(row: Row, place: int, rules: Rules) -> bool:
    """Tell whether an element leads to files, and shows no cards."""
    return not row.has(place, *_OF_CARDS) and leads_to_files(row, place, rules)
