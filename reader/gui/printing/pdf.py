"""An article as a PDF: set and drawn by Qt, tagged by `reader.exporters.pdf`."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from reader.exporters.pdf.tagging import Draft, finish
from reader.gui.printing.painting import draw_marked
from reader.gui.printing.paper import A4, PIXELS, bare
from reader.gui.printing.printed import printed
from reader.gui.printing.sizes import print_size
from reader.model.article import Article
from reader.settings import Settings

_RESOLUTION = 1200


def write(article: Article, settings: Settings, path: Path) -> None:
    """Write an article as a PDF, as it is set on paper; raises `OSError`.

    Any thread may do it, where there is a `QGuiApplication`.
    """
    # Letters that stand apart are single words to most programs that read a PDF.
    typography = replace(settings.typography, letter_spacing=0)
    made = printed(article, print_size(settings), typography)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(made.title)
    writer.setCreator("Chetivo")
    writer.setPageLayout(bare(A4))
    painter = QPainter(writer)
    painter.scale(_RESOLUTION / PIXELS, _RESOLUTION / PIXELS)
    inked = []
    for number, page in enumerate(made.pages):
        if number:
            writer.newPage()
        inked.append(draw_marked(painter, page))
    painter.end()
    buffer.close()
    draft = Draft(bytes(buffer.data().data()), tuple(inked), tuple(made.sheets.areas))
    finish(draft, made.plan.root, made.plan.facts, path)
