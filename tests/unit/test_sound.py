from array import array

import pytest

from reader.model.position import Extent
from reader.model.sound import Sound, joined


def sound(rate, *samples, words=()):
    return Sound(rate, array("h", samples).tobytes(), words)


@pytest.mark.parametrize("rate", [8000, 16000, 22050, 44100, 48000])
def test_another_rate_draws_straight_lines_between_the_samples(rate):
    ramp = sound(16000, *range(-32768, 32767, 64))
    made = array("h", ramp.at_rate(rate).samples)
    expected = [-32768 + 64 * 16000 / rate * place for place in range(len(made))]
    # After the last sample there is nothing to draw a line to.
    assert all(abs(a - min(b, 32704)) <= 1 for a, b in zip(made, expected, strict=True))
    assert ramp.at_rate(rate).seconds == pytest.approx(ramp.seconds, abs=0.001)


def test_joined_sounds_keep_the_times_of_their_words():
    first, second = Extent(0, 0, 4), Extent(0, 5, 8)
    whole = joined([sound(1000, *range(500), words=((first, 20),)), sound(500, words=())])
    assert whole.words == ((first, 20),)
    whole = joined([whole, sound(500, *range(100), words=((second, 30),))])
    assert whole.words == ((first, 20), (second, 530))
    assert whole.seconds == pytest.approx(0.7)
