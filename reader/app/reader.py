"""The library and everything that is done with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from reader import repair
from reader.app.documents import Cleaned, Recording, clean, render
from reader.errors import NothingToTakeBackError, StoppedError
from reader.exporters import audio, files, html, html_blocks, pages
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming, from_file
from reader.importers.plain import FORMAT as TEXT
from reader.library.store import Library
from reader.model.article import Article
from reader.model.correction import Correction, Wish
from reader.model.entry import Counts, Entry, Hit
from reader.model.position import Position
from reader.model.printed import Printed
from reader.model.query import Search
from reader.model.raw import Repair
from reader.model.watch import UNWATCHED, Watch, until_stopped
from reader.repair.by_hand import correction_for, refused
from reader.speech.engine import Engine
from reader.speech.silence import paced
from reader.speech.utterances import utterances
from reader.text.names import file_name


@dataclass(frozen=True, slots=True)
class Kept:
    """An article in the library; `known` tells that it was there already."""

    entry: Entry
    repairs: tuple[Repair, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """An article to read on: what the library knows of it, its text, and where reading stopped."""

    entry: Entry
    article: Article
    position: Position


class Reader:
    """The library and everything that is done with it.

    May be used from several threads at once.
    """

    def __init__(
        self, library: Library, apart: Apart, make_engine: Callable[[], Engine] = Engine
    ) -> None:
        self.library = library
        self._apart = apart
        self._make_engine = make_engine

    def keep(self, incoming: Incoming, watch: Watch = UNWATCHED) -> Kept:
        """Clean a document and put it into the library, with the file as it came.

        Raises `SourceError`, `LibraryError` or `StoppedError`; then nothing has been kept.
        """
        known = self.library.find_original(incoming.data)
        if known is not None:
            return Kept(known, self.library.repairs(known.identifier), known=True)
        cleaned = clean(incoming, self._apart, watch=watch)
        if watch.stopped():
            raise StoppedError
        kept = self.library.add(cleaned.article, cleaned.repairs, incoming.data)
        return Kept(kept.entry, cleaned.repairs, known=not kept.new)

    def speak_to_file(self, identifier: int, recording: Recording) -> float:
        """Speak an article into a WAV file; return its length in seconds.

        Raises `SpeechError`, `TargetError` or `StoppedError`; then there is no new file.
        """
        article = self.library.article(identifier)
        said = tuple(utterances(article, recording.speaking, recording.own))
        with self._make_engine() as engine:
            engine.tell_unsaid(recording.unsaid)
            sounds = engine.speak_all(said, recording.delivery)
            with_pauses = paced(said, sounds, recording.speaking, recording.delivery.rate)
            going_on = until_stopped(with_pauses, recording.stopped)
            return audio.write_wav(going_on, recording.path, replace=recording.replace)

    def export(self, identifier: int, form: str, path: Path, *, replace: bool = False) -> None:
        """Write an article as "md", "html", "txt", "json" or "blocks".

        Raises `TargetError`.
        """
        cleaned = Cleaned(self.library.article(identifier), self.library.repairs(identifier))
        files.write_new(path, render(cleaned, form), replace=replace)

    def write_page(self, identifier: int, place: Position, folder: Path) -> str:
        """Write an article as a page into a folder; return the address of a place in it.

        Raises `UnknownArticleError`, `TargetError`.
        """
        article = self.library.article(identifier)
        name = f"{identifier} {file_name(article.title)}".rstrip() + ".html"
        path = pages.put(folder, name, html.render(article, place.block))
        return f"{path.as_uri()}#{html_blocks.anchor(place.block)}"

    def search(self, wanted: Search, limit: int = 50) -> list[Hit]:
        """Return articles that hold all the words, best first."""
        return self.library.search(wanted, limit)

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
        entry = self.library.entry(identifier)
        return Opened(entry, self.library.article(identifier), self.library.place(identifier))

    def note_opened(self, identifier: int) -> None:
        """Count an article as read, and as the last one opened, where that can be kept."""
        if self.library.read_only:
            return
        self.library.set_read(identifier, read=True)
        self.library.set_last_opened(identifier)

    def last_opened(self) -> int | None:
        """Return the article that was open last, if it is still kept."""
        return self.library.last_opened()

    def repairs(self, identifier: int) -> tuple[Repair, ...]:
        """Return what was repaired in an article."""
        return self.library.repairs(identifier)

    def corrections(self, identifier: int) -> tuple[Correction, ...]:
        """Return what was put right by hand in an article."""
        return self.library.corrections(identifier)

    def correct(self, identifier: int, wish: Wish, password: str | None = None) -> Opened:
        """Put something right by hand; the article is repaired anew from the file it came in.

        Raises `CorrectionError`, `SourceError` or `LibraryError`; then the article is as it was.
        """
        correction = correction_for(self.library.article(identifier), wish)
        if correction is None:
            raise refused(wish)
        corrections = (*self.corrections(identifier), correction)
        return self._repair_anew(identifier, corrections, password)

    def take_back(self, identifier: int, password: str | None = None) -> Opened:
        """Take back what was put right last; raises as `correct` does."""
        corrections = self.corrections(identifier)
        if not corrections:
            raise NothingToTakeBackError
        return self._repair_anew(identifier, corrections[:-1], password)

    def repair_anew(self, identifier: int, password: str | None = None) -> Opened:
        """Repair an article by what the program knows now, with the corrections made by hand.

        Raises `SourceError` or `LibraryError`; then the article is as it was.
        """
        return self._repair_anew(identifier, self.corrections(identifier), password)

    def _repair_anew(
        self, identifier: int, corrections: tuple[Correction, ...], password: str | None
    ) -> Opened:
        kept = self.library.article(identifier)
        incoming = self._original(identifier, kept, password)
        cleaned = clean(incoming, self._apart, kept.source.retrieved, corrections)
        self.library.renew(identifier, cleaned.article, cleaned.repairs, corrections)
        return self.open(identifier)

    def printed(self, identifier: int, password: str | None = None) -> Printed:
        """Return the lines of an article as they were found in the file it came in.

        Raises `SourceError`.
        """
        kept = self.library.article(identifier)
        raw = self._apart.read(self._original(identifier, kept, password))
        proof = repair.proved(raw, self.corrections(identifier))
        return Printed(raw.lines, proof.origins)

    def _original(self, identifier: int, kept: Article, password: str | None) -> Incoming:
        path = self.library.original(identifier)
        incoming = from_file(path, kept.source.address, password)
        pasted = kept.source.format == TEXT
        # A person knows it by the name it came with, not by the digest it is kept by.
        return replace(incoming, name=kept.source.name, path=None, pasted=pasted)

    def set_place(self, identifier: int, position: Position) -> None:
        """Remember where the person stopped reading, where that can be kept."""
        if self.library.read_only:
            return
        self.library.set_place(identifier, position)

    def set_read(self, *identifiers: int, read: bool) -> None:
        """Mark articles as read or unread."""
        self.library.set_read(*identifiers, read=read)

    def remove(self, *identifiers: int) -> None:
        """Take articles and their original files out of the library."""
        self.library.remove(*identifiers)
