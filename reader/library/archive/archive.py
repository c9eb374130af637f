"""An archive that is open: read as the library is, and never changed."""

import sqlite3
from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from reader.errors import ArchiveDamagedError
from reader.library import history, original_texts
from reader.library import search as searching
from reader.library.archive import belongings, form, harmless, packing, seal, session
from reader.library.archive.belongings import Belongings
from reader.library.archive.indexing import index_anew
from reader.library.archive.opening import ArchiveConnection
from reader.library.lists import Lists
from reader.library.reading_state import ReadingState
from reader.library.records import article_from, sha256
from reader.library.statements import WHOLE, one
from reader.library.values import CodecError, as_number, as_text
from reader.model.annotation import Annotation
from reader.model.archive import About, Attribution
from reader.model.article import Article
from reader.model.bilingual import Pin
from reader.model.correction import Correction
from reader.model.entry import Counts, Entry, Hit
from reader.model.leaves import leaves
from reader.model.position import Position
from reader.model.query import Arrangement, Filter, Grouping, Order, Search
from reader.model.raw import Repair
from reader.text.words import RULES

_MOST_ABOUT = 10_000  # letters
_FILES = "SELECT size, packed, bytes FROM file WHERE sha256 = ?"


class Archive:
    """Articles in one file, with all that the library knows of them.

    Nothing in it is trusted: what is read is checked first. Every method raises
    `ArchiveDamagedError` or `ArchiveUnsafeError` where the file is not as this program makes it;
    those that take an identifier raise `UnknownArticleError`. Identifiers are the archive's own.
    """

    def __init__(self, path: Path) -> None:
        """Open an archive; raises `SourceError`, `ArchiveError`."""
        self.path = path
        self._connections = ArchiveConnection(path, _prepare)
        self._files = ArchiveConnection(path, allow_files)
        try:
            with self._connections.reading() as connection:
                self.about = read_about(connection)
        except BaseException:
            self.close()
            raise
        self._lists = Lists(self._connections)
        self._reading_state = ReadingState(self._connections)

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()
        self._files.close()

    def ids(self, wanted: Filter, order: Order = Order.ADDED) -> "array[int]":
        """Return the identifiers of the wanted articles."""
        return self._lists.ids(wanted, order)

    def arranged(self, wanted: Filter, order: Order, grouping: Grouping) -> Arrangement:
        """Return the wanted articles in groups, and within each group in an order."""
        return self._lists.arranged(wanted, order, grouping)

    def beginning(self, letters: str) -> set[int]:
        """Return the articles whose title begins with these words."""
        return self._lists.beginning(letters)

    def entries(self, identifiers: Sequence[int]) -> list[Entry]:
        """Return the entries of these articles in this order; those that are gone are left out."""
        return list(map(_harmless_entry, self._lists.entries(identifiers)))

    def entry(self, identifier: int) -> Entry:
        """Return an article as the list shows it."""
        return _harmless_entry(self._lists.entry(identifier))

    def count(self) -> Counts:
        """Return how many articles there are, and how many have not been read meanwhile."""
        return self._lists.count()

    def article(self, identifier: int) -> Article:
        """Return an article with its text."""
        return self.whole(identifier)[0]

    def repairs(self, identifier: int) -> tuple[Repair, ...]:
        """Return what was repaired in an article."""
        return self.whole(identifier)[1]

    def whole(self, identifier: int) -> tuple[Article, tuple[Repair, ...]]:
        """Return an article, and what was repaired in it."""
        with self._connections.reading() as connection:
            row = part(connection, WHOLE, identifier)
            article = read_article(row, self.path)
            repairs = history.read_repairs(row["repairs"])
        places = range(len(leaves(article)))
        return article, tuple(
            each if each.place is None or each.place.block in places else replace(each, place=None)
            for each in repairs
        )

    def corrections(self, identifier: int) -> tuple[Correction, ...]:
        """Return what was put right by hand, in the order in which it was done."""
        query = "SELECT corrections FROM correction WHERE article = ?"
        with self._connections.reading() as connection:
            row = connection.execute(query, (identifier,)).fetchone()
            return history.read_corrections(row["corrections"]) if row else ()

    def annotations(self, identifier: int) -> tuple[Annotation, ...]:
        """Return the notes and marks that came along with an article."""
        return self.belongings(identifier, self.article(identifier)).annotations

    def belongings(self, identifier: int, article: Article) -> Belongings:
        """Return all that came along with an article, which has been read already."""
        with self._connections.reading() as connection:
            return belongings.read(connection, self.path, identifier, len(leaves(article)))

    def original_text(self, identifier: int) -> Article | None:
        """Return an article in its original language, if the archive has it so."""
        found = self.belongings(identifier, self.article(identifier)).original
        if found is None:
            return None
        return original_texts.article_from(dict(zip(original_texts.COLUMNS, found, strict=True)))

    def pins(self, identifier: int) -> tuple[Pin, ...]:
        """Return the pairs of sentences that a person has made in an article."""
        return self.belongings(identifier, self.article(identifier)).pins

    def attribution(self, identifier: int) -> Attribution:
        """Return where an article came from, and on what terms it may be handed on."""
        with self._connections.reading() as connection:
            row = part(connection, "SELECT * FROM attribution WHERE article = ?", identifier)
            retrieved = row["retrieved"]
            return Attribution(
                _words(row["publisher"]),
                _words(row["source"]),
                harmless.address(row["original"]),
                None if retrieved is None else _time(retrieved),
                _words(row["licence"]),
                harmless.address(row["terms"]),
            )

    def original(self, identifier: int) -> bytes | None:
        """Return the bytes that an article came in; None where the archive has none of it."""
        with self._connections.reading() as connection:
            row = one(connection, "SELECT bytes_sha256 FROM article WHERE id = ?", identifier)
        with self._files.reading() as connection:
            return read_file(connection, row["bytes_sha256"])

    def search(self, wanted: Search, limit: int = 50) -> list[Hit]:
        """Return the articles that hold all words, best first."""
        with self._connections.reading() as connection:
            return list(map(_harmless_hit, searching.search(connection, wanted, limit)))

    def place(self, identifier: int) -> Position:
        """Return where the person stopped reading."""
        return self._reading_state.place(identifier)

    def set_place(self, identifier: int, position: Position) -> None:
        """Remember until the archive is closed where the person stopped reading."""
        self._reading_state.set_place(identifier, position)

    def set_read(self, identifiers: Sequence[int], *, read: bool) -> None:
        """Remember until the archive is closed whether articles have been read."""
        self._reading_state.set_read(identifiers, read=read)

    def set_last_opened(self, identifier: int) -> None:
        """Remember until the archive is closed that an article was opened last, and so read."""
        self._reading_state.set_last_opened(identifier)


def _prepare(connection: sqlite3.Connection) -> None:
    """Make what the session needs; the search too, where newer rules make other keys."""
    session.prepare(connection)
    if as_number(_about(connection)["key_rules"]) != RULES:
        index_anew(connection)


def read_about(connection: sqlite3.Connection) -> About:
    """Return what an archive says of itself; raises `CodecError`."""
    row = _about(connection)
    made = _time(row["made"])
    words = [harmless.text(as_text(row[name])) for name in ("name", "version", "licence")]
    if sum(map(len, words)) > _MOST_ABOUT:
        raise CodecError("too many words")
    name, version, licence = words
    count, kind = as_number(row["articles"]), as_number(row["notes"])
    everything = kind == form.EVERYTHING
    return About(name, made, version, licence, count, bool(kind), everything)


def seals(connection: sqlite3.Connection) -> tuple[str, str]:
    """Return the digests of the contents and of the search, as they were when it was made."""
    row = _about(connection)
    return as_text(row["contents_sha256"]), as_text(row["search_sha256"])


def read_article(row: sqlite3.Row, path: Path) -> Article:
    """Return the article of a row, with nothing in it that acts."""
    try:
        return harmless.harmless(article_from(row, path))
    except RecursionError as error:
        raise ArchiveDamagedError(path) from error


def part(connection: sqlite3.Connection, query: str, number: int) -> sqlite3.Row:
    """Return a row that belongs to an article.

    Raises `UnknownArticleError` where there is no such article, `CodecError` where it has no such
    row: another than this program, or a fault of the disk, has taken it out.
    """
    one(connection, "SELECT id FROM article WHERE id = ?", number)
    row: sqlite3.Row | None = connection.execute(query, (number,)).fetchone()
    if row is None:
        raise CodecError(f"an article without all of its rows: {number}")
    return row


def allow_files(connection: sqlite3.Connection) -> None:
    """Let a connection read rows as large as originals may be."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, form.MOST_FILE + form.MOST_ROW)


def read_file(connection: sqlite3.Connection, digest: str) -> bytes | None:
    """Return the original with this SHA-256, or None; raises `CodecError` where it is another."""
    row = connection.execute(_FILES, (digest,)).fetchone()
    if row is None:
        return None
    size, data = as_number(row["size"]), row["bytes"]
    if not isinstance(data, bytes) or not 0 <= size <= form.MOST_FILE:
        raise CodecError("not a file")
    found = packing.unpacked(data, size) if row["packed"] else data
    if sha256(found) != digest:
        raise CodecError("not the file that it was")
    return found


def _about(connection: sqlite3.Connection) -> sqlite3.Row:
    rows: list[sqlite3.Row] = connection.execute("SELECT * FROM about LIMIT 2").fetchall()
    if len(rows) != 1 or seal.signature(tuple(rows[0])[:-1]) != rows[0]["digest"]:
        raise CodecError("not what the archive said of itself")
    return rows[0]


def _harmless_entry(entry: Entry) -> Entry:
    return replace(
        entry,
        title=harmless.line(entry.title),
        source_name=harmless.line(entry.source_name),
        tags=tuple(map(harmless.line, entry.tags)),
    )


def _harmless_hit(hit: Hit) -> Hit:
    return replace(hit, entry=_harmless_entry(hit.entry), snippet=harmless.line(hit.snippet))


def _words(value: object) -> str | None:
    return None if value is None else harmless.text(as_text(value))


def _time(value: object) -> datetime:
    try:
        return datetime.fromisoformat(as_text(value))
    except ValueError as error:
        raise CodecError(f"not a time: {value!r:.80}") from error
