"""Libraries of made-up articles, each made once and kept in build/bench."""

import gc
import hashlib
import json
import shutil
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from reader.library.store import FILE, Library
from tests.benchmarks.generator import Generator

PROJECT = Path(__file__).parents[2]
KEPT = PROJECT / "build" / "bench"
AT_ONCE = 5_000  # articles made up before the clock runs; they come in one stream
# What a library is made by; where one of these changes, it is made anew.
MAKERS = (
    *("tests/benchmarks/generator.py", "tests/benchmarks/made_libraries.py"),
    *(
        f"reader/library/{name}.py"
        for name in (
            *("adding", "filing", "keys", "migrations", "originals", "preparing", "records"),
            *("schema", "search_tables", "unsigned", "version_4"),
        )
    ),
    *("reader/text/words.py", "reader/text/english.py"),
    *("resources/irregular_words_bg.txt", "resources/irregular_words_en.txt"),
)


@dataclass(frozen=True, slots=True)
class Made:
    """A library: its folder, articles a second when it was made, and the size of its file."""

    folder: str
    articles: int
    rate: float
    megabytes: float


def made(count: int) -> Made:
    """Return the library with so many articles; make it if there is none."""
    folder = KEPT / f"library-{count}"
    facts = folder / "made.json"
    if facts.exists():
        told = json.loads(facts.read_text())
        if told.pop("makers") == _makers():
            return Made(**told)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rate = filled(folder, count)
    found = Made(str(folder), count, rate, (folder / FILE).stat().st_size / 1e6)
    facts.write_text(json.dumps({**asdict(found), "makers": _makers()}))
    return found


def filled(folder: Path, count: int) -> float:
    """Fill a library; return how many articles a second were kept, each for good."""
    generator = Generator()
    seconds = 0.0
    with Library(folder) as library:
        for first in range(0, count, AT_ONCE):
            arrivals = list(generator.arrivals(first, min(AT_ONCE, count - first)))
            gc.collect()
            gc.disable()  # what was made up is not the import's rubbish
            start = time.perf_counter()
            for added in library.add_all(arrivals):
                if not added.new:
                    raise RuntimeError(f"made twice: {added.entry.title}")
            seconds += time.perf_counter() - start
            gc.enable()
    return count / seconds


def _makers() -> str:
    return hashlib.sha256(b"".join((PROJECT / name).read_bytes() for name in MAKERS)).hexdigest()
