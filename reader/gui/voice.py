"""Reading aloud: the player, the page and the reading position go together."""

from PySide6.QtCore import QObject, Signal

from reader.app import spoken
from reader.gui.article.view import ArticleView
from reader.gui.player.player import Player, PlayerState
from reader.gui.reading import Reading
from reader.gui.settings.keeper import SettingsKeeper
from reader.model.position import Extent, Position
from reader.model.utterance import Utterance
from reader.settings import RATES, Settings
from reader.speech.engine import Delivery

_STEP = 25  # words a minute


def delivery(settings: Settings) -> Delivery:
    """Return how the person wants to be spoken to."""
    return Delivery(rate=settings.rate, voice=settings.voice)


class Voice(QObject):
    """Reads the open article aloud from the caret, lights what is spoken, and keeps the place."""

    failed = Signal(object)  # ReaderError

    def __init__(
        self, player: Player, view: ArticleView, reading: Reading, keeper: SettingsKeeper
    ) -> None:
        super().__init__()
        self._player = player
        self._view = view
        self._reading = reading
        self._keeper = keeper
        self._loaded = False
        self._sentence: Extent | None = None
        reading.opened.connect(self._start_over)
        reading.closed.connect(self._start_over)
        player.sentence_started.connect(self._light_sentence)
        player.word_started.connect(self._light_word)
        player.state_changed.connect(self._settle)
        player.failed.connect(self.failed)
        keeper.changed.connect(self._apply)
        self._apply(keeper.current)

    def toggle(self) -> None:
        """Read from the caret, pause, or go on with the same word."""
        self._load()
        self._player.toggle(self._view.position())

    def stop(self) -> None:
        """Be silent; the caret stays at the last sentence."""
        self._player.stop()

    def next_sentence(self) -> None:
        """Go on with the next sentence."""
        self._load()
        self._player.next_sentence()

    def previous_sentence(self) -> None:
        """Go back to the sentence before."""
        self._load()
        self._player.previous_sentence()

    def faster(self) -> None:
        """Speak one step faster."""
        self._set_rate(self._keeper.current.rate + _STEP)

    def slower(self) -> None:
        """Speak one step slower."""
        self._set_rate(self._keeper.current.rate - _STEP)

    def _load(self) -> None:
        article = self._reading.article
        if not self._loaded and article is not None:
            self._player.load(spoken(article))
            self._loaded = True

    def _start_over(self) -> None:
        self._sentence = None
        self._player.stop()
        self._player.load(())
        self._loaded = False

    def _light_sentence(self, utterance: Utterance) -> None:
        self._sentence = utterance.source
        self._view.mark_spoken(self._sentence)
        self._reading.note_place(Position(self._sentence.block, self._sentence.start))

    def _light_word(self, word: Extent) -> None:
        self._view.mark_spoken(self._sentence, word)

    def _settle(self, state: PlayerState) -> None:
        if state is PlayerState.STOPPED:
            self._view.mark_spoken(None)
            if self._sentence is not None:
                self._view.go(Position(self._sentence.block, self._sentence.start))
            self._sentence = None

    def _set_rate(self, rate: int) -> None:
        self._keeper.change(rate=min(max(rate, RATES.start), RATES.stop - 1))

    def _apply(self, settings: Settings) -> None:
        self._player.set_delivery(delivery(settings))
