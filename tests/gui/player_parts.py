"""A voice and a sound card that tests drive by hand."""

from threading import Event

from reader.model.position import Extent
from reader.model.sound import Sound
from reader.model.speaking import Speaking
from reader.model.utterance import Part, SpokenWord, Utterance
from reader.speech.engine import Delivery

RATE = 1000  # so that a byte pair is a millisecond
SENTENCE_MS = 500
# Sentence upon sentence, so that a test can count them by their length.
UNPAUSED = Speaking(sentence_pause=0, item_pause=0, paragraph_pause=0, heading_pause=0)


def said(*texts: str, language: str = "bg") -> tuple[Utterance, ...]:
    """Return a block of one sentence for each text."""
    return tuple(
        Utterance((Part(text, language, words(text, block)),), Extent(block, 0, len(text)))
        for block, text in enumerate(texts)
    )


def words(text: str, block: int) -> tuple[SpokenWord, ...]:
    found, place = [], 0
    for word in text.split():
        start = text.index(word, place)
        place = start + len(word)
        found.append(SpokenWord(start, place, Extent(block, start, place)))
    return tuple(found)


NEWS = said("Едно две три.", "Четири пет.", "Шест.", "Седем осем.")


class Reciter:
    """Renders every sentence as half a second; a word starts every 100 ms."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.errors: dict[str, Exception] = {}
        self.rates: dict[str, int] = {}
        self.lengths: dict[str, int] = {}
        self.may_speak = Event()
        self.may_speak.set()
        self.closed = False

    def speak(self, utterance: Utterance, delivery: Delivery) -> Sound:
        self.may_speak.wait(60)
        self.asked.append((utterance.text, delivery.rate))
        if utterance.text in self.errors:
            raise self.errors[utterance.text]
        rate = self.rates.get(utterance.text, RATE)
        count = self.lengths.get(utterance.text, SENTENCE_MS) * rate // RATE
        times = tuple((w.source, 100 * n) for n, w in enumerate(utterance.parts[0].words))
        return Sound(rate, bytes(2 * count), times)

    def close(self) -> None:
        self.closed = True
        self.may_speak.set()


class HandSink:
    """A sink that plays as much as the test says."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self.written = 0
        self.played = 0
        self.paused = False
        self.closed = False
        self.lost = False
        self.volume = 1.0

    def play(self, milliseconds: int) -> None:
        if not self.paused:
            self.played = min(self.written, self.played + 2 * self.rate * milliseconds // 1000)

    def room(self) -> int:
        return 2 * self.rate - (self.written - self.played)

    def write(self, samples: bytes) -> int:
        taken = samples[: self.room()]
        self.written += len(taken)
        return len(taken)

    def heard(self) -> int:
        return self.played

    def is_drained(self) -> bool:
        return 0 < self.written == self.played

    def is_lost(self) -> bool:
        return self.lost

    def pause(self) -> None:
        self.paused = True

    def resume(self) -> None:
        self.paused = False

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def close(self) -> None:
        self.closed = True


class Sinks:
    """Opens hand sinks and remembers them; raises `error` where one is set."""

    def __init__(self) -> None:
        self.opened: list[HandSink] = []
        self.error: Exception | None = None

    def open(self, rate: int) -> HandSink:
        if self.error is not None:
            raise self.error
        self.opened.append(HandSink(rate))
        return self.opened[-1]

    @property
    def now(self) -> HandSink:
        return self.opened[-1]


class Log:
    """What a player has told."""

    def __init__(self, player):
        self.sentences, self.words, self.states, self.errors = [], [], [], []
        player.sentence_started.connect(lambda said: self.sentences.append(said.text))
        player.word_started.connect(self.words.append)
        player.state_changed.connect(self.states.append)
        player.failed.connect(self.errors.append)
