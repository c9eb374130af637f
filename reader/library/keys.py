"""The SQL functions that turn an article into what the search indexes and the order of titles hold.

An adding asks for the same text several times, for its digest and for either index, and so each
function remembers what it was asked last.
"""

import codecs
import re
import sqlite3
from contextlib import suppress
from functools import lru_cache

from reader.library.leaf_texts import leaf_texts
from reader.text.words import folded, search_key, words

_MOST_WORDS = 200_000  # that are remembered, then some 30 MB
_NO_LETTERS = re.compile(r"^[\W_]+")
# Windows-1251 lacks „ѝ“, which many a Bulgarian text has; one byte of it stands for nothing.
_LETTERS = bytes(range(256)).decode("cp1251", "replace").replace("\ufffd", "ѝ")
_BYTES = codecs.charmap_build(_LETTERS)
_SMALL = bytes(_LETTERS.index(each.lower() if each.isalnum() else " ") for each in _LETTERS)
_STRESSED = re.compile(r"ѝ(?:\w|(?<=\wѝ))")  # „и“ in a word; alone „ѝ“ is a word of its own


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
    if "_" not in text and not _STRESSED.search(text):  # which is part of a word
        with suppress(UnicodeEncodeError):
            return _small_words(text)
    return " ".join(map(folded, words(text)))


@lru_cache(maxsize=2)
def block_text(blocks: str | None) -> str:
    """Return the text of blocks that `codec.write_blocks` wrote."""
    return "\n".join(leaf_texts(blocks)) if blocks else ""


def _small_words(text: str) -> str:
    """Return the same of a text in the letters of Windows-1251 and „ѝ“, none of them stressed.

    Nearly all Bulgarian texts are, and take a fifth of the time. Raises `UnicodeEncodeError`.
    """
    coded, _ = codecs.charmap_encode(text, "strict", _BYTES)
    small = b" ".join(coded.translate(_SMALL).split())
    return codecs.charmap_decode(small, "strict", _LETTERS)[0]
