"""Reads articles of a copy of a whole library, each with all that the library had of it."""

import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from reader.library import history
from reader.library.archive import belongings
from reader.library.archive.archive import part, read_article, read_file
from reader.library.archive.belongings import Belongings
from reader.library.records import article_from, renewed
from reader.library.statements import WHOLE
from reader.library.values import CodecError, as_number, as_text
from reader.model.article import Article
from reader.model.leaves import leaves

Row: TypeAlias = Mapping[str, str | int | None]

_Kind = TypeVar("_Kind")

_SHA256 = re.compile("[0-9a-f]{64}")
MOST = 2**40  # of seconds, articles and openings
_TEXTS = (
    *("title", "language", "source_format", "source_name", "added", "digest"),
    *("bytes_sha256", "text_sha256", "blocks", "documents", "repairs"),
)
_TEXTS_OR_NONE = (
    "published",
    "author",
    "publisher",
    "original_address",
    "source_address",
    "retrieved",
)
_READING = "SELECT opened, opened_at, binned FROM own_reading WHERE article = ?"
_VERSIONS = "SELECT * FROM own_version WHERE article = ? ORDER BY number"
_COLLECTED = "SELECT collection, place FROM own_collected WHERE article = ?"


@dataclass(frozen=True, slots=True)
class Reading:
    """How often, when and whether at all an article was opened, and when it came into the bin."""

    opened: int | None
    opened_at: str | None
    binned: int | None


@dataclass(frozen=True, slots=True)
class Whole:
    """An article as the library had it; rows have the columns of the tables of the library.

    `versions` are the older ones, the first one first; `files` those that are whole, by their
    digests; `collected` names collections by their numbers in the archive, with the places there.
    """

    article: Article
    row: Row
    versions: tuple[Row, ...]
    files: Mapping[str, bytes]
    reading: Reading
    collected: tuple[tuple[int, int], ...]
    belongings: Belongings

    @property
    def digests(self) -> list[str]:
        """The files that the article and its older versions came in."""
        return [str(row["bytes_sha256"]) for row in (self.row, *self.versions)]


def read(connection: sqlite3.Connection, path: Path, number: int) -> Whole:
    """Return all of an article; raises `LibraryDamagedError`, `CodecError` or SQLite's errors."""
    row = part(connection, WHOLE, number)
    article, newest = read_article(row, path), _harmless(row, path)
    versions = tuple(
        _harmless(each, path) for each in connection.execute(_VERSIONS, (number,)).fetchall()
    )
    files = {
        digest: data
        for digest in {as_text(each["bytes_sha256"]) for each in (newest, *versions)}
        if (data := read_file(connection, digest)) is not None
    }
    return Whole(
        article,
        newest,
        versions,
        files,
        _reading(connection, number),
        tuple(
            (as_number(each["collection"]), _counted(each["place"]))
            for each in connection.execute(_COLLECTED, (number,))
        ),
        belongings.read(connection, path, number, len(leaves(article))),
    )


def _harmless(row: sqlite3.Row, path: Path) -> Row:
    """Return a row as it is where nothing in it acts, else with an article that does not."""
    _look_at(row)
    article = read_article(row, path)
    history.read_repairs(as_text(row["repairs"]))
    if article == article_from(row, path):
        return dict(row)
    return {**dict(row), **renewed(row, article, history.read_repairs(as_text(row["repairs"])))}


def _look_at(row: sqlite3.Row) -> None:
    """Raise `CodecError` where the library's tables would not take a row, or it names no file."""
    as_number(row["machine_translated"])
    for name in _TEXTS:
        as_text(row[name])
    for name in _TEXTS_OR_NONE:
        _or_none(as_text, row[name])
    for name in ("bytes_sha256", "text_sha256"):
        if not _SHA256.fullmatch(row[name]):  # files are named so, and where they lie
            raise CodecError(f"not a digest: {row[name]!r:.80}")


def _reading(connection: sqlite3.Connection, number: int) -> Reading:
    row = connection.execute(_READING, (number,)).fetchone()
    if row is None:
        return Reading(None, None, None)
    opened, binned = _or_none(_counted, row["opened"]), _or_none(_counted, row["binned"])
    return Reading(opened, _or_none(as_text, row["opened_at"]), binned)


def _counted(value: object) -> int:
    """Return a number that can be reckoned with."""
    number = as_number(value)
    if abs(number) > MOST:
        raise CodecError(f"not a count: {number}")
    return number


def _or_none(read: Callable[[object], _Kind], value: object) -> _Kind | None:
    return None if value is None else read(value)
