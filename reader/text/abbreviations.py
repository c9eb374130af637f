"""Abbreviations and how sentences begin; the lists are in resources/abbreviations_bg.json."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.text.clauses import Clauses


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
    ordinals: frozenset[str]
    ordinal_after: frozenset[str]
    units: frozenset[str]
    starters: frozenset[str]
    clauses: Clauses

    def knows(self, abbreviation: str) -> bool:
        """Tell whether it is in any list of abbreviations."""
        lists = (self.leading, self.ambiguous, self.counted, self.numbered, self.trailing)
        return any(abbreviation in words for words in lists)


@cache
def load_rules(path: Path) -> Rules:
    """Read the lists from their file."""
    data = json.loads(path.read_text("utf-8"))
    lists = {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
    clauses = Clauses(**{name: lists.pop(name) for name in Clauses.__slots__})
    return Rules(clauses=clauses, **lists)
