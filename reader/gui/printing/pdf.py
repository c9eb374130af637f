"""Articles as a PDF: set and drawn by Qt, tagged by `reader.exporters.pdf`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from reader.exporters.pdf.contents import Entry, Together, article_in, contents
from reader.exporters.pdf.elements import Area, Element
from reader.exporters.pdf.marks import Inked, numbers
from reader.exporters.pdf.plan import Plan, plan
from reader.exporters.pdf.tagging import Draft, finish
from reader.exporters.rights import title_of, words
from reader.gui.printing.painting import draw_marked
from reader.gui.printing.paper import A4, PIXELS, bare
from reader.gui.printing.printed import Printed, Setting
from reader.gui.printing.sizes import print_size
from reader.model.article import Article
from reader.settings import Settings

_RESOLUTION = 1200


def write(what: Article | Together, settings: Settings, path: Path) -> None:
    """Write an article or several as a PDF, as they are set on paper; raises `OSError`.

    Any thread may do it, where there is a `QGuiApplication`.
    """
    # Letters that stand apart are single words to most programs that read a PDF.
    typography = replace(settings.typography, letter_spacing=0)
    setting = Setting(print_size(settings), typography)
    if isinstance(what, Together):
        _write_together(what, setting, path)
        return
    made = setting.printed(plan(what, numbers()), words(what))
    with _Drawing(made.title) as drawing:
        drawing.add(made)
    finish(drawing.draft, made.plan.root, made.plan.facts, path)


def _write_together(whole: Together, setting: Setting, path: Path) -> None:
    """Write articles behind their contents; only one of them is set at a time."""
    _ = whole.translator
    sizes = []
    for article in whole.articles:
        whole.done(0)
        sizes.append(len(setting.sheets(plan(article, numbers())).pages))
    marks = numbers()
    first = _front(whole, sizes, setting)
    starts = _starts(first, sizes)
    count = first + sum(sizes)
    front = contents(whole.title, _entries(whole, starts), marks, _)
    kids = list(front.root.kids)
    with _Drawing(whole.title) as drawing:
        drawing.add(setting.printed(front, _, 0, count, least=first))
        for number, (article, start) in enumerate(zip(whole.articles, starts, strict=True)):
            whole.done(number)
            made = setting.printed(plan(article, marks), words(article), start, count)
            drawing.add(made)
            kids.append(article_in(made.plan, start, len(made.pages), _.language))
    finish(drawing.draft, Element("Document", tuple(kids)), front.facts, path)


def _front(whole: Together, sizes: Sequence[int], setting: Setting) -> int:
    """Return how many pages the contents take, with the numbers of pages that follow from it.

    They may take fewer: where an article begins on page 10, its line may need more room than with
    11, for a 1 is narrow, and so no number would be right. What is left over stays blank.
    """
    found, first = 1, 0
    while found > first:
        first = found
        planned = _contents_from(whole, first, sizes)
        found = len(setting.sheets(planned).pages)
    return first


def _contents_from(whole: Together, first: int, sizes: Sequence[int]) -> Plan:
    entries = _entries(whole, _starts(first, sizes))
    return contents(whole.title, entries, numbers(), whole.translator)


def _starts(first: int, sizes: Sequence[int]) -> list[int]:
    """Return on which page each article begins."""
    return [first + sum(sizes[:number]) for number in range(len(sizes))]


def _entries(whole: Together, starts: Sequence[int]) -> list[Entry]:
    return [
        Entry(title_of(article), article.language, start)
        for article, start in zip(whole.articles, starts, strict=True)
    ]


class _Drawing:
    """Pages drawn one after the other into a draft."""

    def __init__(self, title: str) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(_RESOLUTION)
        self._writer.setTitle(title)
        self._writer.setCreator("Chetivo")
        self._writer.setPageLayout(bare(A4))
        self._painter = QPainter(self._writer)
        self._painter.scale(_RESOLUTION / PIXELS, _RESOLUTION / PIXELS)
        self._inked: list[tuple[Inked, ...]] = []
        self._areas: list[Area] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_trouble: object) -> None:
        self._painter.end()  # a painter that outlives what it draws on takes the program with it
        self._buffer.close()

    def add(self, made: Printed) -> None:
        """Draw what is set."""
        before = len(self._inked)
        self._areas += (replace(area, page=before + area.page) for area in made.sheets.areas)
        for page in made.pages:
            if self._inked:
                self._writer.newPage()
            self._inked.append(draw_marked(self._painter, page))

    @property
    def draft(self) -> Draft:
        """What has been drawn, when all is."""
        data = bytes(self._buffer.data().data())
        return Draft(data, tuple(self._inked), tuple(self._areas))
