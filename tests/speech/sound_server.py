"""A private PulseAudio server with a silent output, and a recorder of what it plays."""

import array
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from math import sqrt
from pathlib import Path

RATE = 22050
_SINK = "chetivo_null"
_STEP = RATE // 100
_LOUD = 40
_LATER, _LATEST = 0.1, 10.0  # seconds that what is played is recorded later


class SoundServer:
    """Runs until `stop` or `kill`; programs find it with `environ`."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "pulse.sock"
        private = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        self.environ = os.environ | private | {"PULSE_SERVER": f"unix:{self._socket}"}
        without = {name: value for name, value in self.environ.items() if name != "PULSE_SERVER"}
        self._recorder: _Recorder | None = None
        self._log = folder / "pulse.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [
                    *("pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                    *("-n", "-L"),
                    f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
                    *("-L", f"module-null-sink sink_name={_SINK} rate=44100"),
                ],
                env=without,
                stdout=log,
                stderr=log,
            )
        wait_until(self._answers, 60, lambda: f"no sound server:\n{self._log.read_text()}")

    def record(self) -> "Take":
        """Record from now on; the first time takes a while."""
        if self._recorder is None:
            self._recorder = _Recorder(self.environ)
        return Take(self._recorder)

    def kill(self) -> None:
        self._end(self._process.kill)

    def stop(self) -> None:
        self._end(self._process.terminate)

    def _end(self, end: Callable[[], None]) -> None:
        end()
        self._process.wait()
        if self._recorder is not None:
            self._recorder.end()

    def _answers(self) -> bool:
        asked = subprocess.run(
            ["pactl", "info"], env=self.environ, capture_output=True, check=False
        )
        return asked.returncode == 0


class _Recorder:
    """Keeps all that is played; it also keeps the silent output from rendering far ahead."""

    def __init__(self, environ: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [
                *("parec", "-d", f"{_SINK}.monitor", "--format=s16le", f"--rate={RATE}"),
                *("--channels=1", "--latency-msec=5", "--process-time-msec=5", "--raw"),
            ],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self.chunks: list[tuple[float, bytes]] = []
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        wait_until(lambda: len(self.chunks) > 10, 60, lambda: "nothing is recorded")

    def end(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        self._process.stdout.close()

    def _read(self) -> None:
        while data := self._process.stdout.read(4096):
            self.chunks.append((time.monotonic(), data[: len(data) // 2 * 2]))


class Take:
    """A recording under way."""

    def __init__(self, recorder: _Recorder) -> None:
        self._recorder = recorder
        self._first = len(recorder.chunks)

    def stop(self) -> "Recording":
        """Return what was played up to now, once that is recorded: on a busy machine, later."""
        now = time.monotonic()
        while self._recorded().end < now + _LATER and time.monotonic() < now + _LATEST:
            time.sleep(0.01)
        return self._recorded()

    def _recorded(self) -> "Recording":
        samples, starts = array.array("h"), []
        for when, chunk in self._recorder.chunks[self._first :]:
            samples.frombytes(chunk)
            starts.append(when - len(samples) / RATE)
        return Recording(samples, min(starts, default=time.monotonic()))


class Recording:
    """What was played; times are those of `time.monotonic`."""

    def __init__(self, samples: "array.array[int]", start: float) -> None:
        self.samples = samples
        self.start = start

    @property
    def end(self) -> float:
        """When the last sample was played."""
        return self.start + len(self.samples) / RATE

    def loud(self, begin: float = 0.0, end: float = float("inf")) -> float:
        """Return the seconds of sound between two times, counted in hundredths."""
        first = max(0, int((begin - self.start) * RATE))
        last = min(len(self.samples), int(min(end - self.start, 1e6) * RATE))
        return loudness(self.samples[first:last])

    def level(self, begin: float, end: float) -> float:
        """Return how loud it is on average between two times, silence left out."""
        first = max(0, int((begin - self.start) * RATE))
        part = self.samples[first : int((end - self.start) * RATE)]
        squares = [sample * sample for sample in part if abs(sample) > _LOUD]
        return sqrt(sum(squares) / len(squares)) if squares else 0.0

    def first(self, after: float = 0.0) -> float | None:
        """Return when the first sound after a time is heard."""
        begin = max(0, int((after - self.start) * RATE))
        found = (n for n in range(begin, len(self.samples)) if abs(self.samples[n]) > _LOUD)
        place = next(found, None)
        return None if place is None else self.start + place / RATE

    def last(self) -> float | None:
        """Return when the last sound is heard."""
        count = len(self.samples)
        found = (n for n in range(count - 1, -1, -1) if abs(self.samples[n]) > _LOUD)
        place = next(found, None)
        return None if place is None else self.start + place / RATE


def loudness(samples: "array.array[int]") -> float:
    """Return the seconds of sound in samples, counted in hundredths."""
    steps = (samples[n : n + _STEP] for n in range(0, len(samples), _STEP))
    return sum(max(map(abs, step)) > _LOUD for step in steps) / 100


def silences(samples: "array.array[int]", at_least: float) -> list[float]:
    """Return the milliseconds of each silence between sounds that is as long as that."""
    loud = [place for place, level in enumerate(samples) if abs(level) > _LOUD]
    gaps = (1000 * (after - before - 1) / RATE for before, after in pairwise(loud))
    return [gap for gap in gaps if gap >= at_least]


def wait_until(is_so, seconds, complaint) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(complaint())
        time.sleep(0.01)


def missing_programs() -> list[str]:
    """Return the programs that these tests need and do not find."""
    return [name for name in ("pulseaudio", "pactl", "parec") if shutil.which(name) is None]
