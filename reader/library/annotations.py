"""What the person marks in articles: bookmarks, highlights and notes."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, replace
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import LibraryDamagedError, UnknownAnnotationError
from reader.library.connections import Connections
from reader.library.leaf_texts import leaf_texts
from reader.library.records import moment, sha256
from reader.library.statements import index, one, unindex
from reader.library.values import CodecError, to_json
from reader.model.annotation import Annotation, AnnotationKind
from reader.model.position import START, Position
from reader.text.anchors import Certainty, Moves, Stretch

_COLUMNS = (
    "key",
    "article",
    "kind",
    "block",
    "char",
    "end_block",
    "end_char",
    "quoted",
    "text",
    "created",
    "changed",
)
_PUT = f"""
    INSERT INTO annotation ({", ".join(_COLUMNS)}, digest)
    VALUES ({", ".join(f":{name}" for name in _COLUMNS)}, :digest)
    ON CONFLICT (key) DO UPDATE SET
        {", ".join(f"{name} = :{name}" for name in _COLUMNS[1:])}, digest = :digest
"""
_PLACE = "SELECT block, char FROM reading WHERE article = ?"
_SET_PLACE = "UPDATE reading SET block = ?, char = ? WHERE article = ?"
_IN_ORDER = "ORDER BY block, char, end_block, end_char, annotation.id"


class Annotations:
    """The marks in all articles; the search finds the words of notes at once."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of(self, article: int) -> list[Annotation]:
        """Return the marks of an article in its order; raises `UnknownArticleError`."""
        with self._connections.reading() as connection:
            one(connection, "SELECT id FROM article WHERE id = ?", article)
            return list(self._found(connection, f"WHERE article = ? {_IN_ORDER}", article))

    def all(self) -> list[Annotation]:
        """Return the marks of all articles that are not in the bin, those changed last first."""
        which = """
            WHERE article IN (SELECT article FROM reading WHERE binned IS NULL)
            ORDER BY changed DESC, annotation.id DESC
        """
        with self._connections.reading() as connection:
            return list(self._found(connection, which))

    def add(
        self, article: int, kind: AnnotationKind, stretch: Stretch, quoted: str, text: str = ""
    ) -> Annotation:
        """Mark a stretch of an article; raises `UnknownArticleError`."""
        from uuid import uuid4

        now = _now()
        place = (stretch.start, stretch.end)
        made = Annotation(0, uuid4().hex, article, kind, *place, quoted, text, now, now)
        with self._connections.writing() as connection:
            return self._put(connection, made)

    def rewrite(self, identifier: int, text: str) -> Annotation:
        """Give a mark other words; a highlight with words is a note, and a note stays one.

        Raises `UnknownAnnotationError`.
        """
        with self._connections.writing() as connection:
            before = self._one(connection, identifier)
            kind = before.kind
            if kind is AnnotationKind.HIGHLIGHT and text:
                kind = AnnotationKind.NOTE
            return self._put(connection, replace(before, kind=kind, text=text, changed=_now()))

    def remove(self, identifier: int) -> Annotation:
        """Remove a mark and return it, so that `put` can bring it back.

        Raises `UnknownAnnotationError`.
        """
        with self._connections.writing() as connection:
            gone = self._one(connection, identifier)
            unindex(connection, gone.article)
            connection.execute("DELETE FROM annotation WHERE id = ?", (identifier,))
            index(connection, gone.article)
        return gone

    def put(self, annotation: Annotation) -> Annotation:
        """Keep a mark that was removed, or that comes from another copy of the library.

        Of two with one key the one changed last is kept. `annotation.article` is a number of this
        library; raises `UnknownArticleError`.
        """
        with self._connections.writing() as connection:
            known = next(self._found(connection, "WHERE key = ?", annotation.key), None)
            if known is not None and known.changed >= annotation.changed:
                return known
            if known is not None and known.article != annotation.article:
                annotation = replace(annotation, article=known.article)
            return self._put(connection, annotation)

    def _put(self, connection: sqlite3.Connection, annotation: Annotation) -> Annotation:
        one(connection, "SELECT id FROM article WHERE id = ?", annotation.article)
        unindex(connection, annotation.article)
        connection.execute(_PUT, _row(annotation))
        index(connection, annotation.article)
        return next(self._found(connection, "WHERE key = ?", annotation.key))

    def _one(self, connection: sqlite3.Connection, identifier: int) -> Annotation:
        found = next(self._found(connection, "WHERE id = ?", identifier), None)
        if found is None:
            raise UnknownAnnotationError(identifier)
        return found

    def _found(
        self, connection: sqlite3.Connection, which: str, *values: str | int
    ) -> Iterator[Annotation]:
        for row in connection.execute(f"SELECT * FROM annotation {which}", values):
            yield annotation_from(row, self._connections.path)


def carry(connection: sqlite3.Connection, article: int, before: str, after: str) -> None:
    """Let the marks and the reading place of an article follow their words into other blocks.

    Both texts are blocks as codec.py writes them. Changes nothing that the search holds.
    """
    if before == after:
        return
    moves = Moves(leaf_texts(before), leaf_texts(after))
    place = Position(*one(connection, _PLACE, article))
    if place != START:
        found = moves.nearest(place)
        connection.execute(_SET_PLACE, (found.block, found.char, article))
    rows = connection.execute("SELECT * FROM annotation WHERE article = ?", (article,)).fetchall()
    for row in rows:
        if is_as_written(dict(row)):  # else the deep check tells of it
            connection.execute(_PUT, _row(moved(_annotation(row), moves)))


def annotation_from(row: sqlite3.Row, path: Path) -> Annotation:
    """Return the mark of a row with all columns.

    Raises `LibraryDamagedError` where the row is not as it was written.
    """
    if not is_as_written(dict(row)):
        raise LibraryDamagedError(path)
    return _annotation(row)


def _annotation(row: sqlite3.Row) -> Annotation:
    created, changed = moment(row["created"]), moment(row["changed"])
    if row["kind"] not in set(AnnotationKind):
        raise CodecError(f"not a kind: {row['kind']!r:.80}")
    return Annotation(
        identifier=row["id"],
        key=row["key"],
        article=row["article"],
        kind=AnnotationKind(row["kind"]),
        start=Position(row["block"], row["char"]),
        end=Position(row["end_block"], row["end_char"]),
        quoted=row["quoted"],
        text=row["text"],
        created=created,
        changed=changed,
    )


def _row(annotation: Annotation) -> dict[str, str | int]:
    values: Sequence[str | int] = (
        annotation.key,
        annotation.article,
        annotation.kind.value,
        *astuple(annotation.start),
        *astuple(annotation.end),
        annotation.quoted,
        annotation.text,
        _written(annotation.created),
        _written(annotation.changed),
    )
    row = dict(zip(_COLUMNS, values, strict=True))
    return {**row, "digest": _digest(row)}


def is_as_written(row: Mapping[str, str | int | None]) -> bool:
    """Tell whether a row with all columns is as it was written."""
    return _digest(row) == row["digest"]


def _digest(row: Mapping[str, str | int | None]) -> str:
    return sha256(to_json([row[name] for name in _COLUMNS]).encode())


def moved(annotation: Annotation, moves: Moves) -> Annotation:
    """Return a mark at its words in another text; it counts as unchanged by the person."""
    if annotation.kind is AnnotationKind.BOOKMARK:
        place = _bookmark(annotation, moves)
        return replace(annotation, start=place, end=place)
    stretch = Stretch(annotation.start, annotation.end)
    found = moves.stretch(stretch, annotation.quoted).stretch
    return replace(annotation, start=found.start, end=found.end)


def _bookmark(annotation: Annotation, moves: Moves) -> Position:
    start = annotation.start
    words = Stretch(start, Position(start.block, start.char + len(annotation.quoted)))
    found = moves.stretch(words, annotation.quoted)
    return moves.nearest(start) if found.certainty is Certainty.LOST else found.stretch.start


def _now() -> datetime:
    return datetime.now(UTC)


def _written(time: datetime) -> str:
    return time.astimezone(UTC).isoformat()
