"""Articles are handed on as one book, or as a recording."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.annotating import Annotating
from reader.app.archives import Archives
from reader.app.documents import Recording, Voice
from reader.app.program import version
from reader.errors import NothingToWriteError, StoppedError
from reader.i18n import Translator
from reader.library.store import Library
from reader.model.article import Article
from reader.model.bookform import BookForm
from reader.model.position import Extent
from reader.model.sound import Spoken
from reader.model.utterance import Part, Utterance
from reader.model.watch import UNWATCHED, Watch, until_stopped
from reader.speech.engine import Engine

if TYPE_CHECKING:
    from reader.exporters.bound import Bound
    from reader.exporters.daisy.book import Cover
    from reader.exporters.notes import Marked


@dataclass(frozen=True, slots=True)
class Binding:
    """How a book is made, and what it is called."""

    form: BookForm
    title: str
    notes: bool = False
    replace: bool = False


class Books:
    """Makes books and recordings of articles, of the library and of the archives that are open."""

    def __init__(
        self,
        library: Library,
        archives: Archives,
        annotating: Annotating,
        make_engine: Callable[[], Engine],
    ) -> None:
        self._library = library
        self._archives = archives
        self._annotating = annotating
        self._make_engine = make_engine

    def write(
        self,
        identifiers: Sequence[int],
        path: Path,
        binding: Binding,
        _: Translator,
        voice: Voice | None = None,
        watch: Watch = UNWATCHED,
    ) -> None:
        """Write articles, in this order, as one book; `_` is the language of its own words.

        A spoken one is recorded sentence by sentence, in step with its text. Raises `TargetError`,
        `SpeechError`, `UnknownArticleError`, `StoppedError`; then there is no new book.
        """
        from reader.exporters.bound import Bound

        if not identifiers:
            raise NothingToWriteError(path)
        articles = self._articles(identifiers, watch, notes=binding.notes)
        if not binding.form.is_spoken:
            _write_epub(map(Bound, articles), path, binding, _)
            return
        said = voice or Voice()
        with self._make_engine() as engine:
            engine.tell_unsaid(said.unsaid)
            bound = (
                Bound(each, until_stopped(spoken(each.article, engine, said), watch.stopped))
                for each in articles
            )
            if binding.form is BookForm.DAISY:
                from reader.exporters.daisy.book import DaisyWriter

                DaisyWriter(_, _cover(binding.title, engine, said, _)).write(bound, path)
            else:
                _write_epub(bound, path, binding, _)

    def speak_to_file(self, identifier: int, recording: Recording) -> float:
        """Speak an article into a file of sound; return its length in seconds.

        Raises `SpeechError`, `TargetError` or `StoppedError`; then there is no new file.
        """
        from reader.exporters import audio

        article, voice = self._article(identifier), recording.voice
        with self._make_engine() as engine:
            engine.tell_unsaid(voice.unsaid)
            sounds = (sound for _extent, sound in spoken(article, engine, voice))
            going_on = until_stopped(sounds, recording.stopped)
            return audio.write(going_on, recording.path, recording.form, replace=recording.replace)

    def _articles(
        self, identifiers: Sequence[int], watch: Watch, *, notes: bool
    ) -> "Iterator[Marked]":
        from reader.exporters.notes import Marked

        for done, identifier in enumerate(identifiers):
            if watch.stopped():
                raise StoppedError
            watch.progress(done, len(identifiers))
            annotations = self._annotating.of(identifier) if notes else ()
            yield Marked(self._article(identifier), annotations)

    def _article(self, identifier: int) -> Article:
        kept_in = self._archives.of(identifier) or self._library
        return kept_in.article(identifier)


def spoken(article: Article, engine: Engine, voice: Voice) -> Spoken:
    """Return the sentences of an article as they are spoken, and the silence between them."""
    from reader.speech.silence import paced
    from reader.speech.utterances import utterances

    said = tuple(utterances(article, voice.speaking, voice.own))
    sounds = engine.speak_all(said, voice.delivery)
    return paced(said, sounds, voice.speaking, voice.delivery.rate)


def _write_epub(articles: "Iterable[Bound]", path: Path, binding: Binding, _: Translator) -> None:
    from reader.exporters.epub.book import EpubWriter

    writer = EpubWriter(_, datetime.now(UTC), binding.title)
    writer.write(articles, path, replace=binding.replace)


def _cover(title: str, engine: Engine, voice: Voice, _: Translator) -> "Cover":
    """Return what a DAISY book begins with: its title is heard."""
    from reader.exporters.daisy.book import Cover
    from reader.speech.voices import choose

    said = Utterance((Part(title, _.language),), Extent(0, 0, 0))
    program = _("Chetivo")
    narrator = choose(engine.voices(), _.language, voice.delivery.voice)
    return Cover(
        title,
        engine.speak(said, voice.delivery),
        narrator.name if narrator else "",
        f"{program} {version()}".rstrip(),
        datetime.now(UTC),
    )
