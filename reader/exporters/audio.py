"""An article's sound as a file."""

import sys
import wave
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from reader.exporters.files import new_file

_SAMPLE_BYTES = 2
_USUAL_RATE = 22050


class Sound(Protocol):
    """Spoken samples: `rate` a second, 16 bit, little-endian, mono."""

    @property
    def rate(self) -> int:
        """Samples a second."""

    @property
    def samples(self) -> bytes:
        """The samples."""


def write_wav(sounds: Iterable[Sound], path: Path, *, replace: bool = False) -> float:
    """Write sounds one after another into a new WAV file; return its length in seconds.

    The file has the rate of the first sound; others are brought to it. Raises
    `TargetExistsError`, `UnwritableTargetError`, and whatever the sounds raise; then there is
    no file.
    """
    with new_file(path, replace=replace) as target, wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(_SAMPLE_BYTES)
        file.setframerate(_USUAL_RATE)
        for sound in sounds:
            if sound.samples and not file.getnframes():
                file.setframerate(sound.rate)
            if sound.samples:
                file.writeframesraw(_at_rate(sound, file.getframerate()))
        file.writeframes(b"")
        return file.getnframes() / file.getframerate()


def _at_rate(sound: Sound, rate: int) -> bytes:
    """Return the samples at another rate, by straight lines between them: speech allows it."""
    if sound.rate == rate:
        return sound.samples
    given = _native(sound.samples)
    last = len(given) - 1
    made = array("h")
    for index in range(len(given) * rate // sound.rate):
        whole, rest = divmod(index * sound.rate, rate)
        following = given[min(whole + 1, last)]
        made.append(given[whole] + (following - given[whole]) * rest // rate)
    return _native(made.tobytes()).tobytes()


def _native(samples: bytes) -> "array[int]":
    """Return little-endian samples as numbers, or the other way round."""
    numbers = array("h", samples)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
