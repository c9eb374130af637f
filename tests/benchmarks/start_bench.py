"""Time from the command to the visible window, warm, on a private display with a kept library.

Of the packaged program too, where `make package` has made it.

Run: python -m tests.benchmarks.start_bench
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.window_start import FROM_SOURCE, display, median_start

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"
PACKAGED = ROOT / "build" / "package" / "chetivo" / "chetivo"
ROUNDS = 7


def measured(what, home, screen, command):
    """Print the median of the starts of a command."""
    median_start(home, screen, 1, lambda: None, command)
    found = median_start(home, screen, ROUNDS, lambda: None, command)
    print(f"{what}: {found.visible * 1000:.0f} ms (median of {ROUNDS})")


def main():
    """Print the median."""
    with tempfile.TemporaryDirectory() as name, display() as screen:
        home = Path(name)
        subprocess.run(
            [sys.executable, "-m", "reader", "add", str(next(SAMPLES.glob("*.pdf")))],
            env=os.environ | {"CHETIVO_HOME": name},
            check=True,
            capture_output=True,
        )
        measured("start to window, warm", home, screen, FROM_SOURCE)
        if PACKAGED.exists():
            measured("the same, packaged", home, screen, (str(PACKAGED),))


if __name__ == "__main__":
    sys.exit(main())
