"""Hyphens at the end of a line: those of the word itself, and those that only cut it."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

_SOFT = "\u00ad"
_HYPHEN = "\u2010"
_HYPHENS = r"\-\u2010\u2011\u00ad"
_BREAK = re.compile(rf"[\w’'.]\s?[{_HYPHENS}]\s*$")
_LEFT = re.compile(rf"[\w’'{_HYPHENS}]*$")
_RIGHT = re.compile(rf"[\w’'{_HYPHENS}]*")
_PUNCTUATION = "„“”\"'()[]{}.,;:!?«»…‚‘’"
_LATIN = re.compile("[A-Za-z]")


def ends_with_hyphen(text: str) -> bool:
    """Tell whether a line ends in a hyphen after a letter or digit: not in a dash."""
    return _BREAK.search(text) is not None


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known of Bulgarian words with hyphens; resources/hyphens_bg.json explains it."""

    first_parts: frozenset[str]
    second_parts: frozenset[str]
    graded: frozenset[str]
    compared_endings: tuple[str, ...]
    begin_with_po: tuple[str, ...]
    begin_with_nay: tuple[str, ...]


def load_rules(path: Path) -> Rules:
    """Read the rules from their file."""
    data = json.loads(path.read_text("utf-8"))
    return Rules(
        frozenset(data["first_parts"]),
        frozenset(data["second_parts"]),
        frozenset(data["graded"]),
        tuple(data["compared_endings"]),
        tuple(data["begin_with_po"]),
        tuple(data["begin_with_nay"]),
    )


@dataclass(frozen=True, slots=True)
class Hyphens:
    """Decides hyphens at line ends by the document's own words, then by rules.

    `words` are the document's words in lower case that stand whole inside a line. `typographic`
    tells that the document uses U+2010 for cut words only, `dashes` that it has " - " inside lines.
    """

    rules: Rules
    words: frozenset[str]
    typographic: bool = field(default=False)
    dashes: bool = field(default=False)

    def cuts(self, text: str) -> bool:
        """Tell whether a line ends in a hyphen; "… -" is a dash where the document has such."""
        return ends_with_hyphen(text) and not (self.dashes and text.rstrip().endswith(" -"))

    def joined(self, left: str, right: str) -> str:
        """Return two pieces of text, of which the first ends in a hyphen, as one.

        The hyphen stays where it belongs to the word; any other space is not changed.
        """
        left, right = left.rstrip(), right.lstrip()
        bare, hyphen = left[:-1].rstrip(), left[-1]
        return bare + ("-" if self._keeps(bare, hyphen, right) else "") + right

    def _keeps(self, left: str, hyphen: str, right: str) -> bool:
        if hyphen == _SOFT or (hyphen == _HYPHEN and self.typographic):
            return False
        first = _LEFT.search(left)
        second = _RIGHT.match(right)
        return self._word_keeps(first.group() if first else "", second.group() if second else "")

    def _word_keeps(self, left: str, right: str) -> bool:
        if not left or not right:
            return True
        if f"{left}-{right}".lower() in self.words:
            return True
        if f"{left}{right}".lower() in self.words:
            return False
        if left[-1].isdigit() or not right[0].islower() or (len(left) > 1 and left.isupper()):
            return True
        if _LATIN.search(left + right) or left.lower() == right.lower():
            return True
        return self._rules_keep(re.split("[-\u2010]", left)[-1].lower(), right.lower())

    def _rules_keep(self, left: str, right: str) -> bool:
        if left == "най":
            return not right.startswith(self.rules.begin_with_nay)
        if left == "по":
            return self._is_comparative(right)
        return left in self.rules.first_parts or right in self.rules.second_parts

    def _is_comparative(self, right: str) -> bool:
        """Tell "по-смело" from "повече" by whether the second part is a word that is compared."""
        word = re.split("[-\u2010]", right)[0]
        if any(word == graded or _same_adjective(word, graded) for graded in self.rules.graded):
            return True
        if word.startswith(self.rules.begin_with_po):
            return False
        return len(word) > 2 and word.endswith(self.rules.compared_endings)


def _same_adjective(word: str, graded: str) -> bool:
    """Tell whether a word is a form of an adjective given without its ending."""
    return word.startswith(graded) and word[len(graded) :] in _ENDINGS


_ENDINGS = frozenset(("о", "а", "и", "е", "ен", "на", "но", "ни", "ият", "ия", "ата", "ото", "ите"))


def whole_words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words, in lower case, that cannot have been cut by a line end."""
    found: set[str] = set()
    for line in lines:
        words = line.split()
        cut = words[:1] + (words[-1:] if ends_with_hyphen(line) else [])
        inner = words[1:-1] if len(cut) == 2 else words[1:]
        found.update(word.strip(_PUNCTUATION).lower().replace(_HYPHEN, "-") for word in inner)
    return frozenset(found)
