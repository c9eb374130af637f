"""Takes articles of an archive into the library, with all that belongs to them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.errors import ArchiveError, StoppedError
from reader.exporters import text
from reader.importers.plain import FORMAT as TEXT
from reader.library.adding import Added
from reader.library.archive.archive import Archive
from reader.library.archive.merging import Heir
from reader.library.preparing import Arrival
from reader.library.store import Library
from reader.model.archive import Merged
from reader.model.intake import Outcome
from reader.model.leaves import leaves
from reader.model.watch import Watch
from reader.text.anchors import Moves

_MOST = 100  # articles at once, and bytes of their originals
_MOST_BYTES = 32 * 2**20


@dataclass(slots=True)
class _Counted:
    """What has become of the articles so far."""

    new: int
    notes: int
    known: list[str]
    damaged: list[str]
    without_file: list[str]
    articles: list[int]


class Merging:
    """Takes articles in some at a time; those taken stay, and beginning anew takes the rest.

    `keep_all` puts articles into the library, as newer versions of others where they are.
    """

    def __init__(
        self, library: Library, archive: Archive, keep_all: Callable[[list[Arrival]], list[Added]]
    ) -> None:
        self._library = library
        self._archive = archive
        self._keep_all = keep_all
        self._counted = _Counted(0, 0, [], [], [], [])

    def take_in(self, identifiers: Sequence[int], watch: Watch, *, places: bool) -> Merged:
        """Take articles in, with their places of reading where asked for.

        The same bytes or words are kept once; notes and tags of both are kept.
        Raises `LibraryError`, `StoppedError`.
        """
        done = 0
        for some in self._some(identifiers, watch):
            self._take(some, places=places)
            done += len(some)
            watch.progress(done + len(self._counted.damaged), len(identifiers))
        now = self._counted
        lists = (now.known, now.damaged, now.without_file)
        known, damaged, without_file = map(tuple, lists)
        return Merged(now.new, known, now.notes, damaged, without_file, tuple(now.articles))

    def _some(
        self, identifiers: Sequence[int], watch: Watch
    ) -> Iterator[list[tuple[int, Arrival]]]:
        """Yield articles with their numbers, not too many of them nor too large at once."""
        some: list[tuple[int, Arrival]] = []
        size = 0
        for identifier in identifiers:
            if watch.stopped():
                raise StoppedError
            arrival = self._arrival(identifier)
            if arrival is None:
                continue
            some.append((identifier, arrival))
            size += len(arrival.original)
            if len(some) >= _MOST or size >= _MOST_BYTES:
                yield some
                some, size = [], 0
        if some:
            yield some

    def _arrival(self, identifier: int) -> Arrival | None:
        """Return an article with its original; its own words stand in for one that is not whole."""
        title = self._archive.entry(identifier).title
        try:
            article, repairs = self._archive.whole(identifier)
        except ArchiveError:
            self._counted.damaged.append(title)
            return None
        try:
            original = self._archive.original(identifier)
        except ArchiveError:
            original = None
        if original is not None:
            return Arrival(article, repairs, original)
        self._counted.without_file.append(title)
        written = text.render(article).encode("utf-8", "replace")
        return Arrival(
            replace(article, source=replace(article.source, format=TEXT)), repairs, written
        )

    def _take(self, some: Sequence[tuple[int, Arrival]], *, places: bool) -> None:
        added = self._keep_all([arrival for _, arrival in some])
        heirs = [
            heir
            for (identifier, arrival), each in zip(some, added, strict=True)
            if (heir := self._heir(identifier, arrival, each)) is not None
        ]
        self._counted.notes += self._library.merging.keep(heirs, places=places)

    def _heir(self, identifier: int, arrival: Arrival, added: Added) -> Heir | None:
        """Count an article, and return what it is to get; None where that is damaged."""
        number = added.entry.identifier
        self._counted.articles.append(number)
        if added.outcome in (Outcome.NEW, Outcome.VERSION):
            self._counted.new += 1
        else:
            self._counted.known.append(added.entry.title)
        try:
            found = self._archive.belongings(identifier, arrival.article)
        except ArchiveError:
            self._counted.damaged.append(added.entry.title)
            return None
        known = added.outcome in (Outcome.KNOWN, Outcome.RESTORED)
        moves = self._moves(number, arrival) if known else None
        return Heir(number, added.outcome is Outcome.NEW, found, moves)

    def _moves(self, number: int, arrival: Arrival) -> Moves | None:
        """Return the way from the archive's text to the library's, where the two differ."""
        before = [leaf.text for leaf in leaves(arrival.article)]
        after = [leaf.text for leaf in leaves(self._library.article(number))]
        return None if before == after else Moves(before, after)
