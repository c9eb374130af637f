"""The language of a text, by its script, its letters and its most frequent words."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from reader.paths import resource

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+")
_MOST_WORDS = 2000  # so many tell the language of a text of any length
_SHORTEST_SENTENCE = 5
_FEWEST_SMALL = 3
_SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek"}
_DEFAULTS = {"Cyrl": "bg", "Latn": "en", "Grek": "el"}


@dataclass(frozen=True, slots=True)
class Language:
    """What a language is known by: its script, letters, small words, and words of names."""

    code: str
    script: str
    letters: frozenset[str]
    words: frozenset[str]
    topics: frozenset[str]

    def score(self, words: Iterable[str], *, names: bool = False) -> int:
        """Return how many of the words it knows, less those that it could not spell.

        With `names`, words that institutions and acts are called by count, too.
        """
        known = self.words | self.topics if names else self.words
        return sum((word in known) - (not self.letters.issuperset(word)) for word in words)


def language_of(text: str, hint: str = "") -> str:
    """Return the language of a text as a BCP 47 tag.

    `hint` is what a format says it to be; it counts where the words do not tell.
    """
    found = _WORD.findall(_ADDRESS.sub(" ", text)) or _WORD.findall(text)
    letters = _letters(found)
    # A Bulgarian text full of names and of printed addresses is Bulgarian still.
    weight = {"Cyrl": 3 * letters["Cyrl"], "Latn": letters["Latn"], "Grek": letters["Grek"]}
    home = max(weight, key=lambda code: weight[code])
    if not weight[home]:
        home = "Cyrl"
    spoken = [word.lower() for word in found if script(word) == home][:_MOST_WORDS]
    best = _best(spoken, home)
    hinted = hint.partition("-")[0].lower()
    if best is None:
        fits = any(each.code == hinted for each in _written_in(home))
        return hinted if fits else _DEFAULTS[home]
    return best


def foreign_language(text: str, home: str) -> str | None:
    """Return the language of a whole sentence in the script of `home`, where it is surely another.

    A few small words more than the home language has must speak for it.
    """
    words = [word.lower() for word in _WORD.findall(_ADDRESS.sub(" ", text))]
    scripts = {script(word) for word in words}
    if len(words) < _SHORTEST_SENTENCE or len(scripts) != 1:
        return None
    scores = {each.code: each.score(words) for each in _written_in(scripts.pop())}
    if home not in scores:
        return None
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= max(scores[home], 0) + _FEWEST_SMALL else None


def agrees(text: str, tag: str) -> bool:
    """Tell whether a text may be in the language that a format says it is in (BCP 47).

    It is not where most letters are of another script, nor where another language knows a few
    small words more of it.
    """
    words = [word.lower() for word in _WORD.findall(_ADDRESS.sub(" ", text))[:_MOST_WORDS]]
    written = _written(words)
    code = tag.partition("-")[0].lower()
    scripts = {each.script for each in languages() if each.code == code} or {
        each for each, known in _DEFAULTS.items() if known == code
    }
    if words and scripts and written not in scripts:
        return False
    scores = {each.code: each.score(words) for each in _written_in(written)}
    own = max(scores.get(code, 0), 0)
    return max(scores.values(), default=0) < own + _FEWEST_SMALL


def in_other_scripts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches whose words are not in the script of most letters of a text.

    Signs and figures at the ends of a text belong to the first and to the last stretch.
    """
    found = list(_WORD.finditer(text))
    written = _written([match[0] for match in found])
    for other, run in groupby(found, key=lambda match: script(match[0]) != written):
        if other:
            words = list(run)
            start = words[0].start() if words[0] is not found[0] else 0
            yield start, words[-1].end() if words[-1] is not found[-1] else len(text)


def _written(words: Iterable[str]) -> str:
    """Return the script of most letters of some words."""
    letters = _letters(words)
    return max(letters, key=letters.__getitem__, default="")


def _letters(words: Iterable[str]) -> Counter[str]:
    """Return how many letters of some words are in each script."""
    letters = Counter[str]()
    for word in words:
        letters[script(word)] += len(word)
    return letters


def script(word: str) -> str:
    """Return the script of a word by its first letter: "Latn", "Cyrl", "Grek" or ""."""
    return _script(word[0])


@cache
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return _SCRIPTS.get(name.partition(" ")[0], "")


@cache
def particles() -> frozenset[str]:
    """Return the small words that also stand inside names of persons and places."""
    return frozenset(_data()["particles"].split())


@cache
def official() -> frozenset[str]:
    """Return the codes of the official languages of the EU."""
    return frozenset(_data()["official"].split())


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages whose words are known."""
    latin = frozenset("abcdefghijklmnopqrstuvwxyz")
    found = []
    for code, facts in _data()["languages"].items():
        letters = frozenset(facts["letters"])
        words, topics = (frozenset(facts.get(key, "").split()) for key in ("words", "topics"))
        written = script(min(words))
        found.append(
            Language(
                code, written, letters | latin if written == "Latn" else letters, words, topics
            )
        )
    return tuple(found)


@cache
def _data() -> Any:  # noqa: ANN401 - JSON
    return json.loads(resource("language_words.json").read_text("utf-8"))


def _written_in(code: str) -> tuple[Language, ...]:
    return tuple(each for each in languages() if each.script == code)


def _best(words: list[str], home: str) -> str | None:
    """Return the language that knows most of the words, the first of equals."""
    scores = {each.code: each.score(words) for each in _written_in(home)}
    best = max(scores, key=lambda code: scores[code], default=None)
    return best if best is not None and scores[best] > 0 else None
