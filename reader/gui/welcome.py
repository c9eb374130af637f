"""What an empty library shows: the ways in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.scrolling import Area
from reader.i18n import Translator

_WIDTH = 640


class Welcome(Area):
    """Greets with the ways in, each a real button that says what it does.

    In large print it scrolls.
    """

    steps_wanted = Signal()
    open_wanted = Signal()
    paste_wanted = Signal()
    feeds_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        _, inside = translator, QWidget()
        super().__init__(inside, _("Welcome"), parent)
        self.setObjectName("emptyLibrary")
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
                    "Bring in an announcement as a PDF, a saved page, a document or copied text. "
                    "Broken lines and words are mended, and the article is ready to read and to "
                    "hear."
                ),
                "welcomeText",
            )
        )
        column.addSpacing(20)
        self._add_ways(column, translator)
        column.addStretch(3)

    @property
    def holds_focus(self) -> bool:
        """Whether the focus is on one of the ways in."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def set_keys(self, open_key: str, paste_key: str, feeds_key: str) -> None:
        """Name the keys beside the ways that have one."""
        self._open.set_key(open_key)
        self._paste.set_key(paste_key)
        self._feeds.set_key(feeds_key)

    def _add_ways(self, column: QVBoxLayout, _: Translator) -> None:
        steps = _Way(column, _("First steps…"), _("The voice, the size of the text, the keys"))
        steps.button.clicked.connect(self.steps_wanted)
        self._open = _Way(column, _("Open a file…"), _("PDF, web page, Word, EPUB or text"))
        self._open.button.clicked.connect(self.open_wanted)
        self._paste = _Way(column, _("Paste copied text"), _("From any page or document"))
        self._paste.button.clicked.connect(self.paste_wanted)
        self._feeds = _Way(column, _("Choose feeds…"), _("News of the sites that you choose"))
        self._feeds.button.clicked.connect(self.feeds_wanted)
        sample = _Way(column, _("Read the sample article"), _("To see how it works"))
        sample.button.clicked.connect(self.sample_wanted)


class _Way:
    """A button with a hint below, which its key stands in."""

    def __init__(self, column: QVBoxLayout, text: str, hint: str) -> None:
        self.button = QPushButton(text)
        self.button.setObjectName("welcomeWay")
        self._words = hint
        self._hint = _words("", "welcomeHint")
        self.set_key("")
        column.addWidget(self.button)
        column.addWidget(self._hint)
        column.addSpacing(12)

    def set_key(self, key: str) -> None:
        """Name the key of the way, or none."""
        hint = f"{self._words} · {key}" if key else self._words
        self._hint.setText(hint)
        self.button.setAccessibleDescription(hint)


def _words(text: str, object_name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(object_name)
    label.setWordWrap(True)
    return label
