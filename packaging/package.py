"""Builds what people install: the folder of the program, and the package for Debian and Ubuntu.

Run: make package
"""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # the version and the licences

import folder


def main() -> int:
    """Build all that this system can; tell of each with its size."""
    made = [folder.make()]
    if shutil.which("dpkg-deb"):
        import deb

        made.append(deb.make())
    for each in made:
        size = sum(file.stat().st_size for file in ([each] if each.is_file() else each.rglob("*")))
        print(f"{each.relative_to(folder.ROOT)}: {size / 2**20:.0f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
