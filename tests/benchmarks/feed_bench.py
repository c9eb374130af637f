"""How fast a feed of 2,000 items is read; the bar is a second.

python -m tests.benchmarks.feed_bench
"""

import random
import time
from statistics import median

from reader.sources.feeds import read

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


if __name__ == "__main__":
    main()
