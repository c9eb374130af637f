"""Reading aloud: the player, its controls, the page and the reading position go together."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app import Opened
from reader.gui.article.view import ArticleView
from reader.gui.player.bar import PlayerBar
from reader.gui.player.manner import delivery
from reader.gui.player.player import Player, PlayerState
from reader.gui.player.steps import NO_MORE, Unit, begin, beside_place
from reader.gui.reading import Reading
from reader.gui.saying import AFTER_FOCUS, announce
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.spoken import MarksOf, Spoken
from reader.i18n import Translator
from reader.model.leaves import Kind
from reader.model.position import START, Extent, Position
from reader.model.pronunciation import Pronunciations
from reader.model.utterance import Utterance
from reader.settings import Settings
from reader.speech.voices import Voice


class ReadingAloud(QObject):
    """Reads the open article from the caret, lights what is spoken, and keeps the place."""

    failed = Signal(object)  # ReaderError
    ended = Signal()  # all of the article has been read: another one may follow
    stopped = Signal()
    telling = Signal()  # a screen reader is about to speak

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
        self._spoken = Spoken(keeper.current.speaking)
        self._sentence: Extent | None = None
        self._goes_on = False  # the article that is opened follows the one that is read
        self._selected: tuple[Position, Position] | None = None  # what is read, and no more
        self._last_words: str | None = None
        self._word: Extent | None = None
        self._caret: Position | None = None  # where it was at the last pause or start
        self._gives_way = False
        reading.opened.connect(self._take)
        reading.closed.connect(lambda: self._take(None))
        bar.play_requested.connect(self.toggle)
        bar.rate_changed.connect(lambda rate: keeper.change(rate=rate))
        bar.voice_changed.connect(lambda voice: keeper.change(voice=voice or None))
        player.sentence_started.connect(self._light_sentence)
        player.word_started.connect(self._light_word)
        player.state_changed.connect(self._settle)
        player.ended.connect(self._end)
        player.failed.connect(self.failed)
        keeper.changed.connect(self._apply)
        self._apply(keeper.current)
        self._take(None)

    def toggle(self) -> None:
        """Read from the caret, pause, or go on: with the same word, unless the caret has moved."""
        caret = self._view.position()
        self._view.follow_again()
        if self._player.state is PlayerState.PAUSED and caret != self._caret:
            self._selected = None
            self._player.play_from(caret)
        else:
            self._caret = caret
            self._player.toggle(caret)

    def read_article(self) -> None:
        """Read from the beginning of the article."""
        self._caret = self._view.position()
        self._selected = None
        self._view.follow_again()
        self._player.play_from(START)

    def read_selection(self) -> None:
        """Read what is selected, and no more."""
        place, anchor = self._view.position(), self._view.anchor()
        self._caret = place
        self._view.follow_again()
        before, self._selected = self._selected, (min(place, anchor), max(place, anchor))
        if not self._player.play_within(*self._selected):
            self._selected = before
            self.tell(self._("Nothing is selected."))

    def tell(self, words: str) -> None:
        """Have a screen reader say something; the voice falls silent for it."""
        self.telling.emit()
        announce(self._bar, words)

    def tell_after_focus(self, words: str, is_true: Callable[[], bool] = lambda: True) -> None:
        """Tell it, if it is true then, after what the focus moves to now has been said."""

        def say() -> None:
            if is_true():
                self.tell(words)

        QTimer.singleShot(AFTER_FOCUS, self._bar, say)

    def show_beside(self, name: str, words: str) -> None:
        """Show something of this name in the player's line; no words take it away."""
        self._bar.show_beside(name, words)

    @property
    def is_stopped(self) -> bool:
        """Whether nothing is being read."""
        return self._player.state is PlayerState.STOPPED

    @property
    def title_is_said(self) -> bool:
        """Whether it is the article's title that the voice says now."""
        said = self._player.current if self._player.state is PlayerState.PLAYING else None
        return said is not None and said.kind is Kind.TITLE

    @property
    def has_words(self) -> bool:
        """Whether there is something to read."""
        return self._player.progress is not None

    @contextmanager
    def going_on(self, silence: float) -> Iterator[None]:
        """Have the article opened meanwhile follow the one that is read, after some seconds."""
        self._goes_on = True
        try:
            yield
        finally:
            self._goes_on = False
        self._selected = None
        self._caret = self._view.position()
        self._player.follow_with(self._spoken.utterances(), silence)

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
        caret, was_heard = self._view.position(), self._sentence is not None
        self._player.stop()
        if was_heard and caret != self._caret:
            self._view.go(caret)
        return self._view.position()

    def return_to(self, place: Position) -> None:
        """Have reading stand at a place that was read before."""
        self._view.go(place)
        self._reading.note_place(place)

    def place(self) -> Position:
        """Return where the voice reads, or else the caret."""
        said = self._player.current
        return self._view.position() if self.is_stopped or said is None else begin(said)

    def word(self) -> Extent | None:
        """Return the word heard last, while reading and as long as the caret is not moved."""
        return self._word if self._view.position() == self._caret else None

    def say_own(self, own: Pronunciations) -> None:
        """Have these words said as the person wants; the sentence being heard begins anew."""
        self._spoken.own = own
        self._reword()

    def say_notes(self, marks_of: MarksOf) -> None:
        """Have the notes of articles told as the person wants; `marks_of` finds them."""
        self._spoken.marks_of = marks_of

    def note_marks(self, article: int) -> None:
        """Have the notes of an article told as they are now."""
        if self._spoken.tells_notes_of(article):
            self._reword()

    def step(self, unit: Unit, by: int) -> None:
        """Go to the next (1) or previous (-1) unit, or tell that there is none.

        The voice goes on there; while it is silent, a screen reader says the sentence.
        """
        self._view.follow_again()
        if self._player.state is PlayerState.STOPPED:
            found = self._move_caret(unit, by)
        else:
            found = self._player.step(unit, by)
            if found and self._player.state is PlayerState.PAUSED and self._player.current:
                self.tell(self._player.current.text)
        if not found:
            self.tell(self._(NO_MORE[unit, by]))

    def repeat(self, *, on: bool) -> None:
        """Repeat the sentence from now on, or go on behind it."""
        self._view.follow_again()
        self._player.loop(on=on)

    def end_with(self, words: str) -> None:
        """Have this told when the voice stops; nothing where it is told elsewhere."""
        self._last_words = words

    def offer_voices(self, voices: Sequence[Voice]) -> None:
        """Let the person choose among the engine's voices."""
        self._bar.set_voices(voices, self._keeper.current.voice)

    def _take(self, opened: Opened | None) -> None:
        self._sentence = None
        self._spoken.opened = opened
        if not self._goes_on:  # else it is not on show yet
            self._player.load(self._spoken.utterances())
        self._bar.set_playable(playable=opened is not None)

    def _reword(self) -> None:
        if self._spoken.opened is not None:
            self._player.reword(self._spoken.utterances())

    def _move_caret(self, unit: Unit, by: int) -> bool:
        """Go to a unit with the caret, and have a screen reader say it."""
        found = beside_place(self._player.sentences, self._view.position(), unit, by)
        if found is not None:
            self._view.read(found.source)
        return found is not None

    def _light_sentence(self, utterance: Utterance) -> None:
        self._sentence, self._word = utterance.source, None
        self._view.mark_spoken(self._sentence)
        self._reading.note_place(Position(self._sentence.block, self._sentence.start))

    def _light_word(self, word: Extent) -> None:
        self._word = word if word.start < word.end else None  # a note is no word of the article
        self._view.mark_spoken(self._sentence, self._word)

    def _end(self) -> None:
        words = self._("End of the selection.")
        if self._selected is None:
            words = self._("End of the article.")
            self.ended.emit()
        if self._last_words is None:
            self._last_words = words

    def _settle(self, state: PlayerState) -> None:
        match state:
            case PlayerState.PLAYING:
                self._last_words = None
            case PlayerState.PAUSED if not self._gives_way:
                self.tell(self._("Paused."))
            case PlayerState.PAUSED:
                pass
            case PlayerState.STOPPED:
                self._fall_silent()
                self.stopped.emit()

    def _fall_silent(self) -> None:
        """Put the light out; the caret goes to the last sentence, but never out of a selection."""
        self._view.mark_spoken(None)
        words = self._("Stopped.") if self._last_words is None else self._last_words
        sentence, self._sentence = self._sentence, None
        self._word = None
        selected, self._selected = self._selected, None
        if sentence is None:
            return
        if selected is None or set(selected) != {self._view.position(), self._view.anchor()}:
            self._view.go(Position(sentence.block, sentence.start))
        if words:
            self.tell(words)

    def _apply(self, settings: Settings) -> None:
        speaking = settings.speaking
        self._player.set_speaking(speaking)
        self._player.set_delivery(delivery(settings))
        self._view.light_as(speaking.highlight, follow=speaking.follow)
        if self._spoken.say_as(speaking):
            self._reword()
        self._bar.set_rate(settings.rate)
        self._bar.set_voice(settings.voice)
