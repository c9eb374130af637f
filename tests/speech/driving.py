"""The test's end of play.py."""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.speech.sound_server import wait_until

_PROGRAM = Path(__file__).with_name("play.py")
_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60  # seconds


class Program:
    """A running play.py: takes commands, keeps its events."""

    def __init__(self, environ: dict[str, str], worker: tuple[str, ...] = ()) -> None:
        self.events: list[tuple[str, object, float]] = []
        self._process = subprocess.Popen(
            [sys.executable, str(_PROGRAM), *worker],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environ | {"PYTHONPATH": str(_ROOT)},
        )
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        self.await_event("ready")

    def send(self, command: str) -> float:
        """Have a command done; return when it was done."""
        before = self.count("done")
        self._process.stdin.write(command.encode() + b"\n")
        self._process.stdin.flush()
        wait_until(
            lambda: self.count("done") > before, _PATIENCE, lambda: f"{command}: {self.events}"
        )
        return self.all("done")[before][1]

    def await_event(self, name: str, value: object = None, times: int = 1) -> float:
        """Wait until an event has come so often; return when it came."""
        wait_until(
            lambda: len(self._found(name, value)) >= times,
            _PATIENCE,
            lambda: f"no {name} {value}: {self.events}",
        )
        return self._found(name, value)[times - 1]

    def all(self, name: str) -> list[tuple[object, float]]:
        return [(value, when) for event, value, when in self.events if event == name]

    def values(self, name: str) -> list[object]:
        return [value for value, _ in self.all(name)]

    def count(self, name: str) -> int:
        return len(self.all(name))

    def is_running(self) -> bool:
        return self._process.poll() is None

    def close(self) -> int:
        """End the program; return its exit code."""
        if self.is_running():
            self._process.stdin.close()
        try:
            return self._process.wait(_PATIENCE)
        finally:
            self._process.kill()
            self._thread.join()
            self._process.stdout.close()

    def _found(self, name: str, value: object) -> list[float]:
        return [when for found, when in self.all(name) if value in (None, found)]

    def _read(self) -> None:
        for line in self._process.stdout:
            name, value, when = json.loads(line)
            self.events.append((name, value, when))


def rest(seconds: float) -> None:
    """Let the sound go on for a while."""
    time.sleep(seconds)
