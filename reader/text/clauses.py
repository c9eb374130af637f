"""Whether words can stand as a sentence of their own."""

import re
from dataclasses import dataclass
from itertools import pairwise

# "не по-късно" is one word here: what it says no to is not a verb.
_WORD = re.compile(r"(?:не (?=по-))?[\w%€$£][\w./%-]*", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[,;–—])\s*$")
_ROMAN = re.compile(r"[ivxlcіх]+")
_THAT = re.compile(r"((?:[\w-]+ ){1,6})да ")
_SHORTEST_VERB = 4
# After a noun with its article no word of another gender follows, unless it is a verb:
# "Комисията реши", "Съветът одобри", "Правителството прие", "Министрите очакват".
_DISAGREE = re.compile(
    r"\w+(?:(?<=\w\w[ая]та) \w{2,}[еи]|(?<=\w\w[ъя]т) \w{2,}[аеи]"
    r"|(?<=\w\wто) \w{2,}[аи]|(?<=\w\wте) \w{2,}[ая]т)"
)


@dataclass(frozen=True, slots=True)
class Clauses:
    """Word lists, all in lower case; the file of abbreviations says what each is for."""

    adjuncts: frozenset[str]
    times: frozenset[str]
    subordinators: frozenset[str]
    verbs: frozenset[str]
    verb_endings: frozenset[str]
    no_verbs: frozenset[str]
    awaiting: frozenset[str]

    def is_clause(self, text: str) -> bool:
        """Tell whether the words up to here can stand as a sentence.

        "До 2030 г." cannot, so that "До 2030 г. Европа ще …" goes on; "Срещата е до 2 ч." can.
        """
        words = self._last_clause(text)
        if not words or not self._opens_adjunct(words):
            return bool(words)
        return self._has_verb(words)

    def _last_clause(self, text: str) -> list[str]:
        words: list[str] = []
        for match in _WORD.finditer(text):
            word = match.group().lower()
            if word in self.subordinators and _BEGINS.search(text, 0, match.start()):
                words.clear()
            else:
                words.append(word)
            if text[match.end() : match.end() + 1] == ";":
                words.clear()
        return words

    def _opens_adjunct(self, words: list[str]) -> bool:
        first = words[0]
        return (
            first in self.adjuncts
            or not self.times.isdisjoint(words[:2])
            or first[0].isdigit()
            or _ROMAN.fullmatch(first) is not None
        )

    def awaits(self, before: str, after: str) -> bool:
        """Tell whether what follows is what the words up to here wait for.

        "Очаква се до 2030 г. Комисията да …" goes on; "… Комисията предлага да …" does not.
        """
        found = _THAT.match(after)
        if found is None or self.awaiting.isdisjoint(self._last_clause(before)):
            return False
        return not self._has_verb(found[1].lower().split())

    def is_verb(self, word: str) -> bool:
        """Tell whether a word, in lower case, is likely a verb."""
        if word in self.verbs:
            return True
        long_enough = len(word) > _SHORTEST_VERB and word not in self.no_verbs
        return long_enough and word.endswith(tuple(self.verb_endings))

    def _has_verb(self, words: list[str]) -> bool:
        if any(map(self.is_verb, words)):
            return True
        return any(self._is_verb_of(noun, word) for noun, word in pairwise(words))

    def _is_verb_of(self, noun: str, word: str) -> bool:
        if word in self.adjuncts or word in self.subordinators or word in self.times:
            return False
        return _DISAGREE.fullmatch(f"{noun} {word}") is not None
