import wave
from array import array

import pytest

from reader.errors import EngineFailedError, TargetExistsError, UnwritableTargetError
from reader.exporters.audio import write
from reader.model.sound import Sound, SoundForm


def tone(seconds: float, rate: int = 22050, level: int = 1000) -> Sound:
    return Sound(rate, array("h", [level] * int(seconds * rate)).tobytes())


def read(path):
    with wave.open(str(path)) as file:
        parameters = (file.getnchannels(), file.getsampwidth(), file.getframerate())
        return parameters, file.readframes(file.getnframes())


def test_sounds_follow_each_other_in_one_file(tmp_path):
    path = tmp_path / "новина.wav"
    first, second = tone(0.5), tone(1.0, level=-2000)
    assert write([first, second], path, SoundForm.WAV) == 1.5
    assert read(path) == ((1, 2, 22050), first.samples + second.samples)


def test_sounds_are_taken_one_at_a_time(tmp_path):
    alive = 0

    def sounds():
        nonlocal alive
        for _ in range(3):
            alive += 1
            yield tone(0.1)

    assert write(sounds(), tmp_path / "a.wav", SoundForm.WAV) == pytest.approx(0.3)
    assert alive == 3


def test_a_sound_of_another_rate_keeps_its_length_and_level(tmp_path):
    path = tmp_path / "a.wav"
    assert write([tone(0.5), tone(0.5, rate=16000, level=700)], path, SoundForm.WAV) == 1.0
    (_, _, rate), samples = read(path)
    assert rate == 22050
    assert set(array("h", samples)[11025:]) == {700}


def test_nothing_to_say_makes_a_file_of_no_length(tmp_path):
    path = tmp_path / "a.wav"
    assert write([Sound(0, b"")], path, SoundForm.WAV) == 0.0
    assert read(path)[1] == b""


def test_an_existing_file_is_never_overwritten(tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(b"mine")
    with pytest.raises(TargetExistsError):
        write([tone(0.1)], path, SoundForm.WAV)
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path):
    path = tmp_path / "a.wav"

    def sounds():
        yield tone(0.1)
        path.write_bytes(b"mine")

    with pytest.raises(TargetExistsError):
        write(sounds(), path, SoundForm.WAV)
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("before", [[], [tone(0.1)]])
def test_a_voice_that_fails_leaves_no_file(tmp_path, before):
    def sounds():
        yield from before
        raise EngineFailedError("gone")

    with pytest.raises(EngineFailedError):
        write(sounds(), tmp_path / "a.wav", SoundForm.WAV)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    with pytest.raises(UnwritableTargetError) as caught:
        write([tone(0.1)], tmp_path / "missing" / "a.wav", SoundForm.WAV)
    assert caught.value.path == tmp_path / "missing" / "a.wav"
    assert caught.value.reason
