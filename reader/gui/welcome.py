"""What an empty library shows: the ways in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.gui.saying import name
from reader.i18n import Translator

_WIDTH = 640


class Welcome(QScrollArea):
    """Greets with three ways in, each a real button that says what it does.

    In large print it scrolls.
    """

    open_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = translator
        name(self, "emptyLibrary", _("Welcome"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        inside = QWidget()
        self.setWidget(inside)
        outer = QHBoxLayout(inside)
        outer.addStretch(1)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        outer.addWidget(middle, 4)
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addStretch(2)
        column.addWidget(_words(_("Welcome to Chetivo"), "welcomeTitle"))
        column.addSpacing(8)
        column.addWidget(
            _words(
                _(
                    "Bring in an announcement as a PDF, a text file or copied text. Broken lines "
                    "and words are mended, and the article is ready to read and to hear."
                ),
                "welcomeText",
            )
        )
        column.addSpacing(20)
        self._first = self._way(column, _("Open a file…"), _("PDF or text · Ctrl+O"))
        self._first.clicked.connect(self.open_wanted)
        paste = self._way(column, _("Paste copied text"), _("From any page or document · Ctrl+V"))
        paste.clicked.connect(self.paste_wanted)
        sample = self._way(column, _("Read the sample article"), _("To see how it works"))
        sample.clicked.connect(self.sample_wanted)
        column.addStretch(3)
        self.setFocusProxy(self._first)

    def _way(self, column: QVBoxLayout, text: str, hint: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("welcomeWay")
        button.setAccessibleDescription(hint)
        column.addWidget(button)
        column.addWidget(_words(hint, "welcomeHint"))
        column.addSpacing(12)
        return button


def _words(text: str, object_name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(object_name)
    label.setWordWrap(True)
    return label
