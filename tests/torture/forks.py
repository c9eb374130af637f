"""A program that has all loaded and forks a child for each deed, to be killed at any moment.

So a kill falls into the work, and hardly ever into the start of Python.
"""

import gc
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Self

from tests.torture.deeds import DEEDS, warm_up
from tests.torture.stages import Stages

ROOT = Path(__file__).parents[2]
_LONGEST = 120.0  # seconds; what takes longer hangs
_CHILD = {signal.SIGCHLD}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a deed ended: by a kill at some stage, or by itself, well or not; what it had said."""

    killed: bool
    well: bool
    seconds: float
    stage: str
    said: tuple[str, ...]


class Forks:
    """The one who asks for deeds."""

    def __init__(self, folder: Path) -> None:
        self._said = folder / "said"
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.forks", str(self._said)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.cpu = 0.0
        """Seconds that deeds have taken of the processor."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._program.communicate()

    def run(self, deed: str, folder: Path, seed: int, after: float | None = None) -> Ended:
        """Have a deed done, and killed after so many seconds if it is not done by then."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(json.dumps([deed, str(folder), seed, after]) + "\n")
        self._program.stdin.flush()
        answer: dict[str, Any] = json.loads(self._program.stdout.readline())
        self.cpu = answer.pop("cpu")
        lines = self._said.read_text("utf-8").splitlines(keepends=True)
        said = tuple(line.rstrip("\n") for line in lines if line.endswith("\n"))
        return Ended(said=said, **answer)


def main() -> None:
    """Fork a child for each line that comes, and tell how it ended."""
    said = Path(sys.argv[1])
    stages = Stages()
    stages.watch()
    with tempfile.TemporaryDirectory() as name:
        warm_up(Path(name))
    gc.collect()
    gc.freeze()  # so that children share what is there
    signal.pthread_sigmask(signal.SIG_BLOCK, _CHILD)
    for line in sys.stdin:
        deed, folder, seed, after = json.loads(line)
        stages.clear()
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        begun = time.monotonic()
        child = os.fork()
        if child == 0:
            _do(out, deed, Path(folder), seed)
        os.close(out)
        signal.sigtimedwait(_CHILD, _LONGEST if after is None else after)
        seconds = time.monotonic() - begun
        os.kill(child, signal.SIGKILL)  # one that has ended is still there to be waited for
        _child, status = os.waitpid(child, 0)
        signal.sigtimedwait(_CHILD, 0)
        killed = status == signal.SIGKILL
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        told = {
            "killed": killed,
            "well": status == 0 or (killed and after is not None),
            "seconds": seconds,
            "stage": stages.name,
            "cpu": used.ru_utime + used.ru_stime,
        }
        print(json.dumps(told), flush=True)


def _do(out: int, deed: str, folder: Path, seed: int) -> None:
    """Do a deed as a program of its own, which never returns, and have it say its words there."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _CHILD)
    os.dup2(out, sys.stdout.fileno())
    status = 1
    try:
        DEEDS[deed](folder, Random(seed))
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must not go on here
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(status)


if __name__ == "__main__":
    main()
