"""Reads many damaged files as the program does and counts how each ended.

Run: python -m tests.fuzz.hammer [FILES]. Defects are saved in build/fuzz, and the status is 1.
A crash of pdfium is none of ours as long as it is called by its name.
"""

import hashlib
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from reader import repair
from reader.errors import CrashedFileError, SourceError
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming
from tests.fuzz.letters import lost
from tests.fuzz.mutator import corpus, mutants

SAVED = Path(__file__).parents[2] / "build" / "fuzz"
FILES = 10_000
SLOW = 10.0  # seconds for repair alone


def outcome(data: bytes, apart: Apart) -> str:
    """Return how a file ended; what is a defect begins with an exclamation mark."""
    try:
        raw = apart.read(Incoming(data))
        start = time.monotonic()
        repaired = repair.repaired(raw)
    except CrashedFileError as error:
        own = not error.reason.startswith("SIG")  # no signal: our own code gave up
        return f"! {error.reason}" if own else f"CrashedFileError, {error.reason}"
    except SourceError as error:
        return type(error).__name__
    except Exception as error:  # noqa: BLE001  any of them is a defect to be counted
        return f"! {type(error).__name__}: {error}"
    if time.monotonic() - start > SLOW:
        return "! slow repair"
    return "! letters lost" if lost(raw, *repaired) else "read"


def hammered(seed: int, count: int) -> Counter[str]:
    """Read so many damaged files and return how many came to which end."""
    ends: Counter[str] = Counter()
    with Apart() as apart:
        for data in islice(mutants(corpus(), random.Random(seed)), count):
            end = outcome(data, apart)
            ends[end] += 1
            if end.startswith(("!", "Crashed", "Stuck")):
                _save(data, end)
    return ends


def _save(data: bytes, end: str) -> None:
    SAVED.mkdir(parents=True, exist_ok=True)
    kind = "".join(letter if letter.isalnum() else "-" for letter in end[:40]).strip("-")
    (SAVED / f"{kind}-{hashlib.sha256(data).hexdigest()[:8]}").write_bytes(data)


def _shares(count: int, lanes: int) -> Iterator[int]:
    """Yield how many files each lane takes."""
    return (count // lanes + (lane < count % lanes) for lane in range(lanes))


def main(arguments: list[str]) -> int:
    """Print the counts; return 1 where there are defects."""
    count = int(arguments[0]) if arguments else FILES
    os.nice(10)
    lanes = os.cpu_count() or 1
    seed = random.randrange(2**32)
    ends: Counter[str] = Counter()
    start = time.monotonic()
    with ProcessPoolExecutor(lanes) as pool:
        seeds = range(seed, seed + lanes)
        for found in pool.map(hammered, seeds, _shares(count, lanes)):
            ends += found
    seconds = time.monotonic() - start
    print(f"{ends.total()} damaged files in {seconds:.0f} s, from seed {seed}:")
    for end, times in ends.most_common():
        print(f"{times:7} {end}")
    return int(any(end.startswith("!") for end in ends))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
