"""Reading aloud: play, pause, stop, and from sentence to sentence."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from reader.errors import ReaderError
from reader.gui.player.feed import Mark
from reader.gui.player.pace import Progress
from reader.gui.player.prepared import Prepared, Renderer
from reader.gui.player.reel import Reel
from reader.gui.player.script import Script
from reader.gui.player.sink import Sink, Speakers
from reader.gui.player.steps import Unit, begin, index_at
from reader.model.position import START, Position
from reader.model.speaking import Speaking
from reader.model.utterance import Utterance
from reader.speech.engine import Delivery

_TICK_MS, _WARM_MS = 15, 300


class PlayerState(Enum):
    """What the player is doing."""

    STOPPED = auto()
    PLAYING = auto()
    PAUSED = auto()


class Player(QObject):
    """Plays the sentences of an article through the machine's sound output.

    It tells of a sentence or a word when its first sample is heard, and of the end before it
    stops: who hears of it may have another article follow. It owns the engine: `close` ends both.
    """

    sentence_started = Signal(object)  # Utterance
    word_started = Signal(object)  # Extent
    state_changed = Signal(object)  # PlayerState
    loop_changed = Signal(bool)
    ended = Signal()
    failed = Signal(object)  # ReaderError
    loaded = Signal()

    def __init__(
        self,
        engine: Renderer,
        parent: QObject | None = None,
        open_sink: Callable[[int], Sink] | None = None,
    ) -> None:
        super().__init__(parent)
        self.script = Script(self)
        self.script.whole.connect(self.loaded)
        self._state = PlayerState.STOPPED
        self._stretch: tuple[Position, Position] | None = None  # what is read, and no more
        self._prepared = Prepared(engine, self)
        self._reel = Reel(self._prepared, open_sink or Speakers(self).open)
        self._prepared.arrived.connect(self._tick)
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._warm = QTimer(self, singleShot=True, interval=_WARM_MS)
        self._warm.timeout.connect(self._reel.prepare)
        self.script.whole.connect(self._warm.start)

    @property
    def state(self) -> PlayerState:
        """What the player is doing."""
        return self._state

    @property
    def current(self) -> Utterance | None:
        """The sentence being heard, or heard last; None before the first."""
        return self._reel.course.current

    @property
    def loops(self) -> bool:
        """Whether the sentence is repeated."""
        return self._reel.course.loops

    @property
    def sentences(self) -> Sequence[Utterance]:
        """All sentences of the article, those made now that were not known yet."""
        return self.script.finish()

    @property
    def progress(self) -> Progress | None:
        """How far reading has come; None where there is nothing to read."""
        return self._reel.progress

    def load(self, utterances: Iterable[Utterance]) -> None:
        """Take another article and fall silent; its beginning is prepared in the background.

        What is not at hand at once is taken little by little; `loaded` comes again at its end.
        """
        self.stop()
        self._take(utterances, START)

    def follow_with(self, utterances: Iterable[Utterance], silence: float = 0.0) -> None:
        """Take another article and go on with it after some seconds, as it is: read or paused."""
        self.loop(on=False)
        self._stretch = None
        self._take(utterances, START)
        if self.script.begins():
            self._go(0, silence)

    def reword(self, utterances: Iterable[Utterance]) -> None:
        """Take the same article told otherwise; the sentence being heard begins anew."""
        course = self._reel.course
        place = begin(course.utterances[course.heard]) if course.utterances else START
        self._take(utterances, place)
        if self._stretch is not None:
            self._reel.turn_to(self.script.within(*self._stretch))
            self._reel.course.stand(index_at(self._reel.course.utterances, place))
        self._warm.start()
        self._go_or_stop()

    def play_from(self, position: Position) -> None:
        """Read from the sentence at a place on."""
        if self.script.begins():
            self._stretch = None
            self._reel.turn_to(self.script.sentences)
            self._play(self.script.reach(position))

    def play_within(self, start: Position, end: Position) -> bool:
        """Read what lies between two places, and no more; return False where that is nothing."""
        stretch = self.script.within(start, end)
        if stretch:
            self._stretch = (start, end)
            self._reel.turn_to(stretch)
            self._play(0)
        return bool(stretch)

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
            self._reel.playback.pause()
            self._enter(PlayerState.PAUSED)

    def resume(self) -> None:
        """Go on where it was paused."""
        if self._state is PlayerState.PAUSED:
            self._reel.playback.resume()
            self._enter(PlayerState.PLAYING)
            self._run()

    def stop(self) -> None:
        """Fall silent at once; `current` stays, and nothing is repeated any more."""
        self._timer.stop()
        self._reel.playback.drop()
        self._reel.course.halt()
        self._leave_stretch()
        self.loop(on=False)
        self.end_with_paragraph(wanted=False)
        self._warm.start()
        self._enter(PlayerState.STOPPED)

    def step(self, unit: Unit, by: int) -> bool:
        """Go on with the next (1) or previous (-1) unit; tell whether there is one.

        While stopped nothing happens.
        """
        index = self._reel.beside(unit, by)
        if index is None and self.script.finish():  # what is looked for may not be known yet
            index = self._reel.beside(unit, by)
        return index is not None and self._go(index)

    def seek(self, seconds: float) -> None:
        """Go on with the sentence so long after the beginning; while stopped nothing happens."""
        self._go(self._reel.index_after(seconds))

    def loop(self, *, on: bool) -> None:
        """Begin the sentence anew and repeat it until this is turned off."""
        if on is not self.loops:
            self._reel.loop(on=on)
            if on:
                self._go(self._reel.course.heard)
            self.loop_changed.emit(on)

    def end_with_paragraph(self, *, wanted: bool) -> None:
        """Read to the end of the paragraph only; of one that has been begun already, to its end."""
        self._reel.end_with_leaf(wanted=wanted)

    def set_delivery(self, delivery: Delivery) -> None:
        """Speak otherwise from now on; unless it is only louder, the sentence begins anew."""
        if self._reel.speak_as(delivery):
            self._warm.start()
            self._go_or_stop()

    def set_speaking(self, speaking: Speaking) -> None:
        """Take other pauses; they count for all that the sink has not got yet."""
        self._reel.set_speaking(speaking)

    def fade(self, part: float) -> None:
        """Be as loud as this part of the usual from now on."""
        self._reel.fade(part)

    def close(self) -> None:
        """Fall silent and end the engine."""
        self.stop()
        self._warm.stop()
        self._prepared.close()

    def _take(self, utterances: Iterable[Utterance], place: Position) -> None:
        self._reel.playback.drop()
        self._reel.load(self.script.load(utterances))
        if self.script.sentences:
            self._reel.course.stand(self.script.reach(place))
        self.loaded.emit()

    def _leave_stretch(self) -> None:
        """Stand in the whole article where a stretch of it was read."""
        said, self._stretch = self.current, None
        if self._reel.turn_to(self.script.sentences) and said is not None:
            self._reel.course.begin(self.script.reach(begin(said)))

    def _play(self, index: int) -> None:
        self._begin(index, 0.0)
        self._enter(PlayerState.PLAYING)
        self._run()

    def _go(self, index: int, silence: float = 0.0) -> bool:
        if self._state is PlayerState.STOPPED:
            return False
        self._begin(index, silence)
        if self._state is PlayerState.PLAYING:
            self._run()
        else:
            self._reach(Mark(0, index))  # nothing will be heard that could tell
        return True

    def _go_or_stop(self) -> None:
        """Begin the sentence anew, or stop where nothing is left to say."""
        if self._reel.course.utterances:
            self._go(self._reel.course.heard)
        else:
            self.stop()

    def _begin(self, index: int, silence: float) -> None:
        self._timer.stop()
        self._warm.stop()
        self._reel.begin(index, silence)

    def _run(self) -> None:
        self._timer.start()
        self._tick()

    def _enter(self, state: PlayerState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    @Slot()
    def _tick(self) -> None:
        if self._state is not PlayerState.PLAYING:
            return
        try:
            self._reel.fill()
        except ReaderError as error:
            self.stop()
            self.failed.emit(error)
        else:
            self._tell()

    def _tell(self) -> None:
        """Report what has been heard; whoever hears of it may turn reading elsewhere."""
        playback, feed = self._reel.playback, self._reel.playback.feed
        marks, drained = playback.reached()
        for mark in marks:
            self._reach(mark)
            if playback.feed is not feed:
                return
        if drained:
            playback.drop()
        if self._is_over():
            self.ended.emit()
            if self._is_over():
                self.stop()

    def _is_over(self) -> bool:
        return self._state is PlayerState.PLAYING and self.script.is_whole and self._reel.is_over

    def _reach(self, mark: Mark) -> None:
        if mark.word is not None:
            self.word_started.emit(mark.word)
            return
        self._reel.course.heard = mark.index
        self.sentence_started.emit(self._reel.course.utterances[mark.index])
