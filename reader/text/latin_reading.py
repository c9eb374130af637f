"""Latin words in Bulgarian letters, for a voice that reads nothing else: Leyen, Лайен."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.paths import resource

_PART = re.compile(r"[^\W\d_]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
# Of two equal consonants one is read: "Meloni" as well as "Mitterrand".
_DOUBLED = "|".join(f"(?<={letter}){letter}" for letter in _CONSONANTS)
# "LATIN SMALL LETTER O WITH STROKE", "LATIN SMALL LIGATURE OE", "LATIN SMALL LETTER SHARP S"
_NAMED = re.compile(r"\bLATIN .*?([A-Z]{1,2})[A-Z]*(?: WITH .*)?$")


@dataclass(frozen=True, slots=True)
class _Reading:
    """The rules of one language: what to look for, the letters for each, and whole words."""

    pattern: re.Pattern[str]
    letters: tuple[str, ...]
    words: dict[str, str]

    def read(self, word: str) -> str:
        if word in self.words:
            return self.words[word]
        read = self.pattern.sub(self._letters_for, word)
        for pattern, letters in _joined():
            read = pattern.sub(letters, read)
        return read or "".join(map(_plain, word))  # no word is silent as a whole

    def _letters_for(self, match: re.Match[str]) -> str:
        rule = match.lastindex
        return _plain(match.group()) if rule is None else self.letters[rule - 1]


def home_reading(word: str, language: str) -> str:
    """Return a word of a language as Bulgarian letters give it, by rules of thumb.

    `language` is a code like "de"; for "", or a code that has no rules, letters are read as they
    mostly are. Signs and other letters stay, but for apostrophes inside a word.
    """
    reading = _reading(language)
    joined = _APOSTROPHE.sub("", unicodedata.normalize("NFC", word))
    return _PART.sub(
        lambda match: _like(match.group(), reading.read(match.group().lower())), joined
    )


def _like(model: str, word: str) -> str:
    """Return a word with capital letters where its model has them."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[0].isupper() else word


def _plain(letter: str) -> str:
    """Return how a letter is read that no rule knows, by the letter it was made from."""
    if letter in _letters():
        return _letters()[letter]
    if unicodedata.combining(letter):
        return ""
    found = _NAMED.search(unicodedata.name(letter, ""))
    return "".join(_letters()[each] for each in found[1].lower()) if found else letter


@cache
def _reading(language: str) -> _Reading:
    data = _data()
    rules = data["rules"].get(language, data["rules"][""])
    patterns = [f"({pattern})" for pattern, _ in rules]
    whole = "|".join([*patterns, f"({_DOUBLED})", "."])
    letters = (*(letters for _, letters in rules), "")
    return _Reading(re.compile(whole), letters, data["words"].get(language, {}))


@cache
def _joined() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), letters) for pattern, letters in _data()["joined"])


@cache
def _letters() -> dict[str, str]:
    return dict(_data()["letters"])


@cache
def _data() -> Any:  # noqa: ANN401 - JSON
    return json.loads(resource("latin_reading.json").read_text("utf-8"))
