"""Short sounds: soft, brief, unlike each other, and where they belong."""

from array import array
from itertools import pairwise

import pytest

from reader.model.position import Extent
from reader.model.sound import Sound
from reader.model.utterance import Cue, Part, Tone, Utterance
from reader.speech.tones import tone, with_tones

RATE = 22050
SOFT = 32768 * 10 ** (-18 / 20)  # 18 dB below the loudest sample
HUSH = Sound(RATE, bytes(2 * RATE), tuple((Extent(0, n, n + 4), 100 * n) for n in range(0, 10, 5)))


def levels(sound: Sound) -> "array[int]":
    return array("h", sound.samples)


def utterance(*tones: Tone) -> Utterance:
    return Utterance((Part("Едно две.", "bg"),), Extent(0, 0, 9), tones=tones)


def heard(sound: Sound) -> list[tuple[int, int]]:
    """Return where sound begins and ends, in hundredths of a second."""
    step = RATE // 100
    loud = [any(levels(sound)[n : n + step]) for n in range(0, len(levels(sound)), step)]
    edges = [n for n in range(len(loud) + 1) if (n and loud[n - 1]) != (n < len(loud) and loud[n])]
    return list(zip(edges[::2], edges[1::2], strict=True))


@pytest.mark.parametrize("cue", Cue)
@pytest.mark.parametrize("rate", [8000, RATE, 48000])
def test_a_tone_is_short_and_soft_and_begins_and_ends_at_nothing(cue, rate):
    sound = tone(cue, rate)
    assert 0.04 <= sound.seconds <= 0.15
    assert 0.4 * SOFT < max(levels(sound)) <= SOFT
    assert levels(sound)[0] == 0
    assert abs(levels(sound)[-1]) < 0.05 * SOFT


def test_no_two_tones_are_alike():
    assert len({tone(cue, RATE).samples for cue in Cue}) == len(Cue)


def test_a_tone_has_no_click_inside():
    for cue in Cue:
        found = levels(tone(cue, 48000))
        steps = [abs(after - before) for before, after in pairwise(found)]
        assert max(steps) < 0.35 * SOFT


def test_the_volume_counts_for_tones_too():
    assert max(levels(tone(Cue.LINK, RATE, 0.5))) == pytest.approx(
        max(levels(tone(Cue.LINK, RATE))) / 2, abs=1
    )


def test_a_tone_at_the_beginning_comes_before_the_words_and_one_at_the_end_behind_them():
    sound = with_tones(HUSH, utterance(Tone(Cue.QUOTE, 0), Tone(Cue.QUOTE_END, 9)))
    (first, _), (second, last) = heard(sound)[0], heard(sound)[-1]
    assert first == 0
    shift = round(1000 * tone(Cue.QUOTE, RATE).seconds) + 60
    assert [time for _, time in sound.words] == [shift, shift + 500]
    assert second * 10 >= shift + 1000
    assert last == len(levels(sound)) * 100 // RATE + (len(levels(sound)) % (RATE // 100) > 0)


def test_a_tone_at_a_word_is_mixed_in_as_the_word_begins():
    sound = with_tones(HUSH, utterance(Tone(Cue.LINK, 5)))
    assert sound.seconds == HUSH.seconds
    assert sound.words == HUSH.words
    ((first, last),) = heard(sound)
    assert 46 <= first <= 50
    assert last <= 54


def test_what_is_too_loud_together_is_cut():
    loud = Sound(RATE, array("h", [32000, -32000] * RATE).tobytes(), HUSH.words)
    found = levels(with_tones(loud, utterance(Tone(Cue.LINK, 5))))
    assert (min(found), max(found)) == (-32768, 32767)


def test_a_tone_near_the_end_goes_no_further_than_the_sentence():
    short = Sound(RATE, bytes(2 * (RATE // 100)), ((Extent(0, 5, 8), 5),))
    assert len(with_tones(short, utterance(Tone(Cue.LINK, 5))).samples) == len(short.samples)


def test_where_no_times_of_words_are_known_a_tone_comes_before_the_sentence_once():
    untimed = Sound(RATE, HUSH.samples)
    sound = with_tones(untimed, utterance(Tone(Cue.LINK, 5), Tone(Cue.LINK, 7)))
    assert sound.seconds == pytest.approx(1.0 + tone(Cue.LINK, RATE).seconds + 0.06, abs=0.001)


def test_a_sentence_without_sound_has_no_tone():
    assert with_tones(Sound(0, b""), utterance(Tone(Cue.LINK, 5))) == Sound(0, b"")
