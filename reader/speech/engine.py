"""The voice as the program sees it: a sentence in, its sound out."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from types import TracebackType

from reader.errors import EngineFailedError, NoVoiceError
from reader.model.position import Extent
from reader.model.sound import SAMPLE_BYTES, Sound, joined
from reader.model.speaking import Speaking
from reader.model.utterance import Part, Utterance
from reader.processes.frames import Frame
from reader.processes.part import command
from reader.speech.hearing import fault_of, tone
from reader.speech.joining import sentence
from reader.speech.patience import USUAL, Pace, Patience
from reader.speech.pieces import halves, plain
from reader.speech.process import TRIES, Question, SpeakingProcess
from reader.speech.protocol import SPEAK, VOICES, Wish
from reader.speech.timing import word_times
from reader.speech.voices import Quality, System, Voice, choose, tag

WORKER = command("speaking")
# To espeak a text ends at its first NUL, and Windows takes no control character at all.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff]")
_SAYABLE = "1"  # by any voice, whatever its language
_TONE_RATE = 22050
_NOTHING = Sound(0, b"")


@dataclass(frozen=True, slots=True)
class Delivery:
    """How to speak: `rate` in words a minute, `pitch` 0 to 100, `volume` 0 to 1.

    `voice` is the identifier of the person's own choice, or None.
    """

    rate: int = 175
    pitch: int = 50
    volume: float = 1.0
    voice: str | None = None

    @staticmethod
    def of(rate: int, voice: str | None, speaking: Speaking) -> "Delivery":
        """Return how to speak for a person who wants it so."""
        return Delivery(rate, speaking.pitch, speaking.volume / 100, voice)


class Engine:
    """Drives the speaking process: nothing is skipped where it crashes, hangs or falls silent.

    What no new process says either is said in pieces, and a word that cannot be said at all
    becomes a short tone; `unsaid` is told of the first such word, in the thread that speaks.
    May be used from several threads at once; they take turns.
    """

    def __init__(
        self,
        command: Sequence[str] = WORKER,
        patience: Patience = USUAL,
        unsaid: Callable[[str], None] = lambda _word: None,
    ) -> None:
        self._process = SpeakingProcess(command, patience)
        self._patience = patience
        self._pace = Pace(patience)
        self._voices: tuple[Voice, ...] | None = None
        self._unsaid = unsaid
        self._unsayable: set[tuple[str, str]] = set()  # voice and text

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
        return self._process.number

    def voices(self) -> tuple[Voice, ...]:
        """Return all voices of this machine; raises `NoEngineError`, `EngineFailedError`."""
        if self._voices is None:
            answer = self._process.ask(Question(Frame(VOICES), self._patience.strange))
            self._voices = tuple(
                Voice(
                    row["identifier"],
                    row["name"] or row["identifier"],
                    tuple(tag(name) for name in row["languages"]),
                    System(row["system"]),
                    Quality(row["quality"]),
                )
                for row in answer.reply.facts["voices"]
            )
        return self._voices

    def speak(self, utterance: Utterance, delivery: Delivery) -> Sound:
        """Return the sound of one utterance; waits for it.

        Where no voice speaks a foreign language, the Bulgarian one reads the part's `at_home`.
        Raises `NoEngineError`, `NoVoiceError`, `EngineFailedError`.
        """
        spoken = [(part, self._speak_part(part, delivery)) for part in utterance.parts]
        return sentence(utterance, spoken, delivery.rate, delivery.volume)

    def speak_all(self, utterances: Iterable[Utterance], delivery: Delivery) -> Iterator[Sound]:
        """Yield the sound of each utterance in turn; raises as `speak` does."""
        for utterance in utterances:
            yield self.speak(utterance, delivery)

    def tell_unsaid(self, unsaid: Callable[[str], None]) -> None:
        """Have somebody else told of the first word that cannot be said."""
        self._unsaid = unsaid

    def close(self) -> None:
        """End the child for sure; whoever waits for it gets an `EngineFailedError`."""
        self._process.close()

    def _speak_part(self, part: Part, delivery: Delivery) -> Sound:
        voice = choose(self.voices(), part.language, delivery.voice)
        if voice is None:
            raise NoVoiceError(part.language)
        if part.at_home is not None and not voice.speaks(part.language):
            part = part.at_home
        if not part.text.strip():
            return _NOTHING  # such as of „²“: Piper would never answer
        rate, pitch, volume = delivery.rate, delivery.pitch, delivery.volume
        manner = _Manner(voice, Wish("", voice.identifier, rate, pitch, volume))
        if manner.key(part) in self._unsayable:
            return self._in_pieces(part, manner)
        try:
            return self._render(part, manner)
        except EngineFailedError:
            # The voice or the sentence? A voice that says nothing at all is an error.
            self._render(Part(_SAYABLE, part.language), manner, tries=1)
        self._unsayable.add(manner.key(part))
        return self._in_pieces(part, manner)

    def _render(self, part: Part, manner: "_Manner", tries: int = TRIES) -> Sound:
        wish = replace(manner.wish, text=_CONTROLS.sub(" ", part.text))
        allowed = self._pace.allow(manner.voice.system, part.text)
        answer = self._process.ask(
            Question(Frame(SPEAK, asdict(wish)), allowed, partial(_fault, wish), tries)
        )
        self._pace.learn(manner.voice.system, part.text, answer.seconds)
        return _sound(part, answer.reply)

    def _in_pieces(self, part: Part, manner: "_Manner") -> Sound:
        """Say what can be said of a text that cannot be said whole."""
        smaller = halves(part)
        if not smaller:
            return self._without_signs(part, manner)
        sounds = [
            self._attempt(piece, manner) or self._in_pieces(piece, manner) for piece in smaller
        ]
        return joined(sounds)

    def _without_signs(self, part: Part, manner: "_Manner") -> Sound:
        """Say a word's letters alone; a tone stands for what cannot be said even so."""
        bare = plain(part)
        sound = self._attempt(bare, manner) if bare is not None else None
        if sound is not None:
            return sound
        self._unsaid(part.text)
        self._unsaid = lambda _word: None
        words = tuple((word.source, 0) for word in part.words)
        return replace(tone(_TONE_RATE, manner.wish.volume), words=words)

    def _attempt(self, part: Part, manner: "_Manner") -> Sound | None:
        """Return the sound, or None where the text cannot be said; it is tried only once ever."""
        if manner.key(part) in self._unsayable:
            return None
        try:
            return self._render(part, manner, tries=1)
        except EngineFailedError:
            if self._process.closed:
                raise
            self._unsayable.add(manner.key(part))
            return None


@dataclass(frozen=True, slots=True)
class _Manner:
    """A voice, and how it is to speak; the text comes later."""

    voice: Voice
    wish: Wish

    def key(self, part: Part) -> tuple[str, str]:
        """Return what the text is remembered by."""
        return self.voice.identifier, part.text


def _fault(wish: Wish, reply: Frame) -> str | None:
    return fault_of(wish.text, reply.facts["rate"], reply.body, wish.volume)


def _sound(part: Part, reply: Frame) -> Sound:
    rate = reply.facts["rate"]
    duration = 1000 * len(reply.body) // (SAMPLE_BYTES * rate) if rate else 0
    times = word_times(part.text, reply.facts["words"], duration)
    heard = ((source_of(part, place), time) for place, _, time in times)
    words = tuple((source, time) for source, time in heard if source is not None)
    return Sound(rate, reply.body, words)


def source_of(part: Part, place: int) -> Extent | None:
    """Return what a letter of the spoken text stands for in the article."""
    index = bisect_right(part.words, place, key=lambda word: word.start) - 1
    if index < 0 or place >= part.words[index].end:
        return None
    return part.words[index].source
