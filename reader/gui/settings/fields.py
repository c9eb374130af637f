"""Rows of a form, each showing a field of frozen settings by its name."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSpinBox, QWidget

from reader.gui.choice import Choice
from reader.gui.saying import label_of
from reader.i18n import Translator

_BEFORE_NUMBER = 8  # as before the words of a list


class Fields(QObject):
    """Adds rows to a form for the fields of `now`; a row is one call.

    A label leads to its field by its letter, and names it for screen readers.
    """

    changed = Signal()

    def __init__(self, form: QFormLayout, now: object, translator: Translator) -> None:
        super().__init__(form)
        self._form = form
        self._now = now
        self._ = translator
        self._readers: dict[str, Callable[[], object]] = {}

    def values(self) -> dict[str, Any]:
        """Return what is chosen, by the names of the fields."""
        return {field: read() for field, read in self._readers.items()}

    def choice(self, field: str, label: str, options: Sequence[tuple[str, object]]) -> QComboBox:
        """Add a list to choose from: words and what they stand for."""
        box = Choice(options)
        now = getattr(self._now, field)
        box.setCurrentIndex(max(box.findData(now), 0))
        box.currentIndexChanged.connect(self.changed)
        self.add(field, label, box, lambda: _as(now, box.currentData()))
        return box

    def number(self, field: str, label: str, allowed: range, unit: str, step: int) -> QSpinBox:
        """Add a number out of a range."""
        box = QSpinBox()
        box.setMaximum(allowed.stop - 1)
        box.setValue(getattr(self._now, field))  # each other order writes one more text
        box.setMinimum(allowed.start)
        box.setSingleStep(step)
        box.setSuffix(unit)
        box.lineEdit().setTextMargins(_BEFORE_NUMBER, 0, 0, 0)  # no style reaches it
        box.setKeyboardTracking(False)  # "36" is not 3 and then 36
        box.valueChanged.connect(self.changed)
        self.add(field, label, box, box.value)
        return box

    def add(self, field: str, label: str, widget: QWidget, read: Callable[[], object]) -> None:
        """Add a field of another kind; `read` returns what is chosen in it."""
        words = self._(label)
        shown = label_of(words, widget)
        widget.setObjectName(field)
        widget.setAccessibleName(words.replace("&", ""))
        self._form.addRow(shown, widget)
        self._readers[field] = read

    def note(self, words: str, *about: QWidget) -> QLabel:
        """Add muted words below the row before; they describe its field for screen readers."""
        note = QLabel(words)
        note.setProperty("muted", True)  # noqa: FBT003  Qt's own signature
        note.setWordWrap(True)
        self._form.addRow(note)
        describe(note, words, *about)
        return note


def describe(note: QLabel, words: str, *about: QWidget) -> None:
    """Put words into a note and into the descriptions of the fields that it is about."""
    note.setText(words)
    for widget in about:
        widget.setAccessibleDescription(words)


def new_form(parent: QWidget) -> QFormLayout:
    """Return an empty form; where there is no room, labels stand above their fields."""
    form = QFormLayout(parent)
    form.setContentsMargins(0, 16, 12, 4)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return form


def _as(usual: object, data: Any) -> Any:  # noqa: ANN401  whatever an option stands for
    """Return data as the kind it was: Qt hands an enum back as the mere string that it is, too."""
    return type(usual)(data) if isinstance(usual, StrEnum) else data
