"""A field for a colour: chosen by its name, or written in digits."""

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox

from reader.gui.line_field import LineField
from reader.gui.quiet_list import QuietList
from reader.i18n import Translator, mark

_NAMED = {
    "#000000": mark("Black"),
    "#1B1F24": mark("Nearly black"),
    "#3A3A3A": mark("Dark grey"),
    "#0B2A5B": mark("Dark blue"),
    "#0B3D1E": mark("Dark green"),
    "#4A2B12": mark("Brown"),
    "#FFFFFF": mark("White"),
    "#FCFBF8": mark("Nearly white"),
    "#E6E6E6": mark("Light grey"),
    "#FFF4D6": mark("Cream"),
    "#FFEB3B": mark("Yellow"),
    "#FFB84D": mark("Orange"),
    "#D6E9FF": mark("Light blue"),
    "#DFF5E1": mark("Light green"),
}
_DIGITS = re.compile("#[0-9A-Fa-f]{6}")
_SWATCH = 16  # pixels
_EDGE = QColor("#767676")  # seen on white and on black


class ColourField(QComboBox):
    """Offers colours by name; another one is written as # and six digits.

    `chosen` comes with each letter written, `written` when the person is done.
    """

    chosen = Signal()
    written = Signal()

    def __init__(self, colour: str, translator: Translator) -> None:
        super().__init__()
        digits = LineField()
        self.setView(QuietList(self))
        self.setLineEdit(digits)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for value, name in _NAMED.items():
            self.addItem(_swatch(value), translator(name), value)
        self.show_colour(colour)
        self.currentTextChanged.connect(lambda _text: self.chosen.emit())
        digits.editingFinished.connect(self.written)

    def show_colour(self, colour: str) -> None:
        """Choose a colour by its name, or write its digits."""
        self.setCurrentIndex(self.findData(colour))
        if self.currentIndex() < 0:
            self.setEditText(colour)

    def colour(self) -> str | None:
        """Return the colour as "#RRGGBB", or None where what is written is none."""
        text = self.currentText().strip()
        if _DIGITS.fullmatch(text):
            return text.upper()
        index = self.findText(text)
        return None if index < 0 else str(self.itemData(index))


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(_SWATCH, _SWATCH)
    picture.fill(QColor(colour))
    painter = QPainter(picture)
    painter.setPen(_EDGE)
    painter.drawRect(0, 0, _SWATCH - 1, _SWATCH - 1)
    painter.end()
    return QIcon(picture)
