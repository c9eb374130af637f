"""Lists of words to choose from that screen readers hear in full."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QToolTip

from reader.gui.dialogs import MARGIN
from reader.gui.quiet_list import QuietList
from reader.gui.saying import say_choices

_WIDEST = 1100  # pixels: what there is room for on a small screen
_AROUND = 4 * MARGIN  # pixels: what margins and bars take of a screen that is smaller still
_BEARING = 4  # pixels: what is white beside words, which Qt does not measure
_BESIDE = 2  # pixels, inside the field
_BESIDE_ROW = 12  # pixels, in the list that opens


class NarrowChoice(QComboBox):
    """Ends in "…" what does not fit; the list that opens has it whole."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shorten the words that are drawn."""
        super().initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, part, self).width() - _BESIDE
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )

    def showPopup(self) -> None:
        """Open the list as wide as its words are, or as the screen is."""
        rows = self.view()
        wide = rows.sizeHintForColumn(0) + _BESIDE_ROW
        rows.setMinimumWidth(min(wide, self.screen().availableSize().width()))
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Show the words whole where the mouse rests; no tool tip: they would be heard twice."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)


class Choice(NarrowChoice):
    """Offers words and what they stand for; it is as wide as they are, if the screen allows it."""

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
        """Return the room for the longest of its words, or what a small screen has of it."""
        wanted = self.sizeHint()
        most = min(_WIDEST, self.screen().availableSize().width() - _AROUND)
        return wanted.boundedTo(QSize(most, wanted.height()))
