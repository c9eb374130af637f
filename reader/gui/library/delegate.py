"""How a row of the library is drawn: title in two lines, a muted line, a bar while unread."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.gui.drawing import BAR, GAP, PAD, Index, Text, TextsDelegate, muted_colour, smaller
from reader.gui.library.model import Role
from reader.gui.library.rows import GroupHeading, Row, RowWording
from reader.model.query import Grouping

_TITLE_LINES = 2
_DETAIL_LINES = 2
_SNIPPET_LINES = 3


class RowDelegate(TextsDelegate):
    """Draws the rows; all are equally high, so that a list of 100,000 opens at once.

    In groups, the first row of each has the heading in the place of its last muted line.
    """

    def __init__(self, wording: RowWording) -> None:
        super().__init__()
        self._wording = wording
        self.with_snippets = False
        self.is_short = False  # there is little room: fewer lines for each row
        self.grouping = Grouping.NONE

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height that every row has."""
        title = QFontMetrics(option.font).lineSpacing()
        small = QFontMetrics(smaller(option.font)).lineSpacing()
        height = 2 * PAD + _TITLE_LINES * title + GAP + self._lines(_DETAIL_LINES) * small
        if self.grouping is not Grouping.NONE:
            height += GAP + (small if self.is_short else 0)
        if self.with_snippets:
            height += GAP + self._lines(_SNIPPET_LINES) * small
        return QSize(160, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row, and the bar of an unread one."""
        super().paint(painter, option, index)
        row: Row = index.data(Role.ROW)
        if not row.entry.read:
            bar = QRect(option.rect)
            bar.setWidth(BAR)
            painter.fillRect(bar.adjusted(0, PAD, 0, -PAD), QColor(self.palette.link))

    def texts(self, index: Index, option: QStyleOptionViewItem) -> list[tuple[Text, int]]:
        """Return the heading of a group, the title, the muted line and, of a hit, its snippet."""
        row: Row = index.data(Role.ROW)
        heading: GroupHeading | None = index.data(Role.HEADING)
        title = QFont(option.font)
        title.setWeight(QFont.Weight.Normal if row.entry.read else QFont.Weight.DemiBold)
        small = smaller(option.font)
        words = QColor(self.palette.text)
        muted = muted_colour(option, self.palette)
        detail = self._wording.detail(row, self.grouping)
        lines = 1 if heading else self._lines(_DETAIL_LINES)
        texts = [
            (Text(self._wording.title(row), title, words, _TITLE_LINES), 0),
            (Text(detail, small, muted, lines), GAP),
        ]
        if heading:
            bold = QFont(small)
            bold.setWeight(QFont.Weight.Bold)
            shown = fitted_heading(heading, QFontMetrics(bold), _room(option))
            texts[:1] = [(Text(shown, bold, words, 1), 0), (texts[0][0], GAP)]
        if row.snippet:
            lines = self._lines(_SNIPPET_LINES)
            texts.append((Text(row.snippet, small, words, lines, row.marks), GAP))
        return texts

    def _lines(self, usual: int) -> int:
        return usual - 1 if self.is_short else usual


def fitted_heading(heading: GroupHeading, letters: QFontMetrics, room: int) -> str:
    """Return a heading for so many pixels: with the count as a figure, and that never cut off."""
    if letters.horizontalAdvance(heading.whole) <= room or not heading.count:
        return heading.whole
    figure = f" · {heading.number}"
    left = room - letters.horizontalAdvance(figure)
    return letters.elidedText(heading.shared, Qt.TextElideMode.ElideRight, left) + figure


def _room(option: QStyleOptionViewItem) -> int:
    return option.rect.width() - BAR - 2 * PAD
