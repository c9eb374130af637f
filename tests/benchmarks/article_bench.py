"""How soon an article stands and a key is told to a screen reader, and the memory of it all.

The article has 300 blocks and 3,000 links. The time from a key is measured in the program, from
the press to the accessible event, with a screen reader's bridge at work.
Run: python tests/benchmarks/article_bench.py
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication

from reader.gui.article.view import ArticleView
from reader.i18n import Translator
from reader.model.article import Article, Footnote, Heading, ListBlock, Paragraph, Source, Span
from tests.benchmarks.start_bench import display

ROUNDS = 9
_WORDS = "Комисията предлага нови правила за пристанищата по Дунав и средства за тях до 2030 г. "


def long_article(blocks: int = 300, links: int = 10) -> Article:
    """Return an article of so many blocks with so many links in each."""
    made = []
    for number in range(blocks - 1):
        spans = [Span(_WORDS)]
        for link in range(links):
            spans.append(
                Span(f"връзка {number}.{link}", link=f"https://example.eu/{number}/{link}")
            )
            spans.append(Span(", "))
        spans.append(Span("накрая[1]."))
        if number % 10 == 0:
            made.append(Heading(2, (Span(f"Раздел {number // 10 + 1}"), *spans[1:])))
        elif number % 7 == 0:
            made.append(ListBlock(False, ((Paragraph(tuple(spans)),),)))
        else:
            made.append(Paragraph(tuple(spans)))
    made.append(Footnote("1", (Span("По текущи цени."),)))
    return Article("Дълга статия", "bg", tuple(made), Source("text"))


def milliseconds(work) -> float:
    """Return how long a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def pressed(view: ArticleView, key: Qt.Key, text: str = "") -> float:
    """Return the time from a key to the accessible event that tells what it did."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, 0, 0, 0, text)
    return milliseconds(lambda: QApplication.sendEvent(view, event))


def private_memory() -> float:
    """Return the private memory of this process in MiB, as Linux counts it."""
    rows = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith("Private")) / 1024


def measure() -> None:
    """Print the figures; runs on the display that the environment names."""
    app = QApplication(sys.argv)
    article = long_article()
    view = ArticleView(Translator("bg"))
    view.resize(1000, 800)
    view.show()
    view.activateWindow()
    view.setFocus()
    end = time.monotonic() + 10
    while not view.hasFocus() and time.monotonic() < end:
        app.processEvents()
    QAccessible.setActive(True)

    def show() -> None:
        view.show_article(article)
        app.processEvents()

    shown = statistics.median(milliseconds(show) for _ in range(ROUNDS))
    print(f"300 blocks with 3,000 links shown and drawn: {shown:.0f} ms")
    keys = ((Qt.Key.Key_Down, ""), (Qt.Key.Key_K, "k"), (Qt.Key.Key_H, "h"), (Qt.Key.Key_Right, ""))
    for key, text in keys:
        times = [pressed(view, key, text) for _ in range(25)]
        name = text or key.name.removeprefix("Key_")
        print(f"{name}: key to accessible event {statistics.median(times):.1f} ms")
        app.processEvents()
    print(f"private memory of the view's process: {private_memory():.0f} MiB")


def main() -> int:
    """Measure in a process of its own, on a private display."""
    if "--here" in sys.argv:
        measure()
        return 0
    server, name = display()
    try:
        return subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.article_bench", "--here"],
            env=os.environ | {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"},
            check=False,
        ).returncode
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main())
