"""What the search of an archive holds of an article, made anew where the rules have changed."""

import sqlite3
from collections.abc import Sequence

from reader.library import codec
from reader.library.archive.form import INDEXES, index_table
from reader.library.keys import Keys, block_text, search_words
from reader.library.values import CodecError

_INSERT = "INSERT INTO {table} (rowid, title, body, original, notes) VALUES (?, ?, ?, ?, ?)"
_ARTICLES = """
    SELECT id, article.title AS title, content.blocks AS blocks, original_text.title AS name,
        original_text.blocks AS original
    FROM article JOIN content ON content.article = id
    LEFT JOIN original_text ON original_text.article = id
"""
_NOTES = "SELECT text FROM annotation WHERE article = ?"


class Indexing:
    """Puts texts into the two indexes: keys, and the words themselves."""

    def __init__(self, connection: sqlite3.Connection, schema: str = "main") -> None:
        self._connection = connection
        self._statements = [_INSERT.format(table=f"{schema}.{index}") for index in INDEXES]
        self._keys = Keys()

    def put(self, number: int, texts: Sequence[str]) -> None:
        """Put an article into the search: its title, text, original text and notes."""
        words = [search_words(text) for text in texts]
        keys = [self._keys.of(text) for text in words]
        for statement, row in zip(self._statements, (keys, words), strict=True):
            self._connection.execute(statement, (number, *row))


def index_anew(connection: sqlite3.Connection) -> None:
    """Make the search of an open archive anew in memory; what is damaged is not found."""
    for index in INDEXES:
        connection.execute(index_table(f"temp.{index}"))
    indexing = Indexing(connection, "temp")
    for row in connection.execute(_ARTICLES):
        notes = " ".join(note["text"] for note in connection.execute(_NOTES, (row["id"],)))
        try:
            codec.read_blocks(row["blocks"])
            body = block_text(row["blocks"])
            original = f"{row['name']} {block_text(row['original'])}" if row["original"] else ""
        except (CodecError, RecursionError):
            continue
        indexing.put(row["id"], (row["title"], body, original, notes))
