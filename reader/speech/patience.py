"""How long to wait for a voice before it counts as hung."""

from dataclasses import dataclass

from reader.speech.voices import System

_MARGIN = 10.0  # times the slowest pace that was seen
_FORGET = 0.9  # a computer that was busy once is not waited for forever
_LONGEST = 60.0
# espeak takes 0.03 ms a character, more on a busy computer; the others are not known beforehand.
_KNOWN = {System.ESPEAK: 0.0001}


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds to wait: for a process or a voice to start, and for an answer.

    `answer` is the least, `strange` what a system gets whose pace is not known yet.
    """

    start: float = 20.0
    answer: float = 1.0
    strange: float = 10.0


USUAL = Patience()


class Pace:
    """How fast each system has answered so far, in seconds a character."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._slowest: dict[System, float] = dict(_KNOWN)

    def allow(self, system: System, text: str) -> float:
        """Return how many seconds saying the text may take."""
        slowest = self._slowest.get(system)
        if slowest is None:
            return self._patience.strange
        return min(self._patience.answer + _MARGIN * slowest * len(text), _LONGEST)

    def learn(self, system: System, text: str, seconds: float) -> None:
        """Take into account how long it took."""
        before = max(self._slowest.get(system, 0.0) * _FORGET, _KNOWN.get(system, 0.0))
        self._slowest[system] = max(seconds / max(len(text), 1), before)
