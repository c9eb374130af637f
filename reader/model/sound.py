"""Spoken sound in memory."""

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import gcd
from typing import TypeAlias

from reader.model.position import Extent

SAMPLE_BYTES = 2


@dataclass(frozen=True, slots=True)
class Sound:
    """A spoken sentence: `rate` samples a second, 16 bit, little-endian, mono.

    A word is (what it stands for in the article, milliseconds from the beginning).
    """

    rate: int
    samples: bytes
    words: tuple[tuple[Extent, int], ...] = ()

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / SAMPLE_BYTES / self.rate if self.rate else 0.0

    def at_rate(self, rate: int) -> "Sound":
        """Return the sound at another rate, by straight lines between samples: speech allows it."""
        if self.rate == rate or not self.samples:
            return Sound(rate, self.samples, self.words)
        shared = gcd(rate, self.rate)
        new, old = rate // shared, self.rate // shared
        given = numbers(self.samples)
        made = array("h", bytes(SAMPLE_BYTES * (len(given) * rate // self.rate)))
        given.append(given[-1])
        # Every `new` samples lie alike among `old` given ones: a row of these takes half the time.
        for first in range(min(new, len(made))):
            whole, rest = divmod(first * old, new)
            pairs = zip(given[whole:-1:old], given[whole + 1 :: old], strict=True)
            row = [a + (b - a) * rest // new for a, b in pairs]
            made[first::new] = array("h", row[: len(range(first, len(made), new))])
        return Sound(rate, as_samples(made), self.words)


class SoundForm(StrEnum):
    """A form of recorded sound, by the ending of its file."""

    MP3 = "mp3"
    OPUS = "opus"
    WAV = "wav"


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of a recording, in seconds."""

    begin: float
    end: float


# Sentences, each with the stretch of the article that it says; silence between them has none.
Spoken: TypeAlias = Iterable[tuple[Extent | None, Sound]]


def joined(sounds: Sequence[Sound]) -> Sound:
    """Return sounds one after another as one, at the rate of the first that is not silent."""
    rate = next((sound.rate for sound in sounds if sound.samples), 0)
    samples = bytearray()
    words: list[tuple[Extent, int]] = []
    for sound in sounds:
        before = 1000 * len(samples) // (SAMPLE_BYTES * rate) if rate else 0
        words += [(source, before + time) for source, time in sound.words]
        samples += sound.at_rate(rate).samples
    return Sound(rate, bytes(samples), tuple(words))


def silence(rate: int, milliseconds: int) -> Sound:
    """Return a sound that is not heard."""
    return Sound(rate, bytes(milliseconds * rate // 1000 * SAMPLE_BYTES))


def numbers(samples: bytes) -> "array[int]":
    """Return little-endian samples as numbers."""
    return _turned(array("h", samples))


def as_samples(levels: "array[int]") -> bytes:
    """Return numbers as little-endian samples."""
    return _turned(levels).tobytes()


def _turned(levels: "array[int]") -> "array[int]":
    """Return numbers with their bytes turned round where the machine is big-endian."""
    if sys.byteorder == "big":
        levels = levels[:]
        levels.byteswap()
    return levels
