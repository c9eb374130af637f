"""The process that speaks: requests on standard input, samples on standard output.

It owns pyttsx3, so that a crash or a hang of the speech engine costs a restart, not the window.
It ends when its input ends, so it never outlives the program.
"""

import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pyttsx3
from pyttsx3.engine import Engine

from reader.processes.frames import READY, Frame, claimed_output, read_frame, write_frame
from reader.speech.protocol import SPEAK, VOICES
from reader.speech.sound_files import samples_of

_FILE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Rendered:
    """Sound in memory; a word is (place in the text, length, milliseconds)."""

    rate: int
    samples: bytes
    words: Sequence[tuple[int, int, int]] = ()


class Speaker(Protocol):
    """A way to make pyttsx3 speak into memory."""

    engine: Engine

    def render(self, text: str) -> Rendered:
        """Speak the text with the engine's properties as they are."""


class _Errors:
    """Collects what pyttsx3 only notifies about, to be raised where it matters."""

    def __init__(self, engine: Engine) -> None:
        self._error: BaseException | None = None
        engine.connect("error", self._keep)

    def check(self) -> None:
        """Raise the last error, if any."""
        if self._error is not None:
            raise RuntimeError(str(self._error)) from self._error

    def _keep(self, exception: BaseException, **_: object) -> None:
        self._error = exception


class MemorySpeaker:
    """espeak through our own driver: exact words, no file."""

    def __init__(self) -> None:
        from reader.speech import espeak_memory

        espeak_memory.register()
        self.engine: Engine = pyttsx3.init(espeak_memory.NAME)
        self._errors = _Errors(self.engine)
        self._rendered = Rendered(0, b"")
        self.engine.connect(espeak_memory.RENDERED, self._take)
        self.engine.startLoop(useDriverLoop=False)
        self.engine.iterate()  # until then pyttsx3 holds every command back

    def render(self, text: str) -> Rendered:
        """Speak the text."""
        self.engine.say(text)
        self._errors.check()
        return self._rendered

    def _take(
        self, rate: int, samples: bytes, words: list[tuple[int, int, int]], **_: object
    ) -> None:
        self._rendered = Rendered(rate, samples, words)


class FileSpeaker:
    """The system's own driver through a temporary file; it tells no word times."""

    def __init__(self) -> None:
        self.engine: Engine = pyttsx3.init()
        self._errors = _Errors(self.engine)
        self._finished = threading.Event()
        self.engine.connect("finished-utterance", lambda **_: self._finished.set())

    def render(self, text: str) -> Rendered:
        """Speak the text."""
        self._finished.clear()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "speech")
            self.engine.save_to_file(text, str(path))
            self.engine.runAndWait()
            self._errors.check()
            try:
                return Rendered(*samples_of(path.read_bytes()))
            except (ValueError, FileNotFoundError):
                # Some drivers go on writing after runAndWait; others never say they finished.
                self._finished.wait(_FILE_SECONDS)
                return Rendered(*samples_of(path.read_bytes()))


def main(arguments: Sequence[str]) -> None:
    """Answer requests until the input ends; "--stock" takes pyttsx3's own driver everywhere."""
    out = claimed_output()
    in_memory = sys.platform.startswith("linux") and "--stock" not in arguments
    speaker: Speaker = MemorySpeaker() if in_memory else FileSpeaker()
    write_frame(out, Frame(READY))
    while (request := read_frame(sys.stdin.buffer)) is not None:
        write_frame(out, _answer(speaker, request))


def _answer(speaker: Speaker, request: Frame) -> Frame:
    match request.kind:
        case "voices":
            return Frame(VOICES, {"voices": _voices(speaker.engine)})
        case "speak":
            return _spoken(speaker, request)
        case _:
            raise ValueError(request.kind)


def _voices(engine: Engine) -> list[dict[str, Any]]:
    return [
        {"identifier": voice.id, "name": voice.name, "languages": [str(x) for x in voice.languages]}
        for voice in engine.getProperty("voices")
    ]


def _spoken(speaker: Speaker, request: Frame) -> Frame:
    # The voice first: on some systems it brings its own rate and pitch along.
    for name in ("voice", "rate", "pitch", "volume"):
        speaker.engine.setProperty(name, request.facts[name])
    rendered = speaker.render(request.facts["text"])
    facts = {"rate": rendered.rate, "words": list(rendered.words)}
    return Frame(SPEAK, facts, rendered.samples)


if __name__ == "__main__":
    main(sys.argv[1:])
