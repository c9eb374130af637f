"""Whether a voice has said what it was to say."""

import math
from array import array

from reader.i18n import mark
from reader.model.sound import SAMPLE_BYTES, Sound, as_samples, numbers

MUTE = mark("it made no sound")
CUT_SHORT = mark("it broke off")
# espeak at its fastest says 33 letters a second; nobody says so many.
_LETTERS_A_SECOND = 100
_SILENT = 8  # of 32767
_STEP = 31  # samples: enough to tell sound from silence, and no wave hides between
_QUIET = 0.02  # below this volume silence is what was asked for
_TONE_HERTZ = 440
_TONE_SECONDS = 0.25
_TONE_LOUDNESS = 0.15
_FADE_SECONDS = 0.02


def fault_of(text: str, rate: int, samples: bytes, volume: float) -> str | None:
    """Return what is wrong with the sound of a text, or None where nothing is."""
    letters = sum(letter.isalnum() for letter in text)
    if not letters:
        return None
    heard = numbers(samples)[::_STEP]
    loudest = max(map(abs, (min(heard), max(heard)))) if heard else 0
    if not heard or (loudest < _SILENT and volume > _QUIET):
        return MUTE
    seconds = len(samples) / SAMPLE_BYTES / rate if rate else 0.0
    return CUT_SHORT if seconds * _LETTERS_A_SECOND < letters else None


def tone(rate: int, volume: float) -> Sound:
    """Return a short tone: something stands here that cannot be said."""
    count, fade = round(rate * _TONE_SECONDS), round(rate * _FADE_SECONDS)
    loudness = _TONE_LOUDNESS * volume * 32767
    samples = array(
        "h",
        (
            round(
                loudness
                * min(1.0, n / fade, (count - n) / fade)
                * math.sin(2 * math.pi * _TONE_HERTZ * n / rate)
            )
            for n in range(count)
        ),
    )
    return Sound(rate, as_samples(samples))
