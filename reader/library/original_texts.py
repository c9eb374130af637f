"""Articles in their original language, kept beside the translation."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from reader.errors import LibraryDamagedError
from reader.library import codec
from reader.library.connections import Connections
from reader.library.records import moment, sha256
from reader.library.statements import index, unindex
from reader.library.values import as_text, to_json
from reader.model.article import Article, Source

COLUMNS = ("language", "title", "address", "retrieved", "blocks", "bytes_sha256", "digest")
FORMAT = "original"
"""What the source of such an article says instead of an importer's name."""
_SIGNED = COLUMNS[:-1]
_PUT = f"""
    REPLACE INTO original_text (article, {", ".join(COLUMNS)})
    VALUES (:article, {", ".join(f":{name}" for name in COLUMNS)})
"""
_GET = "SELECT * FROM original_text WHERE article = ?"


class OriginalTexts:
    """The part of the library that keeps originals; each article has one at most."""

    def __init__(self, connections: Connections, path: Path) -> None:
        self._connections = connections
        self._path = path

    def keep(self, identifier: int, original: Article, data: bytes) -> None:
        """Keep an original, and the digest of the bytes it came in; one before it is replaced."""
        row = {"article": identifier, **record(original, data)}
        with self._connections.writing() as connection:
            unindex(connection, identifier)
            connection.execute(_PUT, row)
            index(connection, identifier)

    def of(self, identifier: int) -> Article | None:
        """Return the original of an article, if one is kept."""
        with self._connections.reading() as connection:
            row: sqlite3.Row | None = connection.execute(_GET, (identifier,)).fetchone()
        if row is None:
            return None
        if not is_as_written(dict(row)):
            raise LibraryDamagedError(self._path)
        return article_from(dict(row))


def record(original: Article, data: bytes) -> dict[str, str | None]:
    """Return what the table keeps of an original that came in these bytes."""
    retrieved = original.source.retrieved
    row = {
        "language": original.language,
        "title": original.title,
        "address": original.source.address,
        "retrieved": retrieved.isoformat(timespec="seconds") if retrieved else None,
        "blocks": codec.write_blocks(original.blocks),
        "bytes_sha256": sha256(data),
    }
    return {**row, "digest": _digest(row)}


def article_from(row: Mapping[str, object]) -> Article:
    """Return the original that a row holds; raises `CodecError`."""
    address, retrieved = row["address"], row["retrieved"]
    source = Source(
        FORMAT,
        address=None if address is None else as_text(address),
        retrieved=_time(retrieved),
    )
    title, language = as_text(row["title"]), as_text(row["language"])
    return Article(title, language, codec.read_blocks(as_text(row["blocks"])), source)


def is_as_written(row: Mapping[str, str | int | None]) -> bool:
    """Tell whether a row with all columns is as it was written."""
    return _digest(row) == row["digest"]


def _digest(row: Mapping[str, str | int | None]) -> str:
    return sha256(to_json([row[name] for name in _SIGNED]).encode())


def _time(found: object) -> datetime | None:
    return None if found is None else moment(as_text(found))
