"""The voice as the program sees it: a sentence in, its sound out."""

import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from types import TracebackType

from reader.errors import EngineFailedError, NoEngineError, NoVoiceError
from reader.model.position import Extent
from reader.model.sound import SAMPLE_BYTES, Sound
from reader.model.utterance import Part, Utterance
from reader.processes.child import Child, ChildError
from reader.processes.frames import Frame
from reader.speech.joining import sentence
from reader.speech.protocol import SPEAK, VOICES
from reader.speech.timing import word_times
from reader.speech.voices import Voice, choose, tag

# -P: a folder where the person happens to be must not lend its modules to the child.
WORKER = (sys.executable, "-P", "-m", "reader.speech.worker")
TRIES = 3


@dataclass(frozen=True, slots=True)
class Delivery:
    """How to speak: `rate` in words a minute, `pitch` 0 to 100, `volume` 0 to 1.

    `voice` is the identifier of the person's own choice, or None.
    """

    rate: int = 175
    pitch: int = 50
    volume: float = 1.0
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds to wait for the child: at its start, and for an answer."""

    start: float = 20.0
    answer: float = 3.0
    character: float = 0.01

    def for_text(self, text: str) -> float:
        """Return how long rendering the text may take."""
        return self.answer + self.character * len(text)


class Engine:
    """Drives the speaking process: starts it when first needed, and again when it crashes or hangs.

    May be used from several threads at once; they take turns.
    """

    def __init__(
        self,
        command: Sequence[str] = WORKER,
        patience: Patience = Patience(),
    ) -> None:
        self._command = command
        self._patience = patience
        self._turn = threading.Lock()  # held while asking
        self._swap = threading.Lock()  # held while the child is exchanged, never while waiting
        self._child: Child | None = None
        self._closed = False
        self._started_once = False
        self._voices: tuple[Voice, ...] | None = None

    def __enter__(self) -> "Engine":
        """Return the engine itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the child."""
        self.close()

    @property
    def process(self) -> int | None:
        """The system's number of the speaking process, while there is one."""
        child = self._child
        return child.process if child is not None else None

    def voices(self) -> tuple[Voice, ...]:
        """Return all voices of this machine; raises `NoEngineError`, `EngineFailedError`."""
        if self._voices is None:
            reply = self._ask(Frame(VOICES), self._patience.answer)
            self._voices = tuple(
                Voice(row["identifier"], row["name"] or row["identifier"], _tags(row["languages"]))
                for row in reply.facts["voices"]
            )
        return self._voices

    def speak(self, utterance: Utterance, delivery: Delivery) -> Sound:
        """Return the sound of one utterance; waits for it.

        A foreign language without a voice of its own is read by the Bulgarian one. Raises
        `NoEngineError`, `NoVoiceError`, `EngineFailedError`.
        """
        spoken = [(part, self._speak_part(part, delivery)) for part in utterance.parts]
        return sentence(utterance, spoken, delivery.rate, delivery.volume)

    def speak_all(self, utterances: Iterable[Utterance], delivery: Delivery) -> Iterator[Sound]:
        """Yield the sound of each utterance in turn; raises as `speak` does."""
        for utterance in utterances:
            yield self.speak(utterance, delivery)

    def close(self) -> None:
        """End the child for sure; whoever waits for it gets an `EngineFailedError`."""
        with self._swap:
            self._closed = True
            child, self._child = self._child, None
        if child is not None:
            child.end()

    def _speak_part(self, part: Part, delivery: Delivery) -> Sound:
        voice = choose(self.voices(), part.language, delivery.voice)
        if voice is None:
            raise NoVoiceError(part.language)
        facts = asdict(delivery) | {"voice": voice.identifier, "text": part.text}
        reply = self._ask(Frame(SPEAK, facts), self._patience.for_text(part.text))
        return _sound(part, reply)

    def _ask(self, request: Frame, seconds: float) -> Frame:
        with self._turn:
            for _ in range(TRIES):
                try:
                    return self._once(request, seconds)
                except ChildError as error:
                    failure = error
                    self._discard()
                    if self._hopeless(failure):
                        break
            if self._started_once:
                raise EngineFailedError(failure.reason) from failure
            raise NoEngineError(failure.reason) from failure

    def _once(self, request: Frame, seconds: float) -> Frame:
        child = self._running()
        child.await_ready(self._patience.start)
        self._started_once = True
        return child.ask(request, seconds)

    def _running(self) -> Child:
        with self._swap:
            if self._closed:
                raise EngineFailedError("closed")
            if self._child is None:
                self._child = Child(self._command)
            return self._child

    def _discard(self) -> None:
        with self._swap:
            child, self._child = self._child, None
        if child is not None:
            child.end()

    def _hopeless(self, failure: ChildError) -> bool:
        """Tell whether the child gave up by itself at its very first start."""
        return not self._started_once and failure.code is not None and failure.code > 0


def _sound(part: Part, reply: Frame) -> Sound:
    rate = reply.facts["rate"]
    duration = 1000 * len(reply.body) // (SAMPLE_BYTES * rate) if rate else 0
    times = word_times(part.text, reply.facts["words"], duration)
    heard = ((source_of(part, place), time) for place, _, time in times)
    words = tuple((source, time) for source, time in heard if source is not None)
    return Sound(rate, reply.body, words)


def source_of(part: Part, place: int) -> Extent | None:
    """Return what a letter of the spoken text stands for in the article."""
    return next((word.source for word in part.words if word.start <= place < word.end), None)


def _tags(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(tag(name) for name in names)
