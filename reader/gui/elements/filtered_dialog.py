"""A dialog with a list that is filtered by kind and by what one types."""

from abc import abstractmethod

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLayout,
    QWidget,
)

from reader.gui.dialogs import column_of, resize_in_lines
from reader.gui.elements.view import EntriesList
from reader.gui.fitted_dialog import FittedDialog
from reader.gui.form import add_row, new_form
from reader.gui.line_field import LineField
from reader.gui.saying import announce, name, say_choices
from reader.i18n import Translator

_SIZE = (44, 30)  # in heights of a line
_REST = 400  # milliseconds without a letter, after which it is said how many there are


class FilterField(LineField):
    """Where one types what to look for."""

    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the list on Down."""
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class FilteredDialog(FittedDialog):
    """Has a choice of kinds, a field, and the list below; Enter goes to what it stands on."""

    def __init__(self, translator: Translator, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._ = translator
        self.kind = QComboBox()
        self.field = FilterField()
        self.count = QLabel()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(lambda: announce(self.field, self.count.text()))

    @abstractmethod
    def _refill(self) -> None:
        """List what is of the chosen kind and holds the words in the field."""

    @abstractmethod
    def _go(self) -> None:
        """Close, and lead to what the list stands on."""

    @abstractmethod
    def _offer(self, index: QModelIndex) -> None:
        """Allow what can be done with a row, or with none."""

    def _clicked_twice(self) -> None:
        """Do what a double click asks for."""
        self._go()

    def _lay_out_around(self, rows: EntriesList, buttons: QWidget | QLayout) -> None:
        _ = self._
        say_choices(self.kind)
        name(self.field, "elementsFilter", _("Filter"))
        self.count.setObjectName("libraryCount")
        form = new_form()
        add_row(form, _("&Kind"), self.kind)
        add_row(form, _("&Filter"), self.field)
        column = column_of(self)
        column.addLayout(form)
        column.addWidget(self.count)
        column.addWidget(rows, 1)
        if isinstance(buttons, QLayout):
            column.addLayout(buttons)
        else:
            column.addWidget(buttons)
        resize_in_lines(self, *_SIZE)

    def _connect_to(self, rows: EntriesList) -> None:
        self.kind.currentIndexChanged.connect(lambda _number: self._refill())
        self.field.textChanged.connect(self._filter)
        self.field.went_down.connect(rows.setFocus)
        rows.typed.connect(self._take_letter)
        rows.doubleClicked.connect(lambda _index: self._clicked_twice())
        rows.selectionModel().currentChanged.connect(self._offer)

    def _tell_count(self, count: int) -> None:
        """Show how many things are listed."""
        _ = self._
        words = _.plural("{count} found", "{count} found", count).format(count=count)
        self.count.setText(words if count else _("Nothing found"))

    def _filter(self) -> None:
        self._refill()
        self._rest.start()

    def _take_letter(self, letter: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)  # noqa: FBT003  Qt's own: without selecting
        self.field.insert(letter)
