"""The language that a voice should read a foreign name in: Ursula von der Leyen, Crédit Agricole.

For the voice alone: an article says nothing of the language of a name. Where no language is much
likelier than all others, there is none; acronyms and single brands have none either.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeAlias
from unicodedata import normalize

from reader.paths import resource
from reader.text.languages import languages, particles, script

Stretch: TypeAlias = tuple[int, int, str]
Score: TypeAlias = Counter[str]

_LETTER = r"[^\W\d_¹²³¼-¾⁰-₉]"  # raised and lowered figures pass for letters
_TOKEN = re.compile(
    r"(?P<stop>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+"
    r"|(?<![\w-])[\w-]+(?:\.[\w-]{2,})+(?:/\S*)?|(?<!\w)(?:\w*\d\w*|\w+[+&/]\w*))"
    rf"|(?P<word>{_LETTER}+(?:[’'-]{_LETTER}+)*)"
)
# What may stand between two words of one name: "J. D. Vance", "Johnson & Johnson".
_JOINT = re.compile(r"\s+(?:&\s+)?|\.\s?")
_PART = re.compile(rf"{_LETTER}+")
_ROMAN = re.compile(r"[IVXLC]+")
_CAMEL = re.compile(r"(?:Mc|Mac|Fitz|De|Di|La|Le|Van)[A-Z][a-zà-ÿ]+")
# What a word counts for a language where it is known as such, and what its letters count.
_WEIGHTS = {"family": 8, "given": 6, "words": 4, "particles": 2}
_START = 8
_LETTERS = 3
_HINT = 2
_ENOUGH = 7  # more than a given name alone: "Ariane" may be a rocket
_AHEAD = 3
_SHORTEST_ENDING = 5
_SHORTEST_PART = 4
_SHORT = 3
_PLURALS = ("en", "fr", "es")  # with an s
_COMPOUNDING = frozenset({"de", "nl"})


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the words of a language look: their first parts, their ends, and letters in them."""

    code: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    groups: tuple[str, ...]
    letters: frozenset[str]

    def value(self, word: str) -> int:
        """Return how much a word looks like one of this language."""
        ended = len(word) >= _SHORTEST_ENDING and word.endswith(self.ends)
        shaped = _START if self.starts and word.startswith(self.starts) else _HINT * ended
        return shaped + _HINT * any(group in word for group in self.groups)


@dataclass(frozen=True, slots=True)
class _Known:
    """What each word says of languages, and what says nothing."""

    words: dict[str, Score]
    shapes: tuple[_Shape, ...]
    brands: frozenset[str]
    units: frozenset[str]


def names(text: str, home: str) -> list[Stretch]:
    """Return (start, end, language) of the Latin names whose language shows, in order.

    Only where `home` is written in another script: in a Bulgarian text, not in an English one.
    """
    if any(each.code == home and each.script == "Latn" for each in languages()):
        return []
    return [
        (run[0].start(), run[-1].end(), code)
        for run in _runs(text)
        if (code := _language([match["word"] for match in run]))
    ]


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield words in Latin letters that stand together, without acronyms at the ends."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        word = token["word"]
        if run and not (word and _joined(text, run[-1], token)):
            yield from _stripped(run)
            run = []
        if word and script(word) == "Latn":
            run.append(token)
        elif run:
            yield from _stripped(run)
            run = []
    yield from _stripped(run)


def _joined(text: str, last: re.Match[str], token: re.Match[str]) -> bool:
    between = text[last.end() : token.start()]
    if between.startswith(".") and len(last["word"]) > 1:
        return False
    return _JOINT.fullmatch(between) is not None


def _stripped(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    told = [n for n, match in enumerate(run) if not _is_sign(match["word"])]
    if told:
        yield run[told[0] : told[-1] + 1]


def _is_sign(word: str) -> bool:
    """Tell whether letters are no word: an acronym, a Roman numeral, a unit, "InvestAI"."""
    if word.lower() in _known().units:
        return True
    if _ROMAN.fullmatch(word) or (len(word) > 1 and word.isupper()):
        return True
    return any(
        any(map(str.isupper, part[1:])) and not _CAMEL.fullmatch(part)
        for part in _PART.findall(word)
    )


def _language(words: list[str]) -> str | None:
    """Return the language that most speaks for, where no other comes near."""
    small = [word.lower().replace("’", "'") for word in words if not _is_sign(word)]
    small = [word for word in small if word not in _known().brands]
    total: Score = Counter()
    for word in small:
        total.update(_said(word))
    (code, best), (_, second) = [*total.most_common(2), ("", 0), ("", 0)][:2]
    return code if best >= _ENOUGH and best - second >= _AHEAD else None


def _said(word: str) -> Score:
    """Return how much a word speaks for each language."""
    known = _known()
    if score := known.words.get(word) or known.words.get(_plain(word)):
        return score + _looks(word) + _compound(word)
    parts = _PART.findall(word)
    if len(parts) == 1:
        return _looks(word) + _compound(word)
    parted: Score = Counter()
    for part in parts:
        parted.update(_said(part))
    return parted


def _compound(word: str) -> Score:
    """Return what a word written in one of two known ones says: "Energiewende"."""
    known = _known()
    for end in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        halves = (known.words.get(word[:end].removesuffix("s")), known.words.get(word[end:]))
        if first := halves[0]:
            both = first & (halves[1] or Counter())
            if compound := _COMPOUNDING & both.keys():
                return Counter(dict.fromkeys(compound, _START))
    return Counter()


def _plain(word: str) -> str:
    """Return a word without the marks on its letters."""
    return "".join(letter for letter in normalize("NFD", word) if letter.isalpha())


@lru_cache(maxsize=50_000)
def _looks(word: str) -> Score:
    """Return what the letters of a word say, whatever it means."""
    score: Score = Counter()
    special = {letter for letter in word if letter.isalpha() and not letter.isascii()}
    for shape in _known().shapes:
        if special <= shape.letters:
            score[shape.code] = shape.value(word) + (_LETTERS if special else 0)
    return +score


@cache
def _known() -> _Known:
    data = json.loads(resource("name_languages.json").read_text("utf-8"))
    listed = [
        (word, code, _WEIGHTS[kind])
        for code, facts in data["languages"].items()
        for kind in ("family", "given", "words")
        for word in _listed(facts[kind])
    ]
    listed += [
        (f"{word}s", code, _WEIGHTS["words"])
        for code in _PLURALS
        for word in _listed(data["languages"][code]["words"])
        if len(word) > _SHORT
    ]
    for each in languages():
        listed += [(word, each.code, _WEIGHTS["words"]) for word in each.words - particles()]
    for word, codes in data["particles"].items():
        listed += [(word, code, _WEIGHTS["particles"]) for code in codes.split()]
    words: dict[str, Score] = {}
    for word, code, weight in listed:
        for written in {word, _plain(word)}:  # "Sanchez" is as well known as "Sánchez"
            score = words.setdefault(written, Counter())
            score[code] = max(score[code], weight)
    shapes = tuple(_shape(code, facts) for code, facts in data["languages"].items())
    brands, units = (frozenset(_listed(data[kind])) for kind in ("brands", "units"))
    return _Known(words, shapes, brands, units)


def _listed(lines: list[str]) -> list[str]:
    return " ".join(lines).split()


def _shape(code: str, facts: dict[str, Any]) -> _Shape:
    starts, ends, groups = (tuple(_listed(facts.get(k, []))) for k in ("starts", "ends", "groups"))
    return _Shape(code, starts, ends, groups, frozenset(facts["letters"]))
