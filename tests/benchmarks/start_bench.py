"""Time from the command to the visible window, warm, on a private display with a kept library.

Run: python -m tests.benchmarks.start_bench
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.window_start import display, median_start

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
ROUNDS = 7


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
        median_start(home, screen, 1, lambda: None)
        found = median_start(home, screen, ROUNDS, lambda: None)
    print(f"start to window, warm: {found.visible * 1000:.0f} ms (median of {ROUNDS})")


if __name__ == "__main__":
    sys.exit(main())
