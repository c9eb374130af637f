"""Where Bulgarian words may be divided, for printers that do not know it themselves."""

import re

import pyphen

_WORD = re.compile(r"[а-яА-Я]{5,}")
_SYLLABLES = pyphen.Pyphen(lang="bg_BG", left=2, right=2)


def softened(text: str) -> str:
    """Return the text with soft hyphens wherever a word may be divided."""
    return _WORD.sub(lambda word: _SYLLABLES.inserted(word[0], "\u00ad"), text)
