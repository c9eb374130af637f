"""A page of the settings."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QWidget

from reader.gui.dialogs import BESIDE_BAR
from reader.gui.form import add_row, new_form, show_rows
from reader.settings import Settings


class Page(QWidget):
    """Holds a form under a title; where one looks for settings, it shows those that are found."""

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.form = new_form(self)
        self.form.setContentsMargins(0, 8, BESIDE_BAR, 4)
        self.setAccessibleName(title.replace("&", ""))
        self._fields: list[QWidget] = []
        self._about: dict[QWidget, tuple[QWidget, ...]] = {}  # of each note
        self._idle: set[QWidget] = set()  # what counts for nothing as things are
        self._left_out: set[QWidget] = set()  # what is not looked for

    @abstractmethod
    def choices(self) -> dict[str, Any]:
        """Return what is chosen, by the names of the fields of `Settings`."""

    @abstractmethod
    def show_settings(self, settings: Settings) -> None:
        """Show other settings in the fields, as if the person had chosen them."""

    @property
    def used(self) -> tuple[QWidget, ...]:
        """The fields that count for something as things are."""
        return tuple(field for field in self._fields if field not in self._idle)

    @property
    def found(self) -> tuple[QWidget, ...]:
        """Those of the fields that are found, all where nothing is looked for."""
        return tuple(field for field in self.used if field not in self._left_out)

    def put(self, words: str, field: QWidget) -> None:
        """Add a field with its label."""
        add_row(self.form, words, field)
        self._fields.append(field)

    def put_note(self, note: QLabel, about: tuple[QWidget, ...]) -> None:
        """Add words about fields below the field before."""
        self.form.addRow(note)
        self._about[note] = about

    def use(self, row: QWidget, *, used: bool) -> None:
        """Show a field or a note only while it counts for something."""
        (self._idle.discard if used else self._idle.add)(row)
        self._show_rows()

    def narrow(self, wanted: Callable[[QWidget], bool]) -> None:
        """Show those fields alone that are looked for."""
        self._left_out = {field for field in self._fields if not wanted(field)}
        self._show_rows()

    def told(self) -> dict[str, str]:
        """Return what each field shows, by its label."""
        return {field.accessibleName(): _shown_in(field) for field in self.used}

    def first(self) -> QWidget:
        """Return the first field that is found, or else the first of all."""
        return (self.found or self.used)[0]

    def measure(self) -> None:
        """Find out how much room the form needs, though it may never have been shown."""
        for child in self.findChildren(QWidget):
            child.ensurePolished()
            child.updateGeometry()
        self.form.invalidate()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the whole form."""
        room = super().sizeHint()
        return QSize(room.width(), max(room.height(), self.heightForWidth(room.width())))

    def _show_rows(self) -> None:
        found = self.found
        fields = {field: field in found for field in self._fields}
        notes = {
            note: note not in self._idle and any(field in found for field in about)
            for note, about in self._about.items()
        }
        show_rows(self.form, fields | notes)


def _shown_in(field: QWidget) -> str:
    match field:
        case QComboBox():
            return field.currentText()
        case QSpinBox():
            return field.text()
        case _other:
            return ""
