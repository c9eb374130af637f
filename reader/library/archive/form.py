"""The tables of an archive's file, and how the file is known.

An archive is a SQLite file of its own kind: it does not change when the library does. `FORMAT`
goes up when these tables change. The search indexes keep no text and need no function of ours.
"""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

APPLICATION = 0x43485441  # "CHTA", at offset 68 of the file
EVERYTHING = 2  # in the column `notes` of `about`
FORMAT = 1  # at offset 60, SQLite's user_version
MOST_ROW = 16 * 2**20  # bytes of one row; a book of a thousand pages has five
MOST_FILE = 256 * 2**20  # bytes of one original
INDEXES = ("search", "search_exact")

HEAD = 72  # bytes that tell what a file is
_MAGIC = b"SQLite format 3\0"
_FORMAT_AT = 60
_APPLICATION_AT = 68


def index_table(name: str) -> str:
    """Return the statement that makes an index; as in the library, words stand between blanks."""
    return f"""
        CREATE VIRTUAL TABLE {name} USING fts5 (
            title, body, original, notes, content = '', tokenize = "ascii tokenchars '_'"
        )
    """


# An article's columns, as the library has them and digests them.
_FACTS = """title TEXT NOT NULL,
        language TEXT NOT NULL,
        published TEXT,
        author TEXT,
        publisher TEXT,
        original_address TEXT,
        machine_translated INTEGER NOT NULL,
        source_format TEXT NOT NULL,
        source_name TEXT NOT NULL,
        source_address TEXT,
        retrieved TEXT,
        added TEXT NOT NULL,
        bytes_sha256 TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        digest TEXT NOT NULL"""
_BODY = """blocks TEXT NOT NULL,
        documents TEXT NOT NULL,
        repairs TEXT NOT NULL"""
_TABLES = (
    """
    CREATE TABLE about (
        name TEXT NOT NULL,
        made TEXT NOT NULL,                    -- ISO 8601, UTC
        version TEXT NOT NULL,                 -- of the program
        licence TEXT NOT NULL,
        articles INTEGER NOT NULL,
        notes INTEGER NOT NULL,                -- 1: with the person's own, 2: all of a library
        key_rules INTEGER NOT NULL,            -- by which the search was made, see text/words.py
        contents_sha256 TEXT NOT NULL,         -- of all tables but the indexes, see seal.py
        search_sha256 TEXT NOT NULL,
        digest TEXT NOT NULL                   -- of this row
    ) STRICT
    """,
    f"""
    CREATE TABLE article (                     -- as in the library, and digested as there
        id INTEGER PRIMARY KEY,
        {_FACTS}
    ) STRICT
    """,
    f"""
    CREATE TABLE content (
        article INTEGER PRIMARY KEY,
        {_BODY}
    ) STRICT
    """,
    """
    CREATE TABLE correction (
        article INTEGER PRIMARY KEY,
        corrections TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE original_text (
        article INTEGER PRIMARY KEY,
        language TEXT NOT NULL,
        title TEXT NOT NULL,
        address TEXT,
        retrieved TEXT,
        blocks TEXT NOT NULL,
        bytes_sha256 TEXT NOT NULL,
        digest TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE pin (                         -- sentences of the two that a person has paired
        article INTEGER PRIMARY KEY,
        pins TEXT NOT NULL,
        digest TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE link (                        -- what the person found, and said, of links
        article INTEGER PRIMARY KEY,
        links TEXT NOT NULL,
        digest TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE attribution (                 -- to be told where the article is handed on
        article INTEGER PRIMARY KEY,
        publisher TEXT,
        source TEXT,
        original TEXT,
        retrieved TEXT,
        licence TEXT,
        terms TEXT
    ) STRICT
    """,
    """
    CREATE TABLE file (                        -- the documents as they came
        sha256 TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        packed INTEGER NOT NULL,               -- whether the bytes are zlib's
        bytes BLOB NOT NULL
    ) STRICT
    """,
    # The person's own, where it goes along.
    """
    CREATE TABLE reading (
        article INTEGER PRIMARY KEY,
        read INTEGER NOT NULL,
        block INTEGER NOT NULL,
        char INTEGER NOT NULL,
        starred INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL) STRICT",
    """
    CREATE TABLE tagged (
        tag INTEGER NOT NULL,
        article INTEGER NOT NULL,
        PRIMARY KEY (tag, article)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX tagged_article ON tagged (article)",
    """
    CREATE TABLE annotation (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL,
        article INTEGER NOT NULL,
        kind TEXT NOT NULL,
        block INTEGER NOT NULL,
        char INTEGER NOT NULL,
        end_block INTEGER NOT NULL,
        end_char INTEGER NOT NULL,
        quoted TEXT NOT NULL,
        text TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        digest TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX annotation_article ON annotation (article, block, char)",
    # What makes a library whole, where all of it moves.
    """
    CREATE TABLE own_reading (
        article INTEGER PRIMARY KEY,
        opened INTEGER,
        opened_at TEXT,
        binned INTEGER
    ) STRICT
    """,
    f"""
    CREATE TABLE own_version (
        article INTEGER NOT NULL,
        number INTEGER NOT NULL,
        {_FACTS},
        {_BODY},
        PRIMARY KEY (article, number)
    ) STRICT
    """,
    """
    CREATE TABLE own_collection (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE own_collected (
        collection INTEGER NOT NULL,
        article INTEGER NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (article, collection)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE own_search (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        search TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE own_feed (
        id INTEGER PRIMARY KEY,
        address TEXT NOT NULL,
        title TEXT NOT NULL,
        paused INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE own_feed_item (
        id INTEGER PRIMARY KEY,
        feed INTEGER,
        key TEXT NOT NULL,
        title TEXT NOT NULL,
        address TEXT,
        published TEXT,
        markup TEXT NOT NULL,
        state TEXT NOT NULL,
        article INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE own_feed_rule (
        id INTEGER PRIMARY KEY,
        feed INTEGER,
        words TEXT NOT NULL,
        deed TEXT NOT NULL,
        tag TEXT NOT NULL
    ) STRICT
    """,
    *(index_table(index) for index in INDEXES),
)


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of an archive in an empty file."""
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    for statement in _TABLES:
        connection.execute(statement)


@cache
def schema() -> frozenset[tuple[str | None, ...]]:
    """Return all that the schema of an archive holds, and nothing else may be in one."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create(connection)
        return schema_of(connection)


def schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str | None, ...]]:
    """Return the kind, name, table and statement of each object of a file."""
    query = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
    return frozenset(tuple(row) for row in connection.execute(query))


def is_archive(path: Path) -> bool:
    """Tell by its first bytes whether a file is an archive; False where it cannot be read."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return is_head(file.read(HEAD))
    except OSError:
        return False


def is_head(head: bytes) -> bool:
    """Tell whether these are the first bytes of an archive."""
    return head.startswith(_MAGIC) and _number(head, _APPLICATION_AT) == APPLICATION


def format_of(head: bytes) -> int:
    """Return the format of the archive that begins so."""
    return _number(head, _FORMAT_AT)


def _number(head: bytes, place: int) -> int:
    return int.from_bytes(head[place : place + 4], "big")
