"""The interface of winrt-Windows.Media.SpeechSynthesis, as its type stubs describe it (4.0).

Windows itself has not been asked: these are stand-ins that take what the stubs allow, no more.
"""

import io
import wave
from dataclasses import dataclass

import pytest

from reader.speech.protocol import Wish
from reader.speech.speakers.onecore import OneCoreSpeaker, find
from reader.speech.voices import Quality, System, Voice

IVAN_ID = (
    r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Speech_OneCore\Voices\Tokens\MSTTS_V110_bgBG_IvanM"
)


@dataclass(frozen=True)
class VoiceInformation:
    id: str
    display_name: str
    language: str


IVAN = VoiceInformation(IVAN_ID, "Microsoft Ivan", "bg-BG")
ZIRA = VoiceInformation("zira", "Microsoft Zira", "en-US")


class Closable:
    closed = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        Closable.closed += 1


@dataclass
class Options:
    """Refuses what the real ones refuse."""

    _rate: float = 1.0
    audio_pitch: float = 1.0
    audio_volume: float = 1.0

    @property
    def speaking_rate(self):
        return self._rate

    @speaking_rate.setter
    def speaking_rate(self, value):
        if not 0.5 <= value <= 6:
            raise OSError("The parameter is incorrect")
        self._rate = value


@dataclass
class Stream(Closable):
    data: bytes

    @property
    def size(self):
        return len(self.data)

    def get_input_stream_at(self, position, /):
        return self.data[position:]


class DataReader(Closable):
    def __init__(self, stream, /):
        self._stream, self._loaded = stream, 0

    async def load_async(self, count, /):
        self._loaded = count
        return count

    def read_bytes(self, value, /):
        if len(value) > self._loaded:
            raise OSError("The operation attempted to access data outside the valid range")
        value[:] = self._stream[: len(value)]


class Synthesis:
    """The module: each synthesizer that it makes is remembered."""

    def __init__(self):
        self.made = made = []

        class SpeechSynthesizer(Closable):
            all_voices = (ZIRA, IVAN)

            def __init__(self):
                self.voice, self.options, self.texts = ZIRA, Options(), []
                made.append(self)

            async def synthesize_text_to_stream_async(self, text, /):
                self.texts.append(text)
                return Stream(tone())

        self.SpeechSynthesizer = SpeechSynthesizer


class Streams:
    DataReader = DataReader


def tone() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16000)
        sound.writeframes(b"\x10\x20" * 1600)
    return file.getvalue()


def test_the_voices_of_windows_settings_are_listed():
    assert OneCoreSpeaker(Synthesis(), Streams).voices()[1] == Voice(
        f"onecore:{IVAN_ID}", "Microsoft Ivan", ("bg-bg",), System.ONECORE, Quality.STANDARD
    )


@pytest.mark.parametrize(("rate", "speaking_rate"), [(175, 1.0), (350, 2.0), (80, 0.5)])
def test_a_voice_speaks_as_wished(rate, speaking_rate):
    synthesis = Synthesis()
    speaker = OneCoreSpeaker(synthesis, Streams)
    before = Closable.closed
    rendered = speaker.render(Wish("<Добър> ден.", f"onecore:{IVAN_ID}", rate, 75, 0.5))
    (synthesizer,) = synthesis.made
    assert (rendered.rate, rendered.samples) == (16000, b"\x10\x20" * 1600)
    assert synthesizer.voice is IVAN
    assert synthesizer.texts == ["<Добър> ден."]
    assert synthesizer.options == Options(speaking_rate, 1.5, 0.5)
    assert Closable.closed - before == 3  # synthesizer, stream and reader


def test_without_its_packages_there_is_none():
    assert find() is None
