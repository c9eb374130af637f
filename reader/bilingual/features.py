"""What a sentence has that its translation should have too."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum, auto
from functools import cache

from reader.bilingual import figures
from reader.bilingual.lexicon import key_of, meanings
from reader.bilingual.number_words import number_words
from reader.bilingual.sounds import skeleton
from reader.model.bilingual import Languages, Sentence
from reader.paths import resource

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>„“”\"]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_ENUMERATOR = re.compile(r"\(?(?:(\d{1,3})|([^\W\d_]))[.)](?=\s)")
_LETTERS = {
    **{letter: number for number, letter in enumerate("абвгдежзийклмнопрст", 1)},
    **{letter: number for number, letter in enumerate("abcdefghijklmnopqrst", 1)},
}
_OPENED = tuple('„“"«‘»')
_CLOSED = re.compile(r"[“”\"»’][.,!?]?$")
_SHORTEST_NAME = 2
_SHORTEST_COGNATE = 5
_HEAD = 4


class Sort(StrEnum):
    """What a feature is; how often both sides of a pair have it is told apart by this."""

    ADDRESS = auto()
    NUMBER = auto()
    SPELT = auto()
    ENUMERATOR = auto()
    MONTH = auto()
    LATIN = auto()
    NAME = auto()
    MEANING = auto()
    COGNATE = auto()
    MARK = auto()
    LEARNED = auto()


Feature = tuple[Sort, str]


@dataclass(frozen=True, slots=True)
class Traits:
    """A sentence as it is compared: how long it is, what it has, and the keys of its words."""

    length: int
    features: Counter[Feature]
    keys: frozenset[str]


def traits(sentence: Sentence, language: str, other: str) -> Traits:
    """Return what a sentence is compared by with those of another language."""
    bare = ADDRESS.sub(" ", sentence.text)
    features = Counter(_features(sentence.text, bare, language, other))
    key = key_of(language)
    known = meanings(language, other)
    keys = frozenset(key(word) for word in _WORD.findall(bare) if len(word) > 3)
    return Traits(
        len(" ".join(bare.split())), features, frozenset(each for each in keys if each not in known)
    )


def both(
    left: Sequence[Sentence], right: Sequence[Sentence], languages: Languages
) -> tuple[list[Traits], list[Traits]]:
    """Return the traits of two texts."""
    first, second = languages
    return (
        [traits(each, first, second) for each in left],
        [traits(each, second, first) for each in right],
    )


def _features(text: str, bare: str, language: str, other: str) -> Iterator[Feature]:
    for address in ADDRESS.findall(text):
        yield Sort.ADDRESS, address_key(address)
    yield from _marks(bare.strip())
    yield from _numbers(bare, language)
    yield from _words(bare, language, other)


def address_key(address: str) -> str:
    """Return an address without what tells its language."""
    plain = address.lower().rstrip(".,;:)]>").partition("://")
    return _language_part().sub("##", (plain[2] or plain[0]).removeprefix("www.").rstrip("/"))


@cache
def _language_part() -> re.Pattern[str]:
    """Return what finds the codes of languages in addresses: "/bg/", "_EN.html", "/oj/bul"."""
    data = json.loads(resource("address_rules.json").read_text("utf-8"))["languages"]
    return re.compile(rf"(?<=[/_.=\-])(?:{'|'.join([*data, *data.values()])})(?=[/_.?&#\-]|$)")


def _numbers(bare: str, language: str) -> Iterator[Feature]:
    for figure in figures.find(bare, language):
        plain = _plain(figure.worth)
        if plain not in ("0", "1") or not figure.spelt:
            yield (Sort.SPELT if figure.spelt else Sort.NUMBER), plain
        if figure.unit in ("%", "EUR", "pp", "bp"):
            yield Sort.MARK, figure.unit


def _plain(worth: frozenset[Decimal | str]) -> str:
    """Return one of the things that a number may be worth; a full hour is a number of hours.

    So „от 10 до 16 ч.“ is the same as "10 a.m. to 4 p.m.".
    """
    one = max(worth, key=lambda each: (isinstance(each, str), str(each)))
    return one.removesuffix(":00") if isinstance(one, str) else f"{one.normalize():f}"


def _marks(bare: str) -> Iterator[Feature]:
    if found := _ENUMERATOR.match(bare):
        yield Sort.ENUMERATOR, found[1] or str(_LETTERS.get(found[2].lower(), found[2]))
    yield from ((Sort.MARK, sign) for sign in "?!" if sign in bare)
    yield from ((Sort.MARK, sign) for sign in ":;" if bare.endswith(sign))
    if bare.startswith(_OPENED):
        yield Sort.MARK, "opened"
    if _CLOSED.search(bare):
        yield Sort.MARK, "closed"
    if "(" in bare[1:]:
        yield Sort.MARK, "("


def _words(bare: str, language: str, other: str) -> Iterator[Feature]:
    key, known, months = key_of(language), meanings(language, other), number_words(language).months
    numerals = number_words(language).numerals
    for match in _WORD.finditer(bare):
        whole = match[0]
        for word in dict.fromkeys((whole, *re.split("[-‑]", whole))):
            small = word.lower()
            if small in months and len(small) > 2 and (small != "may" or word != small):
                yield Sort.MONTH, str(months[small])
                break
            found = known.get(key(word), ())
            yield from ((Sort.MEANING, each) for each in found)
            if not found and small not in numerals:
                yield from _as_heard(word, first=match.start() == 0)


def _as_heard(word: str, *, first: bool) -> Iterator[Feature]:
    """Yield how a word sounds, for names and words of one origin."""
    if word.isascii() and len(word) > 1 and any(letter.isupper() for letter in word[1:]):
        yield Sort.LATIN, word.lower()
    sound = skeleton(word)
    if word[0].isupper() and not first and len(word) > 2 and len(sound) >= _SHORTEST_NAME:
        yield Sort.NAME, sound[:_HEAD]
    elif len(word) >= _SHORTEST_COGNATE and len(sound) > _SHORTEST_NAME:
        yield Sort.COGNATE, sound[:_HEAD]
