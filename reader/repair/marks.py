"""Marks in a text by which its structure shows: ends of sentences, bullets, open brackets."""

import re

_END = re.compile(r'[.!?…:;]["“”»)\]]*(?:\s?\[\d{1,2}\])?$')
# Geometric shapes, dingbats, the private letters of symbol fonts; "o" is a bullet of typewriters.
_SHAPES = "•‣⁃◦·*\u25a0-\u25ff\u2700-\u27bf\ue000-\uf8ff"
_BULLET = re.compile(
    rf"^(?:(?:[{_SHAPES}]|o|\(?\d{{1,2}}\)|\d{{1,2}}\.|[a-zа-я]\))\s+(?=\S)|\d{{1,2}}[.)](?=[А-Я]))"
)
_DASH = re.compile(r"^[-–—]\s+(?=\S)")
_LONE = re.compile(rf"^(?:[–—{_SHAPES}]|\d{{1,2}}[.)])$")
_NUMBER = re.compile(r"^\(?(\d{1,2})[.)]")
_SECTION = re.compile(r"(?:\d{1,2}\.){1,3}\d{0,2}\s+[^\W\d_a-zа-я]")
_NOTE = re.compile(r"^\[(\d{1,2})\]\s+(?=\S)")
_OPEN_ADDRESS = re.compile(
    r"\((?:(?:https?://|www\.|mailto:)[^)\s]*|h|ht|htt|https?|https?:|https?:/|ww?w?)$"
)
# Outside brackets an address is known to go on only after a slash.
_CUT_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s()]*/$")
_PRINTED_ADDRESS = re.compile(r"\((?:https?://|www\.|mailto:)[^()]+\)[.,;]?$")


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends with a mark after which a block may end."""
    return _END.search(text) is not None


def starts_lower(text: str) -> bool:
    """Tell whether a line goes on inside a sentence by its first letter."""
    return text[:1].islower() or text[:1] in ",.;)%"


def bullet(text: str) -> int:
    """Return the length of a bullet or number before a list item, else 0."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def dash(text: str) -> int:
    """Return the length of a dash that may be a bullet, else 0."""
    found = _DASH.match(text)
    return found.end() if found else 0


def is_lone_marker(text: str) -> bool:
    """Tell whether a line holds nothing but a bullet or a number."""
    return _LONE.match(text.strip()) is not None


def number(text: str) -> int | None:
    """Return the number of a numbered item."""
    found = _NUMBER.match(text)
    return int(found.group(1)) if found else None


def is_section(text: str) -> bool:
    """Tell whether a text begins with the number of a section and a capital: "2.1. Обхват"."""
    return _SECTION.match(text) is not None


def note_label(text: str) -> re.Match[str] | None:
    """Return the match of a note's label, "[1] "; its group 1 is the label."""
    return _NOTE.match(text)


def has_open_address(text: str) -> bool:
    """Tell whether a printed address begins and goes on past the line's end."""
    return _OPEN_ADDRESS.search(text) is not None


def has_cut_address(text: str, below: str) -> bool:
    """Tell whether an address ends a line at a slash and goes on in the line below."""
    return _CUT_ADDRESS.search(text) is not None and below[:1].isascii() and below[:1].isalnum()


def ends_with_address(text: str) -> bool:
    """Tell whether a text ends with a printed address, which line ends may have cut."""
    return _PRINTED_ADDRESS.search(text) is not None


def open_quotes(text: str) -> int:
    """Return how many quotations begin in a text and do not end there."""
    round_ones = text.count("„") - text.count("“") - text.count("”")
    return max(round_ones, text.count("«") - text.count("»"))


def open_brackets(text: str) -> int:
    """Return how many round brackets begin in a text and do not end there."""
    return text.count("(") - text.count(")")
