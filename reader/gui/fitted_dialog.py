"""Dialogs that no screen is too small for, and the buttons at their end."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QLayout,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from reader.gui.scrolling import Area


class ButtonBox(QDialogButtonBox):
    """Buttons in a row; one below the other where there is no room for that, as in large print."""

    def __init__(
        self,
        buttons: QDialogButtonBox.StandardButton = QDialogButtonBox.StandardButton.NoButton,
    ) -> None:
        super().__init__(buttons)
        # Else Qt takes another one for buttons that stand one below the other, as wide as a row.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the row, as high as the buttons stand now."""
        return QSize(self._row(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest button, and the height of what stands there now."""
        widths = [button.minimumSizeHint().width() for button in self._shown()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def fit(self, width: int) -> None:
        """Stand side by side or one below the other, as a width has room."""
        fits = self._row() <= width
        self.setOrientation(Qt.Orientation.Horizontal if fits else Qt.Orientation.Vertical)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room now."""
        super().resizeEvent(event)
        self.fit(event.size().width())

    def _row(self) -> int:
        widths = [each.sizeHint().width() for each in self._shown()]
        # Not that of the layout: Qt makes another one each time they stand otherwise.
        gap = self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutHorizontalSpacing)
        return sum(widths) + gap * (len(widths) - 1)

    def _shown(self) -> list[QAbstractButton]:
        return [each for each in self.buttons() if not each.isHidden()]


class FittedDialog(QDialog):
    """Is no larger than the screen: where its contents need more, they scroll to all sides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scrolling: Area | None = None

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001  Qt's own signature
        """Show it, or put it away."""
        if visible and self._scrolling is None:
            self._fit_to_screen()
        super().setVisible(visible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what scrolls be come to where a person makes the dialog too narrow for it."""
        super().resizeEvent(event)
        if self._scrolling is not None:
            self._scrolling.scroll_sideways(event.size().width())

    def _fit_to_screen(self) -> None:
        """Have as much room as the words need at this width, and no more than there is."""
        contents = self.layout()
        if contents is None:
            return
        self.ensurePolished()
        for child in self.findChildren(QWidget):
            child.ensurePolished()  # or letters of another size would be measured
            child.updateGeometry()
        room, needed, size = self.screen().availableSize(), self.minimumSizeHint(), self._size()
        margins, boxes = contents.contentsMargins(), self.findChildren(ButtonBox)
        beside = margins.left() + margins.right()
        row = max((box.sizeHint().width() + beside for box in boxes), default=0)
        width = min(max(size.width(), needed.width(), row), room.width())
        for box in boxes:
            box.fit(width - beside)
        high = max(needed.height(), contents.totalMinimumHeightForWidth(width))
        if needed.width() > room.width() or high > room.height():
            bar = self._let_scroll(contents, room.width())
            width = min(width + bar, room.width())
        self.resize(width, min(max(size.height(), high), room.height()))

    def _size(self) -> QSize:
        """Return the size that it was given, or would take."""
        given = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        return self.size() if given else self.sizeHint()

    def _let_scroll(self, contents: QLayout, most: int) -> int:
        """Put the contents into an area that scrolls; return how wide its bar is.

        The focus and its order stay.
        """
        focus = self.focusWidget()
        inside = QWidget(self)
        inside.setLayout(contents)
        self._scrolling = Area(inside, self.windowTitle(), self)
        self._scrolling.scroll_sideways(most)
        self.setMinimumSize(0, 0)  # that of the contents
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scrolling)
        if focus is not None:
            focus.setFocus()
        return self._scrolling.verticalScrollBar().sizeHint().width()
