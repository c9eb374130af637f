"""Rules of Bulgarian spelling on words with hyphens; resources/hyphens_bg.json holds the words."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

_VOWEL = re.compile("[аеиоуъюяѝ]")
_ARTICLES = "(?:и|а|о|ия|ият|ата|ото|ите)"
# An adjective that tells what something belongs to: „икономически“, „правния“, „финансов“.
_RELATIONAL = re.compile(f"...+(?:[сшчц]к|[нв]){_ARTICLES}|...+(?:ен|ов|ев|ив)")
_OF_A_PEOPLE = re.compile(f"..+[сшчц]к{_ARTICLES}")
_ENDINGS = frozenset(("", "а", "о", "и", "е", "ия", "ият", "ата", "ото", "ите"))
# Second parts of two nouns stand after a noun: „страна-донор“, not „съ|основател“, „водо|източник“.
_NOUN = re.compile("(?=.{4})(?:.*[аеиоуъюя]){2}.*(?<!о)$|.*(?:ство|ие)(?:то)?$")


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known of Bulgarian words with hyphens; resources/hyphens_bg.json explains it."""

    first_parts: frozenset[str]
    endings: tuple[str, ...]
    second_parts: tuple[str, ...]
    pairs: frozenset[str]
    numbers: frozenset[str]
    link_words: frozenset[str]
    colours: tuple[str, ...]
    peoples: frozenset[str]
    equal: re.Pattern[str]
    subordinate_first: frozenset[str]
    subordinate_second: tuple[str, ...]
    graded: frozenset[str]
    compared_endings: re.Pattern[str]
    begin_with_po: tuple[str, ...]
    begin_with_nay: tuple[str, ...]

    def keep(self, left: str, right: str) -> bool:
        """Tell whether a hyphen belongs between two pieces of a word in lower case."""
        before, _, left = left.rpartition("-")
        word, _, after = right.partition("-")
        if not _VOWEL.search(left) or self._is_link(before, left) or self._is_link(after, word):
            return True
        if left in ("по", "най"):
            return self.is_compared(left, word)
        if left == "е" or (left == word and len(left) > 3) or f"{left}-{word}" in self.pairs:
            return True
        return (
            self._is_number(left, word)
            or self._is_double_noun(left, right)
            or self._is_double_adjective(left, word)
        )

    def is_compared(self, left: str, right: str) -> bool:
        """Tell „по-смело“ from „по|вече“, „най-добър“ from „най|лон“."""
        if left == "най":
            return not right.startswith(self.begin_with_nay)
        if left != "по":
            return False
        if any(right[:end] in self.graded and right[end:] in _ENDINGS for end in _ends(right)):
            return True
        if right.startswith(self.begin_with_po):
            return False
        return len(right) > 3 and self.compared_endings.search(right) is not None

    def _is_number(self, left: str, right: str) -> bool:
        """Tell „два-три“, „ден-два“ from „два|десет“."""
        return left in self.numbers and right in self.numbers

    def _is_link(self, other: str, word: str) -> bool:
        """Tell whether a piece with a hyphen at its other side too links words: „лице-в-лице“."""
        return len(other) > 3 and (word in self.link_words or not _VOWEL.search(word))

    def _is_double_noun(self, left: str, right: str) -> bool:
        """Tell „министър-председател“, „страна-донор“ from „минист|ри“, „съ|основател“."""
        if left in self.first_parts:
            return len(right) > 3 and not right.startswith(self.endings)
        return right.startswith(self.second_parts) and _NOUN.match(left) is not None

    def _is_double_adjective(self, left: str, right: str) -> bool:
        """Tell „социално-битов“, „синьо-зелен“ from „общо|европейски“, „социално|то“."""
        if left in self.peoples:
            return _OF_A_PEOPLE.fullmatch(right) is not None
        if len(left) > 3 and left.endswith("о") and right.startswith(self.colours):
            return True
        if left in self.subordinate_first or right.startswith(self.subordinate_second):
            return False
        return bool(self.equal.search(left) and _RELATIONAL.fullmatch(right))


def _ends(word: str) -> range:
    """Return where the stem of an adjective may end."""
    return range(max(0, len(word) - 3), len(word) + 1)


def load_rules(path: Path) -> Rules:
    """Read the rules from their file."""
    data = json.loads(path.read_text("utf-8"))
    return Rules(
        first_parts=frozenset(data["first_parts"]),
        endings=tuple(data["endings"]),
        second_parts=tuple(data["second_parts"]),
        pairs=frozenset(data["pairs"]),
        numbers=frozenset(data["numbers"]),
        link_words=frozenset(data["link_words"]),
        colours=tuple(data["colours"]),
        peoples=frozenset(data["peoples"]),
        equal=re.compile(f"(?:{'|'.join(data['equal'])})$"),
        subordinate_first=frozenset(data["subordinate_first"]),
        subordinate_second=tuple(data["subordinate_second"]),
        graded=frozenset(data["graded"]),
        compared_endings=re.compile(f"(?:{'|'.join(data['compared_endings'])}){_ARTICLES}?$"),
        begin_with_po=tuple(data["begin_with_po"]),
        begin_with_nay=tuple(data["begin_with_nay"]),
    )
