"""How fast a feed of 2,000 items is read; the bar is a second, and the window is never held up.

python -m tests.benchmarks.feed_bench
"""

import os
import random
import re
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.app.feeds import Feeds
from reader.app.reader import Reader
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.sources.feeds import read
from reader.sources.fetch import Limits
from tests.gui.window_parts import make_window
from tests.servers.fetching import fetcher
from tests.servers.site import Page, Site

_WORDS = (
    "Европейската комисия прие днес предложение за нов закон относно водите и въздуха в градовете"
)


def feed(items: int, chance: random.Random) -> bytes:
    """Return a feed whose items tell of themselves in two hundred words."""
    words = _WORDS.split()
    pieces = []
    for number in range(items):
        text = " ".join(chance.choice(words) for _ in range(200))
        pieces.append(
            f"<item><title>Новина номер {number}</title><link>https://ec.europa.eu/{number}</link>"
            f"<guid isPermaLink='false'>{number}</guid><description><![CDATA[<p>{text}</p>]]>"
            "</description><pubDate>Mon, 23 Nov 2026 10:00:00 +0200</pubDate></item>"
        )
    channel = "".join(pieces)
    return f"<rss version='2.0'><channel><title>Новини</title>{channel}</channel></rss>".encode()


def main() -> None:
    """Print how long it takes, whole and where its markup is broken."""
    whole = feed(2000, random.Random(1))
    for name, data in (
        ("whole", whole),
        ("with broken markup", whole.replace(b"<p>", b"&x <p>", 1)),
        ("not XML", whole.replace(b"<title>", b"<title>& ", 2)),
    ):
        took = []
        for _ in range(3):
            start = time.perf_counter()
            found = read(data, "https://ec.europa.eu/rss.xml")
            took.append(time.perf_counter() - start)
        print(
            f"  2,000 items ({len(data) / 2**20:.1f} MB), {name}: "
            f"{median(took):.2f} s, {len(found.items)} read"
        )
    kept, pause = longest_pause(whole, 200)
    print(f"  window while the feed comes in, {kept} articles kept: longest pause {pause:.2f} s")


def longest_pause(data: bytes, enough: int) -> tuple[int, float]:
    """Return how many articles were kept, and the longest time between two turns of the window."""
    application = QApplication.instance() or QApplication([])
    with (
        tempfile.TemporaryDirectory() as name,
        Site() as site,
        Library(Path(name)) as library,
        Apart() as apart,
    ):
        reader = Reader(library, apart)
        feeds = Feeds(reader, apart, fetcher(limits=Limits()))
        # Without pages of their own, so that no host is waited for.
        told = re.sub(rb"<link>.*?</link>", b"", data)
        feeds.kept.add(site.put("/rss.xml", Page(told)), "Новини")
        window = make_window(Path(name), library, apart, make_feeds=lambda _fetcher: feeds)
        window.show()
        window.start([])
        turns = [time.perf_counter()]
        clock = QTimer(interval=0)
        clock.timeout.connect(lambda: turns.append(time.perf_counter()))
        clock.start()
        window.parts.following.update()
        while library.count().total < enough and window.parts.following.is_busy:
            application.processEvents()
        clock.stop()
        kept = library.count().total
        window.close()
    return kept, max(after - before for before, after in pairwise(turns))


if __name__ == "__main__":
    main()
