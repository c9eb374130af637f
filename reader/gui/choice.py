"""A list of words to choose from that screen readers hear in full."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox

from reader.gui.quiet_list import QuietList
from reader.gui.saying import say_choices

_WIDEST = 1100  # pixels: what there is room for on a small screen
_BEARING = 4  # pixels: what is white beside words, which Qt does not measure


class Choice(QComboBox):
    """Offers words and what they stand for; it is never narrower than its words."""

    def __init__(self, options: Iterable[tuple[str, object]] = ()) -> None:
        super().__init__()
        self.setView(QuietList(self))  # else Orca, flooded, is silent for seconds as this opens
        say_choices(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for words, data in options:
            self.addItem(words, data)

    def sizeHint(self) -> QSize:
        """Return the room for the longest of its words, or more."""
        return super().sizeHint() + QSize(_BEARING, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the longest of its words."""
        return self.sizeHint().boundedTo(QSize(_WIDEST, self.sizeHint().height()))
