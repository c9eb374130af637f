"""Stars, tags and collections of articles, the reading list among these."""

import sqlite3
from collections.abc import Iterable, Sequence

from reader.errors import NamelessError, NameTakenError, UnknownArticleError, UnknownNameError
from reader.library.connections import Connections
from reader.library.many import known
from reader.model.label import Collection, Tag
from reader.model.query import READING_LIST
from reader.text.words import folded

_CHOSEN = "(SELECT value FROM json_each(?))"
_NOT_BINNED = "JOIN reading ON reading.article = {table}.article AND binned IS NULL"
_TAGS = f"""
    SELECT name, count(reading.article) AS count FROM tag
    LEFT JOIN (tagged {_NOT_BINNED.format(table="tagged")}) ON tag = tag.id
    GROUP BY tag.id ORDER BY folded
"""
_COLLECTIONS = f"""
    SELECT id, name, count(reading.article) AS count FROM collection
    LEFT JOIN (collected {_NOT_BINNED.format(table="collected")}) ON collection = collection.id
    GROUP BY collection.id ORDER BY folded
"""
_COLLECT = """
    INSERT OR IGNORE INTO collected (collection, article, place)
    SELECT :collection, value, key + (
        SELECT coalesce(max(place), 0) + 1 FROM collected WHERE collection = :collection
    )
    FROM json_each(:articles)
"""


class Labels:
    """Puts labels on many articles at once.

    Names differ by more than capitals and spaces. Methods that take articles raise
    `UnknownArticleError`, those that take a label `UnknownNameError`, those that name one
    `NamelessError`; then nothing has changed.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def star(self, identifiers: Iterable[int], *, starred: bool) -> None:
        """Give articles a star, or take it off them."""
        with self._connections.writing() as connection:
            connection.execute(
                f"UPDATE reading SET starred = ? WHERE article IN {_CHOSEN}",
                (int(starred), known(connection, identifiers)),
            )

    def are_starred(self, identifiers: Iterable[int]) -> bool:
        """Return whether all these articles have a star."""
        query = f"SELECT 1 FROM reading WHERE NOT starred AND article IN {_CHOSEN} LIMIT 1"
        with self._connections.reading() as connection:
            found = connection.execute(query, (known(connection, identifiers),))
            return found.fetchone() is None

    def tags(self) -> list[Tag]:
        """Return all tags by name, those of no article as well."""
        with self._connections.reading() as connection:
            return [Tag(row["name"], row["count"]) for row in connection.execute(_TAGS)]

    def tags_of(self, identifiers: Iterable[int]) -> dict[str, int]:
        """Return the tags of articles, and how many of the articles have each."""
        query = f"""
            SELECT name, count(*) AS count FROM tagged JOIN tag ON tag.id = tag
            WHERE article IN {_CHOSEN} GROUP BY tag.id ORDER BY folded
        """
        with self._connections.reading() as connection:
            rows = connection.execute(query, (known(connection, identifiers),))
            return {row["name"]: row["count"] for row in rows}

    def retag(
        self, identifiers: Iterable[int], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> None:
        """Put tags on articles, new ones as well, and take others off."""
        with self._connections.writing() as connection:
            articles = known(connection, identifiers)
            for name in remove:
                connection.execute(
                    f"DELETE FROM tagged WHERE tag = ? AND article IN {_CHOSEN}",
                    (_tag(connection, name), articles),
                )
            for name in map(tidy, add):
                connection.execute(
                    "INSERT INTO tag (name, folded) VALUES (?, ?) ON CONFLICT (folded) DO NOTHING",
                    (name, folded(name)),
                )
                connection.execute(
                    "INSERT OR IGNORE INTO tagged SELECT ?, value FROM json_each(?)",
                    (_tag(connection, name), articles),
                )

    def rename_tag(self, old: str, new: str) -> None:
        """Call a tag otherwise; where another tag is called so, the two become one."""
        name = tidy(new)
        with self._connections.writing() as connection:
            tag = _tag(connection, old)
            query = "SELECT id FROM tag WHERE folded = ? AND id <> ?"
            other = connection.execute(query, (folded(name), tag)).fetchone()
            if other is not None:
                move = "INSERT OR IGNORE INTO tagged SELECT ?, article FROM tagged WHERE tag = ?"
                connection.execute(move, (tag, other["id"]))
                connection.execute("DELETE FROM tag WHERE id = ?", (other["id"],))
            rename = "UPDATE tag SET name = ?, folded = ? WHERE id = ?"
            connection.execute(rename, (name, folded(name), tag))

    def delete_tag(self, name: str) -> None:
        """Take a tag off all articles and forget it."""
        with self._connections.writing() as connection:
            connection.execute("DELETE FROM tag WHERE id = ?", (_tag(connection, name),))

    def collections(self) -> list[Collection]:
        """Return all collections, the reading list first, then by name."""
        with self._connections.reading() as connection:
            rows = connection.execute(_COLLECTIONS)
            return [Collection(row["id"], row["name"], row["count"]) for row in rows]

    def collections_of(self, identifiers: Iterable[int]) -> dict[int, int]:
        """Return the collections of articles, and how many of the articles are in each."""
        query = f"""
            SELECT collection, count(*) AS count FROM collected
            WHERE article IN {_CHOSEN} GROUP BY collection
        """
        with self._connections.reading() as connection:
            rows = connection.execute(query, (known(connection, identifiers),))
            return {row["collection"]: row["count"] for row in rows}

    def create_collection(self, name: str) -> Collection:
        """Make an empty collection; raises `NameTakenError`."""
        called = tidy(name)
        statement = "INSERT INTO collection (name, folded) VALUES (?, ?)"
        try:
            with self._connections.writing() as connection:
                made = connection.execute(statement, (called, folded(called))).lastrowid
        except sqlite3.IntegrityError as error:
            raise NameTakenError(called) from error
        if made is None:
            raise RuntimeError("SQLite gave no identifier")
        return Collection(made, called, 0)

    def rename_collection(self, identifier: int, name: str) -> None:
        """Call a collection otherwise; raises `NameTakenError`. The reading list has no name."""
        called = tidy(name)
        statement = "UPDATE collection SET name = ?, folded = ? WHERE id = ? AND id <> ?"
        values = (called, folded(called), identifier, READING_LIST)
        try:
            self._change_collection(statement, values, identifier)
        except sqlite3.IntegrityError as error:
            raise NameTakenError(called) from error

    def delete_collection(self, identifier: int) -> None:
        """Forget a collection, not its articles; the reading list cannot be forgotten."""
        statement = "DELETE FROM collection WHERE id = ? AND id <> ?"
        self._change_collection(statement, (identifier, READING_LIST), identifier)

    def collect(self, identifier: int, articles: Iterable[int]) -> None:
        """Put articles at the end of a collection; those that are in it stay where they are."""
        with self._connections.writing() as connection:
            _check_collection(connection, identifier)
            values = {"collection": identifier, "articles": known(connection, articles)}
            connection.execute(_COLLECT, values)

    def uncollect(self, identifier: int, articles: Iterable[int]) -> None:
        """Take articles out of a collection."""
        with self._connections.writing() as connection:
            _check_collection(connection, identifier)
            connection.execute(
                f"DELETE FROM collected WHERE collection = ? AND article IN {_CHOSEN}",
                (identifier, known(connection, articles)),
            )

    def reorder(self, identifier: int, articles: Sequence[int]) -> None:
        """Put articles of a collection into this order, in the places that they have among all."""
        places = "SELECT article, place FROM collected WHERE collection = ? ORDER BY place"
        move = "UPDATE collected SET place = ? WHERE collection = ? AND article = ?"
        wanted = set(articles)
        with self._connections.writing() as connection:
            _check_collection(connection, identifier)
            rows = connection.execute(places, (identifier,))
            now = {row["article"]: row["place"] for row in rows if row["article"] in wanted}
            for article in articles:
                if article not in now:
                    raise UnknownArticleError(article)
            in_order = zip(now.values(), articles, strict=True)
            connection.executemany(
                move, [(place, identifier, article) for place, article in in_order]
            )

    def _change_collection(
        self, statement: str, values: tuple[str | int, ...], identifier: int
    ) -> None:
        with self._connections.writing() as connection:
            if connection.execute(statement, values).rowcount == 0:
                raise UnknownNameError(str(identifier))


def tidy(name: str) -> str:
    """Return a name without needless spaces; raises `NamelessError` where nothing is left."""
    words = " ".join(name.split())
    if not words:
        raise NamelessError
    return words


def _tag(connection: sqlite3.Connection, name: str) -> int:
    query = "SELECT id FROM tag WHERE folded = ?"
    row = connection.execute(query, (folded(" ".join(name.split())),)).fetchone()
    if row is None:
        raise UnknownNameError(name)
    identifier: int = row["id"]
    return identifier


def _check_collection(connection: sqlite3.Connection, identifier: int) -> None:
    query = "SELECT 1 FROM collection WHERE id = ?"
    if connection.execute(query, (identifier,)).fetchone() is None:
        raise UnknownNameError(str(identifier))
