"""What makes a copy of a whole library out of an archive: all that no article carries by itself."""

import sqlite3
from collections.abc import Iterator, Set

from reader.library.archive import moved_feeds
from reader.library.archive.draft import Draft
from reader.library.originals import Originals

_TABLES = {
    "own_collection": "SELECT id, name, folded FROM collection",
    "own_search": "SELECT id, name, search FROM saved_search",
}
_OF_ARTICLES = {
    "own_reading": "SELECT article, opened, opened_at, binned FROM reading",
    "own_collected": "SELECT collection, article, place FROM collected",
}
_VERSIONS = "SELECT * FROM version ORDER BY article, number"
_TAGS = "SELECT id, name, folded FROM tag"


def write(
    source: sqlite3.Connection, target: Draft, originals: Originals, articles: Set[int]
) -> list[str]:
    """Write the rest of a library, that of these articles alone, into a draft of an archive.

    Returns the titles of older versions whose files are not whole.
    """
    for row in source.execute(_TAGS):
        target.put_tag(row)
    for table, query in _TABLES.items():
        for row in source.execute(query):
            target.copy(table, row)
    for table, query in _OF_ARTICLES.items():
        for row in _of(articles, source, query):
            target.copy(table, row)
    moved_feeds.write(source, target, articles)
    lost = []
    for row in _of(articles, source, _VERSIONS):
        target.copy("own_version", row)
        digest = row["bytes_sha256"]
        if not target.put_file(digest, originals.path(digest)):
            lost.append(row["title"])
    return lost


def _of(articles: Set[int], source: sqlite3.Connection, query: str) -> Iterator[sqlite3.Row]:
    return (row for row in source.execute(query) if row["article"] in articles)
