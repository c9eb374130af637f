"""Archives: made from the library, opened beside it, checked."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, count, islice, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.opened_archive import OpenedArchive
from reader.errors import (
    ArchiveClosedError,
    NoRoomError,
    NothingToWriteError,
    ReadOnlyArchiveError,
    UnknownArticleError,
)
from reader.library.store import Library
from reader.model.article import Article
from reader.model.entry import Entry, Hit
from reader.model.identifier import archive_of
from reader.model.query import EVERYWHERE, Filter, Search
from reader.model.watch import UNWATCHED, Watch

if TYPE_CHECKING:
    from reader.model.archive import About, Attribution, Checked, Label, Made, OpenArchive


_RESERVE = 32 * 2**20  # bytes that are left free for the system
_MEGABYTE = 10**6
_OLD = 24 * 60 * 60.0  # seconds; nobody writes at one archive so long


def is_archive(path: Path) -> bool:
    """Tell by its first bytes, not by its name, whether a file is an archive."""
    from reader.library.archive import form

    return form.is_archive(path)


def titles_in(path: Path) -> "tuple[About, list[str]]":
    """Return what an archive says of itself, and the titles in it, the newest article first."""
    from reader.library.archive.archive import Archive

    archive = Archive(path)
    try:
        return archive.about, [each.title for each in archive.entries(archive.ids(Filter()))]
    finally:
        archive.close()


def check(path: Path, watch: Watch = UNWATCHED) -> "tuple[About, Checked]":
    """Verify every hash of an archive: of each row, of each file, of the whole.

    Raises `SourceError`, `ArchiveError` where it cannot even be opened, `StoppedError`.
    """
    from reader.library.archive import checking

    return checking.check(path, watch)


class Archives:
    """The archives that are open beside the library, and those that are made from it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._numbers = count(1)  # none is given again: what points to a closed one points nowhere
        self._open: dict[int, OpenedArchive] = {}

    def all(self) -> "tuple[OpenArchive, ...]":
        """Return what is open, in the order in which it was opened."""
        return tuple(opened.told for opened in self._open.values())

    def open(self, path: Path, *, of_program: bool = False) -> "OpenArchive":
        """Open an archive, or return it where it is open; raises `SourceError`, `ArchiveError`.

        What is `of_program` is no news: a search everywhere leaves it out.
        """
        from reader.library.archive.archive import Archive

        for opened in self._open.values():
            if opened.archive.path.absolute() == path.absolute():
                return opened.told
        number = next(self._numbers)
        self._open[number] = OpenedArchive(Archive(path), number, of_program=of_program)
        return self._open[number].told

    def close(self, number: int) -> None:
        """Close an archive; nothing of it stays, and its file is free."""
        if (opened := self._open.pop(number, None)) is not None:
            opened.archive.close()

    def close_all(self) -> None:
        """Close all archives."""
        for number in tuple(self._open):
            self.close(number)

    def numbered(self, number: int) -> OpenedArchive:
        """Return an open archive; raises `ArchiveClosedError`."""
        if number not in self._open:
            raise ArchiveClosedError
        return self._open[number]

    def of(self, identifier: int) -> OpenedArchive | None:
        """Return the archive that an article is in, None for the library.

        Raises `ArchiveClosedError`.
        """
        number = archive_of(identifier)
        return self.numbered(number) if number else None

    def refuse(self, *identifiers: int) -> None:
        """Raise `ReadOnlyArchiveError` where one of these articles is in an archive."""
        for identifier in identifiers:
            if archive_of(identifier):
                raise ReadOnlyArchiveError(identifier)

    def entries(self, identifiers: Sequence[int]) -> list[Entry]:
        """Return the entries of articles here and there; those that are gone are left out."""
        own = [each for each in identifiers if not archive_of(each)]
        found = {each.identifier: each for each in self._library.lists.entries(own)}
        for number, opened in tuple(self._open.items()):  # one may be opened in the background
            some = [each for each in identifiers if archive_of(each) == number]
            if some:
                found |= {each.identifier: each for each in opened.entries(some)}
        return [found[each] for each in identifiers if each in found]

    def search(self, wanted: Search, limit: int) -> list[Hit]:
        """Return what is found in the library, in an archive, or everywhere, best first.

        What is best here and there cannot be compared, so they take turns.
        """
        chosen = wanted.filter.archive
        if chosen > 0:
            return self.numbered(chosen).search(wanted, limit)
        found = [self._library.search(_in_library(wanted), limit)]
        if chosen == EVERYWHERE:
            found += [
                opened.search(wanted, limit)
                for opened in self._open.values()
                if not opened.of_program
            ]
        in_turns = chain.from_iterable(zip_longest(*found))
        return list(islice((hit for hit in in_turns if hit is not None), limit))

    def make(
        self,
        path: Path,
        wanted: Search | Sequence[int] | None,
        label: "Label",
        watch: Watch = UNWATCHED,
        *,
        over: bool = False,
    ) -> "Made":
        """Write what a search finds, some articles, or the whole library into one file.

        Where the label says everything, all of the library goes in, what is in the bin too.
        `over` lets it take the place of a file that is there.

        Raises `UnknownArticleError`, `TargetError`, `LibraryError`, `StoppedError`; then there is
        no new file, and one that was there is as it was. Articles of other archives have to be
        copied first: `ReadOnlyArchiveError`.
        """
        from reader.exporters import files

        identifiers = self._everything() if label.everything else self._chosen(wanted)
        if not identifiers:
            raise NothingToWriteError(path)
        files.clear_drafts(path.parent, _OLD)
        with files.new_path(path, replace=over) as draft:
            _check_room(path, self._library.archiving.room(identifiers))
            return self._library.archiving.make(draft, identifiers, label, attribution, watch)

    def _everything(self) -> list[int]:
        lists = self._library.lists
        return sorted((*lists.ids(Filter()), *lists.ids(Filter(binned=True))))

    def _chosen(self, wanted: Search | Sequence[int] | None) -> list[int]:
        if wanted is None:
            return sorted(self._library.lists.ids(Filter()))
        if isinstance(wanted, Search):
            return list(self._library.found(_in_library(wanted)))
        self.refuse(*wanted)
        chosen = set(wanted)
        if unknown := chosen.difference(self._everything()):
            raise UnknownArticleError(min(unknown))
        return sorted(chosen)


def attribution(article: Article) -> "Attribution":
    """Return what has to be told with an article that is handed on."""
    from reader.exporters.rights import rights
    from reader.model.archive import Attribution

    known, source = rights(article), article.source
    return Attribution(
        known.publisher,
        known.source,
        article.original,
        source.retrieved,
        known.licence,
        known.terms,
    )


def _in_library(wanted: Search) -> Search:
    return replace(wanted, filter=replace(wanted.filter, archive=0))


def _check_room(path: Path, needed: int) -> None:
    """Raise `NoRoomError`; where the system does not tell, the writing itself will."""
    import shutil

    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:
        return
    if free < needed + _RESERVE:
        raise NoRoomError(path, -(-(needed + _RESERVE) // _MEGABYTE), free // _MEGABYTE)
