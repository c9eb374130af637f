"""Reading aloud: the player, its controls, the page and the reading position go together."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.app import Opened, spoken
from reader.gui.article.view import ArticleView
from reader.gui.player.bar import PlayerBar
from reader.gui.player.player import Player, PlayerState
from reader.gui.reading import Reading
from reader.gui.saying import announce
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator
from reader.model.position import Extent, Position
from reader.model.utterance import Utterance
from reader.settings import RATES, Settings
from reader.speech.engine import Delivery
from reader.speech.voices import Voice

_STEP = 25  # words a minute


def delivery(settings: Settings) -> Delivery:
    """Return how the person wants to be spoken to."""
    speaking = settings.speaking
    return Delivery(settings.rate, speaking.pitch, speaking.volume / 100, settings.voice)


class ReadingAloud(QObject):
    """Reads the open article from the caret, lights what is spoken, and keeps the place."""

    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        player: Player,
        bar: PlayerBar,
        view: ArticleView,
        reading: Reading,
        keeper: SettingsKeeper,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._player = player
        self._bar = bar
        self._view = view
        self._reading = reading
        self._keeper = keeper
        self._ = translator
        self._opened: Opened | None = None
        self._told = keeper.current.speaking.words()
        self._sentence: Extent | None = None
        self._caret: Position | None = None  # where it was at the last pause or start
        self._gives_way = False
        reading.opened.connect(self._take)
        reading.closed.connect(self._take_none)
        bar.play_requested.connect(self.toggle)
        bar.rate_changed.connect(self._set_rate)
        bar.voice_changed.connect(lambda voice: keeper.change(voice=voice or None))
        player.sentence_started.connect(self._light_sentence)
        player.word_started.connect(self._light_word)
        player.state_changed.connect(self._settle)
        player.failed.connect(self.failed)
        keeper.changed.connect(self._apply)
        self._apply(keeper.current)
        self._take_none()

    def toggle(self) -> None:
        """Read from the caret, pause, or go on: with the same word, unless the caret has moved."""
        caret = self._view.position()
        if self._player.state is PlayerState.PAUSED and caret != self._caret:
            self._player.play_from(caret)
        else:
            self._caret = caret
            self._player.toggle(caret)

    def is_heard(self) -> bool:
        """Tell whether the voice speaks, and the person wants nobody to speak over it."""
        plays = self._player.state is PlayerState.PLAYING
        return plays and self._keeper.current.speaking.yields

    def give_way(self) -> None:
        """Pause without a word, for somebody else is about to speak."""
        self._gives_way = True
        self._player.pause()
        self._gives_way = False

    def stop(self) -> None:
        """Be silent; the caret goes to the last sentence."""
        self._player.stop()

    def leave_off(self) -> Position:
        """Be silent, and return the place that the person means.

        That is the sentence that was heard, unless the caret has been moved since.
        """
        caret = self._view.position()
        if self._sentence is not None:
            self._player.stop()
            if caret != self._caret:
                self._view.go(caret)
        return self._view.position()

    def place(self) -> Position:
        """Return where the voice reads, or else the caret."""
        if self._player.state is PlayerState.STOPPED or self._player.current is None:
            return self._view.position()
        return Position(self._player.current.source.block, self._player.current.source.start)

    def next_sentence(self) -> None:
        """Go on with the next sentence."""
        self._player.next_sentence()

    def previous_sentence(self) -> None:
        """Go back to the sentence before."""
        self._player.previous_sentence()

    def faster(self) -> None:
        """Speak one step faster."""
        self._set_rate(self._keeper.current.rate + _STEP)

    def slower(self) -> None:
        """Speak one step slower."""
        self._set_rate(self._keeper.current.rate - _STEP)

    def offer_voices(self, voices: Sequence[Voice]) -> None:
        """Let the person choose among the engine's voices."""
        self._bar.set_voices(voices, self._keeper.current.voice)

    def _take(self, opened: Opened) -> None:
        self._sentence = None
        self._opened = opened
        self._player.load(spoken(opened.article, self._keeper.current.speaking))
        self._bar.set_playable(playable=True)

    def _take_none(self) -> None:
        self._sentence = None
        self._opened = None
        self._player.load(())
        self._bar.set_playable(playable=False)

    def _light_sentence(self, utterance: Utterance) -> None:
        self._sentence = utterance.source
        self._view.mark_spoken(self._sentence)
        self._reading.note_place(Position(self._sentence.block, self._sentence.start))

    def _light_word(self, word: Extent) -> None:
        self._view.mark_spoken(self._sentence, word)

    def _settle(self, state: PlayerState) -> None:
        if state is PlayerState.PAUSED and not self._gives_way:
            announce(self._bar, self._("Paused."))
        if state is PlayerState.STOPPED:
            self._view.mark_spoken(None)
            if self._sentence is not None:
                self._view.go(Position(self._sentence.block, self._sentence.start))
                announce(self._bar, self._("Stopped."))
            self._sentence = None

    def _set_rate(self, rate: int) -> None:
        self._keeper.change(rate=min(max(rate, RATES.start), RATES.stop - 1))

    def _apply(self, settings: Settings) -> None:
        self._player.set_speaking(settings.speaking)
        self._player.set_delivery(delivery(settings))
        if self._opened is not None and settings.speaking.words() != self._told:
            self._player.reword(spoken(self._opened.article, settings.speaking))
        self._told = settings.speaking.words()
        self._bar.set_rate(settings.rate)
        self._bar.set_voice(settings.voice)
