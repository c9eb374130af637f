"""Names of a pair of sentences, and those that no name of the other sentence sounds like."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from reader.bilingual.features import ADDRESS
from reader.bilingual.lexicon import key_of, meanings, names
from reader.bilingual.number_words import number_words
from reader.bilingual.sounds import skeleton
from reader.model.bilingual import Languages
from reader.text.people import is_title

_WORD = re.compile(r"[^\W\d_]+(?:[-‑’'][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?:…]\s*|[„“\"«‘(]\s*|[–—]\s*)$")
_CAPITAL_NEXT = re.compile(r" [A-ZА-Я][a-zа-я]")  # „Роберта Мецола“ is a name at a beginning, too
_ARTICLES = ("ът", "ят")
_OF_ANY_WORD = (*_ARTICLES, "ия", "та", "то", "те")  # „Белия дом“, „Лигата“, „Съединените“
_JOINT = re.compile("[-‑’']")
_INITIALS = re.compile(r"(?<!\w)([A-Z])\.([A-Z])\.")  # "the U.K."
_POSSESSIVE = re.compile(r"['’]s$")
_SHORTEST = 4
_ALIKE = 0.6  # shares of two skeletons; names of others are below


@dataclass(frozen=True, slots=True)
class Name:
    """A word of a name, or what may be one: its place, its sound and its known meanings.

    `capital` tells how it begins, `is_name` that it is surely a name, `listed` that it is one of
    those that languages have their own words for.
    """

    start: int
    end: int
    sound: str
    known: frozenset[str]
    capital: bool
    is_name: bool
    listed: bool


def unlike(left: str, right: str, languages: Languages) -> list[tuple[Name, Name]]:
    """Return the names of two sentences that stand where the other has quite another one.

    Nothing is told without a list of the names that each language has its own word for.
    """
    if not names(languages[1]):
        return []
    ours, theirs = _words(left, languages), _words(right, languages[::-1])
    lost = [name for name in ours if name.is_name and not _heard(name, theirs)]
    other = [name for name in theirs if name.is_name and not _heard(name, ours)]
    if not lost or not other:
        return []
    return _by_place(lost, other, len(left), len(right))


def _by_place(
    lost: Sequence[Name], other: Sequence[Name], left: int, right: int
) -> list[tuple[Name, Name]]:
    """Pair what is lost with what stands nearest to its place.

    A listed name, of a country or a city, stands in place of such a one only.
    """
    free, pairs = list(other), []
    for name in lost:
        alike = [each for each in free if each.listed == name.listed]
        if alike:
            at = name.start / left
            nearest = min(alike, key=lambda each: abs(each.start / right - at))
            free.remove(nearest)
            pairs.append((name, nearest))
    return pairs


def _words(text: str, languages: Languages) -> list[Name]:
    language, other = languages
    bare = ADDRESS.sub(lambda match: " " * len(match[0]), text)
    bare = _INITIALS.sub(r"\1\2  ", bare)
    key, known = key_of(language), meanings(language, other)
    called = names(other if language == "bg" else language)
    months = number_words(language).months
    found = []
    for match in _WORD.finditer(bare):
        word = _POSSESSIVE.sub("", match[0])
        parts = {word, *_JOINT.split(word)}
        meant = frozenset(chain.from_iterable(known.get(key(part), ()) for part in parts))
        listed = not called.isdisjoint(meant)
        capital = word[0].isupper()
        fit = capital and not word.isupper() and len(word) >= _SHORTEST
        named = _CAPITAL_NEXT.match(bare, match.end()) is not None and not _is_noun(word)
        first = not named and _BEGINS.search(bare, 0, match.start()) is not None
        common = word.lower() in months or (
            language == "bg" and word.endswith(_OF_ANY_WORD) and not named
        )
        told = listed or not (meant or first or common)
        found.append(Name(*match.span(), skeleton(word), meant, capital, fit and told, listed))
    return found


def _is_noun(word: str) -> bool:
    """Tell whether a word before a name is none itself: a title, or one with the article."""
    return word.endswith(_ARTICLES) or is_title(word)


def _heard(name: Name, others: Sequence[Name]) -> bool:
    """Tell whether any word of the other sentence means the same, or is called alike."""
    return any(
        not name.known.isdisjoint(other.known)
        or (other.capital and _alike(name.sound, other.sound))
        for other in others
    )


def _alike(one: str, other: str) -> bool:
    if not one or not other:
        return one == other
    if one[:3] == other[:3] or (min(len(one), len(other)) < 2 and one[0] == other[0]):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() > _ALIKE
