"""One export at work: articles are read, maybe spoken, and written, one after the other."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reader.app.documents import Cleaned, Export, Exported, Makers, render
from reader.app.narrating import Narrator
from reader.errors import NoConverterError, StoppedError
from reader.i18n import Translator
from reader.model.annotation import Annotation
from reader.model.entry import Entry
from reader.model.exportform import ExportForm
from reader.model.sound import SoundForm
from reader.model.watch import Watch
from reader.text.names import file_name

if TYPE_CHECKING:
    from reader.exporters.bound import Bound
    from reader.exporters.notes import Marked


class Shelf(Protocol):
    """Where the articles are; methods raise `UnknownArticleError`."""

    def entry(self, identifier: int) -> Entry:
        """Return an article as the list shows it."""

    def cleaned(self, identifier: int) -> Cleaned:
        """Return an article and its repairs."""

    def notes(self, identifier: int) -> list[Annotation]:
        """Return what the person marked in an article."""


class Writing:
    """Writes what one `Export` asks for; raises what `Exporting.write` tells."""

    def __init__(
        self,
        shelf: Shelf,
        export: Export,
        translator: Translator,
        watch: Watch,
        makers: Makers,
    ) -> None:
        self._shelf = shelf
        self._export = export
        self._ = translator
        self._watch = watch
        self._makers = makers

    def write(self) -> Exported:
        """Write it all."""
        form, path = self._export.form, self._export.path
        seconds = 0.0
        if form.is_spoken:
            with self._narrator() as narrator:
                seconds = self._speak(narrator)
        elif form in (ExportForm.PAGES, ExportForm.PACKED_PAGES):
            self._write_site()
        elif form is ExportForm.PDF:
            self._write_pdf()
        elif form.is_bound:
            from reader.exporters.bound import Bound

            self._bind(map(Bound, self._marked(self._export.articles)))
        else:
            self._each(self._write_text)
        return Exported(path, seconds)

    @contextmanager
    def _narrator(self) -> Iterator[Narrator]:
        alone = len(self._export.articles) == 1
        with self._makers.engine() as engine:
            yield Narrator(engine, self._export.voice, self._watch, alone=alone)

    def _speak(self, narrator: Narrator) -> float:
        """Record the articles; return the seconds that they take, where that is told."""
        from reader.exporters.bound import Bound

        export = self._export
        if not export.form.is_bound:
            return sum(self._each(partial(self._record, narrator)))
        bound = (
            Bound(each, narrator.spoken(each.article)) for each in self._marked(export.articles)
        )
        if export.form is ExportForm.DAISY:
            from reader.exporters.daisy.book import DaisyWriter

            DaisyWriter(self._, narrator.cover(export.title, self._)).write(bound, export.path)
        elif export.form is ExportForm.M4B:
            from reader.exporters.m4b import M4bWriter

            writer = M4bWriter(self._, export.title)
            return writer.write(bound, export.path, replace=export.replace)
        else:
            self._bind(bound)
        return 0.0

    def _record(self, narrator: Narrator, identifier: int, path: Path, track: str) -> float:
        from reader.exporters import audio, tags

        export, article = self._export, self._shelf.cleaned(identifier).article
        told = tags.of_article(article, export.title if track else "", track)
        sounds = (sound for _extent, sound in narrator.spoken(article))
        return audio.write(sounds, path, SoundForm(export.form), told, replace=export.replace)

    def _bind(self, articles: "Iterator[Bound]") -> None:
        from reader.exporters.epub.book import EpubWriter

        writer = EpubWriter(self._, datetime.now().astimezone(), self._export.title)
        writer.write(articles, self._export.path, replace=self._export.replace)

    def _write_site(self) -> None:
        """Write pages with contents, the newest day first; within a day the order stays."""
        from reader.exporters.site import places
        from reader.exporters.site.site import Dated, SiteWriter

        export = self._export
        days = {each: self._shelf.entry(each).day for each in export.articles}
        ordered = sorted(export.articles, key=lambda each: days[each], reverse=True)
        if export.form is ExportForm.PAGES:
            place = places.folder(export.path)
        else:
            place = places.packed(export.path, datetime.now().astimezone(), replace=export.replace)
        marked = zip(ordered, self._marked(ordered), strict=True)
        dated = (Dated(days[identifier], each) for identifier, each in marked)
        SiteWriter(self._, export.title).write(dated, place)

    def _write_text(self, identifier: int, path: Path, _track: str) -> float:
        from reader.exporters import files

        text = render(self._shelf.cleaned(identifier), self._export.form, self._notes(identifier))
        files.write_new(path, text, replace=self._export.replace)
        return 0.0

    def _write_pdf(self) -> None:
        from reader.exporters import files, notes
        from reader.exporters.pdf.contents import Together

        make, export = self._makers.pdf, self._export
        if make is None:  # whoever calls has no Qt to draw with
            raise NoConverterError("PySide6")
        articles = tuple(
            notes.with_notes(notes.Marked(self._shelf.cleaned(each).article, self._notes(each)))
            for each in export.articles
        )
        with files.new_path(export.path, replace=export.replace) as draft:
            if len(articles) == 1:
                make(articles[0], draft)
            else:
                make(Together(articles, export.title, self._, self._drawn), draft)

    def _drawn(self, done: int) -> None:
        if self._watch.stopped():
            raise StoppedError
        self._watch.progress(done, len(self._export.articles))

    def _each(self, write: Callable[[int, Path, str], float]) -> list[float]:
        """Write the one article, or each into a file of its own in a new folder, by its number."""
        from reader.exporters import files

        export = self._export
        if not export.form.is_folder(len(export.articles)):
            return [write(export.articles[0], export.path, "")]
        digits = len(str(len(export.articles)))
        with files.new_folder(export.path) as folder:
            done = []
            for number, identifier in enumerate(self._watched(export.articles), 1):
                title = file_name(self._shelf.entry(identifier).title)
                name = f"{number:0{digits}} {title}".rstrip() + export.form.suffix()
                done.append(write(identifier, folder / name, f"{number}/{len(export.articles)}"))
            return done

    def _marked(self, articles: Sequence[int]) -> "Iterator[Marked]":
        from reader.exporters.notes import Marked

        for identifier in self._watched(articles):
            article = self._shelf.cleaned(identifier).article
            yield Marked(article, self._notes(identifier))

    def _notes(self, identifier: int) -> list[Annotation]:
        return self._shelf.notes(identifier) if self._export.notes else []

    def _watched(self, articles: Sequence[int]) -> Iterator[int]:
        """Yield the articles, and tell how many are done; of one alone its sentences are told."""
        for done, identifier in enumerate(articles):
            if self._watch.stopped():
                raise StoppedError
            if len(articles) > 1:
                self._watch.progress(done, len(articles))
            yield identifier
