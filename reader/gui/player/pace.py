"""How long reading will take."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.model.sound import Sound
from reader.model.utterance import Utterance
from reader.speech.engine import Delivery

# espeak counts English words; a "word" of its rate is so many Bulgarian letters and spaces.
_LETTERS_A_WORD = 4.5


@dataclass(frozen=True, slots=True)
class Progress:
    """Sentence `number` (from 1) of `count`, the seconds from its beginning on, and all seconds."""

    number: int
    count: int
    seconds_left: float
    seconds: float


class Pace:
    """Seconds a letter, guessed from the rate first, then learnt from what has been rendered."""

    def __init__(self, delivery: Delivery) -> None:
        self._guess = 60 / (delivery.rate * _LETTERS_A_WORD)
        self._seconds = 0.0
        self._letters = 0

    def learn(self, utterance: Utterance, sound: Sound) -> None:
        """Take a rendered sentence into account."""
        self._seconds += sound.seconds
        self._letters += _letters(utterance)

    def seconds(self, utterances: Iterable[Utterance]) -> float:
        """Return how long these will take."""
        a_letter = self._seconds / self._letters if self._letters else self._guess
        return a_letter * sum(map(_letters, utterances))

    def progress(self, utterances: Sequence[Utterance], index: int) -> Progress | None:
        """Return how far one has come at a sentence; None where there is nothing to read."""
        if not utterances:
            return None
        left, whole = self.seconds(utterances[index:]), self.seconds(utterances)
        return Progress(index + 1, len(utterances), left, whole)

    def index_at(self, utterances: Sequence[Utterance], seconds: float) -> int:
        """Return which one is said so long after the beginning; the last one after the end."""
        ends = accumulate(self.seconds((utterance,)) for utterance in utterances)
        return next((n for n, end in enumerate(ends) if end > seconds), len(utterances) - 1)


def _letters(utterance: Utterance) -> int:
    """Return how much of the article it is; its words are made only when they are spoken."""
    return utterance.source.end - utterance.source.start
