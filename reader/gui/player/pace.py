"""How long reading will take."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from reader.model.sound import Sound
from reader.model.utterance import Utterance
from reader.speech.engine import Delivery

# espeak counts English words; a "word" of its rate is so many Bulgarian letters and spaces.
_LETTERS_A_WORD = 4.5


class Pace:
    """Seconds a letter, guessed from the rate first, then learnt from what has been rendered."""

    def __init__(self, delivery: Delivery) -> None:
        self._guess = 60 / (delivery.rate * _LETTERS_A_WORD)
        self._seconds = 0.0
        self._letters = 0

    def learn(self, utterance: Utterance, sound: Sound) -> None:
        """Take a rendered sentence into account."""
        self._seconds += sound.seconds
        self._letters += len(utterance.text)

    def seconds(self, utterances: Iterable[Utterance]) -> float:
        """Return how long these will take."""
        a_letter = self._seconds / self._letters if self._letters else self._guess
        return a_letter * sum(len(utterance.text) for utterance in utterances)

    def index_at(self, utterances: Sequence[Utterance], seconds: float) -> int:
        """Return which one is said so long after the beginning; the last one after the end."""
        ends = accumulate(self.seconds((utterance,)) for utterance in utterances)
        return next((n for n, end in enumerate(ends) if end > seconds), len(utterances) - 1)
