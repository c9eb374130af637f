"""A dialog whose contents scroll where there is no room for them, as in large print."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.gui.dialogs import BESIDE_BAR, GAP, MARGIN, column_beside_bar, column_in_margin
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.form import Form, new_form
from reader.gui.saying import announce, name
from reader.gui.scrolling import Area

_WIDTH = 40  # in heights of a line


class ScrolledDialog(FittedDialog):
    """Has a body that scrolls, and below it a row of buttons that always shows.

    What there is to tell stands in `told` above the buttons, where it always shows, too.
    """

    def __init__(
        self, object_name: str, title: str, buttons: ButtonBox, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._wanted: tuple[float, float] = (_WIDTH, 0)
        self.setWindowTitle(title)
        name(self, object_name, title)
        self.buttons = buttons
        self.body = QVBoxLayout()
        self.told = words_label("")
        self.told.setObjectName("dialogTold")
        self._inside = QWidget()
        self._inside.setLayout(self.body)
        self._area = Area(self._inside, title)
        self._put_together()

    def add_form(self) -> QFormLayout:
        """Put an empty form into the body, whose labels stand above their fields."""
        fields = QWidget()
        form = new_form(fields, above=True)
        self.body.addWidget(fields)
        return form

    def tell(self, words: str) -> None:
        """Tell something in the dialog itself, and have it said."""
        self.told.setText(words)
        self.fit()
        announce(self, words)

    def fit(self, wide: float = _WIDTH, more: float = 0) -> None:
        """Take a width in heights of a line, the height of the contents and more, or what there is.

        What is `more`, in heights of a line too, goes to what can grow.
        """
        self._wanted = wide, more
        self.ensurePolished()
        room, letter = self.screen().availableSize(), self.fontMetrics().height()
        around = MARGIN + self._area.verticalScrollBar().sizeHint().width()
        needed = self._inside.minimumSizeHint().width() + around
        width = min(max(round(letter * wide), needed), room.width())
        self._area.scroll_sideways(width - MARGIN)
        inside = max(width, needed) - around
        for fields in self._inside.findChildren(QWidget):
            if isinstance(form := fields.layout(), Form):
                form.choose(inside - BESIDE_BAR)
            if isinstance(form, QFormLayout):
                fields.updateGeometry()  # else the height of before is still known
        held = self.body.heightForWidth(inside) if self.body.hasHeightForWidth() else -1
        held = max(held, self._inside.sizeHint().height())
        self.resize(width, min(held + self._around(width) + round(letter * more), room.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top, in the size that the contents need now that they have their style."""
        super().showEvent(event)
        if not event.spontaneous():
            self.fit(*self._wanted)
        self._area.verticalScrollBar().setValue(0)

    def _around(self, width: int) -> int:
        """Return the height of what stands around the body in a dialog of a width."""
        inside = width - 2 * MARGIN
        self.buttons.fit(inside)
        line = self.told.fontMetrics().height()
        told = self.told.heightForWidth(inside) if self.told.text() else line
        margins, bar = self._column.contentsMargins(), self._area.horizontalScrollBar()
        scrolls = self._area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        body = bar.sizeHint().height() if scrolls else 0
        foot = told + GAP + self.buttons.sizeHint().height()
        return margins.top() + body + GAP + foot + margins.bottom()

    def _put_together(self) -> None:
        self.body.setContentsMargins(0, 0, BESIDE_BAR, 0)
        self.body.setSpacing(GAP)
        self._column = column = column_beside_bar(self)
        column.addWidget(self._area, 1)
        foot = column_in_margin()
        foot.addWidget(self.told)
        foot.addWidget(self.buttons)
        column.addLayout(foot)


def words_label(text: str) -> QLabel:
    """Return a label of words that may come from elsewhere, in as many lines as they need."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
