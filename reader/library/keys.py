"""The SQL functions that turn an article into what the search indexes and the order of titles hold.

An adding asks for the same text several times, for its digest and for either index, and so each
function remembers what it was asked last.
"""

import re
import sqlite3
import unicodedata
from functools import lru_cache

from reader.library.leaf_texts import leaf_texts
from reader.library.small_words import small_words
from reader.text.words import folded, search_key, words

_MOST_WORDS = 200_000  # that are remembered, then some 30 MB
_STRESS = "\u0300\u0301ѐѝ"  # what `folded` changes in lower case, by hand or composed

_NO_LETTERS = re.compile(r"^[\W_]+")


def register(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that the views of the indexes and the triggers call."""
    for name, function in (
        ("search_keys", search_keys),
        ("search_words", search_words),
        ("block_text", block_text),
    ):
        connection.create_function(name, 1, function, deterministic=True)
    register_titles(connection)


def register_titles(connection: sqlite3.Connection) -> None:
    """Give a connection the function that puts titles in order."""
    connection.create_function("title_letters", 1, title_letters, deterministic=True)


def title_letters(title: bytes | None) -> str:
    """Return a title as it is put in order: by its letters, quotation marks left out.

    Never raises, so that an article can come and go whose title is damaged: it is given as bytes,
    since SQLite hands no text over that is not UTF-8.
    """
    return _NO_LETTERS.sub("", (title or b"").decode(errors="replace")).casefold()


class Keys(dict[str, str]):
    """The key of each word met so far; looked up faster than by the cache of functools."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        made = self[word] = search_key(word)
        return made

    def of(self, words: str) -> str:
        """Return the keys of words that `search_words` wrote, as it writes them."""
        return " ".join(map(self.__getitem__, words.split(" "))) if words else ""


def search_keys(text: str | None) -> str:
    """Return the keys of a text's words, a blank between them."""
    return " ".join(map(search_key, search_words(text).split(" "))) if text else ""


@lru_cache(maxsize=4)
def search_words(text: str | None) -> str:
    """Return the words of a text as the exact search compares them."""
    if not text:
        return ""
    small = small_words(text)
    return " ".join(_folded_words(text)) if small is None else small


@lru_cache(maxsize=2)
def block_text(blocks: str | None) -> str:
    """Return the text of blocks that `codec.write_blocks` wrote."""
    return "\n".join(leaf_texts(blocks)) if blocks else ""


def _folded_words(text: str) -> list[str]:
    """Return the words of a text, each as `folded` has it; most are so in lower case."""
    lower = text.lower()
    if "Σ" in text or not (_is_composed(text) and _is_composed(lower)):
        return list(map(folded, words(text)))  # a small Σ depends on what stands around it
    found = words(lower)
    return list(map(folded, found)) if any(mark in lower for mark in _STRESS) else found


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)
