"""What makes a copy of a whole library out of an archive: all that no article carries by itself."""

import sqlite3
from collections.abc import Set

from reader.library.archive.draft import Draft
from reader.library.originals import Originals

_OF_ARTICLES = {
    "own_reading": "SELECT article, opened, opened_at, binned FROM reading",
    "own_collected": "SELECT collection, article, place FROM collected",
}
_OF_ALL = {
    "own_collection": "SELECT id, name, folded FROM collection",
    "own_search": "SELECT id, name, search FROM saved_search",
}
_VERSIONS = "SELECT * FROM version ORDER BY article, number"
_TAGS = "SELECT id, name, folded FROM tag"


def write(
    source: sqlite3.Connection, target: Draft, originals: Originals, articles: Set[int]
) -> list[str]:
    """Write the rest of a library, that of these articles alone, into a draft of an archive.

    Returns the titles of older versions whose files are not whole.
    """
    for table, query in _OF_ARTICLES.items():
        for row in source.execute(query):
            if row["article"] in articles:
                target.copy(table, row)
    for table, query in _OF_ALL.items():
        for row in source.execute(query):
            target.copy(table, row)
    for row in source.execute(_TAGS):
        target.put_tag(row)
    lost = []
    for row in source.execute(_VERSIONS):
        if row["article"] in articles:
            target.copy("own_version", row)
            digest = row["bytes_sha256"]
            if not target.put_file(digest, originals.path(digest)):
                lost.append(row["title"])
    return lost
