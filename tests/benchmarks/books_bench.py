"""How long a thousand articles take to become an e-book, and how much memory. Run: make bench."""

import resource
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from reader.exporters.bound import Bound
from reader.exporters.epub.book import EpubWriter
from reader.exporters.notes import Marked
from reader.i18n import Translator
from tests.benchmarks.generator import Generator

ARTICLES = 1_000
MEGABYTE = 2**20


def main() -> None:
    """Measure."""
    generator = Generator()
    bound = (Bound(Marked(generator.article(number), ())) for number in range(ARTICLES))
    before = most_memory()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.epub"
        start = time.perf_counter()
        EpubWriter(Translator("bg"), datetime.now(UTC), "Новини").write(bound, path)
        seconds = time.perf_counter() - start
        size = path.stat().st_size / MEGABYTE
    memory = (most_memory() - before) / MEGABYTE
    print(
        f"  EPUB of {ARTICLES} articles, made up on the way: {seconds:.1f} s, {size:.1f} MB;"
        f" memory +{memory:.0f} MB"
    )


def most_memory() -> int:
    """Return the most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
