"""An open archive as a place to read in beside the library."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import MissingFileError
from reader.importers.incoming import Incoming
from reader.model.annotation import Annotation
from reader.model.article import Article, Source
from reader.model.entry import Counts, Entry, Hit
from reader.model.identifier import in_archive, own_number
from reader.model.position import Position
from reader.model.query import Arrangement, Filter, Grouping, Order, Search

if TYPE_CHECKING:
    from reader.library.archive.archive import Archive
    from reader.model.archive import OpenArchive
    from reader.model.bilingual import Pin
    from reader.model.correction import Correction
    from reader.model.raw import Repair


class OpenedArchive:
    """Reads articles by the identifiers that they have beside those of the library.

    All that the person does is remembered until the archive is closed. Methods raise
    `ArchiveError`, those that take an identifier `UnknownArticleError`.
    """

    def __init__(self, archive: "Archive", number: int, *, of_program: bool = False) -> None:
        self.archive = archive
        self.number = number
        self.of_program = of_program

    @property
    def told(self) -> "OpenArchive":
        """What the edges know of it."""
        from reader.model.archive import OpenArchive

        return OpenArchive(
            self.number, self.archive.path, self.archive.about, of_program=self.of_program
        )

    def ids(self, wanted: Filter, order: Order = Order.ADDED) -> "array[int]":
        """Return the identifiers of the wanted articles."""
        own = self.archive.ids(replace(wanted, archive=0), order)
        return array("q", (in_archive(self.number, each) for each in own))

    def arranged(self, wanted: Filter, order: Order, grouping: Grouping) -> Arrangement:
        """Return the wanted articles in groups, and within each group in an order."""
        own = self.archive.arranged(replace(wanted, archive=0), order, grouping)
        return replace(own, ids=array("q", (in_archive(self.number, each) for each in own.ids)))

    def beginning(self, letters: str) -> set[int]:
        """Return the articles whose title begins with these words."""
        return {in_archive(self.number, each) for each in self.archive.beginning(letters)}

    def entries(self, identifiers: Sequence[int]) -> list[Entry]:
        """Return the entries of these articles; those that are unknown are left out."""
        return list(map(self._entry, self.archive.entries(list(map(own_number, identifiers)))))

    def count(self) -> Counts:
        """Return how many articles there are, and how many of them are unread."""
        return self.archive.count()

    def search(self, wanted: Search, limit: int) -> list[Hit]:
        """Return the articles that hold all words, best first."""
        hits = self.archive.search(replace(wanted, filter=replace(wanted.filter, archive=0)), limit)
        return [replace(hit, entry=self._entry(hit.entry)) for hit in hits]

    def entry(self, identifier: int) -> Entry:
        """Return an article as the list shows it."""
        return self._entry(self.archive.entry(own_number(identifier)))

    def article(self, identifier: int) -> Article:
        """Return an article with its text."""
        return self.archive.article(own_number(identifier))

    def repairs(self, identifier: int) -> "tuple[Repair, ...]":
        """Return what was repaired in an article."""
        return self.archive.repairs(own_number(identifier))

    def corrections(self, identifier: int) -> "tuple[Correction, ...]":
        """Return what was put right by hand in an article."""
        return self.archive.corrections(own_number(identifier))

    def annotations(self, identifier: int) -> list[Annotation]:
        """Return the notes and marks that came along with an article."""
        found = self.archive.annotations(own_number(identifier))
        return [replace(each, article=identifier) for each in found]

    def incoming(self, identifier: int, source: Source, password: str | None) -> Incoming:
        """Return the file that an article came in; raises `MissingFileError`."""
        data = self.archive.original(own_number(identifier))
        if data is None:
            raise MissingFileError(source.name)
        return Incoming(data, address=source.address, password=password)

    def original_text(self, identifier: int) -> Article | None:
        """Return an article in its original language, if the archive has it so."""
        return self.archive.original_text(own_number(identifier))

    def pins(self, identifier: int) -> "tuple[Pin, ...]":
        """Return the pairs of sentences that a person has made in an article."""
        return self.archive.pins(own_number(identifier))

    def place(self, identifier: int) -> Position:
        """Return where the person stopped reading."""
        return self.archive.place(own_number(identifier))

    def set_place(self, identifier: int, position: Position) -> None:
        """Remember where the person stopped reading."""
        self.archive.set_place(own_number(identifier), position)

    def set_read(self, *identifiers: int, read: bool) -> None:
        """Remember whether articles have been read."""
        self.archive.set_read(list(map(own_number, identifiers)), read=read)

    def set_last_opened(self, identifier: int) -> None:
        """Remember that an article was opened last, and so has been read."""
        self.archive.set_last_opened(own_number(identifier))

    def _entry(self, entry: Entry) -> Entry:
        identifier = in_archive(self.number, entry.identifier)
        return replace(entry, identifier=identifier, archive=self.archive.about.name)
