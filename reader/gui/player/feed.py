"""What is on its way to the sound card, and what is heard when."""

from collections import deque
from collections.abc import Callable
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
    """The samples between the engine and the sink, all of one rate, counted in bytes.

    `pause` tells the milliseconds of silence after a sentence. It is asked again as that silence
    is handed over, so another pause counts even for sentences that wait here.
    """

    def __init__(self, pause: Callable[[int], int]) -> None:
        self.rate = 0
        self._pause = pause
        self._pending = bytearray()  # what is next, to the end of a sentence or in a pause
        self._paused: int | None = None  # the sentence after which there is silence now
        self._silent = 0  # bytes of that silence that have been counted in
        self._sounds: deque[tuple[int, Sound]] = deque()  # what comes after it
        self._handed = 0
        self._marks: deque[Mark] = deque()

    @property
    def waiting(self) -> float:
        """Seconds of sound and silence that have not been handed over yet."""
        if not self.rate:
            return 0.0
        sounds = sum(len(sound.samples) + self._length(index) for index, sound in self._sounds)
        return (len(self._pending) + self._rest() + sounds) / SAMPLE_BYTES / self.rate

    @property
    def is_empty(self) -> bool:
        """Whether everything has been handed over."""
        return not self._pending and not self._rest() and not self._sounds

    def accepts(self, sound: Sound) -> bool:
        """Tell whether the sound can follow what is there."""
        return not self.rate or not sound.samples or sound.rate == self.rate

    def add(self, index: int, sound: Sound) -> None:
        """Append a sentence."""
        self.rate = self.rate or sound.rate
        self._sounds.append((index, sound))

    def peek(self, count: int) -> bytes:
        """Return the next bytes."""
        while len(self._pending) < count and self._go_on(count - len(self._pending)):
            pass
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
        is_untouched = not self._handed and not self._pending
        ahead = [mark for mark in self._marks if mark.word is None and mark.place > 0]
        first = next((mark for mark in ahead if mark.place >= self._handed), None)
        if first is not None:
            del self._pending[first.place - self._handed :]
            while self._marks.pop() is not first:
                pass
            self._paused = None  # the pause before it has been counted in
        waiting = [self._sounds.popleft()] if is_untouched and self._sounds else []
        untouched = [index for index, _sound in self._sounds]
        self._sounds = deque(waiting)
        if first is not None:
            return first.index
        return untouched[0] if untouched else None

    def _go_on(self, wanted: int) -> bool:
        """Count in some silence, or else the next sentence; tell whether there was any."""
        if silent := min(wanted, self._rest()):
            self._pending += bytes(silent)
            self._silent += silent
        elif self._sounds:
            self._begin(*self._sounds.popleft())
        else:
            return False
        return True

    def _begin(self, index: int, sound: Sound) -> None:
        start = self._handed + len(self._pending)
        self._marks.append(Mark(start, index))
        for source, milliseconds in sound.words:
            offset = milliseconds * sound.rate // 1000 * SAMPLE_BYTES
            self._marks.append(Mark(start + offset, index, source))
        self._pending += sound.samples
        if sound.samples:
            self._paused, self._silent = index, 0

    def _rest(self) -> int:
        """Return how many bytes of the silence that has begun are left."""
        return 0 if self._paused is None else max(0, self._length(self._paused) - self._silent)

    def _length(self, index: int) -> int:
        return self._pause(index) * self.rate // 1000 * SAMPLE_BYTES
