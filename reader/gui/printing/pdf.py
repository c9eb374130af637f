"""An article as a PDF: set and drawn by Qt, tagged by `reader.exporters.pdf`."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from reader.exporters.pdf.plan import plan
from reader.exporters.pdf.tagging import Draft, finish
from reader.exporters.rights import words
from reader.gui.printing.painting import Furniture, draw_marked
from reader.gui.printing.paper import PIXELS, look, paper
from reader.gui.printing.setting import Sheets
from reader.gui.printing.sizes import print_size
from reader.model.article import Article
from reader.settings import Settings

_RESOLUTION = 1200
_MARGIN = 20  # millimetres
USUAL = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
    QPageLayout.Unit.Millimeter,
)


def write(article: Article, settings: Settings, path: Path) -> None:
    """Write an article as a PDF, as it is set on paper; raises `OSError`.

    Any thread may do it, where there is a `QGuiApplication`.
    """
    planned, sheet = plan(article), paper(USUAL)
    chosen = look(print_size(settings), settings.typography)
    sheets = Sheets(planned, sheet, chosen)
    furniture = Furniture(planned.facts.title, chosen, sheet, words(article))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(planned.facts.title)
    writer.setCreator("Chetivo")
    writer.setPageLayout(_without_margins(USUAL))
    painter = QPainter(writer)
    painter.scale(_RESOLUTION / PIXELS, _RESOLUTION / PIXELS)
    inked = []
    for number, page in enumerate(sheets.pages):
        if number:
            writer.newPage()
        around = tuple(furniture.of(number, len(sheets.pages)))
        inked.append(draw_marked(painter, (*around, *page)))
    painter.end()
    buffer.close()
    draft = Draft(bytes(buffer.data().data()), tuple(inked), tuple(sheets.areas))
    finish(draft, planned.root, planned.facts, path)


def _without_margins(layout: QPageLayout) -> QPageLayout:
    """Return a layout whose sheet begins at its very edge: the margins are in what is drawn."""
    bare = QPageLayout(layout)
    bare.setMode(QPageLayout.Mode.FullPageMode)
    bare.setMargins(QMarginsF(0, 0, 0, 0))
    return bare
