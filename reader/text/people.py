"""People in running Bulgarian text: only those whose title stands before their name."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from reader.paths import resource
from reader.text.abbreviations import Rules, load_rules
from reader.text.normal import small
from reader.text.overlaps import apart

Found: TypeAlias = tuple[int, int, str]

_WORD = r"[^\W\d_]+(?:[-‑’'][^\W\d_]+)*"
_TOKEN = re.compile(
    rf"{_WORD}|„[^„“]{{1,60}}“|\"(?=\S)[^\".!?]{{1,60}}(?<=\S)\"|\([^().]{{1,40}}\)|\S"
)
_CAPITAL = re.compile(r"[^\W\d_a-zа-я]")
_INITIAL = re.compile(r"[А-ЯA-Z](?:[.][-‑]?[А-ЯA-Z])?\.")
_ROMAN = re.compile(r"[IVX]+")
_GLUED = ("ал", "ел", "al", "el", "д", "o", "о")  # ал-Шараа, д’Алема
_JOINT = re.compile(r"(?:,|\s+и)(?=\s)")
_MOST_WORDS = 20  # between a title and a name


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of resources/titles_bg.json; the file says what each is for."""

    titles: re.Pattern[str]
    particles: frozenset[str]
    openers: frozenset[str]
    going_on: frozenset[str]
    being: frozenset[str]
    charged: frozenset[str]
    adjectives: tuple[str, ...]
    nouns_too: tuple[str, ...]
    maybe_adjectives: tuple[str, ...]
    definite: tuple[str, ...]
    places: frozenset[str]
    no_names: tuple[str, ...]
    rules: Rules


def find(text: str) -> list[Found]:
    """Return (start, end, name) of each person named after a title, in order.

    The extent is that of the name. An office without a name names nobody.
    """
    lists = _lists()
    return apart(
        (start, end, " ".join(text[start:end].split()))
        for match in lists.titles.finditer(small(text))
        for start, end in _after(text, match, lists)
    )


def _after(text: str, title: re.Match[str], lists: _Lists) -> Iterator[tuple[int, int]]:
    """Yield the extents of the names after a title."""
    at = title.end() if title["form"] else _after_office(text, title.end(), lists)
    name = _name(text, at, lists)
    while name is not None:
        yield name
        joint = _JOINT.match(text, name[1]) if title["plural"] else None
        name = _name(text, joint.end(), lists) if joint else None


def _after_office(text: str, at: int, lists: _Lists) -> int:
    """Return where the name would begin: behind „на Комисията“, „докладчик е“, if there is such."""
    before, charged = "", False
    for count, match in enumerate(_TOKEN.finditer(text, at)):
        word, following = match[0], _next_word(text, match.end())
        charged = charged or (word == "," and following in lists.charged)
        if word == "," and (before or charged):
            fits = _lists_on(following, lists) or (charged and _ends_clause(following, lists))
        else:
            fits = _goes_on(before, word, lists)
        if not fits or count == _MOST_WORDS:
            return match.end() if word in lists.being else at
        before = word
        if word not in lists.openers | lists.going_on:  # „на Сърбия и Косово“ leads to no name
            at = match.end()
    return at


def _ends_clause(word: str, lists: _Lists) -> bool:
    """Tell whether „, отговарящ за …,“ ends before a word: „Марош“ is a name, „заяви“ none."""
    return word[:1].isupper() or word in lists.charged


def _lists_on(word: str, lists: _Lists) -> bool:
    """Tell whether „на …“ may go on behind a comma: „по климата, нулевите емисии и …“."""
    foreign = word in lists.rules.clauses.subordinators or lists.rules.clauses.is_verb(word)
    return word.islower() and word.endswith(lists.definite) and not foreign


def _goes_on(before: str, word: str, lists: _Lists) -> bool:
    """Tell whether a word still belongs to „на …“, by the word before it."""
    if word in lists.openers:
        return True
    if word[0] in '„"(':  # „на дирекция „Комуникации“ …“, „на Агенцията (ENISA) …“
        return len(word) > 1 and bool(before)
    if _CAPITAL.match(word):
        led = before in lists.openers or before in lists.places
        joined = before in lists.going_on or before.endswith(lists.adjectives)
        return led or (joined and word.startswith(lists.no_names))
    if not before or not word[0].isalpha():
        return False
    return _small_goes_on(before, word, lists)


def _small_goes_on(before: str, word: str, lists: _Lists) -> bool:
    if word in lists.going_on:
        return before not in lists.openers
    loose = before in lists.openers | lists.going_on | lists.charged or before == ","
    if loose:
        return True
    if before.endswith(lists.adjectives):  # „на общината посети“ is a noun and a verb
        return not (before.endswith(lists.nouns_too) and word in lists.rules.clauses.verbs)
    if lists.rules.clauses.is_verb(word):
        return False
    return before.endswith(lists.maybe_adjectives) or word.endswith(lists.definite)


def _next_word(text: str, at: int) -> str:
    match = _TOKEN.search(text, at)
    return match[0] if match else ""


def _name(text: str, at: int, lists: _Lists) -> tuple[int, int] | None:
    """Return the extent of the name that begins at a place, behind space."""
    start, end, words = -1, at, 0
    while match := _piece(text, end, lists):
        if start < 0:
            start = match.start("word")
        end = match.end()
        words += _CAPITAL.match(match["word"]) is not None
    return (start, end) if words else None


def _piece(text: str, at: int, lists: _Lists) -> re.Match[str] | None:
    """Return the next piece of a name: a word, an initial, or a particle before one."""
    match = _PIECE.match(text, at)
    if match is None:
        return None
    word = match["word"]
    if is_title(word):  # „Госпожо Председател“ addresses an office
        return None
    if word in lists.particles:
        following = _PIECE.match(text, match.end())
        return match if following and _is_part(following["word"], lists) else None
    return match if _is_part(word, lists) else None


_PIECE = re.compile(rf"[^\S\n]{{1,2}}(?P<word>{_INITIAL.pattern}|{_WORD})(?!\w)")


def is_title(word: str) -> bool:
    """Tell whether a word is a title, or several joined: "Министър-председател"."""
    title, whole = _lists().titles.fullmatch, small(word)
    return bool(title(whole)) or all(map(title, whole.split("-")))


def _is_part(word: str, lists: _Lists) -> bool:
    """Tell whether a word can be part of a name: "Урсула", "Ж.-К.", "ал-Шараа", "XIV"."""
    if _INITIAL.fullmatch(word) or _ROMAN.fullmatch(word) or word in lists.particles:
        return True
    head, _, tail = word.partition("-")
    if head in _GLUED and tail:
        word = tail
    is_name = len(word) > 1 and word[0].isupper() and not word.isupper()
    return is_name and not word.startswith(lists.no_names)


def _any(words: Iterable[str]) -> str:
    return "|".join(word.replace(" ", r"\s+") for word in words)


@cache
def _lists() -> _Lists:
    data = json.loads(resource("titles_bg.json").read_text("utf-8"))
    titles = (
        rf"(?:(?:{_any(data['deputies'])})-?)?(?:(?P<plural>(?:{_any(data['plural'])}))(?![\w-])"
        rf"|(?P<office>(?:{_any(data['offices'])}))(?![\w-]))"
        rf"|(?P<form>(?:{_any(data['forms'])}))(?!\w)"
    )
    return _Lists(
        re.compile(rf"(?<![\w-])(?:{titles})"),
        frozenset(data["particles"]),
        frozenset(data["openers"]),
        frozenset(data["going_on"]),
        frozenset(data["being"]),
        frozenset(data["charged"]),
        tuple(data["adjectives"]),
        tuple(data["nouns_too"]),
        tuple(data["maybe_adjectives"]),
        tuple(data["definite"]),
        frozenset(data["places"]),
        tuple(data["no_names"]),
        load_rules(resource("abbreviations_bg.json")),
    )
