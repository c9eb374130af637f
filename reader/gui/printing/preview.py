"""A page as it will be on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.gui.printing.ink import Drawn
from reader.gui.printing.painting import draw
from reader.gui.printing.paper import Paper
from reader.gui.theme import LIGHT

_LEAST = 200  # pixels of height
_USUAL = 420
_EDGE = 1


class Preview(QWidget):
    """Shows one page, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Sequence[Drawn] = ()
        self._paper: Paper | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self, page: Sequence[Drawn], paper: Paper) -> None:
        """Show another page."""
        self._page, self._paper = page, paper
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the room of a page that can be seen over."""
        return self._size(_LEAST)

    def sizeHint(self) -> QSize:
        """Return the room of a page whose headings can be read."""
        return self._size(_USUAL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page in the middle: paper is white in every theme."""
        if self._paper is None:
            return
        sheet = self._paper
        scale = min((self.width() - 1) / sheet.width, (self.height() - 1) / sheet.height)
        left = (self.width() - sheet.width * scale) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(left, 0)
        painter.scale(scale, scale)
        around = QRectF(0, 0, sheet.width, sheet.height)
        painter.fillRect(around, QColor("white"))
        draw(painter, self._page)
        painter.setPen(QPen(QColor(LIGHT.edge), _EDGE / scale))
        painter.drawRect(around)

    def _size(self, height: int) -> QSize:
        sheet = self._paper
        width = height * sheet.width / sheet.height if sheet else height
        return QSize(round(width), height)
