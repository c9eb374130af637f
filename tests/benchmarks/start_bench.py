"""Time from the command to the visible window, warm, on a private display with a kept library.

Run: python tests/benchmarks/start_bench.py
"""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
ROUNDS = 7
POLL = 0.005
PATIENCE = 30


def display():
    """Start a private X server; return its process and name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            "1280x900x24",
            "-noreset",
            "-nolisten",
            "tcp",
        ],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        return server, ":" + number.readline().strip()


def seconds_to_window(environment):
    """Start the program, wait for its window, end it; return the time to the window."""
    start = time.perf_counter()
    program = subprocess.Popen([sys.executable, "-m", "reader"], env=environment)
    try:
        while time.perf_counter() - start < PATIENCE:
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--class", "chetivo"],
                env=environment,
                capture_output=True,
                check=False,
            )
            if found.stdout.strip():
                return time.perf_counter() - start
            time.sleep(POLL)
        raise TimeoutError("no window")
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait()


def main():
    """Print the median."""
    server, name = display()
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "DISPLAY": name,
            "CHETIVO_HOME": home,
            "QT_QPA_PLATFORM": "xcb",
        }
        sample = next(SAMPLES.glob("*.pdf"))
        subprocess.run(
            [sys.executable, "-m", "reader", "add", str(sample)],
            env=environment,
            check=True,
            capture_output=True,
        )
        try:
            seconds_to_window(environment)
            times = [seconds_to_window(environment) for _ in range(ROUNDS)]
        finally:
            server.terminate()
            server.wait()
    print(f"start to window, warm: {statistics.median(times) * 1000:.0f} ms (median of {ROUNDS})")


if __name__ == "__main__":
    sys.exit(main())
