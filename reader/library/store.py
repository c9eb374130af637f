"""The person's articles: kept with the files they came from, found again, never lost."""

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader.library import history, identity, indexing, opening, schema
from reader.library.adding import Added, Adding
from reader.library.annotations import Annotations, carry
from reader.library.bin import Bin
from reader.library.connections import Connections
from reader.library.diary import Diary
from reader.library.labels import Labels
from reader.library.lists import Lists
from reader.library.originals import Originals
from reader.library.place import FILE, ORIGINALS
from reader.library.preparing import Arrival, Prepared
from reader.library.reading_state import ReadingState
from reader.library.records import article_from, renewed
from reader.library.saved_searches import SavedSearches
from reader.library.seldom import SeldomParts
from reader.library.statements import (
    RENEW_ARTICLE,
    RENEW_CONTENT,
    RENEW_DAY,
    WHOLE,
    index,
    one,
    unindex,
)
from reader.library.use import Use
from reader.model.article import Article
from reader.model.entry import Counts, Entry, Hit
from reader.model.position import Position
from reader.model.query import Filter, Search
from reader.model.watch import UNWATCHED, Watch

if TYPE_CHECKING:
    from reader.model.care import Stats
    from reader.model.correction import Correction
    from reader.model.raw import Repair


_SETTLE_AFTER = 600.0  # seconds; by then nobody is still busy with a marked file


class Library(SeldomParts):
    """A folder with the articles in one SQLite file, and their originals beside it.

    Several threads and several programs may use it at once. Every method raises
    `LibraryDamagedError` where the file is broken and `LibraryUnwritableError` where the system
    refuses; then nothing has changed. Those that take an identifier raise `UnknownArticleError`.
    """

    def __init__(self, folder: Path, *, read_only: bool = False, file: Path | None = None) -> None:
        """Open the library or make one; raises `LibraryNewerError` for a newer program's.

        `read_only` is for a folder that cannot be written, and for a `file` elsewhere that stands
        in for the library's own, which is broken; whatever would change it raises
        `LibraryReadOnlyError`.
        """
        self.folder = folder
        self.read_only = read_only
        self._path = file or folder / FILE
        self._use: Use | None = None
        self._originals = Originals(folder / ORIGINALS)
        connect = schema.connect_read_only if read_only else schema.connect
        self._connections = Connections(self._path, connect, read_only=read_only)
        self._adding = Adding(self._connections, self._originals)
        self._reading_state = ReadingState(self._connections)
        self.lists = Lists(self._connections)
        self.diary = Diary(self._connections)
        self.labels = Labels(self._connections)
        self.bin = Bin(self._connections, self._adding)
        self.annotations = Annotations(self._connections)
        self.saved_searches = SavedSearches(self._connections)
        try:
            with schema.explained(self._path):
                self._open()
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        if self.read_only:
            opening.prepare_to_read(self._path, self._connections)
            return
        self._originals.prepare()
        self._use = Use(self.folder)
        opening.prepare(self.folder, self._use, self._connections)
        self._adding.settle(_SETTLE_AFTER)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; threads that are still busy finish first."""
        self._connections.close()
        if self._use is not None:
            self._use.close()

    def unknown_originals(self) -> list[Path]:
        """Return the files that no article came from, as after restoring an older library."""
        query = "SELECT bytes_sha256 FROM article UNION SELECT bytes_sha256 FROM version"
        with self._connections.reading() as connection:
            known = {row[0] for row in connection.execute(query)}
        known |= self._originals.unsettled()
        return [self._originals.path(each) for each in self._originals.all() if each not in known]

    def stats(self) -> "Stats":
        """Return how much there is."""
        from reader.library.backups import size_of
        from reader.library.tables import persons_tables
        from reader.model.care import Stats

        with self._connections.reading() as connection:
            rows = tuple(
                (table.name, schema.number(connection, f"SELECT count(*) FROM {table.name}"))
                for table in persons_tables(connection)
            )
        sizes = [self._originals.path(digest).stat().st_size for digest in self._originals.all()]
        return Stats(rows, size_of(self._path), len(sizes), sum(sizes))

    def left_to_search(self) -> int:
        """Return how many articles the search has not come to yet, as after an update."""
        with self._connections.reading() as connection:
            return indexing.left_to_search(connection)

    def build_search(self, watch: Watch = UNWATCHED) -> None:
        """Go on building the search to its end; raises `StoppedError`."""
        indexing.build(self._connections.writing, watch)

    def add(self, article: Article, repairs: "tuple[Repair, ...]", original: bytes) -> Added:
        """Keep an article and the bytes it came from, wholly or not at all.

        The same bytes, or the same words from another file, are kept once.
        """
        (added,) = self._adding.add_all((Arrival(article, repairs, original),))
        return added

    def add_all(self, arrivals: Iterable[Arrival | Prepared]) -> Iterator[Added]:
        """Keep many articles; whatever is yielded is kept for good."""
        return self._adding.add_all(arrivals)

    def has(self, original: bytes) -> bool:
        """Tell whether an article came from exactly these bytes."""
        return self._adding.has(original)

    def known(self, original: bytes) -> Added | None:
        """Return the article that came from exactly these bytes, taken out of the bin."""
        return self._adding.known(original)

    def entries(self, *, unread_only: bool = False) -> list[Entry]:
        """Return the articles, the newest added first."""
        wanted = Filter(read=False if unread_only else None)
        return self.lists.entries(self.lists.ids(wanted))

    def count(self) -> Counts:
        """Return how many articles there are."""
        return self.lists.count()

    def entry(self, identifier: int) -> Entry:
        """Return an article as the list shows it."""
        return self.lists.entry(identifier)

    def article(self, identifier: int) -> Article:
        """Return an article with its text, as it was added."""
        with self._connections.reading() as connection:
            return article_from(one(connection, WHOLE, identifier), self._path)

    def repairs(self, identifier: int) -> "tuple[Repair, ...]":
        """Return what was repaired in an article."""
        query = "SELECT repairs FROM content WHERE article = ?"
        with self._connections.reading() as connection:
            return history.read_repairs(one(connection, query, identifier)["repairs"])

    def corrections(self, identifier: int) -> "tuple[Correction, ...]":
        """Return what was put right by hand, in the order in which it was done."""
        query = """
            SELECT corrections FROM article LEFT JOIN correction ON correction.article = id
            WHERE id = ?
        """
        with self._connections.reading() as connection:
            found = one(connection, query, identifier)["corrections"]
            return history.read_corrections(found) if found else ()

    def renew(
        self,
        identifier: int,
        article: Article,
        repairs: "tuple[Repair, ...]",
        corrections: "tuple[Correction, ...]",
    ) -> Entry:
        """Keep an article as it was repaired anew, with the corrections made by hand.

        Notes, bookmarks and the reading place stay at their words.
        """
        with self._connections.writing() as connection:
            before = one(connection, WHOLE, identifier)
            row = renewed(before, article, repairs)
            unindex(connection, identifier)
            carry(connection, identifier, before["blocks"], str(row["blocks"]))
            connection.execute(RENEW_ARTICLE, row)
            connection.execute(RENEW_CONTENT, row)
            connection.execute(RENEW_DAY, row)
            connection.execute(
                "REPLACE INTO correction VALUES (?, ?)",
                (identifier, history.write_corrections(corrections)),
            )
            identity.note(connection, identifier, identity.marks(row))
            index(connection, identifier)
        return self.entry(identifier)

    def original(self, identifier: int) -> Path:
        """Return the file with the bytes as they came."""
        query = "SELECT bytes_sha256 FROM article WHERE id = ?"
        with self._connections.reading() as connection:
            return self._originals.path(one(connection, query, identifier)["bytes_sha256"])

    def search(self, wanted: Search, limit: int = 50) -> list[Hit]:
        """Return the articles that hold all words, best first."""
        from reader.library import search as searching

        with self._connections.reading() as connection:
            return searching.search(connection, wanted, limit)

    def found(self, wanted: Search) -> "array[int]":
        """Return all articles that fit, in the order in which they came in."""
        from reader.library import search as searching

        with self._connections.reading() as connection:
            return searching.identifiers(connection, wanted)

    def fits(self, identifier: int, wanted: Search) -> bool:
        """Tell whether a search finds an article, while the search is being built too."""
        from reader.library import search as searching

        with self._connections.reading() as connection:
            return searching.fits(connection, identifier, wanted)

    def remove(self, *identifiers: int) -> None:
        """Remove articles for good, with their originals."""
        self._adding.remove(identifiers)

    def place(self, identifier: int) -> Position:
        """Return where the person stopped reading; the start of a new article."""
        return self._reading_state.place(identifier)

    def set_place(self, identifier: int, position: Position) -> None:
        """Remember where the person stopped reading."""
        self._reading_state.set_place(identifier, position)

    def set_read(self, *identifiers: int, read: bool) -> None:
        """Remember of articles whether they have been read."""
        self._reading_state.set_read(identifiers, read=read)

    def last_opened(self) -> int | None:
        """Return the article opened last of those that are still there."""
        return self._reading_state.last_opened()

    def set_last_opened(self, identifier: int) -> None:
        """Remember that an article is the one opened last, and so has been read."""
        self._reading_state.set_last_opened(identifier)
