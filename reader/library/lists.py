"""Which articles there are, in which order: identifiers at once, entries a page at a time."""

import json
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

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
    Order.TITLE: "reading.article DESC",  # then by the title's letters, see _by_title
    Order.PUBLISHER: "publisher IS NULL, publisher, day DESC, reading.article DESC",
    Order.OPENED: "opened DESC",
    Order.PLACE: "place, reading.article DESC",
}
_OF_ARTICLES = (Order.TITLE, Order.PUBLISHER)
_SORTED = {Order.TITLE: "title"}
_GROUPS = {Grouping.NONE: "", Grouping.DAY: "day", Grouping.PUBLISHER: "publisher"}
_GROUP_ORDERS = {
    Grouping.NONE: "",
    Grouping.DAY: "day DESC",
    Grouping.PUBLISHER: "publisher IS NULL, publisher",
}
_OF_FEED = "reading.article IN (SELECT article FROM feed_item WHERE feed = ?)"
# The unread articles are the fewer, and an index has them: hence the order of the two.
UNREAD = """
    SELECT feed_item.feed AS feed, count(*) AS unread
    FROM reading CROSS JOIN feed_item ON feed_item.article = reading.article
    WHERE NOT read AND binned IS NULL GROUP BY feed_item.feed
"""
_NO_LETTERS = re.compile(r"^[\W_]+")
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
        joins, conditions, values = conditions_of(wanted)
        if order in _OF_ARTICLES or grouping is Grouping.PUBLISHER:
            joins.setdefault("article", f"JOIN article ON {_LINKS['article']} = reading.article")
        if order is Order.OPENED:
            conditions.append("opened IS NOT NULL")
        if order is Order.PLACE and wanted.collection is None:
            order = Order.ADDED
        columns = ["reading.article", *filter(None, (_GROUPS[grouping], _SORTED.get(order)))]
        groups_first = ", ".join(filter(None, (_GROUP_ORDERS[grouping], _ORDERS[order])))
        query = (
            f"SELECT {', '.join(columns)} FROM reading {' '.join(joins.values())}"
            f" WHERE {' AND '.join(conditions)} ORDER BY {groups_first}"
        )
        with self._connections.reading() as connection:
            if len(columns) == 1:
                # As one text: a row each would take Python three times as long.
                as_one = f"SELECT json_group_array(article) FROM ({query})"
                return Arrangement(
                    array("q", json.loads(connection.execute(as_one, values).fetchone()[0]))
                )
            rows = connection.execute(query, values)
            rows.row_factory = None
            if grouping is not Grouping.NONE:
                return _grouped(rows, by_title=order is Order.TITLE)
            return Arrangement(array("q", _by_title(rows)))

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
        query = (
            "SELECT count(*), count(*) FILTER (WHERE NOT read) FROM reading WHERE binned IS NULL"
        )
        with self._connections.reading() as connection:
            total, unread = connection.execute(query).fetchone()
            return Counts(total, unread)

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


def _grouped(rows: Iterable[tuple[Any, ...]], *, by_title: bool) -> Arrangement:
    """Return rows of identifier, group and perhaps title; neighbours of one group stay together."""
    ids = array("q")
    groups: list[Group] = []
    in_order = _by_title if by_title else _as_they_come
    for key, members in groupby(rows, itemgetter(1)):
        before = len(ids)
        ids.extend(in_order(members))
        groups.append(Group(key, len(ids) - before))
    return Arrangement(ids, tuple(groups))


def _as_they_come(rows: Iterable[tuple[Any, ...]]) -> Iterator[int]:
    return (row[0] for row in rows)


def _by_title(rows: Iterable[tuple[Any, ...]]) -> Iterator[int]:
    """Return identifiers by the letters of the titles, which come last in the rows."""
    return (row[0] for row in sorted(rows, key=lambda row: _title_key(row[-1])))


def _title_key(title: str) -> str:
    """Return a title as it is put in order: by its letters, quotation marks left out."""
    return _NO_LETTERS.sub("", title).casefold()


def conditions_of(wanted: Filter) -> tuple[dict[str, str], list[str], list[str | int]]:
    """Return a filter in SQL: joins to `reading` by table, conditions, and their values in order.

    The joins have no values of their own.
    """
    joins: dict[str, str] = {}
    conditions = ["binned IS NOT NULL" if wanted.binned else "binned IS NULL"]
    conditions += [condition for condition in _flags(wanted) if condition]
    values: list[str | int] = []
    for table, condition, value in _compared(wanted):
        if value is not None:
            if table:
                joins[table] = f"JOIN {table} ON {_LINKS[table]} = reading.article"
            conditions.append(condition)
            values.append(value)
    return joins, conditions, values


def _flags(wanted: Filter) -> tuple[str, ...]:
    read = {None: "", True: "read", False: "NOT read"}[wanted.read]
    starred = "starred" if wanted.starred else ""
    annotated = "EXISTS (SELECT 1 FROM annotation WHERE annotation.article = reading.article)"
    return read, starred, annotated if wanted.annotated else ""


def _compared(wanted: Filter) -> tuple[tuple[str, str, str | int | None], ...]:
    """Return the table that is needed, the condition, and the value that it asks for, or None."""
    tag = folded(wanted.tag) if wanted.tag is not None else None
    since = wanted.since.isoformat() if wanted.since else None
    until = wanted.until.isoformat() if wanted.until else None
    return (
        ("article", "language = ?", wanted.language),
        ("article", "publisher = ?", wanted.publisher),
        ("tagged", "tag = (SELECT id FROM tag WHERE folded = ?)", tag),
        ("collected", "collection = ?", wanted.collection),
        ("", _OF_FEED, wanted.feed),
        ("", "day >= ?", since),
        ("", "day <= ?", until),
    )
