"""Rows of a page, each showing a field of frozen settings by its name."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from reader.gui.choice import Choice
from reader.gui.form import note_of_row
from reader.gui.line_field import NumberField
from reader.gui.settings.page import Page
from reader.i18n import Translator


class Fields(QObject):
    """Adds rows to a page for the fields of `now`; a row is one call.

    A label leads to its field by its letter, and names it for screen readers.
    """

    changed = Signal()

    def __init__(self, page: Page, now: object, translator: Translator) -> None:
        super().__init__(page)
        self._page = page
        self._now = now
        self._ = translator
        self._readers: dict[str, Callable[[], object]] = {}
        self._writers: dict[str, Callable[[Any], object]] = {}

    def values(self) -> dict[str, Any]:
        """Return what is chosen, by the names of the fields."""
        return {field: read() for field, read in self._readers.items()}

    def show_values(self, data: object) -> None:
        """Show the fields of other settings."""
        for field, write in self._writers.items():
            write(getattr(data, field))

    def choice(self, field: str, label: str, options: Sequence[tuple[str, object]]) -> QComboBox:
        """Add a list to choose from: words and what they stand for."""
        box = Choice(options)
        now = getattr(self._now, field)
        box.setCurrentIndex(max(box.findData(now), 0))
        box.currentIndexChanged.connect(self.changed)
        self.add(field, label, box, lambda: _as(now, box.currentData()), partial(_choose, box))
        return box

    def number(self, field: str, label: str, allowed: range, unit: str, step: int) -> NumberField:
        """Add a number out of a range."""
        box = NumberField()
        box.setMaximum(allowed.stop - 1)
        box.setValue(getattr(self._now, field))  # each other order writes one more text
        box.setMinimum(allowed.start)
        box.setSingleStep(step)
        box.setSuffix(unit)
        box.setKeyboardTracking(False)  # "36" is not 3 and then 36
        box.valueChanged.connect(self.changed)
        self.add(field, label, box, box.value, box.setValue)
        return box

    def add(
        self,
        field: str,
        label: str,
        widget: QWidget,
        read: Callable[[], object],
        write: Callable[[Any], object],
    ) -> None:
        """Add a field of another kind; `read` returns what is chosen in it, `write` changes it."""
        words = self._(label)
        widget.setObjectName(field)
        widget.setAccessibleName(words.replace("&", ""))
        self._page.put(words, widget)
        self._readers[field] = read
        self._writers[field] = write

    def note(self, words: str, *about: QWidget) -> QLabel:
        """Add muted words below the row before; they describe its field for screen readers."""
        note = note_of_row(words)
        self._page.put_note(note, about)
        describe(note, words, *about)
        return note


def describe(note: QLabel, words: str, *about: QWidget) -> None:
    """Put words into a note and into the descriptions of the fields that it is about."""
    note.setText(words)
    for widget in about:
        widget.setAccessibleDescription(words)


def _choose(box: QComboBox, data: object) -> None:
    """Choose what is offered, or offer it as well: a voice or a typeface that is not here."""
    place = box.findData(data)
    if place < 0 and isinstance(data, str):
        box.addItem(data, data)
        place = box.count() - 1
    box.setCurrentIndex(max(place, 0))


def _as(usual: object, data: Any) -> Any:  # noqa: ANN401  whatever an option stands for
    """Return data as the kind it was: Qt hands an enum back as the mere string that it is, too."""
    return type(usual)(data) if isinstance(usual, StrEnum) else data
