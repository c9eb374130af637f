"""Areas that scroll, and screen readers that ask about them."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from reader.gui.application import application
from reader.gui.dialogs import BESIDE_BAR, column_beside_bar

_LAID_OUT = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class Area(QScrollArea):
    """Shows what is inside as wide as there is room, and scrolls to what has got the focus.

    No key leads to it. It keeps its vertical bar, greyed out where there is nothing to scroll: Qt
    counts a bar that shows among the children, and crashes where a screen reader asks for one that
    has just gone.
    """

    def __init__(self, inside: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(least < most))
        self.setWidgetResizable(True)
        self.setWidget(inside)
        application().focusChanged.connect(self._follow)

    def scroll_sideways(self, width: int) -> None:
        """Have a bar for what a width has no room for: on a small screen, in large print."""
        room = width - self.verticalScrollBar().sizeHint().width()
        if self._inside.minimumSizeHint().width() > room:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the words in sight where what is inside has got another layout."""
        done = super().eventFilter(watched, event)
        if watched is self._inside and event.type() in _LAID_OUT:
            for area in (self, *self._inside.findChildren(Area)):
                area.keep_words_in_sight()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to what has the focus from the start, once everything has its place."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self, lambda: self._follow(None, self.window().focusWidget()))

    def keep_words_in_sight(self) -> None:
        """Have words end where what shows does: a button that is wider makes no line longer.

        Else each line would have to be scrolled to its end, and back again.
        """
        room = self.viewport().width()
        if (around := _area_around(self)) is not None:
            room = min(room, around.room_from(self.viewport()))
        for label in self._inside.findChildren(QLabel):
            if label.wordWrap() and _area_around(label) is self:
                margins = label.contentsMargins()
                end = label.mapTo(self._inside, QPoint(label.width(), 0)).x()
                spare = label.width() - label.minimumSizeHint().width() + margins.right()
                margins.setRight(max(0, min(end - room, spare)))
                label.setContentsMargins(margins)

    def room_from(self, inner: QWidget) -> int:
        """Return how wide shows what begins where a widget inside does, before it is scrolled."""
        return self.viewport().width() - inner.mapTo(self._inside, QPoint()).x()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has got the focus by its letter; for the Tab key Qt does it."""
        if now is not None and self._inside.isAncestorOf(now):
            self._scroll_to(now)

    def _scroll_to(self, widget: QWidget) -> None:
        """Bring what is inside into view: where it is too large for that, its beginning."""
        self.ensureWidgetVisible(widget)  # of a field its cursor alone, with room around
        start, room = widget.mapTo(self, QPoint()) - self.viewport().pos(), self.viewport().size()
        _bring(self.horizontalScrollBar(), start.x(), widget.width(), room.width())
        _bring(self.verticalScrollBar(), start.y(), widget.height(), room.height())


def _area_around(widget: QWidget) -> Area | None:
    """Return the area that a widget scrolls in, if there is one."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Area):
        parent = parent.parentWidget()
    return parent


def _bring(bar: QScrollBar, start: int, length: int, room: int) -> None:
    """Scroll as far as what starts there, seen from what shows, is not in the room."""
    beyond = start + length - room
    if start < 0 or length > room:
        bar.setValue(bar.value() + start)
    elif beyond > 0:
        bar.setValue(bar.value() + beyond)


def scrolled_column(dialog: QDialog) -> tuple[Area, QVBoxLayout]:
    """Give a dialog its layout: all that it holds scrolls, for large print takes more room."""
    inside = QWidget()
    column = column_beside_bar(inside, BESIDE_BAR)
    area = Area(inside, dialog.windowTitle())
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return area, column
