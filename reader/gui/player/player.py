"""Reading aloud: play, pause, stop, and from sentence to sentence."""

from collections.abc import Callable, Iterable
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from reader.errors import NoSoundError, ReaderError
from reader.gui.player.feed import Feed, Mark
from reader.gui.player.pace import Pace, Progress
from reader.gui.player.prepared import Prepared, Renderer
from reader.gui.player.script import Script
from reader.gui.player.sink import Sink, Speakers
from reader.model.position import START, Position
from reader.model.sound import Sound
from reader.model.speaking import Speaking
from reader.model.utterance import Utterance
from reader.speech.engine import Delivery
from reader.speech.silence import pause

_TICK_MS = 15
_WARM_MS = 300
_AHEAD_SECONDS = 1.0


class PlayerState(Enum):
    """What the player is doing."""

    STOPPED = auto()
    PLAYING = auto()
    PAUSED = auto()


class Player(QObject):
    """Plays the sentences of an article through the machine's sound output.

    It tells of a sentence or a word when its first sample is heard. It owns the engine: `close`
    ends both.
    """

    sentence_started = Signal(object)  # Utterance
    word_started = Signal(object)  # Extent
    state_changed = Signal(object)  # PlayerState
    failed = Signal(object)  # ReaderError
    loaded = Signal()

    def __init__(
        self,
        engine: Renderer,
        parent: QObject | None = None,
        open_sink: Callable[[int], Sink] | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_sink = open_sink or Speakers(self).open
        self._script = Script(self)
        self._script.whole.connect(self.loaded)
        self._utterances = self._script.sentences
        self._speaking = Speaking()
        self._delivery = Delivery()
        self._pace = Pace(self._delivery)
        self._state = PlayerState.STOPPED
        self._index = 0  # the sentence being heard
        self._next = 0  # the sentence to be fed
        self._begun = False
        self._sink: Sink | None = None
        self._feed = Feed(self._pause_after)
        self._prepared = Prepared(engine, self)
        self._prepared.arrived.connect(self._tick)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._warm = QTimer(self, singleShot=True, interval=_WARM_MS)
        self._warm.timeout.connect(self._prepare)

    @property
    def state(self) -> PlayerState:
        """What the player is doing."""
        return self._state

    @property
    def current(self) -> Utterance | None:
        """The sentence being heard, or heard last; None before the first."""
        return self._utterances[self._index] if self._begun and self._utterances else None

    @property
    def progress(self) -> Progress | None:
        """How far reading has come; None where there is nothing to read."""
        return self._pace.progress(self._utterances, self._index)

    def load(self, utterances: Iterable[Utterance]) -> None:
        """Take another article and fall silent; its beginning is prepared in the background.

        What is not at hand at once is taken little by little; `loaded` comes again at its end.
        """
        self.stop()
        self._begun = False
        self._take(utterances, START)

    def reword(self, utterances: Iterable[Utterance]) -> None:
        """Take the same article told otherwise; the sentence being heard begins anew."""
        source = self._utterances[self._index].source if self._utterances else None
        self._take(utterances, Position(source.block, source.start) if source else START)
        self._warm.start()
        if self._utterances:
            self._go(self._index)
        else:
            self.stop()

    def play_from(self, position: Position) -> None:
        """Read from the sentence at a place on."""
        if self._utterances:
            self._begin(self._script.reach(position))
            self._enter(PlayerState.PLAYING)
            self._run()

    def toggle(self, position: Position) -> None:
        """Pause, go on, or begin at a place."""
        match self._state:
            case PlayerState.STOPPED:
                self.play_from(position)
            case PlayerState.PLAYING:
                self.pause()
            case PlayerState.PAUSED:
                self.resume()

    def pause(self) -> None:
        """Fall silent at once and keep the place to the sample."""
        if self._state is PlayerState.PLAYING:
            self._timer.stop()
            if self._sink is not None:
                self._sink.pause()
            self._enter(PlayerState.PAUSED)

    def resume(self) -> None:
        """Go on where it was paused."""
        if self._state is PlayerState.PAUSED:
            if self._sink is not None:
                self._sink.resume()
            self._enter(PlayerState.PLAYING)
            self._run()

    def stop(self) -> None:
        """Fall silent at once; `current` stays."""
        self._silence()
        self._next = self._index
        self._warm.start()
        self._enter(PlayerState.STOPPED)

    def next_sentence(self) -> None:
        """Go on with the next sentence; while stopped, and at the last one, nothing happens."""
        self._go(self._index + 1)

    def previous_sentence(self) -> None:
        """Go back to the sentence before, at the first one to its beginning."""
        self._go(max(0, self._index - 1))

    def seek(self, seconds: float) -> None:
        """Go on with the sentence so long after the beginning; while stopped nothing happens."""
        self._go(self._pace.index_at(self._utterances, seconds))

    def set_delivery(self, delivery: Delivery) -> None:
        """Speak otherwise from now on; the sentence being heard begins anew."""
        if delivery == self._delivery:
            return
        self._delivery = delivery
        self._pace = Pace(delivery)
        self._prepared.load(self._utterances, delivery)
        self._warm.start()
        if self._utterances:
            self._go(self._index)
        else:
            self.stop()

    def set_speaking(self, speaking: Speaking) -> None:
        """Take other pauses; they count for all that the sink has not got yet."""
        self._speaking = speaking

    def close(self) -> None:
        """Fall silent and end the engine."""
        self.stop()
        self._warm.stop()
        self._prepared.close()

    def _pause_after(self, index: int) -> int:
        """Return the milliseconds of silence after a sentence."""
        after = self._utterances[index + 1] if index + 1 < len(self._utterances) else None
        return pause(self._utterances[index], after, self._speaking, self._delivery.rate)

    def _take(self, utterances: Iterable[Utterance], position: Position) -> None:
        self._utterances = self._script.load(utterances)
        self._index = self._next = self._script.reach(position) if self._utterances else 0
        self._prepared.load(self._utterances, self._delivery)
        self.loaded.emit()

    def _go(self, index: int) -> None:
        if self._state is PlayerState.STOPPED or index >= len(self._utterances):
            return
        self._begin(index)
        if self._state is PlayerState.PLAYING:
            self._run()
        else:
            self._reach(Mark(0, index))  # nothing will be heard that could tell

    def _begin(self, index: int) -> None:
        self._silence()
        self._index = self._next = index
        self._begun = True
        self._warm.stop()
        self._prepared.forgive()
        self._prepared.want(index)

    def _prepare(self) -> None:
        self._prepared.want(self._next)

    def _run(self) -> None:
        self._timer.start()
        self._tick()

    def _silence(self) -> None:
        self._timer.stop()
        self._drop_sound()

    def _drop_sound(self) -> None:
        if self._sink is not None:
            self._sink.close()
        self._sink = None
        self._feed = Feed(self._pause_after)

    def _enter(self, state: PlayerState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    @Slot()
    def _tick(self) -> None:
        if self._state is not PlayerState.PLAYING:
            return
        try:
            self._fill()
            self._write()
        except ReaderError as error:
            self.stop()
            self.failed.emit(error)
        else:
            self._tell()

    def _fill(self) -> None:
        """Append what is ready; an error counts when all before it has been heard."""
        while self._feed.waiting < _AHEAD_SECONDS and self._next < len(self._utterances):
            result = self._prepared.get(self._next)
            if isinstance(result, ReaderError) and self._is_silent():
                raise result
            if not isinstance(result, Sound) or not self._feed.accepts(result):
                return
            utterance = self._utterances[self._next]
            self._pace.learn(utterance, result)
            self._feed.add(self._next, result)
            self._next += 1
            self._prepared.want(self._next)

    def _write(self) -> None:
        """Hand over what the sink has room for; it is opened late, for it must never starve."""
        if self._sink is None and not self._feed.is_empty:
            self._sink = self._open_sink(self._feed.rate)
        if self._sink is None:
            return
        self._feed.hand_over(self._sink.write(self._feed.peek(self._sink.room())))
        if self._sink.is_lost() and not self._has_drained():
            raise NoSoundError

    def _tell(self) -> None:
        """Report what has been heard; whoever hears of it may turn reading elsewhere."""
        feed, drained = self._feed, self._has_drained()
        heard = self._sink.heard() if self._sink is not None else 0
        for mark in feed.rest() if drained else feed.passed(heard):
            self._reach(mark)
            if self._feed is not feed:
                return
        if drained:
            self._drop_sound()
        if self._state is PlayerState.PLAYING and self._is_over():
            self.stop()

    def _reach(self, mark: Mark) -> None:
        if mark.word is not None:
            self.word_started.emit(mark.word)
            return
        self._index = mark.index
        self.sentence_started.emit(self._utterances[mark.index])

    def _has_drained(self) -> bool:
        return self._feed.is_empty and self._sink is not None and self._sink.is_drained()

    def _is_silent(self) -> bool:
        return self._sink is None and self._feed.is_empty

    def _is_over(self) -> bool:
        return self._is_silent() and self._next >= len(self._utterances)
