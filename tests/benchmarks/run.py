"""Runs each *_bench.py beside it in a process of its own and prints what they measured."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def main() -> int:
    """Return 1 if a benchmark failed."""
    failed = []
    for script in sorted(Path(__file__).parent.glob("*_bench.py")):
        print(f"{script.stem.removesuffix('_bench')}:", flush=True)
        command = (sys.executable, "-m", f"tests.benchmarks.{script.stem}")
        if subprocess.run(command, cwd=PROJECT, check=False).returncode:
            failed.append(script.name)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
