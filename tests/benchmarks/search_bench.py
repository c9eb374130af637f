"""How fast the library finds: p50 and p95 over generated articles, with 20 snippets a search.

    python tests/benchmarks/search_bench.py [ARTICLES]      5,000 unless told otherwise

The articles are about 400 made-up words long: syllables with Bulgarian endings, as unequally
frequent as words are, among real small words. The same number makes the same articles.
"""

import argparse
import itertools
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.library.store import Library
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.model.query import Search
from reader.text.words import words

_SMALL = words("на и в да за се от с че по като са към при или до не след през ще който тази")
_STARTS = words("б в г д з к л м н п р с т ф ш бр гр др кр пр ст тр сл пл вл")
_VOWELS = "аеиоу"
_NOUNS = (
    ("", "ът", "а", "и", "ите"),
    ("ция", "цията", "ции", "циите"),
    ("ка", "ката", "ки", "ките"),
    ("ост", "остта", "ости", "остите"),
    ("ство", "ството", "ства", "ствата"),
    ("ен", "на", "но", "ни", "ните", "ният", "ния", "ната"),
    ("ски", "ска", "ско", "ските", "ският", "ската"),
    ("ира", "ират", "иране", "иран", "ирал"),
)
_STEMS = 6_000
_SEARCHES = 200
_HITS = 20


class Generator:
    """Makes words, articles and searches for them."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._families = [self._family() for _ in range(_STEMS)]
        # Zipf's law: the tenth word is a tenth as frequent as the first.
        weights = (1 / rank for rank in range(1, _STEMS + 1))
        self._weights = list(itertools.accumulate(weights))

    def articles(self, count: int) -> Iterator[Article]:
        """Yield articles of 20 paragraphs of 20 words, each under a title."""
        for number in range(count):
            title = self._sentence(8)
            blocks = [Paragraph((Span(self._sentence(20)),)) for _ in range(20)]
            source = Source("text", f"{number}.txt")
            yield Article(title, "bg", (Heading(1, (Span(title),)), *blocks), source)

    def words(self, count: int) -> str:
        """Return a search for so many words, none of the most frequent, in any form."""
        ranks = self._chance.sample(range(30, 1500), count)
        return " ".join(self._chance.choice(self._families[rank]) for rank in ranks)

    def frequent(self) -> str:
        """Return a search for one of the words that stand in almost every article."""
        return self._chance.choice((*_SMALL[:5], *(family[0] for family in self._families[:5])))

    def phrase(self) -> str:
        """Return a search for two words that stand together."""
        return f'"{self._chance.choice(_SMALL[:8])} {self.words(1)}"'

    def _sentence(self, length: int) -> str:
        return " ".join(self._word() for _ in range(length)).capitalize() + "."

    def _word(self) -> str:
        if self._chance.random() < 0.35:
            return self._chance.choice(_SMALL)
        (family,) = self._chance.choices(self._families, cum_weights=self._weights)
        return self._chance.choice(family)

    def _family(self) -> tuple[str, ...]:
        syllables = self._chance.choice((1, 2, 2, 3))
        choice = self._chance.choice
        stem = "".join(choice(_STARTS) + choice(_VOWELS) for _ in range(syllables))
        stem += choice("бвгдзклмнпрст")
        return tuple(stem + ending for ending in choice(_NOUNS))


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long the work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def report(name: str, times: list[float]) -> None:
    """Print the middle and the slow end of some times in milliseconds."""
    cuts = quantiles(times, n=20)
    print(f"{name:<24} p50 {cuts[9]:7.2f} ms   p95 {cuts[18]:7.2f} ms")


def measure(name: str, library: Library, queries: list[str], *, exact: bool = False) -> None:
    """Print how long these searches take."""
    searches = [Search(query, exact=exact) for query in queries]
    report(name, [milliseconds(partial(library.search, each, _HITS)) for each in searches])


def main() -> None:
    """Fill a library in a temporary folder and search it."""
    parser = argparse.ArgumentParser(description="Print how fast the library finds.")
    parser.add_argument("articles", nargs="?", type=int, default=5_000)
    count = parser.parse_args().articles
    generator = Generator()
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder)) as library:
        start = time.perf_counter()
        for article in generator.articles(count):
            library.add(article, (), article.title.encode())
        seconds = time.perf_counter() - start
        size = (Path(folder) / "library.sqlite").stat().st_size / 1e6
        print(f"{count} articles added, each durably, at {count / seconds:.0f}/s; {size:.0f} MB")
        measure("one word", library, [generator.words(1) for _ in range(_SEARCHES)])
        measure("two words", library, [generator.words(2) for _ in range(_SEARCHES)])
        measure("three words", library, [generator.words(3) for _ in range(_SEARCHES)])
        measure("phrase", library, [generator.phrase() for _ in range(_SEARCHES)])
        measure("very frequent word", library, [generator.frequent() for _ in range(_SEARCHES)])
        measure("exact word", library, [generator.words(1) for _ in range(_SEARCHES)], exact=True)
        report("list of all articles", [milliseconds(library.entries) for _ in range(20)])


if __name__ == "__main__":
    main()
