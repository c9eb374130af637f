"""Makes up announcements by the hundred thousand, as unlike each other as news is.

The most frequent words are those of the made-up news that tests are printed from, as frequent as
there; the long tail are made-up families of syllables with Bulgarian endings. Days, publishers,
addresses and references are those of fifteen years. The same seed makes the same articles.
"""

import itertools
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from reader.library.preparing import Arrival
from reader.model.article import (
    Article,
    Block,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Reference,
    Source,
    Span,
)
from reader.model.leaves import leaves
from reader.text.words import words

NEWS = Path(__file__).parents[1] / "further" / "sentences"
FORMS = 60_000
DAYS = 15 * 365
LAST_DAY = date(2025, 12, 31)
# Zipf's law as Mandelbrot put it: the very first words are not as far ahead as 1 / rank has it.
OFFSET = 2.0
TOO_FREQUENT = 150  # ranks; whoever searches leaves such words out
PUBLISHERS = (
    *(("ec", "https://ec.europa.eu/commission/presscorner/detail/bg/ip_{}"),) * 5,
    *(("ep", "https://www.europarl.europa.eu/news/bg/press-room/{}"),) * 3,
    *(("council", "https://www.consilium.europa.eu/bg/press/press-releases/{}"),) * 2,
    ("cjeu", "https://curia.europa.eu/jcms/bg/{}"),
    ("ecb", "https://www.ecb.europa.eu/press/pr/{}.bg.html"),
    ("eca", "https://www.eca.europa.eu/bg/news/{}"),
)
NOTICE = "Настоящият текст е машинен превод, предоставен от Европейската комисия."
STARTS = tuple(words("б в г д з к л м н п р с т ф ш бр гр др кр пр ст тр сл пл вл"))
VOWELS = "аеиоу"
ENDS = "бвгдзклмнпрст"
ENDINGS = (
    ("", "ът", "а", "и", "ите"),
    ("ция", "цията", "ции", "циите"),
    ("ка", "ката", "ки", "ките"),
    ("ост", "остта", "ости", "остите"),
    ("ство", "ството", "ства", "ствата"),
    ("ен", "на", "но", "ни", "ните", "ният", "ния", "ната"),
    ("ски", "ска", "ско", "ските", "ският", "ската"),
    ("ира", "ират", "иране", "иран", "ирал"),
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word forms, the most frequent first, and how frequent each is with those before it."""

    forms: tuple[str, ...]
    up_to: tuple[float, ...]


def vocabulary(seed: int) -> Vocabulary:
    """Return the words of the news, then made-up ones."""
    chance = random.Random(seed)
    lines = "\n".join(path.read_text("utf-8") for path in sorted(NEWS.glob("*.txt")))
    found = words(lines.lower())
    real = Counter(word for word in found if word.isalpha() and not word.isascii())
    forms = dict.fromkeys(word for word, _ in real.most_common())
    while len(forms) < FORMS:
        forms |= dict.fromkeys(_family(chance))
    weights = (1 / (rank + OFFSET) for rank in range(FORMS))
    return Vocabulary(tuple(forms)[:FORMS], tuple(itertools.accumulate(weights)))


class Generator:
    """Makes articles, and searches for what stands in them."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed

    def arrivals(self, first: int, count: int) -> Iterator[Arrival]:
        """Yield articles as a bulk import has them; the bytes are their clean text."""
        for number in range(first, first + count):
            made = self.article(number)
            yield Arrival(made, (), clean_text(made).encode())

    def article(self, number: int) -> Article:
        """Return the article with this number: some 400 words, whatever was made before."""
        writer = _Writer(random.Random(f"{self._seed} {number}"), self._vocabulary)
        return writer.article(number)

    def searches(self, seed: int) -> "Searches":
        """Return what makes searches; the same seed makes the same ones."""
        return Searches(random.Random(f"{self._seed} search {seed}"), self._vocabulary)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return vocabulary(self._seed)


class Searches:
    """Makes searches: words as the texts have them, the most frequent left out."""

    def __init__(self, chance: random.Random, found: Vocabulary) -> None:
        self._chance = chance
        self._vocabulary = found

    def words(self, count: int, text: str) -> str:
        """Return a search for so many words of a text, as somebody remembers it."""
        return " ".join(self._chance.sample(self._rare(text), count))

    def frequent(self) -> str:
        """Return a search for one of the words that stand in almost every article."""
        return self._chance.choice(self._vocabulary.forms[:20])

    def phrase(self, text: str) -> str:
        """Return a search for two or three words that stand together in a text."""
        found = words(text)
        length = self._chance.choice((2, 3))
        start = self._chance.randrange(len(found) - length)
        return f'"{" ".join(found[start : start + length])}"'

    def prefix(self, text: str) -> str:
        """Return a search for the beginning of a word of a text."""
        word = self._chance.choice([word for word in self._rare(text) if len(word) > 5])
        return word[: self._chance.randint(4, 6)] + "*"

    def _rare(self, text: str) -> list[str]:
        frequent = self._frequent
        return sorted({word for word in words(text.lower()) if word not in frequent})

    @cached_property
    def _frequent(self) -> frozenset[str]:
        return frozenset(form.lower() for form in self._vocabulary.forms[:TOO_FREQUENT])


class _Writer:
    def __init__(self, chance: random.Random, found: Vocabulary) -> None:
        self._chance = chance
        self._vocabulary = found

    def article(self, number: int) -> Article:
        chance = self._chance
        published = LAST_DAY - timedelta(days=chance.randrange(DAYS))
        publisher, address = chance.choice(PUBLISHERS)
        title = self._sentence(chance.randint(6, 12)).rstrip(".")
        document = f"IP/{published:%y}/{number % 9999 + 1}"
        translated = chance.random() < 0.7
        return Article(
            title=title,
            language="bg",
            blocks=(Heading(1, (Span(title),)), *self._body(document, translated=translated)),
            source=Source("text", f"{published}-{number}.txt", publisher=publisher),
            published=published,
            original=address.format(f"{published:%y}_{number}"),
            machine_translated=translated,
            references=(Reference(document, address.format(document)),),
        )

    def _body(self, document: str, *, translated: bool) -> Iterator[Block]:
        if translated:
            yield Notice((Span(NOTICE),))
        yield Paragraph((Span(self._text(2)),), ParagraphRole.LEAD)
        for _ in range(3):
            yield Heading(2, (Span(self._sentence(4).rstrip(".")),))
            yield Paragraph((Span(self._text(2)),))
            yield Paragraph((Span(f"{self._text(3)} "), Span(document, link="https://europa.eu")))
        items = tuple((Paragraph((Span(self._text(1)),)),) for _ in range(3))
        yield ListBlock(ordered=False, items=items)

    def _text(self, sentences: int) -> str:
        return " ".join(self._sentence(self._chance.randint(9, 25)) for _ in range(sentences))

    def _sentence(self, length: int) -> str:
        some = self._words(length)
        if self._chance.random() < 0.3:
            some[length // 2] = self._number()
        if length > 12:
            some[length // 3] += ","
        return " ".join([some[0][:1].upper() + some[0][1:], *some[1:]]) + "."

    def _words(self, length: int) -> list[str]:
        return self._chance.choices(
            self._vocabulary.forms, cum_weights=self._vocabulary.up_to, k=length
        )

    def _number(self) -> str:
        chance = self._chance
        return chance.choice(
            (
                f"{chance.randint(2011, 2035)} г.",
                f"{chance.randint(1, 999)},{chance.randint(1, 9)} млн. евро",
                f"{chance.randint(1, 100)} %",
            )
        )


def clean_text(article: Article) -> str:
    """Return an article as a plain text, a piece a paragraph."""
    return "\n\n".join(leaf.text for leaf in leaves(article)) + "\n"


def texts(articles: Sequence[Article]) -> list[str]:
    """Return the words of articles, to be searched for."""
    return [" ".join(leaf.text for leaf in leaves(article)) for article in articles]


def _family(chance: random.Random) -> tuple[str, ...]:
    syllables = chance.choice((1, 2, 2, 3))
    stem = "".join(chance.choice(STARTS) + chance.choice(VOWELS) for _ in range(syllables))
    stem += chance.choice(ENDS)
    return tuple(stem + ending for ending in chance.choice(ENDINGS))
