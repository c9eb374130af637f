"""What an open archive has beside its file: the tables of the library that it lacks, in memory.

So lists and searches are those of the library. What the person reads is remembered there, and
forgotten when the archive is closed.
"""

import sqlite3

from reader.library.keys import register_titles
from reader.library.statements import DAY
from reader.library.values import CodecError

MOST_ARTICLES = 1_000_000
_MOST_TAGS = 100_000
_MOST_LETTERS = 20_000  # of what a list shows of one article
_TABLES = (
    """
    CREATE TEMP TABLE reading (
        article INTEGER PRIMARY KEY,
        read INTEGER NOT NULL,
        block INTEGER NOT NULL,
        char INTEGER NOT NULL,
        opened INTEGER,
        starred INTEGER NOT NULL,
        binned INTEGER,
        opened_at TEXT,
        day TEXT NOT NULL
    ) STRICT
    """,
    f"""
    INSERT INTO temp.reading (article, read, block, char, starred, day)
    SELECT id, coalesce(read, 0), min(max(coalesce(block, 0), 0), 1000000),
        min(max(coalesce(char, 0), 0), 100000000), coalesce(starred, 0),
        {DAY.format(published="published", added="added")}
    FROM article LEFT JOIN main.reading ON main.reading.article = id
    """,
    "CREATE TEMP TABLE collected (collection INTEGER, article INTEGER, place INTEGER)",
    "CREATE TEMP TABLE version (article INTEGER)",
    """
    CREATE TEMP VIEW title_order AS
    SELECT id AS article, title_letters(CAST(title AS BLOB)) AS letters FROM main.article
    """,
)
_TEXTS = {
    "article": "title language added source_format source_name bytes_sha256 text_sha256 digest",
    "tag": "name folded",
    "annotation": "key kind quoted text created changed digest",
}
_TEXTS_OR_NONE = {
    "article": "published author publisher original_address source_address retrieved",
    "tag": "",
    "annotation": "",
}
_MOST = {"article": MOST_ARTICLES, "tag": _MOST_TAGS, "annotation": MOST_ARTICLES}


def prepare(connection: sqlite3.Connection) -> None:
    """Look at all that lists show of the articles, and make the tables of the session.

    Raises `CodecError` where there is more than a person can have made, or values of another kind.
    """
    for table in _MOST:
        _look_at(connection, table)
    register_titles(connection)
    for statement in _TABLES:
        connection.execute(statement)


def _look_at(connection: sqlite3.Connection, table: str) -> None:
    texts, others = _TEXTS[table].split(), _TEXTS_OR_NONE[table].split()
    kinds = [f"typeof({name}) = 'text'" for name in texts]
    kinds += [f"typeof({name}) IN ('text', 'null')" for name in others]
    letters = " + ".join(f"length(coalesce({name}, ''))" for name in (*texts, *others))
    query = f"SELECT count(*), max({letters}), min({' AND '.join(kinds)}) FROM {table}"
    count, most, as_expected = connection.execute(query).fetchone()
    if count and (count > _MOST[table] or most > _MOST_LETTERS or not as_expected):
        raise CodecError(f"{count} rows of {table}, one of {most} letters")
