"""Silence: what an engine leaves round its words goes, and the pauses that the person set come."""

from collections.abc import Iterable, Sequence

from reader.model.leaves import Kind
from reader.model.sound import SAMPLE_BYTES, Sound, Spoken, numbers, silence
from reader.model.speaking import Speaking
from reader.model.utterance import Part, Utterance

USUAL_RATE = 175  # words a minute
_QUIET = 200  # a part of the loudest sample: 46 dB below it; a soft „ф“ or „х“ is louder
_FEW = 8  # one sample in so many tells how loud the speech is
_STEPS = 400  # a second: silence is looked for in steps of 2.5 ms
_MARGIN_MS = 3
_HEADINGS = (Kind.TITLE, Kind.HEADING)
# Between two parts of a sentence, in milliseconds, by what the first one ends with.
_GAPS = dict.fromkeys(".!?:…", 200) | dict.fromkeys(",;–—", 120)
_GAP = 30


def pause(
    before: Utterance, after: Utterance | None, speaking: Speaking, rate: int = USUAL_RATE
) -> int:
    """Return the milliseconds of silence between two sentences that follow each other.

    There is none after the last one. A pause is what the person set up to the usual rate of
    speech. Above it, pauses shrink as the words do, as espeak's own would: at 400 words a minute,
    half a second of silence is longer than most phrases.
    """
    return scaled(_set_pause(before, after, speaking), rate) if after is not None else 0


def gap(part: Part, rate: int = USUAL_RATE) -> int:
    """Return the milliseconds of silence between a part of a sentence and the next one."""
    return scaled(_GAPS.get(part.text.rstrip('“”"» ')[-1:], _GAP), rate)


def scaled(milliseconds: int, rate: int) -> int:
    """Return a silence as it is at a rate in words a minute."""
    return milliseconds * USUAL_RATE // max(rate, USUAL_RATE)


def paced(
    utterances: Sequence[Utterance], sounds: Iterable[Sound], speaking: Speaking, rate: int
) -> Spoken:
    """Yield the sound of each sentence with its place, and the pause after it."""
    following = (*utterances[1:], None)
    for before, after, sound in zip(utterances, following, sounds, strict=True):
        yield before.source, sound
        if sound.samples:
            yield None, silence(sound.rate, pause(before, after, speaking, rate))


def trimmed(sound: Sound) -> Sound:
    """Return a sound without the silence at its ends, but for a few milliseconds.

    What is silent throughout stays as it is: at no volume, an article still takes its time.
    """
    levels = numbers(sound.samples)
    some = levels[::_FEW]
    loudest = max(max(some, default=0), -min(some, default=0))
    if not loudest:
        return sound
    step = max(1, sound.rate // _STEPS)
    margin = _MARGIN_MS * sound.rate // 1000
    quiet = loudest // _QUIET

    def is_loud(place: int) -> bool:
        piece = levels[place : place + step]
        return max(piece) > quiet or min(piece) < -quiet

    places = range(0, len(levels), step)
    first = max(0, next(place for place in places if is_loud(place)) - margin)
    last = next(place for place in reversed(places) if is_loud(place)) + step + margin
    samples = sound.samples[first * SAMPLE_BYTES : last * SAMPLE_BYTES]
    cut = 1000 * first // sound.rate
    words = tuple((source, max(0, time - cut)) for source, time in sound.words)
    return Sound(sound.rate, samples, words)


def _set_pause(before: Utterance, after: Utterance, speaking: Speaking) -> int:
    if before.source.block == after.source.block and before.kind is not Kind.TABLE:
        return speaking.sentence_pause
    if before.kind in _HEADINGS:
        return speaking.heading_pause
    if after.kind in _HEADINGS:
        return max(speaking.heading_pause, speaking.paragraph_pause)
    if before.kind is after.kind is Kind.ITEM:
        return speaking.item_pause
    return speaking.paragraph_pause
