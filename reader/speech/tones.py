"""Short, soft sounds that tell what a part of the article is."""

import math
from array import array
from functools import lru_cache

from reader.model.sound import Sound, as_samples, joined, numbers, silence
from reader.model.utterance import Cue, Utterance

_A, _B, _C, _D, _E, _G = 440.0, 493.9, 523.3, 587.3, 659.3, 784.0
_HIGH_C, _HIGH_E = 2 * _C, 2 * _E
# Frequency and milliseconds of each note. What opens rises, what ends falls.
_NOTES: dict[Cue, tuple[tuple[float, int], ...]] = {
    Cue.HEADING: ((_C, 60), (_G, 90)),
    Cue.QUOTE: ((_E, 60), (_A, 80)),
    Cue.QUOTE_END: ((_A, 60), (_E / 2, 80)),
    Cue.LIST: ((_D, 45), (_D, 45), (_D, 45)),
    Cue.ITEM: ((_D, 45),),
    Cue.LINK: ((_HIGH_E, 50),),
    Cue.NOTE: ((_HIGH_C, 50), (_HIGH_C, 50)),
    Cue.PICTURE: ((_B, 50), (_D, 50), (_B, 50)),
    Cue.TABLE: ((_C, 50), (_E, 50), (_C, 50)),
}
_PEAK = 4125  # 18 dB below the loudest sample there is
_FADE_MS = 8
_OVERTONE = 0.25  # a second partial, softly: a pure sine is hard to place
_REST_MS = 60  # between a sound and the sentence
_EARLIER_MS = 25  # a sound over a word is heard as it begins


@lru_cache(maxsize=64)
def tone(cue: Cue, rate: int, volume: float = 1.0) -> Sound:
    """Return the sound of a cue, of at most 150 ms, at `rate` samples a second."""
    levels = array("h")
    for frequency, milliseconds in _NOTES[cue]:
        count = milliseconds * rate // 1000
        levels.extend(
            round(volume * _PEAK * _envelope(n, count, rate) * _wave(frequency * n / rate))
            for n in range(count)
        )
    return Sound(rate, as_samples(levels))


def with_tones(sound: Sound, utterance: Utterance, volume: float = 1.0) -> Sound:
    """Return the sound of a sentence with its tones: before, behind, and over its words.

    Over a word a tone leaves the melody of the sentence as it is. Where the engine tells no times
    of words, such a tone comes before the sentence, once.
    """
    if not sound.samples or not utterance.tones:
        return sound
    before: list[Cue] = []
    behind: list[Cue] = []
    for one in utterance.tones:
        time = _time(sound, one.char)
        if one.char >= utterance.source.end:
            behind.append(one.cue)
        elif one.char <= utterance.source.start or time is None:
            before.append(one.cue)
        else:
            sound = _over(sound, tone(one.cue, sound.rate, volume), max(0, time - _EARLIER_MS))
    rest = silence(sound.rate, _REST_MS)
    pieces = [x for cue in dict.fromkeys(before) for x in (tone(cue, sound.rate, volume), rest)]
    pieces.append(sound)
    pieces += [x for cue in dict.fromkeys(behind) for x in (rest, tone(cue, sound.rate, volume))]
    return joined(pieces)


def _time(sound: Sound, char: int) -> int | None:
    """Return when the first word at or after a place of the text is heard."""
    return next((time for source, time in sound.words if source.start >= char), None)


def _over(sound: Sound, other: Sound, milliseconds: int) -> Sound:
    """Return a sound with another one mixed in at a time; what would be too loud is cut."""
    levels, added = numbers(sound.samples), numbers(other.samples)
    first = milliseconds * sound.rate // 1000
    mixed = (level + more for level, more in zip(levels[first:], added, strict=False))
    both = array("h", (min(max(level, -32768), 32767) for level in mixed))
    levels[first : first + len(both)] = both
    return Sound(sound.rate, as_samples(levels), sound.words)


def _envelope(n: int, count: int, rate: int) -> float:
    """Return how loud a note is at its sample `n`, from 0 to 1: no click, and it dies away."""
    fade = _FADE_MS * rate / 1000
    return min(1.0, n / fade, (count - n) / fade) * (1 - 0.5 * n / count)


def _wave(turns: float) -> float:
    """Return the level of a note after so many turns, from -1 to 1."""
    turn = 2 * math.pi * turns
    return (math.sin(turn) + _OVERTONE * math.sin(2 * turn)) / (1 + _OVERTONE)
