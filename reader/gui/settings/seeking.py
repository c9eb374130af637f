"""Which settings a person looks for: by any form of a word, or by the beginning of one."""

import json
from collections.abc import Iterable

from reader.paths import resource
from reader.text.words import folded, search_key, sought_keys, words

_SHORTEST = 2  # letters of a beginning: one alone would find nearly all


def synonyms(language: str) -> dict[str, str]:
    """Return the words by which settings are looked for besides their own, by name."""
    table: dict[str, dict[str, str]] = json.loads(
        resource("settings_words.json").read_text("utf-8")
    )["words"]
    return {name: texts.get(language, "") for name, texts in table.items()}


def finds(sought: str, texts: Iterable[str]) -> bool:
    """Return whether each word that is looked for is among those of the texts.

    Signs alone, such as an emoji, are no words and find nothing.
    """
    there = [word for text in texts for word in words(text)]
    plain, keys = {folded(word) for word in there}, {search_key(word) for word in there}
    asked = words(sought)
    return bool(asked) and all(_is_among(word, plain, keys) for word in asked)


def _is_among(word: str, plain: set[str], keys: set[str]) -> bool:
    if keys.intersection(sought_keys(word)):
        return True
    begun = folded(word)
    return len(begun) >= _SHORTEST and any(other.startswith(begun) for other in plain)
