"""The sound of a sentence, out of the sounds of its parts."""

from collections.abc import Iterable

from reader.model.sound import Sound, joined, silence
from reader.model.utterance import Part, Utterance
from reader.speech.silence import USUAL_RATE, gap, trimmed
from reader.speech.tones import with_tones


def sentence(
    utterance: Utterance,
    spoken: Iterable[tuple[Part, Sound]],
    rate: int = USUAL_RATE,
    volume: float = 1.0,
) -> Sound:
    """Return the sounds of a sentence's parts as one, without silence at its ends, with its tones.

    `rate` (words a minute) and `volume` are those that the parts were spoken with.
    """
    pieces: list[Sound] = []
    between = 0
    for part, sound in spoken:
        if pieces:
            pieces.append(silence(sound.rate, between))
        pieces.append(trimmed(sound))
        between = gap(part, rate)
    return with_tones(joined(pieces), utterance, volume)
