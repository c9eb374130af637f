"""Articles as rows, and rows as articles and entries."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from sqlite3 import Row
from typing import TYPE_CHECKING, Any, TypeVar

from reader.errors import LibraryDamagedError
from reader.library import codec, history
from reader.library.keys import search_words
from reader.library.leaf_texts import texts_in
from reader.library.values import CodecError, to_json
from reader.model.article import Article, Source
from reader.model.entry import Entry

if TYPE_CHECKING:
    from reader.model.raw import Repair


_Kind = TypeVar("_Kind")
_Value = str | int | None

_SIGNED = (
    "title",
    "language",
    "published",
    "publisher",
    "original_address",
    "machine_translated",
    "source_format",
    "source_name",
    "source_address",
    "retrieved",
    "added",
    "bytes_sha256",
    "text_sha256",
    "blocks",
    "documents",
    "repairs",
)
# Columns of later versions; where they are empty, older digests hold still.
_SIGNED_IF_THERE = ("author",)


def record(
    article: Article, repairs: "tuple[Repair, ...]", original: bytes
) -> tuple[dict[str, _Value], str]:
    """Return what the tables `article` and `content` keep of an article added now.

    Beside it, the words of its text as the exact search compares them.
    """
    blocks = codec.values_of(article.blocks)
    words = search_words("\n".join(texts_in(blocks)))
    bytes_sha256 = sha256(original)
    row = {
        **_facts(article),
        **_texts(to_json(blocks), article, repairs),
        "added": now(),
        "bytes_sha256": bytes_sha256,
        "text_sha256": _text_digest(words) or bytes_sha256,
    }
    return _signed(row), words


def renewed(row: Row, article: Article, repairs: "tuple[Repair, ...]") -> dict[str, _Value]:
    """Return what the tables keep of an article that was repaired anew.

    It is known again by the words that it had when it was added.
    """
    kept = {name: row[name] for name in ("id", "added", "bytes_sha256", "text_sha256")}
    texts = _texts(codec.write_blocks(article.blocks), article, repairs)
    return _signed({**_facts(article), **texts, **kept})


def _facts(article: Article) -> dict[str, _Value]:
    source = article.source
    return {
        "title": article.title,
        "language": article.language,
        "published": article.published.isoformat() if article.published else None,
        "author": article.author,
        "publisher": source.publisher,
        "original_address": article.original,
        "machine_translated": int(article.machine_translated),
        "source_format": source.format,
        "source_name": source.name,
        "source_address": source.address,
        "retrieved": source.retrieved.isoformat() if source.retrieved else None,
    }


def _texts(blocks: str, article: Article, repairs: "tuple[Repair, ...]") -> dict[str, _Value]:
    return {
        "blocks": blocks,
        "documents": codec.write_references(article.references),
        "repairs": history.write_repairs(repairs),
    }


def is_as_written(row: Mapping[str, _Value]) -> bool:
    """Tell whether a row with all columns of an article, or of a version, is as it was written."""
    return _digest(row) == row["digest"]


def _signed(row: dict[str, _Value]) -> dict[str, _Value]:
    return {**row, "digest": _digest(row)}


def article_from(row: Row, path: Path) -> Article:
    """Return the article of a row with all columns.

    Raises `LibraryDamagedError` where the row is not as it was written.
    """
    article = facts_from(row, path)
    return replace(
        article,
        blocks=codec.read_blocks(row["blocks"]),
        references=codec.read_references(row["documents"]),
    )


def facts_from(row: Row, path: Path) -> Article:
    """Return the article of such a row without its text, many times quicker; raises as that."""
    if not is_as_written(dict(row)):
        raise LibraryDamagedError(path)
    return Article(
        title=row["title"],
        language=row["language"],
        blocks=(),
        source=Source(
            format=row["source_format"],
            name=row["source_name"],
            address=row["source_address"],
            retrieved=_parsed(datetime.fromisoformat, row["retrieved"]),
            publisher=row["publisher"],
        ),
        published=_parsed(date.fromisoformat, row["published"]),
        original=row["original_address"],
        machine_translated=bool(row["machine_translated"]),
        author=row["author"],
    )


def entry_from(row: Row | Mapping[str, Any]) -> Entry:
    """Return the entry of a row with the columns that a list shows."""
    return Entry(
        identifier=row["id"],
        title=row["title"],
        language=row["language"],
        added=moment(row["added"]),
        published=_parsed(date.fromisoformat, row["published"]),
        publisher=row["publisher"],
        machine_translated=bool(row["machine_translated"]),
        read=bool(row["read"]),
        source_name=row["source_name"],
        starred=bool(row["starred"]),
        tags=tuple(row["tags"].split("\n")) if row["tags"] else (),
        annotated=bool(row["annotated"]),
        versions=row["versions"],
    )


def moment(text: str) -> datetime:
    """Return a time that `now` wrote; raises `CodecError`."""
    found = _parsed(datetime.fromisoformat, text)
    if found is None:
        raise CodecError("no time")
    return found


def now() -> str:
    """Return the time as it is kept: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _text_digest(words: str) -> str:
    """Return a digest of the words alone; empty where there are none.

    Files of one announcement differ in quotation marks, spaces and capitals.
    """
    return sha256(words.encode()) if words else ""


def _digest(row: Mapping[str, _Value]) -> str:
    later = [row[name] for name in _SIGNED_IF_THERE if row[name] is not None]
    signed = [row[name] for name in _SIGNED] + later
    return sha256(json.dumps(signed, ensure_ascii=False).encode())


def _parsed(parse: Callable[[str], _Kind], text: str | None) -> _Kind | None:
    if text is None:
        return None
    try:
        return parse(text)
    except ValueError as error:
        raise CodecError(text) from error
