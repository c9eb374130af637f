"""How fast an article becomes what is said of it, and how exact the silence between sentences is.

    python -m tests.benchmarks.wording_bench

The pauses are measured in what a private sound server plays; needs pulseaudio and parec.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication

from reader.gui.player.script import Script
from reader.model.article import Article, Heading, ListBlock, Paragraph, Quote, Source, Span
from reader.model.speaking import Speaking, Telling
from reader.speech.engine import Delivery, Engine
from reader.speech.silence import trimmed
from reader.speech.utterances import utterances
from tests.speech.driving import Program
from tests.speech.sentences import said
from tests.speech.sound_server import SoundServer, missing_programs, silences

_PAUSE = 500  # milliseconds, as set after a paragraph
_LEAST = 150
_TALKATIVE = Speaking(
    headings=Telling.WORD, lists=Telling.WORD, links=Telling.WORD, addresses=True, marks=True
)
_SENTENCES = (
    "Комисията представи план за 5 млн. евро (вж. https://ec.europa.eu/plan), т.е. за 27 държави. "
    "Регламент (ЕС) 2024/1689 влиза в сила на 2 август 2025 г.[1] Той засяга всички. "
)


def long_article(words: int) -> Article:
    """Return an article of about so many words."""
    plain = Paragraph((Span(_SENTENCES * 3), Span("доклада", link="https://europa.eu"), Span(".")))
    section = (
        Heading(2, (Span("Нови правила за всички"),)),
        plain,
        ListBlock(ordered=True, items=((plain,), (plain,))),
        Quote((plain,), (Span("Мария Иванова"),)),
    )
    each = len(_SENTENCES.split()) * 3 * 4
    return Article("Дълга", "bg", section * (words // each), Source("text"))


def wording() -> None:
    """Print how long an article takes to become sentences."""
    for name, speaking in (("as usual", Speaking()), ("with all words", _TALKATIVE)):
        article = long_article(10_000)
        took = []
        for _ in range(5):
            start = time.perf_counter()
            tuple(utterances(article, speaking))
            took.append(1000 * (time.perf_counter() - start))
        print(f"  10,000 words into sentences, {name}: {median(took):.0f} ms")


def waiting() -> None:
    """Print how long the window waits for an article of 200 pages."""
    application = QCoreApplication.instance() or QCoreApplication(sys.argv)
    article = long_article(100_000)
    script, whole = Script(), []
    script.whole.connect(lambda: whole.append(True))
    waits = []
    start = time.perf_counter()
    script.load(utterances(article))
    waits.append(time.perf_counter() - start)
    while not whole:
        start = time.perf_counter()
        application.processEvents()
        waits.append(time.perf_counter() - start)
    print(
        f"  100,000 words: the window waits {1000 * waits[0]:.0f} ms at first, "
        f"{1000 * max(waits):.0f} ms at worst; {sum(waits):.1f} s in all"
    )


def trimming() -> None:
    """Print what it takes to cut off the silence round a sentence."""
    with Engine() as engine:
        sound = engine.speak(said(_SENTENCES), Delivery())
    start = time.perf_counter()
    trimmed(sound)
    took = 1000 * (time.perf_counter() - start)
    print(f"  silence cut off {sound.seconds:.0f} s of speech: {took:.1f} ms")


def pauses() -> None:
    """Print how far played pauses are from what is set."""
    texts = [f"Мария има {thing}." for thing in ("вода", "море", "луна", "вино", "дела", "име")]
    with tempfile.TemporaryDirectory() as folder:
        server = SoundServer(Path(folder))
        program = Program(server.environ)
        take = server.record()
        program.send(f"load {'|'.join(texts)}")
        program.send(f"pauses {_PAUSE}")
        program.send("play 0")
        program.await_event("state", "STOPPED")
        beyond = [gap - _PAUSE for gap in silences(take.stop().samples, _LEAST)]
        program.close()
        server.stop()
    print(
        f"  silence beyond the set pause: median {median(beyond):.0f}, worst {max(beyond):.0f} ms"
    )


def main() -> int:
    """Print the figures; return 1 where nothing can be recorded."""
    wording()
    waiting()
    trimming()
    missing = missing_programs()
    if missing:
        print(f"  not measured: no {', '.join(missing)}", file=sys.stderr)
        return 1
    pauses()
    return 0


if __name__ == "__main__":
    sys.exit(main())
