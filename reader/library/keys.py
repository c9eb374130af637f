"""The SQL functions that turn an article into what the search index holds."""

import sqlite3
from functools import lru_cache

from reader.library import codec
from reader.model.article import Article, Block, Source
from reader.model.leaves import leaves
from reader.text.words import folded, search_key, words


def register(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that the view `article_words` calls."""
    for name, function in (
        ("search_keys", search_keys),
        ("search_words", search_words),
        ("block_text", block_text),
    ):
        connection.create_function(name, 1, function, deterministic=True)


def search_keys(text: str | None) -> str:
    """Return the keys of a text's words, a blank between them."""
    return " ".join(map(search_key, words(text))) if text else ""


def search_words(text: str | None) -> str:
    """Return the words of a text as the exact search compares them."""
    return " ".join(map(folded, words(text))) if text else ""


@lru_cache(maxsize=2)  # both indexes ask for the same
def block_text(blocks: str | None) -> str:
    """Return the text of blocks that `codec.write_blocks` wrote."""
    return "\n".join(leaf_texts(codec.read_blocks(blocks))) if blocks else ""


def leaf_texts(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Return the text of each leaf, in the order that positions count."""
    article = Article(title="", language="", blocks=blocks, source=Source(""))
    return tuple(leaf.text for leaf in leaves(article))
