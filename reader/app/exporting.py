"""Articles are handed on: one, a selection, what a search finds, or a day, in any form.

Both edges go this way, step by step:

    chosen = reader.exporting.chosen(wanted)            # numbers, a search or a day → numbers
    title = reader.exporting.title(wanted, chosen, _)   # what the book or the folder is called
    forms_for(len(chosen))                              # what to offer: reader.model.exportform
    reader.exporting.check(form)                        # raises what stands in the way of a form
    name = proposed_name(title, form, len(chosen), _)   # what to propose in the person's folder
    reader.exporting.write(Export(chosen, form, folder / name, title), _, watch)

The last of them takes long and may be called in any thread; the others are quick.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from reader.app.annotating import Annotating
from reader.app.archives import Archives
from reader.app.documents import Cleaned, Export, Exported, Makers
from reader.errors import NothingToWriteError
from reader.i18n import Translator, date_in_words
from reader.library.store import Library
from reader.model.annotation import Annotation
from reader.model.entry import Entry
from reader.model.exportform import ExportForm
from reader.model.query import Filter, Order, Search
from reader.model.watch import UNWATCHED, Watch
from reader.text.names import file_name

if TYPE_CHECKING:
    from reader.app.opened_archive import OpenedArchive

Wanted: TypeAlias = Sequence[int] | Search | date

_OLD = 24 * 60 * 60.0  # seconds; nobody writes at one file so long
_MOST_FOUND = 100_000  # of an archive, which can be asked for hits only


def proposed_name(title: str, form: ExportForm, articles: int, _: Translator) -> str:
    """Return a name with its ending for so many articles, which every system allows."""
    return f"{file_name(title) or _('Chetivo')}{form.suffix(articles)}"


class Exporting:
    """Hands on articles of the library and of the archives that are open."""

    def __init__(
        self,
        library: Library,
        archives: Archives,
        annotating: Annotating,
        makers: Makers,
    ) -> None:
        self._library = library
        self._archives = archives
        self._annotating = annotating
        self._makers = makers

    def chosen(self, wanted: Wanted) -> tuple[int, ...]:
        """Return the articles that are wanted; there may be none.

        Those of a day are the ones published on it, or come in on it where that is not known, the
        newest first. What a search finds stands in the order in which it came in. Numbers that
        are given twice count once.
        """
        if isinstance(wanted, date):
            return tuple(self._library.lists.ids(Filter(since=wanted, until=wanted), Order.DAY))
        if not isinstance(wanted, Search):
            return tuple(dict.fromkeys(wanted))
        if not wanted.filter.archive:
            return tuple(self._library.found(wanted))
        return tuple(hit.entry.identifier for hit in self._archives.search(wanted, _MOST_FOUND))

    def title(self, wanted: Wanted, chosen: Sequence[int], _: Translator) -> str:
        """Return what the whole is called: by its one article, its day, its search, or its count.

        Raises `UnknownArticleError`, `ArchiveClosedError`.
        """
        if len(chosen) == 1:
            return self.entry(chosen[0]).title
        if isinstance(wanted, date):
            return _("News of {day}").format(day=date_in_words(wanted, _))
        if isinstance(wanted, Search):
            return _("Found: {words}").format(words=wanted.words)
        count = _.plural("{count} article", "{count} articles", len(chosen))
        return f"{_('Chetivo')} – {count.format(count=len(chosen))}"

    def check(self, form: ExportForm) -> None:
        """Raise what stands in the way of a form on this computer, before a person is asked more.

        `NoConverterError`.
        """
        if form is ExportForm.M4B:
            from reader.exporters import converter

            converter.find()

    def write(self, export: Export, _: Translator, watch: Watch = UNWATCHED) -> Exported:
        """Write articles; `_` is the language of what the whole says itself, such as “Contents”.

        It gets its name when it is whole: after any error, and when `watch` gives up, nothing is
        left behind, and what was there before is as it was. `watch` is told how many articles are
        done, or of a single one that is spoken, how many sentences; it is asked as often.

        Raises `StoppedError`; `NothingToWriteError` without articles; `TargetExistsError`, or
        `UnwritableTargetError` where the disk is full, the folder is gone or may not be written;
        `SpeechError`; `NoConverterError`; `UnknownArticleError`, `ArchiveClosedError`,
        `LibraryError`.
        """
        from reader.app.writing import Writing
        from reader.exporters import files

        if not export.articles:
            raise NothingToWriteError(export.path)
        files.clear_drafts(export.path.parent, _OLD)
        return Writing(self, export, _, watch, self._makers).write()

    def entry(self, identifier: int) -> Entry:
        """Return an article as the list shows it; raises as `title` does."""
        return self._kept_in(identifier).entry(identifier)

    def cleaned(self, identifier: int) -> Cleaned:
        """Return an article and its repairs; raises as `title` does."""
        kept_in = self._kept_in(identifier)
        return Cleaned(kept_in.article(identifier), kept_in.repairs(identifier))

    def notes(self, identifier: int) -> list[Annotation]:
        """Return what the person marked in an article."""
        return list(self._annotating.of(identifier))

    def _kept_in(self, identifier: int) -> "Library | OpenedArchive":
        return self._archives.of(identifier) or self._library
