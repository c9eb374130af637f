from array import array

import pytest

from reader.model.position import Extent
from reader.model.utterance import Part, SpokenWord
from reader.speech.hearing import CUT_SHORT, MUTE, fault_of, tone
from reader.speech.patience import Pace, Patience
from reader.speech.pieces import halves, plain
from reader.speech.speakers.tempo import Tempo
from reader.speech.voices import System
from tests.speech.sentences import said

PATIENCE = Patience(start=20, answer=1, strange=10)


def test_a_hang_of_espeak_is_bridged_in_a_second_and_a_bit():
    pace = Pace(PATIENCE)
    assert pace.allow(System.ESPEAK, "Да.") < 1.1
    assert pace.allow(System.ESPEAK, "а" * 300) == pytest.approx(1.3)


def test_a_system_whose_pace_is_not_known_is_waited_for_until_it_is():
    pace = Pace(PATIENCE)
    assert pace.allow(System.PIPER, "Да.") == 10
    pace.learn(System.PIPER, "а" * 100, 0.5)
    assert pace.allow(System.PIPER, "а" * 100) == pytest.approx(6)
    assert pace.allow(System.SAPI, "Да.") == 10


def test_a_computer_that_was_busy_once_is_not_waited_for_forever():
    pace = Pace(PATIENCE)
    pace.learn(System.PIPER, "а" * 100, 20)
    assert pace.allow(System.PIPER, "а" * 100) == 60  # never longer
    for _ in range(50):
        pace.learn(System.PIPER, "а" * 100, 0.1)
    assert pace.allow(System.PIPER, "а" * 100) < 3


def noise(seconds, loudness=5000, rate=8000):
    return array("h", [loudness, -loudness] * round(seconds * rate / 2)).tobytes()


@pytest.mark.parametrize(
    ("text", "samples", "volume", "fault"),
    [
        ("Добър ден.", noise(0.8), 1.0, None),
        ("Добър ден.", b"", 1.0, MUTE),
        ("Добър ден.", bytes(16000), 1.0, MUTE),
        ("Добър ден.", noise(0.8, loudness=2), 1.0, MUTE),
        ("Добър ден.", bytes(16000), 0.0, None),
        ("Добър ден.", b"", 0.0, MUTE),
        ("Добър ден.", noise(0.05), 1.0, CUT_SHORT),
        ("– … !", b"", 1.0, None),
    ],
)
def test_silence_and_too_little_sound_are_faults_where_there_are_letters(
    text, samples, volume, fault
):
    assert fault_of(text, 8000, samples, volume) == fault


def test_the_tone_is_short_quiet_and_as_loud_as_the_voice():
    usual, half = (array("h", tone(22050, volume).samples) for volume in (1.0, 0.5))
    assert len(usual) / 22050 == pytest.approx(0.25, abs=0.001)
    assert 3000 < max(usual) < 6000
    assert max(half) == pytest.approx(max(usual) / 2, abs=2)
    assert usual[0] == 0  # no click


def test_halves_keep_every_word_and_its_source():
    (part,) = said("Едно „две“, три и – пет.", 4).parts
    first, second = halves(part)
    assert (first.text, second.text) == ("Едно „две“, три", "и – пет.")
    for piece in (first, second):
        for word in piece.words:
            source = word.source
            assert piece.text[word.start : word.end] == part.text[source.start : source.end]
    assert first.words[-1].source.end < second.words[0].source.start
    assert len(first.words) + len(second.words) == len(part.words)
    assert halves(Part("Едно.", "bg")) == ()


def test_a_word_is_bared_of_its_signs():
    source = Extent(0, 7, 13)
    bare = plain(Part("„д☠ве“,", "bg", (SpokenWord(1, 5, source),)))
    assert bare == Part("две", "bg", (SpokenWord(0, 3, source),))
    assert plain(Part("две", "bg")) is None
    assert plain(Part("☠", "bg")) is None


def test_the_tempo_of_a_voice_is_learned():
    tempo = Tempo()
    before = tempo.scale(175)
    assert before == pytest.approx(1, abs=0.1)
    tempo.learn("а" * 100, 5.0, 1.0)  # 20 letters a second, left alone
    assert tempo.scale(175) == pytest.approx(20 / (0.078 * 175))
    assert not tempo.fits(before, 175)
    assert tempo.fits(tempo.scale(175), 175)
    assert tempo.scale(350) == pytest.approx(tempo.scale(175) / 2)
    assert tempo.scale(1) == 4  # a voice can be drawn out only so far
