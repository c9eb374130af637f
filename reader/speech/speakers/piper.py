"""Piper, a program of its own: a sentence a line goes in, a sound file for each comes out.

It is GPL-3 and never part of this program: it is started where the person has it. Of its ways
to write sound, files one by one are the only one that shows where a sentence ends: raw samples
have no marks between them. Its versions differ in what they print and where, but each names the
file that it has written, in a line of its own.
"""

import contextlib
import os
import subprocess
import tempfile
import time
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, cast

from reader.model.sound import as_samples, numbers
from reader.speech.protocol import Wish
from reader.speech.sound_files import samples_of
from reader.speech.speakers import Rendered
from reader.speech.speakers.piper_models import MARK, Model
from reader.speech.speakers.tempo import Tempo
from reader.speech.voices import Voice

_AT_ONCE = 2  # models in memory: Bulgarian, and the language of a name
_WRITTEN_SECONDS = 5.0
_POLL_SECONDS = 0.005


class PiperSpeaker:
    """Speaks with the person's models; each stays loaded until others are needed.

    `loading` is called before a model is loaded, which takes a second or more. The pitch of a
    model cannot be changed, and a new rate means loading it again.
    """

    mark = MARK

    def __init__(self, program: Path, models: Sequence[Model], loading: Callable[[], None]) -> None:
        self._program = program
        self._models = {model.voice.identifier: model for model in models}
        self._loading = loading
        self._running: dict[str, _Running] = {}
        self._tempos: dict[str, Tempo] = {}

    def voices(self) -> list[Voice]:
        """Return a voice for each model."""
        return [model.voice for model in self._models.values()]

    def render(self, wish: Wish) -> Rendered:
        """Speak the text."""
        tempo = self._tempos.setdefault(wish.voice, Tempo())
        running = self._process(wish, tempo)
        rate, samples = running.say(" ".join(wish.text.split()))
        tempo.learn(wish.text, len(samples) / 2 / rate, running.scale)
        return Rendered(rate, _at_volume(samples, wish.volume))

    def close(self) -> None:
        """End all that runs."""
        for running in self._running.values():
            running.end()
        self._running.clear()

    def _process(self, wish: Wish, tempo: Tempo) -> "_Running":
        """Return the process that speaks with the voice at the rate."""
        running = self._running.pop(wish.voice, None)
        if running is not None and not running.suits(wish.rate, tempo):
            running.end()
            running = None
        if running is None:
            if len(self._running) >= _AT_ONCE:
                oldest = next(iter(self._running))
                self._running.pop(oldest).end()
            self._loading()
            model = self._models[wish.voice]
            scale = tempo.scale(wish.rate)
            running = _Running(self._program, model.path, wish.rate, scale)
        self._running[wish.voice] = running  # the last one used is the last in the row
        return running


class _Running:
    """Piper with a model loaded, for one rate; `scale` is how long it makes each sound."""

    def __init__(self, program: Path, model: Path, rate: int, scale: float) -> None:
        self.rate = rate
        self.scale = scale
        self._folder = tempfile.TemporaryDirectory(prefix="chetivo-piper-")
        self._process = subprocess.Popen(  # noqa: S603  the person's own program, no shell
            [
                *(str(program), "--model", str(model), "--output_dir", self._folder.name),
                *("--length_scale", f"{scale:.2f}", "--sentence_silence", "0"),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUTF8": "1"},  # some versions are written in Python
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._input = cast("IO[bytes]", self._process.stdin)  # there are both: pipes
        self._output = cast("IO[bytes]", self._process.stdout)

    def suits(self, rate: int, tempo: Tempo) -> bool:
        """Tell whether it still speaks at the rate, now that more is known of the voice."""
        return rate == self.rate and tempo.fits(self.scale, rate)

    def say(self, line: str) -> tuple[int, bytes]:
        """Return (samples a second, samples); raises `RuntimeError` where it broke off."""
        with contextlib.suppress(BrokenPipeError):  # it has ended: its last words tell why
            self._input.write(line.encode() + b"\n")
            self._input.flush()
        last = b""
        for told in self._output:
            if b".wav" in told:
                return self._written()
            last = told.strip() or last
        reason = last.decode(errors="replace") or f"exit code {self._process.wait()}"
        raise RuntimeError(f"Piper: {reason}")

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(BrokenPipeError):  # a line that it never read
            self._input.close()
        self._output.close()
        self._folder.cleanup()

    def _written(self) -> tuple[int, bytes]:
        """Return what the newest file holds; some versions name it before it is whole."""
        path = max(Path(self._folder.name).glob("*.wav"))
        deadline = time.monotonic() + _WRITTEN_SECONDS
        while True:
            try:
                sound = samples_of(path.read_bytes())
            except ValueError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(_POLL_SECONDS)
            else:
                with contextlib.suppress(PermissionError):  # Windows: Piper has it open yet
                    path.unlink()
                return sound


def _at_volume(samples: bytes, volume: float) -> bytes:
    """Return the samples made quieter."""
    if volume >= 1:
        return samples
    return as_samples(array("h", (round(volume * level) for level in numbers(samples))))
