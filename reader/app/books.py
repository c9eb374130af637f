"""Articles are handed on as one book."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.app.annotating import Annotating
from reader.app.archives import Archives
from reader.errors import NothingToWriteError, StoppedError
from reader.exporters.notes import Marked
from reader.i18n import Translator
from reader.library.store import Library
from reader.model.watch import UNWATCHED, Watch


@dataclass(frozen=True, slots=True)
class Binding:
    """How a book is made; without a title it has that of its first article."""

    title: str = ""
    notes: bool = False
    replace: bool = False


class Books:
    """Makes books of articles, from the library and from the archives that are open."""

    def __init__(self, library: Library, archives: Archives, annotating: Annotating) -> None:
        self._library = library
        self._archives = archives
        self._annotating = annotating

    def epub(
        self,
        identifiers: Sequence[int],
        path: Path,
        _: Translator,
        binding: Binding = Binding(),
        watch: Watch = UNWATCHED,
    ) -> None:
        """Write articles, in this order, as an EPUB; `_` is the language of its own words.

        Raises `TargetError`, `UnknownArticleError`, `StoppedError`; then there is no new file.
        """
        from reader.exporters.epub.book import EpubWriter

        if not identifiers:
            raise NothingToWriteError(path)
        writer = EpubWriter(_, datetime.now(UTC), binding.title)
        articles = self._articles(identifiers, watch, notes=binding.notes)
        writer.write(articles, path, replace=binding.replace)

    def _articles(
        self, identifiers: Sequence[int], watch: Watch, *, notes: bool
    ) -> Iterator[Marked]:
        for done, identifier in enumerate(identifiers):
            if watch.stopped():
                raise StoppedError
            watch.progress(done, len(identifiers))
            kept_in = self._archives.of(identifier) or self._library
            annotations = self._annotating.of(identifier) if notes else ()
            yield Marked(kept_in.article(identifier), annotations)
