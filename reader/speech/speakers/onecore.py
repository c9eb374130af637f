"""The voices of Windows' settings ("OneCore"), which pyttsx3 does not list.

They are reached by Microsoft's documented interface, where the packages of
winrt-Windows.Media.SpeechSynthesis are installed. Windows alone has it.
"""

import asyncio
import importlib
from typing import Any

from reader.speech.protocol import Wish
from reader.speech.sound_files import samples_of
from reader.speech.speakers import Rendered
from reader.speech.voices import Quality, System, Voice, tag

MARK = "onecore:"
_SYNTHESIS = "winrt.windows.media.speechsynthesis"
_STREAMS = "winrt.windows.storage.streams"
_USUAL_RATE = 175
_USUAL_PITCH = 50
_SLOWEST, _FASTEST = 0.5, 6.0  # times the usual: what the interface takes


class OneCoreSpeaker:
    """Speaks into memory; the interface tells no word times without further packages.

    `synthesis` and `streams` are the modules of those names.
    """

    mark = MARK

    def __init__(self, synthesis: Any, streams: Any) -> None:  # noqa: ANN401  made by a generator
        self._synthesis = synthesis
        self._streams = streams

    def voices(self) -> list[Voice]:
        """Return the voices that are installed."""
        return [
            Voice(
                MARK + voice.id,
                voice.display_name,
                (tag(voice.language),),
                System.ONECORE,
                Quality.STANDARD,
            )
            for voice in self._synthesis.SpeechSynthesizer.all_voices
        ]

    def render(self, wish: Wish) -> Rendered:
        """Speak the text."""
        return Rendered(*samples_of(asyncio.run(self._sound(wish))))

    def close(self) -> None:
        """Do nothing: all is in the process."""

    async def _sound(self, wish: Wish) -> bytes:
        with self._synthesis.SpeechSynthesizer() as synthesizer:
            synthesizer.voice = next(
                voice
                for voice in self._synthesis.SpeechSynthesizer.all_voices
                if MARK + voice.id == wish.voice
            )
            options = synthesizer.options
            options.speaking_rate = min(max(wish.rate / _USUAL_RATE, _SLOWEST), _FASTEST)
            options.audio_pitch = wish.pitch / _USUAL_PITCH
            options.audio_volume = wish.volume
            stream = await synthesizer.synthesize_text_to_stream_async(wish.text)
            with stream, self._streams.DataReader(stream.get_input_stream_at(0)) as reader:
                data = bytearray(stream.size)
                await reader.load_async(stream.size)
                reader.read_bytes(data)
        return bytes(data)


def find() -> OneCoreSpeaker | None:
    """Return a speaker where the packages are installed and Windows answers them."""
    try:
        synthesis, streams = (importlib.import_module(name) for name in (_SYNTHESIS, _STREAMS))
    except (ImportError, OSError):
        return None
    return OneCoreSpeaker(synthesis, streams)
