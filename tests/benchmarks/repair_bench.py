"""Seconds a page from the bytes of a PDF to the clean article, beside pdftotext on the same file.

Run: python tests/benchmarks/repair_bench.py
"""

import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from reader import importers, repair
from reader.importers.incoming import from_file

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
ROUNDS = 9


def median_seconds(work):
    """Return the median time of a piece of work, run once before to warm up."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def measured(path):
    """Return what was measured of one file, in words."""
    incoming = from_file(path)
    pages = len(importers.read(incoming).pages)
    ours = median_seconds(lambda: repair.repaired(importers.read(incoming))) / pages
    line = f"repair: {path.name}: {ours * 1000:.1f} ms a page"
    if tool := shutil.which("pdftotext"):
        command = [tool, str(path), "-"]
        peer = median_seconds(lambda: subprocess.run(command, capture_output=True, check=True))
        line += f" ({ours * pages / peer:.1f} x pdftotext, its start included)"
    return line


def main():
    """Print a line for each sample."""
    for path in sorted(SAMPLES.glob("*.pdf")):
        print(measured(path))


if __name__ == "__main__":
    sys.exit(main())
