"""Sentences on their way through the sound card."""

from collections.abc import Callable

from reader.errors import NoSoundError
from reader.gui.player.feed import Feed, Mark
from reader.gui.player.sink import Sink
from reader.model.sound import SAMPLE_BYTES, Sound

_AHEAD_SECONDS = 1.0


class Playback:
    """A feed and the sink that plays it; the sink is opened late, for it must never starve.

    `pause` tells the milliseconds of silence after a sentence.
    """

    def __init__(self, open_sink: Callable[[int], Sink], pause: Callable[[int], int]) -> None:
        self._open_sink = open_sink
        self._pause = pause
        self._sink: Sink | None = None
        self._volume = 1.0
        self.feed = Feed(self._pause)

    @property
    def wants_more(self) -> bool:
        """Whether another sentence is needed by now."""
        return self.feed.waiting < _AHEAD_SECONDS

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to be heard."""
        return self._sink is None and self.feed.is_empty

    def accepts(self, sound: Sound) -> bool:
        """Tell whether the sound can follow what is there."""
        return self.feed.accepts(sound)

    def add(self, index: int, sound: Sound, *, after: float = 0.0) -> None:
        """Append a sentence, some seconds of silence before it."""
        self.feed.add(index, _delayed(sound, after) if after and sound.samples else sound)

    def take_back(self) -> int | None:
        """Take back what has been added and not been handed over; return the first sentence."""
        return self.feed.take_back()

    def write(self) -> None:
        """Hand over what the sink has room for; raises `NoSoundError`."""
        if self._sink is None and not self.feed.is_empty:
            self._sink = self._open_sink(self.feed.rate)
            self._sink.set_volume(self._volume)
        if self._sink is None:
            return
        self.feed.hand_over(self._sink.write(self.feed.peek(self._sink.room())))
        if self._sink.is_lost() and not self._has_drained():
            raise NoSoundError

    def reached(self) -> tuple[list[Mark], bool]:
        """Return what has begun to be heard since, and whether all has been heard."""
        if self._has_drained():
            return self.feed.rest(), True
        return self.feed.passed(self._sink.heard() if self._sink is not None else 0), False

    def pause(self) -> None:
        """Be silent, and keep the place to the sample."""
        if self._sink is not None:
            self._sink.pause()

    def resume(self) -> None:
        """Go on where it was paused."""
        if self._sink is not None:
            self._sink.resume()

    def set_volume(self, volume: float) -> None:
        """Be as loud as this from now on, 0 to 1."""
        self._volume = volume
        if self._sink is not None:
            self._sink.set_volume(volume)

    def drop(self) -> None:
        """Be silent at once, and forget what was to come."""
        if self._sink is not None:
            self._sink.close()
        self._sink = None
        self.feed = Feed(self._pause)

    def _has_drained(self) -> bool:
        return self.feed.is_empty and self._sink is not None and self._sink.is_drained()


def _delayed(sound: Sound, seconds: float) -> Sound:
    count = round(seconds * sound.rate)
    later = 1000 * count // sound.rate
    words = tuple((source, time + later) for source, time in sound.words)
    return Sound(sound.rate, bytes(count * SAMPLE_BYTES) + sound.samples, words)
