"""The library and everything that is done with it."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.annotating import Annotating
from reader.app.archives import Archives
from reader.app.documents import MakePdf, Makers, clean, completed
from reader.app.opened import Kept, Opened
from reader.app.originals import Originals
from reader.app.shelving import Shelving
from reader.errors import LibraryError, NothingToTakeBackError, StoppedError
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming, from_file
from reader.library.adding import Added
from reader.library.preparing import Arrival, Prepared
from reader.library.store import Library
from reader.model.article import Article
from reader.model.entry import Counts, Entry, Hit
from reader.model.identifier import archive_of, own_number
from reader.model.intake import Outcome
from reader.model.position import Position
from reader.model.query import Filter, Search
from reader.model.watch import UNWATCHED, Watch
from reader.speech.engine import Engine
from reader.text.names import file_name

if TYPE_CHECKING:
    from reader.app.exporting import Exporting
    from reader.app.opened_archive import OpenedArchive
    from reader.model.archive import About, Merged
    from reader.model.correction import Correction, Wish
    from reader.model.printed import Printed
    from reader.model.raw import Repair
    from reader.model.version import Version

_SELDOM_SAID = "четиво"


class Reader:
    """The library and everything that is done with it; several threads may use it at once."""

    def __init__(
        self,
        library: Library,
        apart: Apart,
        make_engine: Callable[[], Engine] = Engine,
        make_pdf: MakePdf | None = None,
    ) -> None:
        """`make_pdf` is handed in by who can draw; without it there are no PDFs."""
        self.library = library
        self.archives = Archives(library)
        self.annotating = Annotating(library, self.archives)
        self.shelving = Shelving(library, self.archives)
        self.originals = Originals(library, self.archives, apart)
        self.apart = apart
        self._make_engine = make_engine
        self._make_pdf = make_pdf

    @property
    def exporting(self) -> "Exporting":
        """What writes articles to files, in any form."""
        from reader.app.exporting import Exporting

        makers = Makers(self._make_engine, self._make_pdf)
        return Exporting(self.library, self.archives, self.annotating, makers)

    def keep(self, incoming: Incoming, watch: Watch = UNWATCHED) -> Kept:
        """Clean a document and put it into the library, with the file as it came.

        Of a collection of articles, each is kept with a file of its own. Raises
        `SourceError`, `LibraryError` or `StoppedError`; then nothing has been kept, or of a
        collection what came before.
        """
        if not self.library.has(incoming.data) and (members := self.apart.members(incoming, watch)):
            first, *others = [self._keep(each, watch) for each in members]
            return replace(first, others=tuple(others))
        return self._keep(incoming, watch)

    def _keep(self, incoming: Incoming, watch: Watch) -> Kept:
        known = self.library.known(incoming.data)
        if known is not None:
            return Kept(known.entry, self.library.repairs(known.entry.identifier), known.outcome)
        cleaned = clean(incoming, self.apart, watch=watch)
        if watch.stopped():
            raise StoppedError
        arrival = Arrival(cleaned.article, cleaned.repairs, incoming.data)
        (kept,) = self.keep_all([arrival], incoming.password)
        return Kept(kept.entry, cleaned.repairs, kept.outcome)

    def keep_all(
        self, arrivals: Iterable[Arrival | Prepared], password: str | None = None
    ) -> list[Added]:
        """Put clean articles into the library; what was put right by hand holds in newer versions.

        Raises `LibraryError`; then those that are not kept yet are not kept.
        """
        kept = list(self.library.add_all(arrivals))
        newer = [each.entry.identifier for each in kept if each.outcome is Outcome.VERSION]
        for number in filter(self.corrections, newer):
            self.repair_anew(number, password)
        return kept

    def write_page(self, identifier: int, place: Position, folder: Path) -> str:
        """Write an article as a page into a folder; return the address of a place in it.

        Raises `UnknownArticleError`, `TargetError`.
        """
        from reader.exporters import html, pages
        from reader.exporters.sentences import anchor

        article = self._kept_in(identifier).article(identifier)
        name = f"{identifier} {file_name(article.title)}".rstrip()
        path = pages.put(folder, f"{name}.html", html.render(article, place.block))
        return f"{path.as_uri()}#{anchor(place.block)}"

    def search(self, wanted: Search, limit: int = 50) -> list[Hit]:
        """Return articles that hold all the words, best first."""
        return self.archives.search(wanted, limit)

    def warm_up(self) -> None:
        """Search once, so that a person's first search finds word lists and index at hand."""
        with suppress(LibraryError):  # whoever searches will be told
            self.library.search(Search(_SELDOM_SAID), 1)

    def entries(self) -> list[Entry]:
        """Return all articles, the newest first."""
        return self.library.entries()

    def counts(self) -> Counts:
        """Return how many articles there are, and how many of them are unread."""
        return self.library.count()

    def open(self, identifier: int) -> Opened:
        """Return an article to read on; changes nothing, so a library may be read-only.

        Raises `UnknownArticleError`.
        """
        kept_in = self._kept_in(identifier)
        entry, article = kept_in.entry(identifier), kept_in.article(identifier)
        return Opened(entry, article, kept_in.place(identifier))

    def note_opened(self, identifier: int) -> None:
        """Count an article as read, and as the last one opened, where that can be kept."""
        kept_in = self._kept_in(identifier)
        if kept_in is not self.library or not self.library.read_only:
            kept_in.set_last_opened(identifier)

    def last_opened(self) -> int | None:
        """Return the article that was open last, if it is still kept."""
        return self.library.last_opened()

    def repairs(self, identifier: int) -> "tuple[Repair, ...]":
        """Return what was repaired in an article."""
        return self._kept_in(identifier).repairs(identifier)

    def corrections(self, identifier: int) -> "tuple[Correction, ...]":
        """Return what was put right by hand in an article."""
        return self._kept_in(identifier).corrections(identifier)

    def original(self, identifier: int) -> Article | None:
        """Return an article in its original language, if that is kept."""
        return self.originals.of(identifier)

    def versions(self, identifier: int) -> "tuple[Version, ...]":
        """Return the older versions of an article, the newest of them first."""
        return self.library.versions.of(identifier)

    def correct(self, identifier: int, wish: "Wish", password: str | None = None) -> Opened:
        """Put something right by hand; the article is repaired anew from the file it came in.

        Raises `CorrectionError`, `SourceError` or `LibraryError`; then the article is as it was.
        """
        self.archives.refuse(identifier)
        from reader.repair.by_hand import correction_for, refused

        correction = correction_for(self.library.article(identifier), wish)
        if correction is None:
            raise refused(wish)
        return self.put_right(identifier, (correction,), password)

    def take_back(self, identifier: int, password: str | None = None) -> Opened:
        """Take back what was put right last; raises as `correct` does."""
        corrections = self.corrections(identifier)
        if not corrections:
            raise NothingToTakeBackError
        return self._repair_anew(identifier, corrections[:-1], password)

    def put_right(
        self, identifier: int, corrections: "Iterable[Correction]", password: str | None = None
    ) -> Opened:
        """Make corrections after those that are made already; raises as `correct` does."""
        made = (*self.corrections(identifier), *corrections)
        return self._repair_anew(identifier, made, password)

    def repair_anew(self, identifier: int, password: str | None = None) -> Opened:
        """Repair an article by what the program knows now, with the corrections made by hand.

        Raises `SourceError` or `LibraryError`; then the article is as it was.
        """
        return self._repair_anew(identifier, self.corrections(identifier), password)

    def _repair_anew(
        self, identifier: int, corrections: "tuple[Correction, ...]", password: str | None
    ) -> Opened:
        self.archives.refuse(identifier)
        kept = self.library.article(identifier)
        incoming = self._original(identifier, kept, password)
        cleaned = clean(incoming, self.apart, kept.source.retrieved, corrections)
        article = completed(cleaned.article, self.library.feeds.told_of(identifier))
        self.library.renew(identifier, article, cleaned.repairs, corrections)
        return self.open(identifier)

    def printed(self, identifier: int, password: str | None = None) -> "Printed":
        """Return the lines of an article as they were found in the file it came in.

        Raises `SourceError`.
        """
        from reader.model.printed import Printed

        kept = self._kept_in(identifier).article(identifier)
        raw = self.apart.read(self._original(identifier, kept, password))
        from reader import repair

        proof = repair.proved(raw, self.corrections(identifier))
        return Printed(raw.lines, proof.origins)

    def _original(self, identifier: int, kept: Article, password: str | None) -> Incoming:
        from reader.importers.plain import FORMAT as TEXT

        opened = self.archives.of(identifier)
        if opened is None:
            path = self.library.original(identifier)
            incoming = from_file(path, kept.source.address, password)
        else:
            incoming = opened.incoming(identifier, kept.source, password)
        pasted = kept.source.format == TEXT
        # A person knows it by the name it came with, not by the digest it is kept by.
        return replace(incoming, name=kept.source.name, path=None, pasted=pasted)

    def _kept_in(self, identifier: int) -> "Library | OpenedArchive":
        """Return where an article is; raises `ArchiveClosedError`."""
        return self.archives.of(identifier) or self.library

    def take_in(
        self, path: Path, watch: Watch = UNWATCHED, *, places: bool = False
    ) -> "tuple[About, Merged]":
        """Take all articles of an archive into the library, with notes and tags.

        Places of reading come along where asked for; of the copy of a whole library all does.
        Raises `SourceError`, `ArchiveError`, `LibraryError`, `StoppedError`; what was taken stays.
        """
        from reader.app.merging import Merging
        from reader.library.archive.archive import Archive

        archive = Archive(path)
        try:
            if archive.about.everything:
                return archive.about, self.library.restoring.restore(path, watch)
            numbers = sorted(archive.ids(Filter()))
            merging = Merging(self.library, archive, self.keep_all)
            return archive.about, merging.take_in(numbers, watch, places=places)
        finally:
            archive.close()

    def copy(self, identifiers: Sequence[int], watch: Watch = UNWATCHED) -> "Merged":
        """Take articles of one open archive into the library; raises as `take_in` does."""
        from reader.app.merging import Merging

        opened = self.archives.numbered(archive_of(identifiers[0]))
        merging = Merging(self.library, opened.archive, self.keep_all)
        return merging.take_in(list(map(own_number, identifiers)), watch, places=False)

    def set_place(self, identifier: int, position: Position) -> None:
        """Remember where the person stopped reading, where that can be kept."""
        kept_in = self._kept_in(identifier)
        if kept_in is not self.library or not self.library.read_only:
            kept_in.set_place(identifier, position)

    def set_read(self, *identifiers: int, read: bool) -> None:
        """Mark articles as read or unread."""
        own = [each for each in identifiers if not archive_of(each)]
        if own:
            self.library.set_read(*own, read=read)
        for each in set(identifiers).difference(own):
            self._kept_in(each).set_read(each, read=read)

    def remove(self, *identifiers: int) -> None:
        """Take articles and their original files out of the library."""
        self.archives.refuse(*identifiers)
        self.library.remove(*identifiers)
