"""How long the window stands still while an article is put beside its original.

The texts are those of the tests of alignment, spoilt at random: some 350 sentences on either side.
The window's thread beats all the time, and the pause is the longest time between two beats: so
long a key waits. On a machine that has other things to do, the work tells more: the longest time
that the window's thread was itself at work between two beats.
Run: python -m tests.benchmarks.beside_bench
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.gui.main_window import MainWindow
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.article import Article, Block, Heading, ListBlock, Paragraph, Source, Span
from reader.model.bilingual import Sentence
from tests.gui.window_parts import make_window
from tests.unit.alignment.gold import HERE, documents, laid_out, spoilt

SETS = ("dev_1", "dev_2", "held_out")
ROUNDS = 5
PATIENCE = 60  # seconds
GOAL = 100  # milliseconds
COMMANDS = ("side_by_side", "alternating")


class Pulse:
    """Beats in the window's thread; `longest` is the longest pause, `work` the work in one."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._beat)
        self._last = self._worked = self.longest = self.work = 0.0

    def start(self) -> None:
        """Begin to beat."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.work = max(self.work, worked - self._worked)
        self._last, self._worked = now, worked


def texts() -> tuple[Article, Article]:
    """Return an article of some 350 sentences and its original."""
    rows = [
        row
        for name in SETS
        for some in documents(HERE / f"{name}.tsv").values()
        for row in spoilt(some, 3, harm=0.5)
    ]
    gold = laid_out(rows)
    return article("Дълга статия", "bg", gold.left), article("A long article", "en", gold.right)


def article(title: str, language: str, sentences: Sequence[Sentence]) -> Article:
    """Return an article of sentences."""
    return Article(title, language, tuple(_blocks(sentences)), Source("text"))


def _blocks(sentences: Sequence[Sentence]) -> Iterator[Block]:
    number = 0
    numbered = []
    for each in sentences:
        number += each.first
        numbered.append((number, each))
    for _number, some in groupby(numbered, key=lambda pair: pair[0]):
        block = [each for _, each in some]
        spans = (Span(" ".join(each.text for each in block)),)
        if block[0].kind == "heading":
            yield Heading(2, spans)
        elif block[0].kind == "li":
            yield ListBlock(ordered=False, items=((Paragraph(spans),),))
        else:
            yield Paragraph(spans)


def opened(window: MainWindow, command: str) -> tuple[float, float, float]:
    """Have the original shown and paired; return seconds: all of it, the longest pause, work."""
    pulse, begin = Pulse(), time.perf_counter()
    pulse.start()
    window.menu_actions[command].trigger()
    while not _is_paired(window):
        if time.perf_counter() - begin > PATIENCE:
            raise TimeoutError("never paired")
        QApplication.processEvents()
    took = time.perf_counter() - begin
    for _more in range(50):  # what is still to be drawn
        QApplication.processEvents()
    pulse.stop()
    return took, pulse.longest, pulse.work


def _is_paired(window: MainWindow) -> bool:
    view = window.findChild(type(window.parts.view), "originalView")
    return view is not None and bool(view._same)


def measured(home: Path, command: str) -> tuple[float, float, float]:
    """Return the seconds of showing the original in a new window of a new library."""
    with Library(home / "library") as library, Apart() as apart:
        own, original = texts()
        number = library.add(own, (), b"own").entry.identifier
        library.original_texts.keep(number, original, b"original")
        library.set_last_opened(number)
        window = make_window(home, library, apart, "bg")
        window.resize(1280, 800)
        window.show()
        window.start(())
        window.get_ready()
        for _settle in range(50):
            QApplication.processEvents()
        try:
            return opened(window, command)
        finally:
            window.close()


def main() -> None:
    """Print the middle of some rounds, and the first one, in which modules are read in."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QApplication(sys.argv)
    for command in COMMANDS:
        rounds = []
        for _round in range(ROUNDS):
            with tempfile.TemporaryDirectory() as name:
                rounds.append(measured(Path(name), command))
        (_took, first, _work), *others = rounds
        took, pause, work = (statistics.median(each) for each in zip(*others, strict=True))
        print(
            f"  {command}: paired in {took:.2f} s, longest pause {pause * 1000:.0f} ms "
            f"(goal {GOAL}; {work * 1000:.0f} of work), the first time {first * 1000:.0f} ms"
        )


if __name__ == "__main__":
    main()
