"""How soon an article stands and a key is told to a screen reader, and the memory of it all.

On a private desktop with the accessibility bus, so that the bridge to screen readers is at work.
An ordinary article has 300 blocks and a link in each, the extreme one 3,000 links. The time from a
key is measured in the view, from the press to the accessible event that tells what it did; the
memory is that of the whole program, with the article open.
Run: python -m tests.benchmarks.article_bench
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication

from reader.gui.article.view import ArticleView
from reader.i18n import Translator
from reader.library.store import Library
from reader.model.article import Article, Footnote, Heading, ListBlock, Paragraph, Source, Span
from tests.screenreader.session import Session

ROOT = Path(__file__).parents[2]
ROUNDS = 9
PRESSES = 25
PATIENCE = 30  # seconds
BLOCKS = 300
LINKS = {"ordinary": 1, "extreme": 10}  # in each block
KEYS = ((Qt.Key.Key_Down, ""), (Qt.Key.Key_K, "k"), (Qt.Key.Key_H, "h"), (Qt.Key.Key_Right, ""))
SHOWN_GOAL, KEY_GOAL, MEMORY_GOAL = 100, 50, 90  # ms, ms, MiB
_WORDS = "Комисията предлага нови правила за пристанищата по Дунав и средства за тях до 2030 г. "


def long_article(links: int, blocks: int = BLOCKS) -> Article:
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


# The view, in a process of its own


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def pressed(view: ArticleView, key: Qt.Key, text: str = "") -> float:
    """Return the time from a key to the accessible event that tells what it did."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, 0, 0, 0, text)
    return milliseconds(lambda: QApplication.sendEvent(view, event))


def shown_view(app: QApplication) -> ArticleView:
    """Return a view that has the focus, once the bridge to screen readers is at work."""
    view = ArticleView(Translator("bg"))
    view.resize(1000, 800)
    view.show()
    view.activateWindow()
    view.setFocus()
    end = time.monotonic() + PATIENCE
    while not (view.hasFocus() and QAccessible.isActive()):
        if time.monotonic() > end:
            raise TimeoutError("no focus, or no bridge to screen readers")
        app.processEvents()
    return view


def measure_view() -> None:
    """Print the times; runs on the desktop that the environment names."""
    app = QApplication(sys.argv)
    view = shown_view(app)
    for name, links in LINKS.items():
        article = long_article(links)

        def show(article: Article = article) -> None:
            view.show_article(article)
            app.processEvents()

        shown = statistics.median(milliseconds(show) for _ in range(ROUNDS))
        print(f"{name}, {BLOCKS} blocks shown and drawn: {shown:.0f} ms (goal {SHOWN_GOAL})")
        for key, text in KEYS:
            times = [pressed(view, key, text) for _ in range(PRESSES)]
            app.processEvents()
            told = f"{statistics.median(times):.1f} ms (goal {KEY_GOAL})"
            print(f"{name}, {text or key.name.removeprefix('Key_')}: key to event {told}")


# The whole program


def private_memory(pid: int) -> float:
    """Return the private memory of a process in MiB, as Linux counts it."""
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    wanted = ("Private_Clean:", "Private_Dirty:")
    return sum(int(row.split()[1]) for row in rows if row.startswith(wanted)) / 1024


def children(pid: int) -> dict[int, str]:
    """Return the processes that a process has started, and what each was started with."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    found = {int(word) for each in threads for word in (each / "children").read_text().split()}
    lines = {child: Path(f"/proc/{child}/cmdline").read_text("utf-8") for child in found}
    return {child: " ".join(line.split("\0")[1:]).strip() for child, line in sorted(lines.items())}


def settled_memory(pid: int) -> float:
    """Return the private memory once it does not grow any more."""
    before = -1.0
    while abs((now := private_memory(pid)) - before) > 0.1:
        before = now
        time.sleep(2)
    return now


def measure_program(session: Session, home: Path, article: Article, name: str) -> None:
    """Print the memory of the program with an article that it was left with."""
    with Library(home) as library:
        kept = library.add(article, (), name.encode())
        library.set_last_opened(kept.entry.identifier)
    session.fresh({"CHETIVO_HOME": str(home), "PYTHONPATH": str(ROOT)})
    program = session.launch([sys.executable, "-m", "reader"])
    session.wait_window(article.title)
    found = settled_memory(program.pid)
    print(f"{name}, private memory of the program: {found:.0f} MiB (goal {MEMORY_GOAL})")
    for child, line in children(program.pid).items():
        print(f"{name}, beside it: {private_memory(child):.0f} MiB ({line})")


def run_view(env: Mapping[str, str]) -> int:
    """Measure the view in a process of its own."""
    argv = [sys.executable, "-m", "tests.benchmarks.article_bench", "--here"]
    return subprocess.run(argv, env=env, cwd=ROOT, check=False).returncode


def main() -> int:
    """Measure on a private desktop, without a screen reader that would take the time itself."""
    if "--here" in sys.argv:
        measure_view()
        return 0
    with Session(orca=False) as session, tempfile.TemporaryDirectory() as folder:
        failed = run_view(session.env)
        for name, links in LINKS.items():
            sys.stdout.flush()
            measure_program(session, Path(folder) / name, long_article(links), name)
    return failed


if __name__ == "__main__":
    sys.exit(main())
