"""Articles for books, and voices that need no engine."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.model.article import (
    Article,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Source,
    Span,
    Table,
)
from reader.model.sound import SAMPLE_BYTES, Sound
from reader.model.utterance import Utterance
from reader.speech.utterances import utterances

RATE = 22050


def text(words: str) -> Paragraph:
    return Paragraph((Span(words),))


LIBRARIES = Article(
    "Книги за всички",
    "bg",
    (
        Heading(1, (Span("Книги за всички"),)),
        Paragraph(
            (
                Span("Програмата започва през май. Вж. "),
                Span("the press release. It is short.", link="https://europa.eu/", language="en"),
                Span(" Средствата[1] са малко."),
            )
        ),
        Heading(2, (Span("Кой може да участва?"),)),
        ListBlock(ordered=False, items=((text("библиотеки;"),), (text("читалища."),))),
        Quote((text("Всеки чете. Всеки слуша."),), (Span("Мария Иванова"),)),
        Table(((Span("Година"),), (Span("Млн."),)), (((Span("2025"),), (Span("12"),)),)),
        Figure("Деца с книги"),
        Footnote("1", (Span("По текущи цени."),)),
    ),
    Source("html", address="https://ec.europa.eu/x?a=1&b=2"),
)
TRAINS = replace(
    LIBRARIES,
    title="Нощни влакове",
    blocks=(Heading(1, (Span("Нощни влакове"),)), text("Влакът тръгва вечер. Пристига рано.")),
)


def spoken(article: Article):
    """Yield a tone for each sentence, as long as its words, and a silence after it."""
    for number, said in enumerate(utterances(article)):
        yield said.source, tone(0.02 * len(said.text), number)
        yield None, Sound(RATE, bytes(SAMPLE_BYTES * RATE // 10))


def tone(seconds: float, number: int) -> Sound:
    """Return a buzz that differs from its neighbours."""
    half = 20 + number % 7 * 3
    length = round(seconds * RATE)
    wave = (9000 if place // half % 2 else -9000 for place in range(length))
    return Sound(RATE, array("h", wave).tobytes())


class Voiceless:
    """A voice that only buzzes: an engine for whoever asks for one."""

    def __enter__(self) -> "Voiceless":
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def tell_unsaid(self, unsaid: object) -> None:
        """Everything can be buzzed."""

    def voices(self) -> tuple[()]:
        """There are none."""
        return ()

    def speak(self, utterance: Utterance, _delivery: object) -> Sound:
        return tone(0.02 * len(utterance.text), 0)

    def speak_all(self, utterances: Iterable[Utterance], delivery: object) -> Iterator[Sound]:
        return (self.speak(each, delivery) for each in utterances)


class Teller:
    """Somebody who waits: hears how far it is, and may give up when so much is done."""

    def __init__(self, stops: int | None = None) -> None:
        self.heard: list[tuple[int, int]] = []
        self._stops = stops

    def progress(self, done: int, total: int) -> None:
        self.heard.append((done, total))

    def stopped(self) -> bool:
        return self._stops is not None and len(self.heard) >= self._stops
