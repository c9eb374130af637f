"""Ticking, making, renaming and deleting tags or collections; what is changed counts at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from reader.errors import ReaderError
from reader.gui.asking import Question, ask_line
from reader.gui.dialogs import ask, column_of, resize_in_lines, warn
from reader.gui.library.labels import Label, Labels, Ticked
from reader.gui.library.labels_list import LabelsList, LabelsModel
from reader.gui.line_field import LineField
from reader.gui.saying import announce, announce_after_focus, label_of, name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.wording import explain

_SIZE = (32, 28)  # in heights of a line
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LabelsDialog(QDialog):
    """Lists the labels of one kind, ticked where the chosen articles have them."""

    def __init__(
        self, labels: Labels, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ = _ = translator
        self._labels = labels
        self.setWindowTitle(labels.title)
        name(self, "labelsDialog", labels.title)
        self._model = LabelsModel(translator, self)
        self.list = LabelsList(labels.title, self._model)
        self.none = QLabel(_("There are no tags yet. Name one below: it is put on what is chosen."))
        self.none.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.field = LineField()
        name(self.field, "newLabel", labels.new.replace("&", ""))
        self.adding = self._button(_("&Add"), self.add)
        self.ticking = self._button(_("&Tick or untick"), self.tick)
        self.renaming = self._button(_("&Rename…"), self.rename)
        self.deleting = self._button(_("&Delete…"), self.delete)
        self._lay_out()
        self.ticking.setDefault(True)
        self.list.ticked.connect(self.tick)
        self.list.rename_pressed.connect(self.rename)
        self.list.delete_pressed.connect(self.delete)
        self._show(0)
        (self.list if self._model.labels else self.field).setFocus()

    @property
    def current(self) -> Label | None:
        """The label that the list stands on."""
        index = self.list.currentIndex()
        return self._model.labels[index.row()] if index.isValid() else None

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self.list.delegate.set_palette(palette)

    def tick(self) -> None:
        """Put the current label on the chosen articles, or take it off where all have it."""
        label = self.current
        if label is None or label.ticked is Ticked.NOBODY:
            return
        on = label.ticked is not Ticked.ALL
        if self._done(partial(self._labels.tick, label.key, on=on)):
            now = self.current
            announce(self.list, self._model.state(now) if now else "")

    def add(self) -> None:
        """Make a label of what is typed, and put it on the chosen articles."""
        wanted = self.field.text()
        if wanted.strip() and self._done(partial(self._labels.create, wanted)):
            self.field.clear()
            self._stand_on(wanted)
            self.list.setFocus()

    def rename(self) -> None:
        """Ask what the current label is to be called."""
        label, _ = self.current, self._
        if label is not None and not label.fixed:
            called = _("New name of “{name}”:").format(name=label.name)
            question = Question(_("Rename"), called, _("Rename"), _("Cancel"))
            ask_line(self, question, label.name, partial(self._rename, label))

    def delete(self) -> None:
        """Delete the current label, after a question."""
        label, _ = self.current, self._
        if label is not None and not label.fixed:
            question = self._labels.question.format(name=label.name)
            ask(self, question, _("&Delete"), _("&Keep it"), partial(self._delete, label))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add what is typed on Enter; the dialog stays."""
        if event.key() in _ENTER and self.field.hasFocus():
            self.add()
        else:
            super().keyPressEvent(event)

    def _rename(self, label: Label, wanted: str) -> None:
        if wanted.strip() and self._done(partial(self._labels.rename, label.key, wanted)):
            self._stand_on(wanted)

    def _delete(self, label: Label) -> None:
        if self._done(partial(self._labels.delete, label.key)):
            announce_after_focus(self, self._("Deleted: {name}").format(name=label.name))

    def _done(self, work: Callable[[], object]) -> bool:
        """Do something with the labels and show them; tell where it did not work."""
        row = max(0, self.list.currentIndex().row())
        try:
            work()
        except ReaderError as error:
            self._show(row)
            warn(self, explain(error, self._))
            return False
        self._show(row)
        return True

    def _show(self, row: int) -> None:
        """List the labels as they are, and stand on a row or else on the last."""
        labels = self._labels.all()
        self._model.show(labels)
        if labels and self.list.currentIndex().row() != min(row, len(labels) - 1):
            self.list.stand_on(min(row, len(labels) - 1))
        self.list.setVisible(bool(labels))
        self.none.setVisible(not labels)
        for button in (self.ticking, self.renaming, self.deleting):
            button.setEnabled(bool(labels))
        if not labels and not self.field.hasFocus():
            self.field.setFocus()

    def _stand_on(self, wanted: str) -> None:
        called = " ".join(wanted.split()).casefold()
        rows = (n for n, each in enumerate(self._model.labels) if each.name.casefold() == called)
        if (row := next(rows, None)) is not None:
            self.list.stand_on(row)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        count = len(self._labels.articles)
        above = QLabel(
            self._.plural("For {count} article", "For {count} articles", count).format(count=count)
        )
        above.setVisible(count > 0)
        fresh = QHBoxLayout()
        fresh.setSpacing(12)
        fresh.addWidget(label_of(self._labels.new, self.field))
        fresh.addWidget(self.field, 1)
        fresh.addWidget(self.adding)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.ticking, self.renaming, self.deleting):
            row.addWidget(button)
        row.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = column_of(self)
        column.addWidget(above)
        column.addWidget(self.none, 1)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addLayout(fresh)
        column.addWidget(buttons)
        resize_in_lines(self, *_SIZE)
