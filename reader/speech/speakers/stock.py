"""The speech engines that pyttsx3 drives."""

import sys
import tempfile
import threading
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

import pyttsx3
from pyttsx3.engine import Engine

from reader.speech.protocol import Wish
from reader.speech.sound_files import samples_of
from reader.speech.speakers import Rendered
from reader.speech.voices import Quality, System, Voice

_FILE_SECONDS = 30.0
_USUAL_PITCH = 50
_SYSTEMS = {"win32": System.SAPI, "darwin": System.MACOS}
# Parts of the names or identifiers of better voices, on macOS and of Windows' add-ons.
_QUALITIES = {
    "premium": Quality.BEST,
    "enhanced": Quality.NATURAL,
    "natural": Quality.NATURAL,
    "eloquence": Quality.MACHINE,
}


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

    mark = ""

    def __init__(self) -> None:
        from reader.speech.speakers import espeak_memory

        espeak_memory.register()
        self._engine: Engine = pyttsx3.init(espeak_memory.NAME)
        self._errors = _Errors(self._engine)
        self._rendered = Rendered(0, b"")
        self._engine.connect(espeak_memory.RENDERED, self._take)
        self._engine.startLoop(useDriverLoop=False)
        self._engine.iterate()  # until then pyttsx3 holds every command back

    def voices(self) -> list[Voice]:
        """Return espeak's voices: one a language or variety."""
        return _voices(self._engine, System.ESPEAK)

    def render(self, wish: Wish) -> Rendered:
        """Speak the text."""
        _set(self._engine, wish, ("voice", "rate", "pitch", "volume"))
        self._engine.say(wish.text)
        self._errors.check()
        return self._rendered

    def close(self) -> None:
        """Do nothing: all is in the process."""

    def _take(
        self, rate: int, samples: bytes, words: list[tuple[int, int, int]], **_: object
    ) -> None:
        self._rendered = Rendered(rate, samples, words)


class FileSpeaker:
    """The system's own driver through a temporary file; it tells no word times."""

    mark = ""

    def __init__(self, platform: str = sys.platform) -> None:
        self._platform = platform
        self._engine: Engine = pyttsx3.init()
        self._errors = _Errors(self._engine)
        self._finished = threading.Event()
        self._engine.connect("finished-utterance", lambda **_: self._finished.set())

    def voices(self) -> list[Voice]:
        """Return the system's voices."""
        return _voices(self._engine, _SYSTEMS.get(self._platform, System.ESPEAK))

    def render(self, wish: Wish) -> Rendered:
        """Speak the text."""
        embedded = self._platform in _SYSTEMS
        _set(self._engine, wish, ("voice", "rate", "volume") + (() if embedded else ("pitch",)))
        self._finished.clear()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "speech")
            self._engine.save_to_file(marked_up(wish, self._platform), str(path))
            self._engine.runAndWait()
            self._errors.check()
            try:
                return Rendered(*samples_of(path.read_bytes()))
            except (ValueError, FileNotFoundError):
                # Some drivers go on writing after runAndWait; others never say they finished.
                self._finished.wait(_FILE_SECONDS)
                return Rendered(*samples_of(path.read_bytes()))

    def close(self) -> None:
        """Do nothing: all is in the process."""


def marked_up(wish: Wish, platform: str) -> str:
    """Return the text with the pitch in the commands of the system, for pyttsx3 knows none.

    Windows takes a text for XML that begins with "<", and macOS obeys what is in "[[ ]]": signs
    of the text itself must not be commands.
    """
    match platform:
        case "win32":  # -10 to 10
            pitch = round((wish.pitch - _USUAL_PITCH) / 5)
            return f'<pitch absmiddle="{pitch}">{escape(wish.text, quote=False)}</pitch>'
        case "darwin":  # semitones up or down
            plain = wish.text.replace("[[", "[ [")
            pitch = round((wish.pitch - _USUAL_PITCH) * 12 / _USUAL_PITCH)
            return f"[[pbas {pitch:+d}]] {plain}" if pitch else plain
        case _:
            return wish.text


def _set(engine: Engine, wish: Wish, names: Iterable[str]) -> None:
    # The voice first: on some systems it brings its own rate and pitch along.
    for name in names:
        engine.setProperty(name, getattr(wish, name))


def _voices(engine: Engine, system: System) -> list[Voice]:
    return [
        Voice(
            voice.id, voice.name, tuple(map(str, voice.languages)), system, _quality(voice, system)
        )
        for voice in engine.getProperty("voices")
    ]


def _quality(voice: Any, system: System) -> Quality:  # noqa: ANN401  pyttsx3 has no types
    if system is System.ESPEAK:
        return Quality.MACHINE
    names = f"{voice.id} {voice.name}".lower()
    return next((found for part, found in _QUALITIES.items() if part in names), Quality.STANDARD)
