"""What stands above the list: fields one under the other, or side by side where room is short."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

_DOWN, _SIDEWAYS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_MARGINS, _CLOSE = (16, 16, 16, 12), (16, 4, 16, 4)
_GAP, _BETWEEN, _WIDE = 4, 12, 16  # pixels


class Head:
    """Lays out the fields with their labels, and what is told of the list with its button."""

    def __init__(self, search: QWidget, view: QWidget, told: tuple[QWidget, ...]) -> None:
        self.column = QBoxLayout(_DOWN)
        self._pairs = (QBoxLayout(_DOWN), QBoxLayout(_DOWN))
        self._fields, self._told = QBoxLayout(_DOWN), QBoxLayout(_DOWN)
        for pair, field in zip(self._pairs, (search, view), strict=True):
            pair.addWidget(_label(field))
            pair.addWidget(field, 1)
            self._fields.addLayout(pair, 1)
        *words, button = told
        for label in words:
            self._told.addWidget(label, 1)
        self._told.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._fields)
        self.column.addLayout(self._told)
        self.fit(0, short=False)

    def fit(self, width: int, *, short: bool) -> None:
        """Stand side by side what fits there, if room is short."""
        self.column.setContentsMargins(*(_CLOSE if short else _MARGINS))
        self.column.setSpacing(_GAP if short else _BETWEEN)
        room = width - 2 * _MARGINS[0] if short else 0
        gaps = {self._fields: _BETWEEN}
        for box in (*self._pairs, self._fields, self._told):
            fits = _width(box) <= room
            box.setDirection(_SIDEWAYS if fits else _DOWN)
            box.setSpacing(_WIDE if fits else gaps.get(box, _GAP))


def _label(field: QWidget) -> QLabel:
    label = QLabel(field.accessibleName())
    label.setObjectName("fieldLabel")
    label.setBuddy(field)
    return label


def _width(box: QBoxLayout) -> int:
    """Return the least width of a box whose parts stand side by side."""
    parts = [box.itemAt(number) for number in range(box.count())]
    return sum(part.minimumSize().width() + _WIDE for part in parts if part and not part.isEmpty())
