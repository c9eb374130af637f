"""The list of elements on the screen: rows of one height, so that thousands come up at once."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from reader.gui.drawing import BAR, GAP, PAD, Index, Text, TextsDelegate, muted_colour, smaller
from reader.gui.elements.model import Entries
from reader.gui.quiet_list import QuietList
from reader.gui.row_model import RowModel
from reader.gui.saying import name
from reader.text.elements import Element, Sort

_ENOUGH = 64  # letters in a line; where fewer find room, the words get more lines
_LINES, _MORE_LINES = 1, 2
_TYPING = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.ShiftModifier


class EntriesDelegate(TextsDelegate):
    """Draws the words of an element and, fainter, what tells more of it."""

    def __init__(self, entries: Entries[Element]) -> None:
        super().__init__()
        self._entries = entries

    def texts(self, index: Index, option: QStyleOptionViewItem) -> list[tuple[Text, int]]:
        """Return the words and what stands below."""
        row, lines = self._entries.row(index.row()), _lines(option)
        bold = _bold(option)
        small, faint = smaller(option.font), muted_colour(option, self.palette)
        room = lines if row.under else 2 * lines
        head = Text(row.head, bold, option.palette.text().color(), room)
        is_link = self._entries.things[index.row()].sort is Sort.LINK
        under = Text(row.under, small, faint, lines, keep_end=is_link)
        return [(head, 0), (under, GAP)] if row.under else [(head, 0)]

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the room of any row: it is not asked what it says."""
        spaces = (
            QFontMetrics(font).lineSpacing() for font in (_bold(option), smaller(option.font))
        )
        return QSize(160, 2 * PAD + GAP + _lines(option) * sum(spaces))


class EntriesList(QuietList):
    """The list; what is typed in it goes to the field above."""

    typed = Signal(str)

    def __init__(self, entries: RowModel, delegate: TextsDelegate, accessible: str) -> None:
        super().__init__()
        name(self, "elements", accessible)
        self.setModel(entries)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def stand_on(self, number: int) -> None:
        """Make a row the current one and show it in the middle."""
        index = self.model().index(number, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand letters on; the other keys move."""
        letter = event.text()
        if letter.isprintable() and letter.strip() and not event.modifiers() & ~_TYPING:
            self.typed.emit(letter)
        else:
            super().keyPressEvent(event)


def _bold(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _lines(option: QStyleOptionViewItem) -> int:
    room = option.widget.width() - BAR - 2 * PAD
    letters = room / max(QFontMetrics(option.font).averageCharWidth(), 1)
    return _LINES if letters >= _ENOUGH else _MORE_LINES
