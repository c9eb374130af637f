"""Digests over all that an archive holds, so that a row that is missing or added is noticed."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence

from reader.library.archive.form import INDEXES

# The digests of articles and files stand for what they sign; a check reads that apart.
_CONTENTS = (
    "SELECT id, digest FROM article ORDER BY id",
    "SELECT article FROM content ORDER BY article",
    "SELECT * FROM correction ORDER BY article",
    "SELECT * FROM original_text ORDER BY article",
    "SELECT * FROM pin ORDER BY article",
    "SELECT * FROM link ORDER BY article",
    "SELECT * FROM attribution ORDER BY article",
    "SELECT sha256, size FROM file ORDER BY sha256",
    "SELECT * FROM main.reading ORDER BY article",  # not that of the session
    "SELECT * FROM tag ORDER BY id",
    "SELECT * FROM tagged ORDER BY tag, article",
    "SELECT * FROM annotation ORDER BY id",
    "SELECT * FROM own_reading ORDER BY article",
    "SELECT * FROM own_version ORDER BY article, number",
    "SELECT * FROM own_collection ORDER BY id",
    "SELECT * FROM own_collected ORDER BY article, collection",
    "SELECT * FROM own_search ORDER BY id",
    "SELECT * FROM own_feed ORDER BY id",
    "SELECT * FROM own_feed_item ORDER BY id",
    "SELECT * FROM own_feed_rule ORDER BY id",
)
_SHADOWS = (
    "SELECT id, block FROM {index}_data ORDER BY id",
    "SELECT segid, term, pgno FROM {index}_idx ORDER BY segid, term",
    "SELECT id, sz FROM {index}_docsize ORDER BY id",
    "SELECT k, v FROM {index}_config ORDER BY k",
)


def contents(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 of all rows in order, the search left out."""
    return _sealed(connection, _CONTENTS)


def search(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 of the search indexes as they lie in the file."""
    return _sealed(
        connection, [query.format(index=index) for index in INDEXES for query in _SHADOWS]
    )


def signature(values: Sequence[object]) -> str:
    """Return the SHA-256 of the values of one row."""
    return hashlib.sha256(_written(values)).hexdigest()


def _sealed(connection: sqlite3.Connection, queries: Iterable[str]) -> str:
    seal = hashlib.sha256()
    for query in queries:
        seal.update(b"\n")  # no row is empty: so rows do not pass from one table to the next
        for row in connection.execute(query):
            seal.update(_written(tuple(row)))
    return seal.hexdigest()


def _written(values: Sequence[object]) -> bytes:
    """Return values so that others are never written alike; of bytes their own digest."""
    return json.dumps(values, ensure_ascii=False, default=_digest).encode() + b"\n"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
