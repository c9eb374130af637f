"""Articles are spoken into files, by one voice."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from reader.app.documents import Voice
from reader.app.program import version
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.position import Extent
from reader.model.sound import Sound, Spoken
from reader.model.utterance import Part, Utterance
from reader.model.watch import Watch, until_stopped
from reader.speech.engine import Engine

if TYPE_CHECKING:
    from reader.exporters.daisy.book import Cover


class Narrator:
    """Speaks articles as a person wants to hear them, until somebody gives up.

    Where `alone` says so, the one article is watched sentence by sentence. Notes are left out: what
    is handed on is for anybody.
    """

    def __init__(self, engine: Engine, voice: Voice, watch: Watch, *, alone: bool = False) -> None:
        engine.tell_unsaid(voice.unsaid)
        self._engine = engine
        self._voice = voice
        self._watch = watch
        self._alone = alone

    def spoken(self, article: Article) -> Spoken:
        """Return the sentences of an article as they are spoken, and the silence between them."""
        from reader.speech.silence import paced
        from reader.speech.utterances import utterances

        voice = self._voice
        said = tuple(utterances(article, voice.speaking, voice.own))
        sounds = self._engine.speak_all(said, voice.delivery)
        told = self._told(sounds, len(said)) if self._alone else sounds
        stopped = self._watch.stopped
        return until_stopped(paced(said, told, voice.speaking, voice.delivery.rate), stopped)

    def cover(self, title: str, _: Translator) -> "Cover":
        """Return what a DAISY book begins with: its title is heard."""
        from reader.exporters.daisy.book import Cover
        from reader.speech.voices import choose

        said = Utterance((Part(title, _.language),), Extent(0, 0, 0))
        delivery = self._voice.delivery
        narrator = choose(self._engine.voices(), _.language, delivery.voice)
        return Cover(
            title,
            self._engine.speak(said, delivery),
            narrator.name if narrator else "",
            f"{_('Chetivo')} {version()}".rstrip(),
            datetime.now().astimezone(),
        )

    def _told(self, sounds: Iterator[Sound], total: int) -> Iterator[Sound]:
        for done, sound in enumerate(sounds):
            self._watch.progress(done, total)
            yield sound
