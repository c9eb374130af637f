"""The buttons at the end of a dialog."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialogButtonBox, QSizePolicy, QStyle


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
        widths = [button.minimumSizeHint().width() for button in self.buttons()]
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
        widths = [each.sizeHint().width() for each in self.buttons() if not each.isHidden()]
        # Not that of the layout: Qt makes another one each time they stand otherwise.
        gap = self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutHorizontalSpacing)
        return sum(widths) + gap * (len(widths) - 1)
