"""Paper and how an article is set on it, as formats for a text document."""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QTextCharFormat

from reader.gui.article.styles import Look, Styles
from reader.gui.theme import BLACK_ON_WHITE
from reader.model.leaves import Leaf
from reader.settings import Typography

PIXELS = 96  # an inch has so many of the pixels in which the page is set
_POINTS = 72
_MARGIN = 20  # millimetres
A4 = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
    QPageLayout.Unit.Millimeter,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and the room around the text, in pixels."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def text_width(self) -> float:
        """The width of a line."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height of the text on a page, in whole pixels: Qt counts in parts of them."""
        return float(int(self.height - self.top - self.bottom))


def paper(layout: QPageLayout) -> Paper:
    """Return the sheet that a printer or a PDF has."""
    inches = layout.fullRect(QPageLayout.Unit.Inch)
    room = layout.margins(QPageLayout.Unit.Inch)
    return Paper(
        inches.width() * PIXELS,
        inches.height() * PIXELS,
        room.left() * PIXELS,
        room.top() * PIXELS,
        room.right() * PIXELS,
        room.bottom() * PIXELS,
    )


def bare(layout: QPageLayout) -> QPageLayout:
    """Return a layout whose sheet begins at its very edge: the margins are in what is drawn."""
    whole = QPageLayout(layout)
    whole.setMode(QPageLayout.Mode.FullPageMode)
    whole.setMargins(QMarginsF(0, 0, 0, 0))
    return whole


def look(points: int, typography: Typography) -> Look:
    """Return how an article is set on white paper, in letters of so many points."""
    return Look(BLACK_ON_WHITE, round(points * PIXELS / _POINTS), typography)


class PrintStyles(Styles):
    """The formats of the page, in letters that a PDF knows again."""

    def letters(self, leaf: Leaf) -> QTextCharFormat:
        """Return the format of a leaf's words; slanted are those alone that the article has so."""
        form = super().letters(leaf)
        form.setFontItalic(False)
        return form

    def caption(self, leaf: Leaf) -> QTextCharFormat:
        """Return the format of the words above a table."""
        return self.letters(leaf)

    def font(self, size: float | None = None) -> QFont:
        """Return the face without ligatures, of which a PDF does not know the letters."""
        font = super().font(size)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for feature in ("liga", "clig"):
            font.setFeature(QFont.Tag(feature), 0)
        return font
