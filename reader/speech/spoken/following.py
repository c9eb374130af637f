"""What an adjective or an ordinal agrees with: the word that follows, told by its ending."""

import re
from enum import IntEnum

from reader.speech.spoken.lists import Lists

_WORD = re.compile(r"[\s„“\"«]*(?P<word>[А-Яа-я]+)")
# Adjectives that are the same in the masculine and in the plural: the noun has to tell.
_SAME_IN_BOTH = ("ски", "шки", "чки", "зки")
_NEAR = 24
_ENDINGS = (
    ("ата", "FEMININE"),
    ("ята", "FEMININE"),
    ("тта", "FEMININE"),
    ("ост", "FEMININE"),
    ("ест", "FEMININE"),
    ("ото", "NEUTER"),
    ("ето", "NEUTER"),
    ("ове", "PLURAL"),
    ("еве", "PLURAL"),
    ("ства", "PLURAL"),
    ("ища", "PLURAL"),
    ("ения", "PLURAL"),
    ("те", "PLURAL"),
    ("и", "PLURAL"),
    ("а", "FEMININE"),
    ("я", "FEMININE"),
    ("о", "NEUTER"),
    ("е", "NEUTER"),
    ("у", "NEUTER"),
)


class Following(IntEnum):
    """The gender and number of what follows."""

    MASCULINE = 0
    FEMININE = 1
    NEUTER = 2
    PLURAL = 3


def following(text: str, place: int, lists: Lists) -> Following:
    """Return what the words from a place on are; masculine where nobody can tell."""
    found = _WORD.match(text, place)
    while found and (after := _WORD.match(text, found.end())) and _leads_on(found, after):
        found = after
    return _of_word(found["word"], lists) if found else Following.MASCULINE


def after_preposition(text: str, place: int, lists: Lists) -> bool:
    """Tell whether the last word before a place is a preposition."""
    before = text[max(0, place - _NEAR) : place].rstrip(' „"«(').rpartition(" ")[2]
    return before.lower() in lists.prepositions


def _leads_on(found: re.Match[str], after: re.Match[str]) -> bool:
    """Tell whether a word says nothing of the noun: „европейски …“, „много големи“."""
    if found["word"].endswith(_SAME_IN_BOTH):
        return True
    return found["word"].endswith("о") and not after["word"].endswith(("о", "е"))


def _of_word(word: str, lists: Lists) -> Following:
    if word in lists.masculine:
        return Following.MASCULINE
    if word in lists.feminine:
        return Following.FEMININE
    kinds = (kind for ending, kind in _ENDINGS if word.endswith(ending))
    return Following[next(kinds, "MASCULINE")]
