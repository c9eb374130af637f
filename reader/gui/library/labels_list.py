"""The list of tags or collections with their ticks, as it is drawn and heard."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QLine,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from reader.gui.drawing import BAR, GAP, PAD, Index, Text, TextsDelegate, muted_colour, smaller
from reader.gui.library.labels import Label, Ticked
from reader.gui.quiet_list import QuietList
from reader.gui.row_model import DESCRIPTION, RowModel
from reader.gui.saying import name
from reader.i18n import Translator, mark

_LABEL = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_PEN = 2  # pixels
_TICKED = {
    Ticked.NOBODY: "",
    Ticked.NONE: mark("not ticked"),
    Ticked.SOME: mark("ticked for some"),
    Ticked.ALL: mark("ticked"),
}


class LabelsModel(RowModel):
    """Labels, each with its tick in words: a screen reader hears of no other ticks in lists."""

    def __init__(self, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ = translator
        self.labels: Sequence[Label] = ()

    def show(self, labels: Sequence[Label]) -> None:
        """Have other labels; where they are as many, the rows stay and only say other things."""
        if len(labels) == len(self.labels):
            self.labels = labels
            self.dataChanged.emit(self.index(0), self.index(len(labels) - 1))
            return
        self.beginResetModel()
        self.labels = labels
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many labels there are."""
        return 0 if parent.isValid() else len(self.labels)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Label | None:
        """Return what a row shows, or what a screen reader says of it."""
        label = self.labels[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return label.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((label.name, self.state(label)))
        if role == DESCRIPTION:
            return self.description(index)
        return label if role == _LABEL else None

    def state(self, label: Label) -> str:
        """Return whether a label is ticked, and how many articles have it."""
        ticked = _TICKED[label.ticked]
        count = self._.plural("{count} article", "{count} articles", label.count)
        words = (self._(ticked) if ticked else "", count.format(count=label.count))
        return ", ".join(filter(None, words))


class LabelsDelegate(TextsDelegate):
    """Draws a label with a box before it, and under it its tick in words."""

    def __init__(self, model: LabelsModel) -> None:
        super().__init__()
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for the texts and the box."""
        self.indent = _box_size(option) + PAD
        return super().sizeHint(option, index)

    def texts(self, index: Index, option: QStyleOptionViewItem) -> list[tuple[Text, int]]:
        """Return the name and the state."""
        label: Label = index.data(_LABEL)
        muted = muted_colour(option, self.palette)
        return [
            (Text(label.name, option.font, QColor(self.palette.text), 2), 0),
            (Text(self._model.state(label), smaller(option.font), muted, 1), GAP),
        ]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, and its box: empty, with a tick, or with a line where only some have it."""
        side = _box_size(option)
        self.indent = side + PAD
        super().paint(painter, option, index)
        label: Label = index.data(_LABEL)
        if label.ticked is Ticked.NOBODY:
            return
        corner = option.rect.topLeft() + QPoint(BAR + PAD, PAD)
        box = QRect(corner.x(), corner.y(), side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.palette.text), _PEN))
        painter.drawRect(box)
        for line in _tick(label.ticked, box):
            painter.drawLine(line)
        painter.restore()


def _box_size(option: QStyleOptionViewItem) -> int:
    """Return the width of the box: as high as capital letters and a little more."""
    return QFontMetrics(option.font).ascent()


def _tick(ticked: Ticked, box: QRect) -> list[QLine]:
    """Return the lines in a box: a tick for all, a dash for some."""
    edge = box.width() // 5
    left, right = box.left() + edge, box.right() - edge
    middle, low = box.center().y(), box.bottom() - edge
    if ticked is Ticked.ALL:
        foot = box.left() + 2 * edge
        return [QLine(left, middle, foot, low), QLine(foot, low, right, box.top() + edge)]
    return [QLine(left, middle, right, middle)] if ticked is Ticked.SOME else []


class LabelsList(QuietList):
    """Labels, a row each: Space ticks one, F2 renames it, Delete deletes it."""

    ticked = Signal()
    rename_pressed = Signal()
    delete_pressed = Signal()

    def __init__(self, accessible: str, model: LabelsModel) -> None:
        super().__init__()
        name(self, "labels", accessible)
        self.delegate = LabelsDelegate(model)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda _index: self.ticked.emit())

    def stand_on(self, number: int) -> None:
        """Make a row the current one and bring it into view."""
        index = self.model().index(number, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, rename or delete; the other keys move."""
        match event.key():
            case Qt.Key.Key_Space:
                self.ticked.emit()
            case Qt.Key.Key_F2:
                self.rename_pressed.emit()
            case Qt.Key.Key_Delete:
                self.delete_pressed.emit()
            case _:
                super().keyPressEvent(event)
