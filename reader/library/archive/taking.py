"""Puts articles of a copy of a whole library into the tables, beside what is there."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.library import versions
from reader.library.adding import Put, insert
from reader.library.archive.merging import Heir
from reader.library.archive.whole import Row, Whole
from reader.library.leaf_texts import leaf_texts
from reader.library.statements import WHOLE, one
from reader.library.values import as_number, as_text
from reader.text.anchors import Moves

_SAME = "SELECT {number} FROM {table} WHERE bytes_sha256 = ? OR text_sha256 = ?"
_PLACES = (("article", "id"), ("version", "article"))
_SET_READING = "UPDATE reading SET opened = ?, opened_at = ?, binned = ? WHERE article = ?"
_ADD_VERSION = """
    INSERT INTO version (
        article, number, title, language, published, author, publisher, original_address,
        machine_translated, source_format, source_name, source_address, retrieved, added,
        bytes_sha256, text_sha256, digest, blocks, documents, repairs
    ) VALUES (
        :article, :number, :title, :language, :published, :author, :publisher, :original_address,
        :machine_translated, :source_format, :source_name, :source_address, :retrieved, :added,
        :bytes_sha256, :text_sha256, :digest, :blocks, :documents, :repairs
    )
"""


@dataclass(frozen=True, slots=True)
class Before:
    """What the library was before: its last article, and how the two count.

    `opened` is added to counts of opening, so that what was opened here stays the latest;
    `collections` leads to the library's, with the places that are taken there.
    """

    last: int
    opened: int
    collections: Mapping[int, tuple[int, int]]


@dataclass(slots=True)
class Counted:
    """What has become of the articles so far."""

    new: int = 0
    notes: int = 0
    known: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    without_file: list[str] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    """From the numbers of the articles in the archive to those in the library."""


class Taking:
    """Takes articles into the tables, within one transaction."""

    def __init__(
        self, connection: sqlite3.Connection, put: Put, before: Before, counted: Counted
    ) -> None:
        self._connection = connection
        self._put = put
        self._before = before
        self._counted = counted

    def take(self, each: Whole) -> Heir:
        """Put an article and its older versions in where they are not yet; return what is left."""
        for digest, data in each.files.items():
            self._put(digest, data)
        if str(each.row["bytes_sha256"]) not in each.files:
            self._counted.without_file.append(each.article.title)
        number = self._same(each)
        new = number is None
        if number is None:
            number = self._insert(each)
            self._counted.new += 1
        else:
            self._keep_versions(number, (*each.versions, each.row))
            self._counted.known.append(each.article.title)
        self._counted.articles.append(number)
        self._counted.numbers[number_in(each.row)] = number
        return Heir(number, new, each.belongings, None if new else self._moves(number, each))

    def _same(self, each: Whole) -> int | None:
        """Return the article of the library that is this one, in whatever version."""
        for row in (each.row, *reversed(each.versions)):
            found = _known(self._connection, row)
            if found is not None:
                return found
        alike = versions.earlier(self._connection, each.row)
        return alike if alike is not None and alike <= self._before.last else None

    def _insert(self, each: Whole) -> int:
        """Write a new article to the letter, when it was opened and whether it lies in the bin."""
        number = insert(self._connection, each.row)
        for row in each.versions:
            self._connection.execute(_ADD_VERSION, {**row, "article": number})
        opened = each.reading.opened
        values = (
            None if opened is None else opened + self._before.opened,
            each.reading.opened_at,
            each.reading.binned,
            number,
        )
        self._connection.execute(_SET_READING, values)
        return number

    def _keep_versions(self, number: int, rows: Sequence[Row]) -> None:
        """Keep these beside what the library has of an article, the newest of all on top.

        What came after the library's own text there is newer, whatever the clocks say.
        """
        changed, passed = False, set[object]()
        for row in rows:
            passed.add(row["text_sha256"])
            if _known(self._connection, row) == number:
                continue
            changed = True
            current = one(self._connection, WHOLE, number)
            if current["text_sha256"] in passed or as_text(row["added"]) > current["added"]:
                versions.succeed(self._connection, number, row)
            else:
                query = "SELECT max(number) FROM version WHERE article = ?"
                last = number_of(self._connection, query, number)
                values = {**row, "article": number, "number": last + 1}
                self._connection.execute(_ADD_VERSION, values)
        if changed:
            self._put_in_order(number)

    def _put_in_order(self, number: int) -> None:
        """Give the older versions of an article numbers from 1 on, as they came in."""
        query = "SELECT number FROM version WHERE article = ? ORDER BY added, number"
        found = [row[0] for row in self._connection.execute(query, (number,))]
        statement = "UPDATE version SET number = ? WHERE article = ? AND number = ?"
        # By way of negative numbers, for no two may be the same meanwhile.
        self._connection.executemany(
            statement, [(-place, number, was) for place, was in enumerate(found, 1)]
        )
        self._connection.execute(
            "UPDATE version SET number = -number WHERE article = ? AND number < 0", (number,)
        )

    def _moves(self, number: int, each: Whole) -> Moves | None:
        """Return the way from the archive's text to the library's, where the two differ."""
        here = leaf_texts(one(self._connection, WHOLE, number)["blocks"])
        there = leaf_texts(str(each.row["blocks"]))
        return None if here == there else Moves(there, here)


def _known(connection: sqlite3.Connection, row: Row) -> int | None:
    """Return the article that has this file or these words, or had them in an older version."""
    values = (row["bytes_sha256"], row["text_sha256"])
    for table, number in _PLACES:
        found = connection.execute(_SAME.format(number=number, table=table), values).fetchone()
        if found is not None:
            identifier: int = found[0]
            return identifier
    return None


def number_in(row: Row) -> int:
    """Return the number of an article in its archive."""
    return as_number(row["id"])


def number_of(connection: sqlite3.Connection, query: str, *values: int) -> int:
    """Return the one number that is asked for; 0 where there is none."""
    found: int | None = connection.execute(query, values).fetchone()[0]
    return found or 0
