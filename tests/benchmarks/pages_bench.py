"""How long a saved page takes to the lines of its article, in the reading process itself."""

import statistics
import time

from reader.importers import html
from reader.importers.incoming import from_file
from tests.corpus.folders import SAMPLES
from tests.pages.score import FOLDERS

ROUNDS = 20


def milliseconds(incoming):
    """Return the median time of reading a page."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        html.read(incoming)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def main():
    """Print the times of the sample and of the pages for the tests."""
    for page in sorted(SAMPLES.glob("*.html")):
        print(f"  {page.name}: {milliseconds(from_file(page)):.1f} ms")
    pages = [from_file(page) for folder in FOLDERS for page in sorted(folder.glob("*.html"))]
    found = sorted(map(milliseconds, pages))
    print(
        f"  {len(found)} pages: median {statistics.median(found):.1f} ms, most {found[-1]:.1f} ms"
    )


if __name__ == "__main__":
    main()
