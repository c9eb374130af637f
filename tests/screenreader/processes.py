"""The programs of a private desktop: started, looked at and ended together."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

_WORKING = frozenset("RD")  # running or waiting for a core; waiting for the disk


class Processes:
    """Starts programs, each with a log of its own in the folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started: list[tuple[str, subprocess.Popen[bytes]]] = []

    def start(
        self, name: str, argv: Sequence[str], env: Mapping[str, str], pipe: int | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program; what it writes is in `log(name)`."""
        with (self._folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                argv,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=() if pipe is None else (pipe,),
            )
        self._started.append((name, process))
        return process

    def start_told(self, name: str, argv: Sequence[str], env: Mapping[str, str]) -> str:
        """Start a program that tells a line through the pipe "{pipe}"; return the line."""
        reading, writing = os.pipe()
        self.start(name, [word.format(pipe=writing) for word in argv], env, writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            line = told.readline().strip()
        assert line, f"{name} did not start:\n{self.log(name)}"
        return line

    def log(self, name: str) -> str:
        """Return what the programs of a name have written."""
        path = self._folder / f"{name}.log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def wait(self, ready: Callable[[], bool], timeout: float, what: str) -> None:
        """Wait for something to happen; fails with the logs if it does not."""
        end = time.monotonic() + timeout
        while not ready():
            gone = [name for name in self.ended() if name != "program"]
            assert not gone, f"{gone[0]} ended:\n{self.log(gone[0])}"
            assert time.monotonic() < end, f"no {what} in {timeout} s\n{self.log('program')}"
            time.sleep(0.05)

    def ended(self) -> list[str]:
        """Return the names of those that run no longer."""
        return [name for name, process in self._started if process.poll() is not None]

    def busy(self) -> bool:
        """Tell whether the main thread of any has work to do, or the accessibility bus has.

        Other children do not count: a program may have a document read beside it for minutes.
        """
        pids = [process.pid for _, process in self._started]
        buses = [_first_child(process.pid) for name, process in self._started if name == "at-spi"]
        return any(_state(pid) in _WORKING for pid in (*pids, *buses))

    def end(self, name: str = "") -> None:
        """End all at once, or those of a name only."""
        ending = [process for each, process in self._started if name in {"", each}]
        self._started = [pair for pair in self._started if pair[1] not in ending]
        for process in reversed(ending):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        for process in ending:
            process.wait()


def _state(pid: int) -> str:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return stat.rpartition(")")[2].split()[0]


def _first_child(pid: int) -> int:
    """Return the first child, as the accessibility bus is of its launcher; 0 for none."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8")
    except OSError:
        return 0
    return int(children.split()[0]) if children.strip() else 0
