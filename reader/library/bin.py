"""The bin: where articles wait, hidden from everything else, until they are removed for good."""

import sqlite3
import time
from collections.abc import Callable, Iterable

from reader.library.adding import Adding
from reader.library.connections import Connections
from reader.library.many import known

KEPT = 30 * 24 * 60 * 60.0  # seconds that an article waits in the bin
_BATCH = 100  # articles in one transaction, so that other writers wait a moment only
_OLD = "SELECT article FROM reading WHERE binned <= ? ORDER BY binned LIMIT ?"
_BINNED = """
    SELECT article FROM reading
    WHERE binned IS NOT NULL AND article IN (SELECT value FROM json_each(?))
"""


class Bin:
    """Puts articles into the bin and takes them out; raises `UnknownArticleError`."""

    def __init__(
        self, connections: Connections, adding: Adding, clock: Callable[[], float] = time.time
    ) -> None:
        self._connections = connections
        self._adding = adding
        self._clock = clock

    def put(self, identifiers: Iterable[int]) -> None:
        """Put articles into the bin; those that are in it keep their time."""
        with self._connections.writing() as connection:
            connection.execute(
                "UPDATE reading SET binned = ? WHERE binned IS NULL AND article IN"
                " (SELECT value FROM json_each(?))",
                (int(self._clock()), known(connection, identifiers)),
            )

    def restore(self, identifiers: Iterable[int]) -> None:
        """Take articles out of the bin, with all that they had."""
        with self._connections.writing() as connection:
            connection.execute(
                "UPDATE reading SET binned = NULL WHERE article IN"
                " (SELECT value FROM json_each(?))",
                (known(connection, identifiers),),
            )

    def remove(self, identifiers: Iterable[int]) -> int:
        """Remove articles for good that are in the bin still; return how many they were."""
        wanted = list(identifiers)

        def choose(connection: sqlite3.Connection) -> list[int]:
            return _articles(connection, _BINNED, (known(connection, wanted),))

        return self._adding.remove_chosen(choose)

    def purge(self, older_than: float = KEPT) -> int:
        """Remove for good what was put into the bin longer ago; return how many they were."""
        latest = int(self._clock() - older_than)

        def choose(connection: sqlite3.Connection) -> list[int]:
            return _articles(connection, _OLD, (latest, _BATCH))

        total = 0
        while removed := self._adding.remove_chosen(choose):
            total += removed
        return total


def _articles(
    connection: sqlite3.Connection, query: str, values: tuple[str | int, ...]
) -> list[int]:
    return [row["article"] for row in connection.execute(query, values)]
