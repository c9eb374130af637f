"""What the person does with each article: where reading stopped, and what is read."""

from collections.abc import Iterable

from reader.errors import UnknownArticleError
from reader.library.connections import Connections
from reader.library.many import known
from reader.library.records import now
from reader.library.statements import one
from reader.model.position import Position


class ReadingState:
    """Remembers the reading; the methods raise `UnknownArticleError`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def place(self, identifier: int) -> Position:
        """Return where the person stopped reading; the start of a new article."""
        query = "SELECT block, char FROM reading WHERE article = ?"
        with self._connections.reading() as connection:
            return Position(*one(connection, query, identifier))

    def set_place(self, identifier: int, position: Position) -> None:
        """Remember where the person stopped reading."""
        self._note(
            "UPDATE reading SET block = ?, char = ? WHERE article = ?",
            (position.block, position.char, identifier),
        )

    def set_read(self, identifiers: Iterable[int], *, read: bool) -> None:
        """Remember of all these articles whether they have been read."""
        with self._connections.writing() as connection:
            connection.execute(
                "UPDATE reading SET read = ? WHERE article IN (SELECT value FROM json_each(?))",
                (int(read), known(connection, identifiers)),
            )

    def last_opened(self) -> int | None:
        """Return the article opened last of those that are still there."""
        query = """
            SELECT article FROM reading WHERE opened IS NOT NULL AND binned IS NULL
            ORDER BY opened DESC LIMIT 1
        """
        with self._connections.reading() as connection:
            row = connection.execute(query).fetchone()
            return row["article"] if row else None

    def set_last_opened(self, identifier: int) -> None:
        """Remember that an article is the one opened last, and so has been read."""
        self._note(
            "UPDATE reading SET read = 1, opened_at = ?,"
            " opened = (SELECT coalesce(max(opened), 0) + 1 FROM reading) WHERE article = ?",
            (now(), identifier),
        )

    def _note(self, statement: str, values: tuple[int | str, int] | tuple[int, int, int]) -> None:
        """Change the row of `reading` whose article is the last of the values."""
        with self._connections.writing() as connection:
            if connection.execute(statement, values).rowcount == 0:
                raise UnknownArticleError(values[-1])
