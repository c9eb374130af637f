"""How long the program takes to its window, and until the window answers, on a private display."""

import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

FROM_SOURCE = (sys.executable, "-m", "reader")
POLL = 0.005
PATIENCE = 60
QUIET = 0.3  # seconds for which a window that is ready has nothing to do
DROP = Path("/proc/sys/vm/drop_caches")


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds to the visible window, and to the end of all that it does by itself; its memory."""

    visible: float
    usable: float
    megabytes: float


@contextmanager
def display() -> Iterator[str]:
    """Run a private X server; yield its name."""
    read, write = os.pipe()
    size = ("-screen", "0", "1280x900x24")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *size, "-noreset", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield ":" + number.readline().strip()
    finally:
        server.terminate()
        server.wait()


def start(home: Path, screen: str, command: Sequence[str] = FROM_SOURCE) -> Start:
    """Start the program with a home folder, wait until its window answers, end it."""
    environment = os.environ | {
        "DISPLAY": screen,
        "CHETIVO_HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONDONTWRITEBYTECODE": "",  # as installed: compiled once
    }
    begin = time.perf_counter()
    program = subprocess.Popen(command, env=environment)
    try:
        _wait(lambda: _is_visible(environment), begin)
        visible = time.perf_counter() - begin
        usable = _last_busy(program.pid, begin)
        return Start(visible, max(visible, usable), _megabytes(program.pid))
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait()


def median_start(
    home: Path,
    screen: str,
    rounds: int,
    before: Callable[[], None],
    command: Sequence[str] = FROM_SOURCE,
) -> Start:
    """Return the middle of some starts, with something to be done before each."""
    starts = []
    for _ in range(rounds):
        before()
        starts.append(start(home, screen, command))
    return Start(
        statistics.median(each.visible for each in starts),
        statistics.median(each.usable for each in starts),
        statistics.median(each.megabytes for each in starts),
    )


def forget(home: Path) -> bool:
    """Drop what the system remembers of files; tell whether of all, else of a folder's alone."""
    os.sync()
    try:
        DROP.write_text("3")
    except OSError:  # only root may, and not in every container
        for path in home.rglob("*.sqlite*"):
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return False
    return True


def _wait(ready: Callable[[], bool], begin: float) -> None:
    while not ready():
        if time.perf_counter() - begin > PATIENCE:
            raise TimeoutError("no window")
        time.sleep(POLL)


def _is_visible(environment: dict[str, str]) -> bool:
    command = ["xdotool", "search", "--onlyvisible", "--class", "chetivo"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    return bool(done.stdout.strip())


def _last_busy(process: int, begin: float) -> float:
    """Return when the thread of the window last had something to do for more than a moment."""
    thread = Path(f"/proc/{process}/task/{process}")
    busy, ran = time.perf_counter(), _nanoseconds(thread)
    while time.perf_counter() - busy < QUIET:
        if time.perf_counter() - begin > PATIENCE:
            raise TimeoutError("the window is never ready")
        time.sleep(POLL)
        before, ran = ran, _nanoseconds(thread)
        if ran - before > POLL * 1e9 / 5 or _waits_for_disk(thread):
            busy = time.perf_counter()
    return busy - begin


def _nanoseconds(thread: Path) -> int:
    return int((thread / "schedstat").read_text().split()[0])


def _waits_for_disk(thread: Path) -> bool:
    return (thread / "stat").read_text().rpartition(")")[2].split()[0] == "D"


def _megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
