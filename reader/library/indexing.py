"""Building the search anew, a few hundred articles at a time, while the library is in use.

`setting` knows up to which article the search has come; nothing stands there when it is whole.
"""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from reader.errors import StoppedError
from reader.library.search_tables import INDEXES
from reader.library.statements import SEARCHED_UP_TO, put_into_search
from reader.model.watch import UNWATCHED, Watch
from reader.text.words import RULES

Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]

_SLICE = 100  # articles in one transaction: a fifth of a second
_PUT = "REPLACE INTO setting VALUES (?, ?)"


def is_of_other_rules(connection: sqlite3.Connection) -> bool:
    """Tell whether the search was made by other rules for the keys."""
    row = connection.execute("SELECT value FROM setting WHERE name = 'key_rules'").fetchone()
    return row is None or row[0] != RULES


def empty(connection: sqlite3.Connection) -> None:
    """Begin to build the search anew."""
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
    connection.execute(_PUT, ("searched_up_to", 0))
    connection.execute(_PUT, ("key_rules", RULES))


def is_being_built(connection: sqlite3.Connection) -> bool:
    """Tell whether the search is not whole yet."""
    return connection.execute(SEARCHED_UP_TO).fetchone() is not None


def left_to_search(connection: sqlite3.Connection) -> int:
    """Return how many articles the search has not come to yet."""
    row = connection.execute(SEARCHED_UP_TO).fetchone()
    if row is None:
        return 0
    query = "SELECT count(*) FROM reading WHERE article > ?"
    count: int = connection.execute(query, (row[0],)).fetchone()[0]
    return count


def build(writing: Writing, watch: Watch = UNWATCHED) -> None:
    """Go on building the search to its end.

    Raises `StoppedError`; what is built stays, and the next time goes on from there.
    """
    done, is_built = 0, False
    while not is_built:
        if watch.stopped():
            raise StoppedError
        with writing() as connection:
            done += _build_slice(connection)
            is_built = not is_being_built(connection)
            left = left_to_search(connection)
        watch.progress(done, max(done + left, 1))


def _build_slice(connection: sqlite3.Connection) -> int:
    row = connection.execute(SEARCHED_UP_TO).fetchone()
    if row is None:
        return 0
    query = "SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?"
    identifiers = [each[0] for each in connection.execute(query, (row[0], _SLICE))]
    for identifier in identifiers:
        put_into_search(connection, identifier)
    if len(identifiers) < _SLICE:
        connection.execute("DELETE FROM setting WHERE name = 'searched_up_to'")
    else:
        connection.execute(_PUT, ("searched_up_to", identifiers[-1]))
    return len(identifiers)
