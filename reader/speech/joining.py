"""The sound of a sentence, out of the sounds of its parts."""

from collections.abc import Sequence

from reader.model.sound import Sound, joined, silence
from reader.model.utterance import Utterance
from reader.speech.silence import USUAL_RATE, gap, trimmed
from reader.speech.tones import with_tones


def sentence(
    utterance: Utterance, sounds: Sequence[Sound], rate: int = USUAL_RATE, volume: float = 1.0
) -> Sound:
    """Return the sounds of a sentence's parts as one, without silence at its ends, with its tones.

    `rate` (words a minute) and `volume` are those that the parts were spoken with.
    """
    pieces: list[Sound] = []
    for number, sound in enumerate(sounds):
        if number:
            before = utterance.parts[number - 1]
            pieces.append(silence(sound.rate, gap(before, rate)))
        pieces.append(trimmed(sound))
    return with_tones(joined(pieces), utterance, volume)
