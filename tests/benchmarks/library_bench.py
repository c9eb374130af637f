"""How fast the library imports, finds, lists and opens, and how that grows with its articles.

Libraries of made-up articles of some 400 words are made once, in build/bench. Beside the largest,
tantivy and Xapian get the same articles by the same keys, and the same searches.

Run: python -m tests.benchmarks.library_bench [--articles N]
"""

import argparse
import json
import random
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import quantiles

from reader.app.archives import Archives
from reader.library.keys import search_keys
from reader.library.store import Library
from reader.model.archive import Label
from reader.model.query import Filter, Order, Search
from reader.text.search_terms import parse
from tests.benchmarks.generator import Generator, texts
from tests.benchmarks.made_libraries import KEPT, Made, filled, made
from tests.benchmarks.repair_bench import PEERS_PYTHON, PROJECT, get_peers
from tests.benchmarks.window_start import display, forget, median_start

SIZES = (1_000, 10_000, 100_000)
SEARCHES = 200
HITS = 20
FRESH = 3_000  # articles imported into an empty library each time
ROUNDS = 5
PAGE = 100  # rows of a list
ARCHIVED = 2_000
SINCE = date(2020, 1, 1)
PEERS = ("tantivy", "xapian")
# The kinds of searches that ask for keys alone, as the peers' indexes have them.
ALIKE = ("one word", "two words", "three words", "phrase", "very frequent word")

Middle = tuple[float, float]  # milliseconds, p50 and p95


def searches(count: int) -> dict[str, list[Search]]:
    """Return searches of each kind for what stands in the first `count` articles."""
    generator = Generator()
    chance = random.Random(count)
    numbers = [chance.randrange(count) for _ in range(SEARCHES)]
    found = texts([generator.article(number) for number in numbers])
    make = generator.searches(count)
    words = [make.words(chance.choice((1, 2, 3)), text) for text in found]
    return {
        "one word": [Search(make.words(1, text)) for text in found],
        "two words": [Search(make.words(2, text)) for text in found],
        "three words": [Search(make.words(3, text)) for text in found],
        "phrase": [Search(make.phrase(text)) for text in found],
        "very frequent word": [Search(make.frequent()) for _ in found],
        "beginning of a word": [Search(make.prefix(text)) for text in found],
        "exact words": [Search(some, exact=True) for some in words],
        "of a publisher, since": [
            Search(some, filter=Filter(publisher="ec", since=SINCE)) for some in words
        ],
        "very frequent, unread": [
            Search(make.frequent(), filter=Filter(read=False)) for _ in found
        ],
    }


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long the work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def middle(times: Sequence[float]) -> Middle:
    """Return p50 and p95."""
    cuts = quantiles(times, n=20)
    return cuts[9], cuts[18]


def own_times(library: Library, asked: Mapping[str, list[Search]]) -> dict[str, Middle]:
    """Return how long searches and lists take."""
    lists = library.lists
    all_ids = lists.ids(Filter())
    found = {
        kind: middle([milliseconds(partial(library.search, each, HITS)) for each in some])
        for kind, some in asked.items()
    }
    work: dict[str, Callable[[], object]] = {
        "list: first page": lambda: lists.entries(all_ids[:PAGE]),
        "list: all, newest first": lambda: lists.ids(Filter()),
        "list: all, by day": lambda: lists.ids(Filter(), Order.DAY),
        "list: all, by title": lambda: lists.ids(Filter(), Order.TITLE),
        "list: of a publisher": lambda: lists.ids(Filter(publisher="ec", since=SINCE)),
        "counts": library.count,
    }
    return found | {
        kind: middle([milliseconds(each) for _ in range(SEARCHES // 10)])
        for kind, each in work.items()
    }


def table(columns: Sequence[Made], rows: Mapping[str, Sequence[str]]) -> None:
    """Print what was measured, a library a column."""
    print("  " + " " * 26 + "".join(f"{each.articles:>16,}" for each in columns))
    for name, cells in rows.items():
        print(f"  {name:<26}" + "".join(f"{cell:>16}" for cell in cells), flush=True)


def growth(libraries: Sequence[Made]) -> None:
    """Print how all grows."""
    rows: dict[str, list[str]] = {}
    for each in libraries:
        rows.setdefault("import, articles/s", []).append(f"{each.rate:.0f}")
        rows.setdefault("file, MB", []).append(f"{each.megabytes:.0f}")
        with Library(Path(each.folder)) as library:
            times = own_times(library, searches(each.articles))
        for kind, (half, most) in times.items():
            rows.setdefault(f"{kind}, ms", []).append(f"{half:.1f} / {most:.1f}")
    table(libraries, rows)


def starts(libraries: Iterable[Made]) -> None:
    """Print how the window starts with these libraries, and its memory over an empty one."""
    with tempfile.TemporaryDirectory() as name, display() as screen:
        empty = median_start(Path(name), screen, ROUNDS, lambda: None)
        print(f"  start, empty library: usable after {empty.usable * 1000:.0f} ms")
        for each in libraries:
            home = Path(each.folder)
            with Library(home) as library:  # the window comes up with an article, as usual
                library.set_last_opened(library.lists.ids(Filter())[0])
            whole = forget(home)
            cold = median_start(home, screen, 3, partial(forget, home))
            warm = median_start(home, screen, ROUNDS, lambda: None)
            print(
                f"  start, {each.articles:,} articles: window after {warm.visible * 1000:.0f} ms, "
                f"usable after {warm.usable * 1000:.0f} ms; cold "
                f"({'all files' if whole else 'the library alone'}) {cold.visible * 1000:.0f} and "
                f"{cold.usable * 1000:.0f} ms; "
                f"memory {warm.megabytes - empty.megabytes:+.1f} MB over an empty library",
                flush=True,
            )


def archive(largest: Made, asked: Sequence[Search]) -> None:
    """Print how long an archive takes to be made, and another to be opened and searched."""
    with Library(Path(largest.folder)) as library, tempfile.TemporaryDirectory() as name:
        path = Path(name) / "bench.chetivo"
        archives = Archives(library)
        numbers = sorted(library.lists.ids(Filter()))[:ARCHIVED]
        label = Label("bench", "0", "")
        seconds = milliseconds(partial(archives.make, path, numbers, label)) / 1000
        megabytes = path.stat().st_size / 1e6
        opened = [milliseconds(partial(_open_and_search, library, path, each)) for each in asked]
    half, most = middle(opened)
    print(
        f"  archive of {len(numbers):,} articles: made in {seconds:.1f} s, {megabytes:.0f} MB; "
        f"opened and searched in {half:.0f} / {most:.0f} ms",
        flush=True,
    )


def _open_and_search(library: Library, path: Path, wanted: Search) -> None:
    archives = Archives(library)
    number = archives.open(path).number
    archives.numbered(number).search(wanted, HITS)
    archives.close_all()


def beside_peers(largest: Made) -> None:
    """Print how the other search engines do, as multiples of our own time."""
    asked = {kind: searches(largest.articles)[kind] for kind in ALIKE}
    with Library(Path(largest.folder)) as library:
        ours = own_times(library, asked)
    keys = {kind: [_keys(each) for each in some] for kind, some in asked.items()}
    for name in PEERS:
        theirs = _peer(name, largest.articles, json.dumps(keys))
        print(
            f"  {name}: {theirs['rate']:.0f} articles/s ({theirs['rate'] / largest.rate:.2f} x "
            f"ours), {theirs['megabytes']:.0f} MB"
        )
        for kind, times in theirs["times"].items():
            (half, most), (own_half, own_most) = middle(times), ours[kind]
            print(
                f"    {kind}: {half:.1f} / {most:.1f} ms; "
                f"{half / own_half:.2f} / {most / own_most:.2f} x our time",
                flush=True,
            )


def _keys(asked: Search) -> list[list[str]]:
    return [list(term.keys) for group in parse(asked.words).groups for term in group]


def _peer(name: str, count: int, asked: str) -> dict[str, object]:
    """Return what another engine needs; its index is made once."""
    folder = KEPT / f"{name}-{count}"
    command = (str(PEERS_PYTHON), "tests/benchmarks/library_peers.py", name, str(folder))
    with subprocess.Popen(
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as peer:
        peer.stdin.write(asked + "\n")
        if not folder.with_suffix(".json").exists():
            for line in _lines(count):
                peer.stdin.write(line)
        peer.stdin.close()
        answer = peer.stdout.read()
    return json.loads(answer.splitlines()[-1])


def _lines(count: int) -> Iterator[str]:
    generator = Generator()
    for number in range(count):
        article = generator.article(number)
        (text,) = texts([article])
        line = [number + 1, search_keys(article.title), search_keys(text)]
        yield json.dumps(line, ensure_ascii=False) + "\n"


def main() -> None:
    """Measure all."""
    parser = argparse.ArgumentParser(description="Print how fast the library is.")
    parser.add_argument("--articles", type=int, default=SIZES[-1], help="of the largest library")
    parser.add_argument("--without-peers", action="store_true")
    options = parser.parse_args()
    sizes = [size for size in SIZES if size < options.articles] + [options.articles]
    libraries = [made(size) for size in sizes]
    # Not where tests have just deleted: ext4 looks at each file that is gone, for some minutes.
    with tempfile.TemporaryDirectory(dir=KEPT) as name:
        print(f"  import into an empty library: {filled(Path(name), FRESH):.0f} articles/s")
    growth(libraries)
    archive(libraries[-1], searches(min(ARCHIVED, options.articles))["one word"][:20])
    starts(dict.fromkeys((libraries[0], libraries[-1])))
    if not options.without_peers:
        get_peers()
        beside_peers(libraries[-1])


if __name__ == "__main__":
    main()
