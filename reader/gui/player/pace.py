"""How long reading will take."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.model.sound import Sound
from reader.model.utterance import Utterance
from reader.speech.engine import Delivery

# espeak counts English words; a "word" of its rate is so many Bulgarian letters and spaces.
_LETTERS_A_WORD = 4.5


@dataclass(frozen=True, slots=True)
class Progress:
    """Sentence `number` (from 1) of `count`, and the seconds from its beginning to the end."""

    number: int
    count: int
    seconds_left: float


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


def _letters(utterance: Utterance) -> int:
    """Return how much of the article it is; its words are made only when they are spoken."""
    return utterance.source.end - utterance.source.start
