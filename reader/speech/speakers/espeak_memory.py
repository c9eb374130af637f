"""A pyttsx3 driver that keeps espeak's sound and its word events in memory.

pyttsx3's own driver writes a file and plays it with another program: it cannot be stopped,
and its words come before their sound. This one runs in the speaking process only; it hands
the sound to whoever is connected to the topic "rendered".
"""

import sys
from collections.abc import Iterator, Sequence
from ctypes import c_void_p, string_at

from pyttsx3.driver import DriverProxy

try:
    from pyttsx3.drivers import _espeak
    from pyttsx3.drivers.espeak import EspeakDriver
except RuntimeError as error:  # says at length, and in English, that there is no such library
    raise ImportError("libespeak-ng") from error

NAME = "espeak_memory"
RENDERED = "rendered"

_BUFFER_MS = 200
_SAMPLE_BYTES = 2


def register() -> None:
    """Make `pyttsx3.init(NAME)` find this module: it looks among its own drivers only."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]


def buildDriver(proxy: DriverProxy) -> "MemoryDriver":  # noqa: N802 (pyttsx3 calls it so)
    """Return the driver; raises `RuntimeError` where espeak does not start."""
    return MemoryDriver(proxy)


class MemoryDriver:
    """Speaks into memory; one a process, since the library is global.

    Notifies "rendered" with `rate` (samples a second), `samples` (16 bit, mono) and `words`,
    a list of (place in the text, length, milliseconds).
    """

    getProperty = staticmethod(EspeakDriver.getProperty)  # noqa: N815 (pyttsx3 calls it so)
    setProperty = staticmethod(EspeakDriver.setProperty)  # noqa: N815

    def __init__(self, proxy: DriverProxy) -> None:
        self._proxy = proxy
        self._samples = bytearray()
        self._words: list[tuple[int, int, int]] = []
        self._rate: int = _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, _BUFFER_MS)
        if self._rate <= 0:
            raise RuntimeError("espeak does not start")
        _espeak.SetSynthCallback(self._take)

    def say(self, text: str) -> None:
        """Render the text and tell about it."""
        self._samples, self._words = bytearray(), []
        _espeak.Synth(text.encode(), flags=_espeak.ENDPAUSE | _espeak.CHARS_UTF8)
        self._proxy.notify(
            RENDERED, rate=self._rate, samples=bytes(self._samples), words=self._words
        )

    def stop(self) -> None:
        """Do nothing: the text is rendered before anybody can ask."""

    def destroy(self) -> None:
        """Do nothing: the library lives as long as the process."""

    def endLoop(self) -> None:  # noqa: N802
        """Do nothing: there is no loop."""

    def iterate(self) -> Iterator[None]:
        """Tell pyttsx3 that the driver is free, whenever its loop asks."""
        while True:
            self._proxy.setBusy(False)
            yield

    def _take(self, samples: c_void_p | None, count: int, events: Sequence[_espeak.EVENT]) -> int:
        index = 0
        while events[index].type != _espeak.EVENT_LIST_TERMINATED:
            event = events[index]
            if event.type == _espeak.EVENT_WORD:
                # espeak counts characters from 1.
                self._words.append((event.text_position - 1, event.length, event.audio_position))
            index += 1
        if samples and count > 0:
            self._samples += string_at(samples, count * _SAMPLE_BYTES)
        return 0
