"""A text under a line that tells what it is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

_MOST = 16777215  # pixels, as far as Qt is concerned
_AROUND = (16, 8, 16, 8)  # pixels, the line


class _Head(QLabel):
    """A line that, where it wraps, has one beside it take the same height."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("textHead")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.other: _Head | None = None

    def heightForWidth(self, width: int) -> int:
        """Return the height that this or the other one needs."""
        height = super().heightForWidth(width)
        if self.other is None or not self.other.isVisible():
            return height
        return max(height, QLabel.heightForWidth(self.other, width))


class Headed(QWidget):
    """Shows a text, and above it what it is, if anything is told."""

    def __init__(self, text: QWidget) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = text
        self._is_folded = False
        self.head = _Head()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(*_AROUND)
        head.addWidget(self.head)
        self.column.addLayout(head)
        self.column.addWidget(text, 1)
        self.tell()

    @property
    def home(self) -> QWidget:
        """What takes the focus."""
        return self._text

    def tell(self, *words: str) -> None:
        """Tell what the text is; without words there is no line."""
        told = " · ".join(filter(None, words))
        self.head.setText(told)
        self.head.setVisible(bool(told) and not self._is_folded)
        if self.head.other is not None:
            self.head.other.updateGeometry()

    def level_with(self, other: "Headed") -> None:
        """Have this text and another one begin at the same height from now on."""
        self.head.other, other.head.other = other.head, self.head

    def fold(self, *, folded: bool) -> None:
        """Take no height, or what there is; folded, the text can have the focus still."""
        self._is_folded = folded
        self.setMaximumHeight(0 if folded else _MOST)
        self.head.setVisible(bool(self.head.text()) and not folded)

    def minimumSizeHint(self) -> QSize:
        """Return the width that the text needs: a long word above must not widen the window."""
        return QSize(self._text.minimumSizeHint().width(), super().minimumSizeHint().height())
