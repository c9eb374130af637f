"""Which articles there are, in which order: identifiers at once, entries a page at a time."""

import json
import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date
from functools import reduce
from itertools import chain

from reader.errors import LibraryDamagedError
from reader.library.connections import Connections
from reader.library.records import entry_from
from reader.library.statements import ENTRIES, one
from reader.model.entry import Counts, Entry, Remains
from reader.model.label import FeedName
from reader.model.query import Arrangement, Filter, Group, Grouping, Order
from reader.text.words import folded, words

_PAGE = 500  # identifiers in one question to SQLite
_ORDERS = {
    Order.ADDED: "reading.article DESC",
    Order.DAY: "day DESC, reading.article DESC",
    Order.TITLE: "reading.article DESC",  # then as `title_order` has them, see _by_title
    Order.PUBLISHER: "day DESC, reading.article DESC",  # then in groups
    Order.OPENED: "opened DESC",
    Order.PLACE: "place, reading.article DESC",
}
_TITLES = """
    SELECT json_group_array(article)
    FROM (SELECT article FROM title_order ORDER BY letters, article DESC)
"""
_GROUPS = {
    Grouping.DAY: """
        SELECT day, json_group_array(article) FROM reading GROUP BY day ORDER BY day DESC
    """,
    Grouping.PUBLISHER: """
        SELECT publisher, json_group_array(id) FROM article
        GROUP BY publisher ORDER BY publisher IS NULL, publisher
    """,
}
_OF_FEED = "reading.article IN (SELECT article FROM feed_item WHERE feed = ?)"
# The unread articles are the fewer, and an index has them: hence the order of the two.
UNREAD = """
    SELECT feed_item.feed AS feed, count(*) AS unread
    FROM reading CROSS JOIN feed_item ON feed_item.article = reading.article
    WHERE NOT read AND binned IS NULL GROUP BY feed_item.feed
"""
# SQLite knows how many rows there are in all; the others have an index each.
_COUNTS = """
    SELECT
        (SELECT count(*) FROM reading)
        - (SELECT count(*) FROM reading WHERE binned IS NOT NULL),
        (SELECT count(*) FROM reading WHERE NOT read AND binned IS NULL)
"""
IN_BIN = "SELECT article FROM reading WHERE binned IS NOT NULL"
"""SQL for the articles in the bin."""

# No quotation mark can be typed within „…“, so a tag that has some is found without them, too.
_UNQUOTED = reduce(lambda name, sign: f"replace({name}, '{sign}', '')", '„“”"«»', "folded")
_CALLED = f"""
    SELECT id FROM tag, (SELECT ? AS wanted)
    WHERE wanted IN (folded, {_UNQUOTED}) ORDER BY folded = wanted DESC LIMIT 1
"""
_LINKS = {"article": "article.id", "tagged": "tagged.article", "collected": "collected.article"}


class Lists:
    """The articles by what a person wants to see of them."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def ids(self, wanted: Filter, order: Order = Order.ADDED) -> "array[int]":
        """Return the identifiers of the wanted articles, 8 bytes each."""
        return self.arranged(wanted, order).ids

    def arranged(
        self, wanted: Filter, order: Order = Order.ADDED, grouping: Grouping = Grouping.NONE
    ) -> Arrangement:
        """Return the wanted articles in groups, and within each group in an order."""
        with self._connections.reading() as connection:
            ids = _ordered(connection, wanted, order)
            if order is Order.TITLE:
                ids = _by_title(connection, ids)
            if order is Order.PUBLISHER:
                ids = _grouped(connection, ids, Grouping.PUBLISHER).ids
            if grouping is Grouping.NONE:
                return Arrangement(ids)
            return _grouped(connection, ids, grouping)

    def entries(self, identifiers: Sequence[int]) -> list[Entry]:
        """Return the entries of these articles in this order; those that are gone are left out."""
        found: dict[int, Entry] = {}
        with self._connections.reading() as connection:
            for start in range(0, len(identifiers), _PAGE):
                page = list(identifiers[start : start + _PAGE])
                marks = ",".join("?" * len(page))
                rows = connection.execute(f"{ENTRIES} WHERE article.id IN ({marks})", page)
                found |= {row["id"]: entry_from(row) for row in rows}
        return [found[identifier] for identifier in identifiers if identifier in found]

    def entry(self, identifier: int) -> Entry:
        """Return an article as the list shows it; raises `UnknownArticleError`."""
        with self._connections.reading() as connection:
            return entry_from(one(connection, f"{ENTRIES} WHERE article.id = ?", identifier))

    def remains(self, identifier: int) -> Remains | None:
        """Return what can still be read of a damaged article; None where there is none (any more).

        Raises `LibraryError` where that is not because of damage.
        """
        title = self._readable("SELECT CAST(title AS BLOB) FROM article WHERE id = ?", identifier)
        day = self._readable("SELECT CAST(day AS BLOB) FROM reading WHERE article = ?", identifier)
        return None if title is day is None else Remains(title or "", _day(day or ""))

    def _readable(self, query: str, identifier: int) -> str | None:
        """Return a value as far as it can be read; None where there is no such row."""
        try:
            with self._connections.reading() as connection:
                row = connection.execute(query, (identifier,)).fetchone()
        except LibraryDamagedError:
            return ""
        return None if row is None else bytes(row[0] or b"").decode(errors="replace")

    def beginning(self, letters: str) -> set[int]:
        """Return the articles whose title begins with these words, the last of them unfinished."""
        beginning = " ".join(map(folded, words(letters)))
        if not beginning:
            return set()
        query = "SELECT rowid FROM search_exact WHERE search_exact MATCH ?"
        with self._connections.reading() as connection:
            rows = connection.execute(query, (f'title : ^ "{beginning}" *',))
            return {row["rowid"] for row in rows}

    def count(self) -> Counts:
        """Return how many articles there are, those in the bin left out."""
        with self._connections.reading() as connection:
            return Counts(*connection.execute(_COUNTS).fetchone())

    def feeds(self) -> list[FeedName]:
        """Return what the feeds are called and how much of each is unread, by title."""
        with self._connections.reading() as connection:
            titles = dict(connection.execute("SELECT id, title FROM feed").fetchall())
            unread = dict(connection.execute(UNREAD).fetchall()) if titles else {}
        named = (FeedName(each, title, unread.get(each, 0)) for each, title in titles.items())
        return sorted(named, key=lambda feed: (feed.title.casefold(), feed.identifier))

    def publishers(self) -> list[str]:
        """Return who published the articles, as `Entry.publisher` has it."""
        return self._values("publisher")

    def languages(self) -> list[str]:
        """Return the languages of the articles."""
        return self._values("language")

    def _values(self, column: str) -> list[str]:
        query = f"SELECT DISTINCT {column} FROM article WHERE {column} IS NOT NULL ORDER BY 1"
        with self._connections.reading() as connection:
            return [row[0] for row in connection.execute(query)]


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _ordered(connection: sqlite3.Connection, wanted: Filter, order: Order) -> "array[int]":
    """Return the wanted articles in an order that is not by what stands in the articles."""
    joins, conditions, values = conditions_of(wanted)
    if order is Order.OPENED:
        conditions.append("opened IS NOT NULL")
    if order is Order.PLACE and wanted.collection is None:
        order = Order.ADDED
    query = (
        f"SELECT reading.article FROM reading {' '.join(joins.values())}"
        f" WHERE {' AND '.join(conditions)} ORDER BY {_ORDERS[order]}"
    )
    # As one text: a row each would take Python three times as long.
    as_one = f"SELECT json_group_array(article) FROM ({query})"
    return array("q", json.loads(connection.execute(as_one, values).fetchone()[0]))


def _by_title(connection: sqlite3.Connection, ids: "array[int]") -> "array[int]":
    """Return articles by the letters of their titles."""
    by_title = array("q", json.loads(connection.execute(_TITLES).fetchone()[0]))
    if len(ids) == len(by_title):
        return by_title
    wanted = set(ids)
    return array("q", (identifier for identifier in by_title if identifier in wanted))


def _grouped(connection: sqlite3.Connection, ids: "array[int]", grouping: Grouping) -> Arrangement:
    """Return articles in groups, those of each group in the order that they have."""
    keys: list[str | None] = []
    group_of: dict[int, int] = {}
    for key, members in connection.execute(_GROUPS[grouping]):
        group_of.update(dict.fromkeys(json.loads(members), len(keys)))
        keys.append(key)
    groups: list[list[int]] = [[] for _ in keys]
    for identifier in ids:
        if identifier in group_of:  # else it is just being removed
            groups[group_of[identifier]].append(identifier)
    together = array("q", chain.from_iterable(groups))
    shown = zip(keys, groups, strict=True)
    return Arrangement(together, tuple(Group(key, len(group)) for key, group in shown if group))


def conditions_of(wanted: Filter) -> tuple[dict[str, str], list[str], list[str | int]]:
    """Return a filter in SQL: joins to `reading` by table, conditions, and their values in order.

    The joins have no values of their own.
    """
    joins: dict[str, str] = {}
    conditions = [condition for condition in _flags(wanted) if condition]
    values: list[str | int] = []
    for table, condition, value in _compared(wanted):
        if value is not None:
            if table:
                joins[table] = f"JOIN {table} ON {_LINKS[table]} = reading.article"
            conditions.append(condition)
            values.append(value)
    return joins, conditions, values


def _flags(wanted: Filter) -> tuple[str, ...]:
    # Few are in the bin, so it is quicker to ask whether an article is among them than to read its
    # row. Of those that are unread an index holds the ones that are not in the bin.
    kept = "binned IS NULL" if wanted.read is False else f"reading.article NOT IN ({IN_BIN})"
    binned = "binned IS NOT NULL" if wanted.binned else kept
    read = {None: "", True: "read", False: "NOT read"}[wanted.read]
    starred = "starred" if wanted.starred else ""
    annotated = "EXISTS (SELECT 1 FROM annotation WHERE annotation.article = reading.article)"
    return binned, read, starred, annotated if wanted.annotated else ""


def _compared(wanted: Filter) -> tuple[tuple[str, str, str | int | None], ...]:
    """Return the table that is needed, the condition, and the value that it asks for, or None."""
    tag = folded(wanted.tag) if wanted.tag is not None else None
    since = wanted.since.isoformat() if wanted.since else None
    until = wanted.until.isoformat() if wanted.until else None
    return (
        ("article", "language = ?", wanted.language),
        ("article", "publisher = ?", wanted.publisher),
        ("tagged", f"tag = ({_CALLED})", tag),
        ("collected", "collection = ?", wanted.collection),
        ("", _OF_FEED, wanted.feed),
        ("", "day >= ?", since),
        ("", "day <= ?", until),
    )
