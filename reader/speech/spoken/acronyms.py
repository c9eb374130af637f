"""Acronyms by the names of their letters, as words, or in full."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial

from reader.paths import resource
from reader.speech.spoken.following import after_preposition
from reader.speech.spoken.lists import word_lists
from reader.speech.spoken.pieces import Reading, by_groups, whole
from reader.speech.spoken.scan import Rule

_CAPITALS = re.compile(
    r"(?<![А-Яа-яA-Za-z])(?P<form>[А-Я]{2,}(?:[а-я][А-Я]+)?)(?P<ending>-?[а-я]+)?(?![А-Яа-яІ])"
)
_TOKEN = re.compile(
    r"(?<!\w)(?P<form>[A-Za-z]+(?:[\d₀-₉ₓ]+[A-Za-z]{0,2})?(?:[&-][A-Za-z]+)?)(?![A-Za-z&₀-₉])"
    r"(?P<equivalent>\s?-?\s?екв\.)?"
)
_LETTERS = re.compile(r"(?<!\w)(?P<form>[A-Z]{2,})(?![A-Za-z_@&]|[-.][A-Za-z])")
_LATIN_BEFORE = re.compile(r"[A-Za-z][\w'’.-]*[\s&/-]+$")
_LATIN_AFTER = re.compile(r"[\d.]*[\s&/]+[A-Za-z]{2,}")
_LONG_BEFORE = re.compile(r"[А-Я]{6}\s$")
_LONG_AFTER = re.compile(r"\s[А-Я]{6}")
_ROMAN = re.compile(r"[IVXLC]+")
_VOWELS = frozenset("АЕИОУЪЮЯ")
_VOWEL = re.compile("[АЕИОУЪЮЯ]")
_LAST_PAIR = re.compile("[РЛНМЙС][А-Я]")
_ENDING = re.compile(r"-?(?:[а-я]{1,4}|[а-я]*ск(?:и|а|о|ия|ият|ата|ото|ите))")
_ARTICLE = re.compile(r"-?(?:ът|а|то|те|та|я|ят)")
_SHORTEST_WORD = 3
_LONG_WORD = 5
_NEAR = 24
_WINDOW = 100


@dataclass(frozen=True, slots=True)
class Table:
    """How acronyms are said; the file tells what each list is for."""

    letters: Mapping[str, str]
    words: Mapping[str, str]
    said: Mapping[str, str]
    latin_letters: frozenset[str]
    latin_words: frozenset[str]
    names: Mapping[str, str]
    english: Mapping[str, str]
    clusters: frozenset[str]
    plain: frozenset[str]

    def reading(self, form: str, *, first: bool) -> str | None:
        """Return how an acronym is said; None is as it stands, as one word.

        `first` asks for its full name, in the form of a subject, where it has one.
        """
        if form in self.said:
            return self.said[form]
        if first and (full := self.full(form)):
            return full
        if form in self.words or (form not in self.letters and self.pronounceable(form)):
            return None
        return self.spelled(form)

    def full(self, form: str) -> str:
        """Return the full name, or nothing."""
        return self.letters.get(form) or self.words.get(form, "")

    def spelled(self, form: str) -> str:
        """Return the names of the letters, Bulgarian or English ones."""
        names = (self.names.get(letter) or self.english[letter] for letter in form.upper())
        return " ".join(names)

    def pronounceable(self, form: str) -> bool:
        """Tell whether an acronym that nobody knows is said as a word: ДАНС, not ДНСК or ОИР."""
        *onsets, rest = _VOWEL.split(form)
        ends = len(rest) <= 1 or _LAST_PAIR.fullmatch(rest)
        if not onsets or len(form) < _SHORTEST_WORD or not ends:
            return False
        if not all(onsets[1:]):
            return len(form) >= _LONG_WORD + 1
        if not onsets[0] and len(form) == _SHORTEST_WORD:
            return False
        first = onsets[0].lower()
        return len(first) <= 1 or first in self.clusters


@cache
def table() -> Table:
    """Read the table from its file."""
    data = json.loads(resource("acronyms_bg.json").read_text("utf-8"))
    for name in ("latin_letters", "latin_words", "clusters", "plain"):
        data[name] = frozenset(data[name])
    return Table(**{name: data[name] for name in Table.__slots__})


def first_uses(sentence: str, said: frozenset[str]) -> tuple[frozenset[int], frozenset[str]]:
    """Return where acronyms are to be said in full, and all that are known from then on.

    `said` are those of the sentences before. One that the text itself explains in brackets, or
    that is a mark in brackets, after a number or before an ending, is left as it is.
    """
    places = set()
    known = set(said)
    for match in _CAPITALS.finditer(sentence):
        form = match["form"]
        if not table().full(form):
            continue
        if form not in known and not match["ending"] and _stands_alone(sentence, match):
            places.add(match.start())
        known.add(form)
    return frozenset(places), frozenset(known)


def _stands_alone(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()].rstrip(), sentence[match.end() :]
    explained = re.match(r"\s\(" + match["form"][0], after, re.IGNORECASE) is not None
    bound = before[-1:].isdigit() or before[-1:] in "(/+№" or after[:1] in ")/+-–"
    return not explained and not (before and bound) and not _in_capitals(sentence)


def _in_capitals(sentence: str) -> bool:
    """Tell whether a heading is all in capitals, so that they mean nothing."""
    small = sum(letter.islower() for letter in sentence)
    return small * 2 < sum(letter.isupper() for letter in sentence)


def rules(in_full: frozenset[int] = frozenset()) -> tuple[Rule, ...]:
    """Return the rule for acronyms in Cyrillic; those at the places `in_full` are said so."""
    return (Rule(_CAPITALS, partial(_capitals, in_full=in_full)),)


def _capitals(match: re.Match[str], in_full: frozenset[int]) -> Reading | None:
    form, ending = match["form"], match["ending"] or ""
    if _is_plain_word(form, match):
        return None
    said = table().reading(form, first=match.start() in in_full)
    if said is None:
        joined = ending.startswith("-") and _ENDING.fullmatch(ending)
        return whole(match, form.lower() + ending[1:]) if joined else None
    if form in table().said:
        return whole(match, said if _ARTICLE.fullmatch(ending) else said + ending)
    if match.start() in in_full:
        return whole(match, _as_object(said) if _is_object(match) else said)
    return whole(match, said + ("-" + ending.removeprefix("-") if ending else ""))


def _is_plain_word(form: str, match: re.Match[str]) -> bool:
    """Tell whether capitals are no acronym: ПАРЛАМЕНТ, or any word of a heading in capitals."""
    text, start, end = match.string, match.start(), match.end()
    known = table()
    if form in known.letters or form in known.said or not _VOWELS.intersection(form):
        return False
    if form in known.plain or len(form) > _LONG_WORD:
        return True
    if _LONG_BEFORE.search(text, max(0, start - _NEAR), start) or _LONG_AFTER.match(text, end):
        return True  # „ЛИЦЕНЗ НА ЕВРОПЕЙСКИЯ СЪЮЗ версия 2“
    return _in_capitals(text[max(0, start - _WINDOW) : end + _WINDOW])


def _is_object(match: re.Match[str]) -> bool:
    return after_preposition(match.string, match.start(), word_lists())


def _as_object(subject: str) -> str:
    """Return a name with the short article: „Европейския съюз“."""
    first, space, rest = subject.partition(" ")
    for full, short in (("ият", "ия"), ("ът", "а"), ("ят", "я")):
        if first.endswith(full):
            return first.removesuffix(full) + short + space + rest
    return subject


def _latin(match: re.Match[str]) -> Reading | None:
    said = table().said.get(match["form"])
    if said is None:
        return None
    return by_groups(match, form=said, equivalent=" еквивалент")


def _latin_letters(match: re.Match[str]) -> Reading | None:
    form, text = match["form"], match.string
    known = form in table().latin_letters
    silent = form not in table().latin_words and not set(form) & set("AEIOUY")
    if not known and (not silent or _ROMAN.fullmatch(form)):
        return None
    if _LATIN_BEFORE.search(text[max(0, match.start() - _NEAR) : match.start()]):
        return None
    return None if _LATIN_AFTER.match(text, match.end()) else whole(match, table().spelled(form))


CAPITALS = rules()
LATIN = (Rule(_TOKEN, _latin), Rule(_LETTERS, _latin_letters))
