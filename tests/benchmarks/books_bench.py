"""A thousand articles as a book and as pages, an hour of sound in every form. Run: make bench.

Each is made in a process of its own, out of a library and with the voice of this machine, as a
person would make it; then it is looked whether each sentence is heard when it is lit.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from reader.app import Export, Reader
from reader.app.exporting import proposed_name
from reader.i18n import Translator
from reader.importers.apart import Apart
from reader.library.preparing import Arrival
from reader.library.store import Library
from reader.model.exportform import ExportForm
from tests.benchmarks.generator import Generator
from tests.unit.test_talking_books import RATE, samples

ARTICLES = 1_000
HOUR = 19  # articles, spoken at the usual rate
MEGABYTE = 2**20
BULGARIAN = Translator("bg")
WRITTEN = (ExportForm.EPUB, ExportForm.PAGES, ExportForm.PACKED_PAGES)
SPOKEN = tuple(form for form in ExportForm if form.is_spoken)
SILENCE = 0.05  # seconds before a sentence in which nothing is heard
LIBRARY = "library"


def main() -> None:
    """Measure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / LIBRARY)
        for form in (*WRITTEN, *SPOKEN):
            count = HOUR if form.is_spoken else ARTICLES
            command = (sys.executable, "-m", "tests.benchmarks.books_bench", form, str(count))
            done = subprocess.run((*command, name), check=True, capture_output=True, text=True)
            print(f"  {form}, {count} articles: {done.stdout.strip()}", flush=True)
        print(f"  {in_step(folder)}")


def fill(path: Path) -> None:
    """Make up a library."""
    generator = Generator()
    made = (Arrival(generator.article(each), (), str(each).encode()) for each in range(ARTICLES))
    with Library(path) as library:
        for _added in library.add_all(made):
            pass


def make(form: ExportForm, count: int, folder: Path) -> None:
    """Export so many articles, and print what that took."""
    path = folder / f"{form}{proposed_name('', form, count, BULGARIAN)}"
    start = time.perf_counter()
    with Library(folder / LIBRARY) as library, Apart() as apart:
        export = Export(range(1, count + 1), form, path, "Новини")
        Reader(library, apart).exporting.write(export, BULGARIAN)
    seconds = time.perf_counter() - start
    own, children = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    busy = sum(each.ru_utime + each.ru_stime for each in (own, children))
    memory = (own.ru_maxrss + children.ru_maxrss) * 1024 / MEGABYTE
    files = path.rglob("*") if path.is_dir() else (path,)
    size = sum(each.stat().st_size for each in files) / MEGABYTE
    print(f"{seconds:.1f} s ({busy:.1f} s of work), at most {memory:.0f} MB; {size:.1f} MB")


def in_step(folder: Path) -> str:
    """Return how far the sentences of the talking book lie from where they are heard."""
    (path,) = folder.glob(f"{ExportForm.TALKING_EPUB}*")
    drifts, loud_before = [], 0
    hours = 0.0
    with ZipFile(path) as pack:
        names = [each for each in pack.namelist() if each.endswith(".smil")]
        for name in names:
            clips = list(clips_of(pack.read(name)))
            heard = samples(Path(pack.extract(name.replace(".smil", ".mp3"), folder)))
            drifts.append(1000 * abs(clips[-1][1] - len(heard) / RATE))
            loud_before += sum(is_loud(heard, begin) for begin, _end in clips[1:])
            assert all(before[1] == after[0] for before, after in pairwise(clips))
            hours += len(heard) / RATE / 3600
    return (
        f"{hours:.2f} hours; the last sentences end within {max(drifts):.1f} ms (median "
        f"{statistics.median(drifts):.1f}); {loud_before} sentences begin too early"
    )


def clips_of(overlay: bytes) -> Iterator[tuple[float, float]]:
    """Yield the clips of an overlay, in seconds."""
    for each in etree.fromstring(overlay).iter("{*}audio"):
        yield float(each.get("clipBegin")[:-1]), float(each.get("clipEnd")[:-1])


def is_loud(heard: "array[int]", begin: float) -> bool:
    """Tell whether something is heard just before a sentence, where there is a pause."""
    place = round(begin * RATE)
    before = heard[place - round(SILENCE * RATE) : place - round(0.005 * RATE)]
    return max(map(abs, before)) > max(map(abs, heard[place : place + RATE // 2])) // 20


if __name__ == "__main__":
    if len(sys.argv) > 1:
        make(ExportForm(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
