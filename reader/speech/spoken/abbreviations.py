"""Abbreviations in words, by what stands before and after them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reader.paths import resource
from reader.speech.spoken.following import Following, after_preposition, following
from reader.speech.spoken.lists import Lists, word_lists
from reader.speech.spoken.pieces import Reading, whole
from reader.speech.spoken.scan import Rule
from reader.text.abbreviations import load_rules

_BEFORE_NUMBER = re.compile(
    r"\s*:?\s*(?:№\s*)?(?:\d|[IVXLХІ]+\b)|\s*[„“][а-яa-z][“”\"]|\s[а-яa-z]\)"
    r"|\s?[А-ЯA-Z](?![\w.])"
)
_BEFORE_ROMAN = re.compile(r"\s?[IVXL]+\b")
_BEFORE_NAME = re.compile(r"\s*[„“\"«]?[А-ЯA-Z]")
_BEFORE_WORD = re.compile(r"\s*[„“\"«]?[а-я]")
# An adjective has no preposition after it: „3 и сл. от доклада“.
_BEFORE_NOUN = re.compile(
    r"\s*[„“\"«]?(?!(?:от|на|в|във|и|или|за|с|са|е|по|при|до|към|ще|се)\s)[а-я]"
)
_BEFORE_ANY = re.compile(r"\s*[„“\"«]?[а-яА-Я]")
_INITIALS = re.compile(r"[А-Я]\.\s?[А-Я]\.")
_LAST = re.compile(r"[\s“”\"»)]*$")
_AND = re.compile(r"(?:^|\s)и\s$")
# A shorter word with this ending is no surname: „св. Яков“.
_SURNAME = re.compile(r"\s?[А-Я][а-я]{2,}[ое]ва?\b")
# What is counted by no number: „десетки млн.“, „в млн. евро“, „(млн. евро)“.
_MANY = re.compile(
    r"(?:(?:десетки|стотици|хиляди|милиони|много|малко|\bв)\s+|[(,]\s?|^)$", re.IGNORECASE
)
# What follows of several masculine forms of an adjective.
_AFTER_PREPOSITION = 1
_NEAR = 16
_FORMS = {Following.MASCULINE: 0, Following.FEMININE: 2, Following.NEUTER: 3, Following.PLURAL: 4}


@dataclass(frozen=True, slots=True)
class _Entry:
    """An abbreviation, as a pattern; what must follow it; and how it is said there."""

    pattern: re.Pattern[str]
    follows: re.Pattern[str] | None
    say: Callable[[re.Match[str]], str]


def _abbreviation(match: re.Match[str]) -> Reading | None:
    text, place = match.string, match.start()
    for entry in _entries().get(match.group().lower(), ()):
        found = entry.pattern.match(text, place)
        if found and not _is_initial(found, entry) and _goes_on(found, entry):
            return whole(found, _like(found.group(), entry.say(found)))
    return None


def _goes_on(found: re.Match[str], entry: _Entry) -> bool:
    text, word = found.string, found.group().lower()
    if word in word_lists().words and _LAST.match(text, found.end()):
        return _AND.search(text, max(0, found.start() - _NEAR), found.start()) is not None
    return entry.follows is None or entry.follows.match(found.string, found.end()) is not None


def _is_initial(found: re.Match[str], entry: _Entry) -> bool:
    """Tell whether an abbreviation is that of a name: „С. Иванов“, „Гр. Попов“."""
    written = found.group()
    if not written[0].isupper():
        return False
    if _INITIALS.match(written):
        return True
    short = written.rstrip(". ").lower()
    is_name = short in load_rules(resource("abbreviations_bg.json")).given_names
    if is_name and _SURNAME.match(found.string, found.end()):
        return True
    return entry.follows in (None, _BEFORE_NAME) and (is_name or len(short) == 1)


def _like(written: str, said: str) -> str:
    """Return words with a capital letter where the abbreviation begins with one."""
    return said[0].upper() + said[1:] if written[0].isupper() else said


@cache
def _entries() -> Mapping[str, tuple[_Entry, ...]]:
    """Return the abbreviations by the letters that they begin with, the longest first."""
    found: dict[str, list[tuple[str, _Entry]]] = defaultdict(list)
    for key, entry in _listed(word_lists()):
        found[re.split(r"[.\-/ ]", key, maxsplit=1)[0]].append((key, entry))
    return {
        begin: tuple(entry for _key, entry in sorted(pairs, key=lambda pair: -len(pair[0])))
        for begin, pairs in found.items()
    }


def _listed(lists: Lists) -> Iterator[tuple[str, _Entry]]:
    """Yield all abbreviations; of those that are the same, the one that asks for most first."""
    by_place = (
        (lists.roman, _BEFORE_ROMAN),
        (lists.numbered, _BEFORE_NUMBER),
        (lists.named, _BEFORE_NAME),
        (lists.joined, _BEFORE_WORD),
    )
    for words, follows in by_place:
        for key, said in words.items():
            yield key, _Entry(_pattern(key), follows, _fixed(said))
    for adjectives, follows in ((lists.agreeing, _BEFORE_NOUN), (lists.before_names, _BEFORE_ANY)):
        for key, forms in adjectives.items():
            yield key, _Entry(_pattern(key), follows, _agreeing(forms))
    for words, flags in ((lists.anywhere, re.IGNORECASE), (lists.last, re.NOFLAG)):
        for key, said in words.items():
            yield key, _Entry(_pattern(key, flags), None, _fixed(said))


def _pattern(key: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Return a pattern of an abbreviation with or without space after the stops inside it."""
    inside = re.escape(key).replace(r"\.", r"\.\s?").removesuffix(r"\s?").replace(r"\s?\ ", r"\s")
    closed = "" if key.endswith(".") else r"(?![\w-])"
    return re.compile(rf"(?<![\w-]){inside}{closed}", flags)


def _fixed(said: str) -> Callable[[re.Match[str]], str]:
    more = word_lists().more.get(said)

    def say(match: re.Match[str]) -> str:
        before = match.string[max(0, match.start() - _NEAR) : match.start()]
        return more if more and _MANY.search(before) else said

    return say


def _agreeing(forms: Sequence[str]) -> Callable[[re.Match[str]], str]:
    def say(match: re.Match[str]) -> str:
        lists = word_lists()
        kind = following(match.string, match.end(), lists)
        if kind is Following.MASCULINE and after_preposition(match.string, match.start(), lists):
            return forms[_AFTER_PREPOSITION]
        return forms[_FORMS[kind]]

    return say


RULES = (Rule(re.compile(r"(?<![\w-])[а-яА-Я]+"), _abbreviation),)
