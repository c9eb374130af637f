"""A row of widgets that goes on in further rows where there is no more room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Row = list[QLayoutItem]


class Flow(QLayout):
    """Lays widgets out like words; what can grow takes what is left of its row."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: Row = []
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Take in another item."""
        self._items.append(item)

    def insert(self, index: int, widget: QWidget, alignment: Qt.AlignmentFlag) -> None:
        """Take in a widget at a place among the others."""
        self.addWidget(widget)
        item = self._items.pop()
        item.setAlignment(alignment)
        self._items.insert(index, item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """Return an item; None past the last one, by which Qt finds the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it takes all of the width."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Tell that fewer items in a row make more rows."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Return the height of all rows in a width."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        heights = [self._height(row, room) for row in self._rows(room)]
        gaps = self.spacing() * max(0, len(heights) - 1)
        return margins.top() + sum(heights) + gaps + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return the size of one row that holds all."""
        margins, shown = self.contentsMargins(), self._shown()
        width = margins.left() + max(0, self._width(shown)) + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Return the width of the widest item, and the height of a row."""
        margins, shown = self.contentsMargins(), self._shown()
        width = max((item.minimumSize().width() for item in shown), default=0)
        height = self._height(shown, self._width(shown)) + margins.top() + margins.bottom()
        return QSize(width + margins.left() + margins.right(), height)

    def setGeometry(self, area: QRect, /) -> None:
        """Give each item its place."""
        super().setGeometry(area)
        inside = area.marginsRemoved(self.contentsMargins())
        top = inside.top()
        for row in self._rows(inside.width()):
            height = self._height(row, inside.width())
            self._lay(row, QRect(inside.left(), top, inside.width(), height))
            top += height + self.spacing()

    def _lay(self, row: Row, area: QRect) -> None:
        left = area.left()
        for item, width in zip(row, self._widths(row, area.width()), strict=True):
            item.setGeometry(QRect(left, area.top(), width, area.height()))
            left += width + self.spacing()

    def _widths(self, row: Row, room: int) -> list[int]:
        """Return how wide each item of a row is in a room."""
        growing = [bool(item.expandingDirections() & Qt.Orientation.Horizontal) for item in row]
        more = max(0, room - self._width(row)) // max(1, sum(growing))
        return [
            min(item.sizeHint().width() + (more if grows else 0), room)
            for item, grows in zip(row, growing, strict=True)
        ]

    def _height(self, row: Row, room: int) -> int:
        """Return the height of a row; what is wider than the room is higher in it, too."""
        widths = self._widths(row, room)
        return max((_high(*pair) for pair in zip(row, widths, strict=True)), default=0)

    def _rows(self, room: int) -> list[Row]:
        """Return as few rows as there can be, all of about the same width."""
        rows = narrower = self._filled(room)
        widest_item = max((self._width([item]) for item in self._shown()), default=0)
        while len(narrower) == len(rows):
            rows = narrower
            widest = max(map(self._width, rows), default=0)
            if widest <= widest_item:
                break
            narrower = self._filled(widest - 1)
        return rows

    def _filled(self, room: int) -> list[Row]:
        """Return rows of which each holds as much as it can."""
        rows: list[Row] = []
        for item in self._shown():
            if rows and self._width([*rows[-1], item]) <= room:
                rows[-1].append(item)
            else:
                rows.append([item])
        return rows

    def _width(self, row: Row) -> int:
        return sum(item.sizeHint().width() for item in row) + self.spacing() * (len(row) - 1)

    def _shown(self) -> Row:
        return [item for item in self._items if not item.isEmpty()]


def _high(item: QLayoutItem, width: int) -> int:
    """Return the height of an item; words take fewer lines where they are wider."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
