"""Writes the rows of many new articles, table by table, so that each stays in the cache."""

import sqlite3
from collections.abc import Iterable, Sequence
from operator import attrgetter, itemgetter

from reader.library.preparing import Rows
from reader.library.statements import INDEX, PUT_DAY, PUT_IN_ORDER, is_searched
from reader.library.values import to_json

_COLUMNS = (
    *("id", "title", "language", "published", "author", "publisher", "original_address"),
    *("machine_translated", "source_format", "source_name", "source_address", "retrieved"),
    *("added", "bytes_sha256", "text_sha256", "digest"),
)
_ARTICLE = f"""
    INSERT INTO article ({", ".join(_COLUMNS)}) VALUES ({", ".join("?" * len(_COLUMNS))})
"""
# As AUTOINCREMENT counts: a number that was ever given is not given again.
_NEXT = """
    SELECT 1 + max(
        coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'article'), 0),
        coalesce((SELECT max(id) FROM article), 0)
    )
"""
_ALIKE = """
    SELECT bytes_sha256 FROM article WHERE bytes_sha256 IN (SELECT value FROM json_each(:files))
    UNION ALL
    SELECT bytes_sha256 FROM version WHERE bytes_sha256 IN (SELECT value FROM json_each(:files))
    UNION ALL
    SELECT text_sha256 FROM article WHERE text_sha256 IN (SELECT value FROM json_each(:texts))
    UNION ALL
    SELECT text_sha256 FROM version WHERE text_sha256 IN (SELECT value FROM json_each(:texts))
    UNION ALL
    SELECT mark FROM identity WHERE mark IN (SELECT value FROM json_each(:marks))
"""


def signs(rows: Rows) -> tuple[str, ...]:
    """Return all by which an article can be known: its file, its words, its marks."""
    return str(rows.row["bytes_sha256"]), str(rows.row["text_sha256"]), *rows.marks


def known_signs(connection: sqlite3.Connection, many: Sequence[Rows]) -> set[str]:
    """Return those signs of articles that the library has of some article already."""
    asked = {
        "files": to_json([each.row["bytes_sha256"] for each in many]),
        "texts": to_json([each.row["text_sha256"] for each in many]),
        "marks": to_json([mark for each in many for mark in each.marks]),
    }
    return {found[0] for found in connection.execute(_ALIKE, asked)}


def insert_all(connection: sqlite3.Connection, many: Sequence[Rows]) -> range:
    """Write the rows of new articles, so that they are found; return their numbers."""
    (first,) = connection.execute(_NEXT).fetchone()
    numbers = range(first, first + len(many))
    numbered = [{**each.row, "id": number} for number, each in zip(numbers, many, strict=True)]
    connection.executemany(_ARTICLE, map(itemgetter(*_COLUMNS), numbered))
    connection.execute(PUT_IN_ORDER, (first,))
    connection.executemany(
        "INSERT INTO content VALUES (?, ?, ?, ?)",
        map(itemgetter("id", "blocks", "documents", "repairs"), numbered),
    )
    connection.executemany(PUT_DAY, numbered)
    connection.executemany("INSERT OR IGNORE INTO identity VALUES (?, ?)", _marks(numbers, many))
    if is_searched(connection, first):
        _index(connection, numbers, many)
    return numbers


def _marks(numbers: Iterable[int], many: Iterable[Rows]) -> list[tuple[str, int]]:
    """Return by what later versions will be known, in the order in which they will lie."""
    return sorted(
        (mark, number) for number, each in zip(numbers, many, strict=True) for mark in each.marks
    )


def _index(connection: sqlite3.Connection, numbers: Iterable[int], many: Iterable[Rows]) -> None:
    """Put articles into the search that have neither an original text nor notes yet.

    It is what the views say of such articles, without their having to be asked.
    """
    numbered = list(zip(numbers, many, strict=True))
    for name, held in (("search", attrgetter("keys")), ("search_exact", attrgetter("words"))):
        connection.executemany(
            INDEX.format(index=name), ((number, *held(each), "", "") for number, each in numbered)
        )
