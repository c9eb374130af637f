"""What is on its way to the sound card, and what is heard when."""

from collections import deque
from dataclasses import dataclass

from reader.model.position import Extent
from reader.model.sound import SAMPLE_BYTES, Sound


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning of a sentence, or of a word of it, at a byte of the sound."""

    place: int
    index: int
    word: Extent | None = None


class Feed:
    """The samples between the engine and the sink, all of one rate, counted in bytes."""

    def __init__(self) -> None:
        self.rate = 0
        self._pending = bytearray()
        self._handed = 0
        self._marks: deque[Mark] = deque()

    @property
    def waiting(self) -> float:
        """Seconds of sound that have not been handed over yet."""
        return len(self._pending) / SAMPLE_BYTES / self.rate if self.rate else 0.0

    @property
    def is_empty(self) -> bool:
        """Whether everything has been handed over."""
        return not self._pending

    def accepts(self, sound: Sound) -> bool:
        """Tell whether the sound can follow what is there."""
        return not self.rate or not sound.samples or sound.rate == self.rate

    def add(self, index: int, sound: Sound) -> None:
        """Append a sentence."""
        start = self._handed + len(self._pending)
        self._marks.append(Mark(start, index))
        self.rate = self.rate or sound.rate
        for source, milliseconds in sound.words:
            offset = milliseconds * sound.rate // 1000 * SAMPLE_BYTES
            self._marks.append(Mark(start + offset, index, source))
        self._pending += sound.samples

    def peek(self, count: int) -> bytes:
        """Return the next bytes."""
        return bytes(self._pending[:count])

    def hand_over(self, count: int) -> None:
        """Take off what the sink has taken."""
        del self._pending[:count]
        self._handed += count

    def passed(self, heard: int) -> list[Mark]:
        """Return the marks reached by now, each once."""
        found = []
        while self._marks and self._marks[0].place <= heard:
            found.append(self._marks.popleft())
        return found

    def rest(self) -> list[Mark]:
        """Return all marks that are left, each once."""
        found = list(self._marks)
        self._marks.clear()
        return found

    def take_back(self) -> int | None:
        """Take back the sentences of which nothing has been handed over, save the very first.

        Return the first of them; None where there is none.
        """
        ahead = [mark for mark in self._marks if mark.word is None and mark.place > 0]
        first = next((mark for mark in ahead if mark.place >= self._handed), None)
        if first is None:
            return None
        del self._pending[first.place - self._handed :]
        while self._marks.pop() is not first:
            pass
        return first.index
