"""What goes along with an article: labels, notes, places, corrections, original, mended pairs."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.library import history, link_notes, original_texts, pins
from reader.library.annotations import annotation_from
from reader.library.archive.harmless import address, harmless, line, text
from reader.library.statements import index, unindex
from reader.library.values import as_text
from reader.model.annotation import Annotation
from reader.model.bilingual import Pin
from reader.model.correction import Correction
from reader.model.links import KnownLink
from reader.model.position import START, Position
from reader.text.words import folded

_ORIGINAL = original_texts.COLUMNS
_STATE = "SELECT read, starred, block, char FROM temp.reading WHERE article = ?"
_TAGS = "SELECT name FROM tagged JOIN tag ON tag.id = tag WHERE article = ? ORDER BY folded"
_CORRECTIONS = "SELECT corrections FROM correction WHERE article = ?"
_ANNOTATIONS = "SELECT * FROM annotation WHERE article = ? ORDER BY block, char, id"
_ADD_TAG = "INSERT OR IGNORE INTO tag (name, folded) VALUES (?, ?)"
_TAG = "INSERT OR IGNORE INTO tagged SELECT id, ? FROM tag WHERE folded = ?"
_ADD_ORIGINAL = f"""
    INSERT OR IGNORE INTO original_text (article, {", ".join(_ORIGINAL)})
    VALUES (?, {", ".join("?" * len(_ORIGINAL))})
"""
_KEEP_PINS = "INSERT OR IGNORE INTO pin (article, pins, digest) VALUES (?, ?, ?)"
_SET_PLACE = """
    UPDATE reading SET read = ?, block = ?, char = ?
    WHERE article = ? AND NOT read AND block = 0 AND char = 0
"""


@dataclass(frozen=True, slots=True)
class Belongings:
    """What an archive has beside an article; `original` is a row of the table of that name."""

    corrections: tuple[Correction, ...]
    annotations: tuple[Annotation, ...]
    tags: tuple[str, ...]
    starred: bool
    read: bool
    place: Position
    original: tuple[str | None, ...] | None
    pins: tuple[Pin, ...]
    links: Mapping[str, KnownLink]


def read(connection: sqlite3.Connection, path: Path, number: int, leaves: int) -> Belongings:
    """Return what an archive has beside an article of so many leaves.

    Raises `LibraryDamagedError`, `CodecError`.
    """
    state = connection.execute(_STATE, (number,)).fetchone()
    corrections = connection.execute(_CORRECTIONS, (number,)).fetchone()
    tags = connection.execute(_TAGS, (number,)).fetchall()
    return Belongings(
        corrections=history.read_corrections(corrections["corrections"]) if corrections else (),
        annotations=annotations(connection, path, number, leaves),
        tags=tuple(line(as_text(row["name"])) for row in tags),
        starred=bool(state["starred"]),
        read=bool(state["read"]),
        place=Position(state["block"], state["char"]) if state["block"] < leaves else START,
        original=_original(connection, number),
        pins=tuple(map(_harmless_pin, pins.found(connection, number))),
        links={
            text(link): replace(known, own=address(known.own))
            for link, known in link_notes.found(connection, number).items()
        },
    )


def annotations(
    connection: sqlite3.Connection, path: Path, number: int, leaves: int
) -> tuple[Annotation, ...]:
    """Return the marks of an article that lie in it; raises `LibraryDamagedError`."""
    rows = connection.execute(_ANNOTATIONS, (number,)).fetchall()
    marks = (annotation_from(row, path) for row in rows)
    return tuple(
        replace(mark, text=text(mark.text), quoted=text(mark.quoted))
        for mark in marks
        if mark.start.block in range(leaves) and mark.end.block in range(leaves)
    )


def keep(
    connection: sqlite3.Connection, article: int, found: Belongings, *, new: bool, places: bool
) -> None:
    """Give an article of the library what an archive has beside it; nothing is taken from it.

    Notes are not kept here. Corrections count for a new article alone.
    """
    if new and found.corrections:
        corrections = history.write_corrections(found.corrections)
        connection.execute("INSERT OR IGNORE INTO correction VALUES (?, ?)", (article, corrections))
    for name in found.tags:
        connection.execute(_ADD_TAG, (name, folded(name)))
        connection.execute(_TAG, (article, folded(name)))
    if found.starred:
        connection.execute("UPDATE reading SET starred = 1 WHERE article = ?", (article,))
    if places:
        values = (int(found.read), found.place.block, found.place.char, article)
        connection.execute(_SET_PLACE, values)
    if found.original is not None:
        _keep_original(connection, article, found.original)
    if found.pins:
        connection.execute(_KEEP_PINS, (article, *pins.record(found.pins)))
    if found.links:
        link_notes.put(
            connection, article, {**found.links, **link_notes.found(connection, article)}
        )


def _keep_original(
    connection: sqlite3.Connection, article: int, values: Sequence[str | None]
) -> None:
    known = "SELECT 1 FROM original_text WHERE article = ?"
    if connection.execute(known, (article,)).fetchone() is None:
        unindex(connection, article)
        connection.execute(_ADD_ORIGINAL, (article, *values))
        index(connection, article)


def _original(connection: sqlite3.Connection, number: int) -> tuple[str | None, ...] | None:
    """Return the row of an original text; None where it is not as written, or something acts."""
    query = f"SELECT {', '.join(_ORIGINAL)} FROM original_text WHERE article = ?"
    row = connection.execute(query, (number,)).fetchone()
    if row is None or not original_texts.is_as_written(dict(row)):
        return None
    article = original_texts.article_from(dict(row))
    return tuple(row) if harmless(article) == article else None


def _harmless_pin(pin: Pin) -> Pin:
    return replace(pin, left=tuple(map(text, pin.left)), right=tuple(map(text, pin.right)))
