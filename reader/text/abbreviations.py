"""Abbreviations and how sentences begin; the lists are in resources/abbreviations_bg.json."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CLAUSE_WORD = re.compile(r"[\w%€$£][\w./%-]*")
_ROMAN = re.compile(r"[IVXLC]+")
_SHORTEST_VERB = 4


@dataclass(frozen=True, slots=True)
class Rules:
    """Word lists, all in lower case; the file says what each is for."""

    leading: frozenset[str]
    ambiguous: frozenset[str]
    counted: frozenset[str]
    numbered: frozenset[str]
    trailing: frozenset[str]
    months: frozenset[str]
    given_names: frozenset[str]
    lettered: frozenset[str]
    headed: frozenset[str]
    units: frozenset[str]
    starters: frozenset[str]
    adjuncts: frozenset[str]
    subordinators: frozenset[str]
    verbs: frozenset[str]
    verb_endings: frozenset[str]
    no_verbs: frozenset[str]

    def knows(self, abbreviation: str) -> bool:
        """Tell whether it is in any list of abbreviations."""
        lists = (self.leading, self.ambiguous, self.counted, self.numbered, self.trailing)
        return any(abbreviation in words for words in lists)

    def is_verb(self, word: str) -> bool:
        """Tell whether a word, in lower case, is likely a verb."""
        if word in self.verbs:
            return True
        long_enough = len(word) > _SHORTEST_VERB and word not in self.no_verbs
        return long_enough and word.endswith(tuple(self.verb_endings))

    def is_clause(self, text: str) -> bool:
        """Tell whether the words up to here can stand as a sentence.

        "До 2030 г." cannot, so that "До 2030 г. Европа ще …" goes on; "Срещата е до 2 ч." can.
        """
        words: list[str] = []
        for match in _CLAUSE_WORD.finditer(text):
            word = match.group().lower()
            begins = match.start() == 0 or text[: match.start()].rstrip()[-1:] in ",;–—"
            words = [] if word in self.subordinators and begins else [*words, word]
            if text[match.end() : match.end() + 1] == ";":
                words = []
        if not words or not self._opens_adjunct(words[0]):
            return bool(words)
        return any(self.is_verb(word) for word in words)

    def _opens_adjunct(self, word: str) -> bool:
        return word in self.adjuncts or word[0].isdigit() or bool(_ROMAN.fullmatch(word.upper()))


@cache
def load_rules(path: Path) -> Rules:
    """Read the lists from their file."""
    data = json.loads(path.read_text("utf-8"))
    return Rules(**{name: frozenset(data[name]) for name in Rules.__slots__})
