"""The sound card: samples go in, and how many have been heard comes back."""

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from reader.errors import NoSoundError
from reader.gui.player.sound_server import SoundServer, find_server
from reader.model.sound import SAMPLE_BYTES

# Long enough for a window that is busy for a quarter of a second.
_BUFFER_SECONDS = 0.4
# A server that was killed leaves the sink "active"; headphones need a second or two to wake.
_STALL_SECONDS = 4.0


class Sink(Protocol):
    """A running output of 16-bit mono samples."""

    def room(self) -> int:
        """Return how many bytes can be written now."""

    def write(self, samples: bytes) -> int:
        """Hand over samples; return how many bytes were taken."""

    def heard(self) -> int:
        """Return how many bytes have been played."""

    def is_drained(self) -> bool:
        """Tell whether all that was written has been played."""

    def is_lost(self) -> bool:
        """Tell whether nothing is played any more though there is something to play."""

    def pause(self) -> None:
        """Be silent, and keep the place to the sample."""

    def resume(self) -> None:
        """Go on where it was paused."""

    def set_volume(self, volume: float) -> None:
        """Be as loud as this from now on, 0 to 1."""

    def close(self) -> None:
        """Be silent at once and for good."""


class Speakers:
    """Opens sinks on the machine's usual output."""

    def __init__(self, parent: QObject) -> None:
        self._parent = parent
        self._server: SoundServer | None = None

    def open(self, rate: int) -> Sink:
        """Return a sink for `rate` samples a second; raises `NoSoundError`."""
        from PySide6.QtMultimedia import QMediaDevices

        if self._server is None:
            self._server = find_server()
        if not self._server.is_same():
            raise NoSoundError
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            raise NoSoundError
        return QtSink(rate, self._parent)


class QtSink:
    """A `QAudioSink` in push mode."""

    def __init__(
        self, rate: int, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        form = QAudioFormat()
        form.setSampleRate(rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        device = QMediaDevices.defaultAudioOutput()
        if not device.isFormatSupported(form):
            raise NoSoundError
        self._rate = rate
        self._clock = clock
        self._sink = QAudioSink(device, form, parent)
        self._sink.setBufferSize(_whole(_BUFFER_SECONDS * rate * SAMPLE_BYTES))
        self._device = self._sink.start()
        self._progress = (0, clock())

    def room(self) -> int:
        """Return how many bytes can be written now."""
        return _whole(self._sink.bytesFree())

    def write(self, samples: bytes) -> int:
        """Hand over samples; return how many bytes were taken."""
        return max(0, self._device.write(samples))

    def heard(self) -> int:
        """Return how many bytes have been played."""
        return _whole(self._sink.processedUSecs() * self._rate * SAMPLE_BYTES / 1e6)

    def is_drained(self) -> bool:
        """Tell whether all that was written has been played."""
        from PySide6.QtMultimedia import QtAudio

        return self._sink.state() == QtAudio.State.IdleState and self.heard() > 0

    def is_lost(self) -> bool:
        """Tell whether nothing is played any more though there is something to play."""
        from PySide6.QtMultimedia import QtAudio

        if self._sink.state() == QtAudio.State.StoppedState:
            return True
        heard, now = self.heard(), self._clock()
        if heard != self._progress[0]:
            self._progress = (heard, now)
        return now - self._progress[1] > _STALL_SECONDS

    def pause(self) -> None:
        """Be silent, and keep the place to the sample."""
        self._sink.suspend()

    def resume(self) -> None:
        """Go on where it was paused."""
        self._progress = (self.heard(), self._clock())
        self._sink.resume()

    def set_volume(self, volume: float) -> None:
        """Be as loud as this from now on, 0 to 1."""
        self._sink.setVolume(volume)

    def close(self) -> None:
        """Be silent at once and for good."""
        self._sink.reset()  # stop() would play out the buffer
        self._sink.deleteLater()


def _whole(count: float) -> int:
    """Return a number of bytes that is whole samples."""
    return int(count) // SAMPLE_BYTES * SAMPLE_BYTES
