"""Makes archives from articles of the library."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from reader.errors import LibraryDamagedError, StoppedError
from reader.library.archive import everything
from reader.library.archive.draft import Draft
from reader.library.archive.form import MOST_ROW
from reader.library.connections import Connections
from reader.library.keys import block_text
from reader.library.originals import Originals
from reader.library.records import facts_from
from reader.library.values import CodecError
from reader.model.archive import Attribution, Label, Made
from reader.model.article import Article
from reader.model.watch import Watch

Attribute: TypeAlias = Callable[[Article], Attribution]  # of an article without its text

_PAGE = 100  # articles in one question to the library
_INDEXED = 2.2  # an article and its share of the indexes, measured against its blocks
_SPARE = 1.1
_WHOLE = """
    SELECT * FROM article JOIN content ON content.article = id
    LEFT JOIN correction ON correction.article = id WHERE id IN ({marks})
"""
_ORIGINAL_TEXTS = "SELECT * FROM original_text WHERE article IN ({marks})"
_PINS = "SELECT * FROM pin WHERE article IN ({marks})"
_LINKS = "SELECT * FROM link WHERE article IN ({marks})"
_ANNOTATIONS = "SELECT * FROM annotation WHERE article IN ({marks}) ORDER BY id"
_READING = "SELECT article, read, block, char, starred FROM reading WHERE article IN ({marks})"
_TAGS = """
    SELECT article, id, name, folded FROM tagged JOIN tag ON tag.id = tag WHERE article IN ({marks})
"""
_SIZE = """
    SELECT bytes_sha256, length(CAST(blocks AS BLOB)) + length(CAST(repairs AS BLOB)) AS size
    FROM article JOIN content ON content.article = id WHERE id IN ({marks})
"""


class Making:
    """Makes archives; whoever calls gives the file its name, and may be stopped at any moment."""

    def __init__(self, connections: Connections, originals: Originals) -> None:
        self._connections = connections
        self._originals = originals

    def room(self, identifiers: Sequence[int]) -> int:
        """Return about how many bytes an archive of these articles will take, rather too many."""
        needed = 0.0
        with self._connections.reading() as connection:
            for page in _pages(identifiers):
                for row in connection.execute(_SIZE.format(marks=_marks(page)), page):
                    path = self._originals.path(row["bytes_sha256"])
                    original = path.stat().st_size if path.is_file() else 0
                    needed += row["size"] * _INDEXED + original
        return int(needed * _SPARE)

    def make(
        self,
        draft: Path,
        identifiers: Sequence[int],
        label: Label,
        attribute: Attribute,
        watch: Watch,
    ) -> Made:
        """Write an archive into a new file; articles keep their numbers.

        The file is not yet safe from a power cut. A damaged article is left out, and told of.
        Raises `UnwritableTargetError`, `LibraryError`, `StoppedError`.
        """
        with self._snapshot() as source, Draft(draft, label) as target:
            taking = _Taking(source, target, self._originals, attribute)
            for page in _pages(identifiers):
                if watch.stopped():
                    raise StoppedError
                taking.take(page, with_notes=label.with_notes)
                watch.progress(taking.done, len(identifiers))
            if label.everything:
                taking.without_file += everything.write(
                    source, target, self._originals, taking.taken
                )
            target.finish(len(taking.taken))
        return Made(len(taking.taken), tuple(taking.left_out), tuple(taking.without_file))

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """Lend the library as it is now, whatever is changed meanwhile."""
        with self._connections.reading() as connection:
            connection.execute("BEGIN")
            connection.execute("SELECT max(id) FROM article").fetchone()  # the moment that counts
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")


class _Taking:
    """Reads articles from the library page by page, as rows of the archive."""

    def __init__(
        self,
        source: sqlite3.Connection,
        target: Draft,
        originals: Originals,
        attribute: Attribute,
    ) -> None:
        self._source = source
        self._target = target
        self._originals = originals
        self._attribute = attribute
        self.done = 0
        self.taken: set[int] = set()
        self.left_out: list[str] = []
        self.without_file: list[str] = []

    def take(self, identifiers: Sequence[int], *, with_notes: bool) -> None:
        """Write articles and what belongs to them."""
        found = {row["id"]: row for row in self._ask(_WHOLE, identifiers)}
        originals = _by_article(self._ask(_ORIGINAL_TEXTS, identifiers))
        notes = _by_article(self._ask(_ANNOTATIONS, identifiers)) if with_notes else {}
        taken: set[int] = set()
        for identifier in identifiers:
            self.done += 1
            row = found.get(identifier)
            if row is None:  # removed since it was chosen
                continue
            foreign = next(iter(originals.get(identifier, ())), None)
            if self._take(row, foreign, notes.get(identifier, ())):
                taken.add(identifier)
        self.taken |= taken
        for row in self._ask(_PINS, identifiers):
            if row["article"] in taken:
                self._target.copy("pin", row)
        if with_notes:
            self._take_own(identifiers, taken)

    def _take(
        self, row: sqlite3.Row, foreign: sqlite3.Row | None, notes: Sequence[sqlite3.Row]
    ) -> bool:
        """Take one article, or tell of it where it is damaged."""
        try:
            facts = facts_from(row, self._target.path)
            text = block_text(row["blocks"])
            original = _words(foreign) if foreign else ""
        except (LibraryDamagedError, CodecError):
            self.left_out.append(row["title"])
            return False
        if _size(row) > MOST_ROW:
            self.left_out.append(row["title"])
            return False
        self._target.put_article(row, self._attribute(facts))
        if foreign:
            self._target.copy("original_text", foreign)
        for note in notes:
            self._target.copy("annotation", note)
        written = " ".join(note["text"] for note in notes)
        self._target.index(row["id"], (facts.title, text, original, written))
        digest = row["bytes_sha256"]
        if not self._target.put_file(digest, self._originals.path(digest)):
            self.without_file.append(row["title"])
        return True

    def _take_own(self, identifiers: Sequence[int], taken: Set[int]) -> None:
        for row in self._ask(_READING, identifiers):
            if row["article"] in taken:
                self._target.copy("reading", row)
        for row in self._ask(_LINKS, identifiers):
            if row["article"] in taken:
                self._target.copy("link", row)
        for row in self._ask(_TAGS, identifiers):
            if row["article"] in taken:
                self._target.tag(row)

    def _ask(self, query: str, page: Sequence[int]) -> list[sqlite3.Row]:
        return self._source.execute(query.format(marks=_marks(page)), page).fetchall()


def _words(original: sqlite3.Row) -> str:
    """Return the words of an article's original text, as the library's own index has them."""
    return f"{original['title']} {block_text(original['blocks'])}"


def _size(row: sqlite3.Row) -> int:
    return max(len(row[name].encode()) for name in ("title", "blocks", "documents", "repairs"))


def _by_article(rows: Sequence[sqlite3.Row]) -> dict[int, list[sqlite3.Row]]:
    found: dict[int, list[sqlite3.Row]] = {}
    for row in rows:
        found.setdefault(row["article"], []).append(row)
    return found


def _pages(identifiers: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(identifiers), _PAGE):
        yield list(identifiers[start : start + _PAGE])


def _marks(page: Sequence[int]) -> str:
    return ",".join("?" * len(page))
