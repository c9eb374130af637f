"""Ticking, making, renaming and deleting tags or collections; what is changed counts at once.

What concerns very many articles is done in the background, one thing after the other.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from reader.errors import ReaderError
from reader.gui.asking import Question, ask_line
from reader.gui.dialogs import ask, column_of, resize_to_list, show_listed, warn
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.flow import Flow
from reader.gui.library.changing import Changing
from reader.gui.library.labels import Label, Labels, Ticked
from reader.gui.library.labels_list import LabelsList, LabelsModel
from reader.gui.line_field import LineField
from reader.gui.saying import announce, announce_after_focus, label_of, name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.wording import explain

_SIZE = (32, 28)  # in heights of a line
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LabelsDialog(FittedDialog):
    """Lists the labels of one kind, ticked where the chosen articles have them.

    `follow` has the window show what was changed. It is asked when the dialog is over, for
    meanwhile the list must not change under it, and after what is still done then.
    """

    def __init__(
        self,
        labels: Labels,
        found: Sequence[Label],
        changing: Changing,
        follow: Callable[[], None],
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ = _ = translator
        self._labels = labels
        self._changing = changing
        self._follow = follow
        self._is_busy = self._is_over = False
        self._above = QLabel()
        self.setWindowTitle(labels.title)
        name(self, "labelsDialog", labels.title)
        self._model = LabelsModel(translator, self)
        self.list = LabelsList(labels.title, self._model)
        self.none = QLabel(labels.none)
        self.none.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.field = LineField()
        name(self.field, "newLabel", labels.new.replace("&", ""))
        self.adding = self._button(_("&Add"), self.add)
        self.ticking = self._button(_("&Tick or untick"), self.tick)
        self.renaming = self._button(_("&Rename…"), self.rename)
        self.deleting = self._button(_("&Delete…"), self.delete)
        self._lay_out()
        self._tell_amount()
        self.finished.connect(self._end)
        self.ticking.setDefault(True)
        self.list.ticked.connect(self.tick)
        self.list.rename_pressed.connect(self.rename)
        self.list.delete_pressed.connect(self.delete)
        self._show(found, 0)
        resize_to_list(self, _SIZE, listed=bool(found))
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
        self._do(partial(self._labels.tick, label.key, on=on), self._tell_state)

    def add(self) -> None:
        """Make a label of what is typed, and put it on the chosen articles."""
        wanted = self.field.text()
        if wanted.strip():
            self._do(partial(self._labels.create, wanted), partial(self._show_new, wanted))

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
        if wanted.strip():
            work = partial(self._labels.rename, label.key, wanted)
            self._do(work, partial(self._stand_on, wanted), label)

    def _delete(self, label: Label) -> None:
        words = self._("Deleted: {name}").format(name=label.name)
        tell = partial(announce_after_focus, self, words)
        self._do(partial(self._labels.delete, label.key), tell, label)

    def _do(
        self, work: Callable[[], None], done: Callable[[], None], label: Label | None = None
    ) -> None:
        """Do something with the labels, show them, and go on; tell where it did not work.

        It concerns the chosen articles and those that have the label.
        """
        words = self._("Changing…")
        if self._is_busy:
            announce(self.list, words)
            return
        self._is_busy = True
        count = max(len(self._labels.articles), label.count if label else 0)
        if self._changing.takes_long(count):
            self._above.setText(words)
            self._above.show()
        self._changing.do(
            count, words, partial(self._changed, work), partial(self._finish, done), self._fail
        )

    def _changed(self, work: Callable[[], None]) -> Sequence[Label]:
        """Do something, and return the labels as they are then; in whatever thread."""
        work()
        return self._labels.all()

    def _finish(self, done: Callable[[], None], labels: Sequence[Label]) -> None:
        self._is_busy = False
        if self._is_over:  # nothing is left of the dialog
            self._follow()
            return
        self._tell_amount()
        self._show(labels, max(0, self.list.currentIndex().row()))
        done()

    def _fail(self, error: ReaderError) -> None:
        if self._is_over:
            self._changing.tell_failed(error)
            return
        self._finish(lambda: None, self._labels.all())
        warn(self, explain(error, self._))

    def _end(self, _result: int) -> None:
        self._is_over = True
        self._follow()

    def _tell_amount(self) -> None:
        """Tell how many articles are chosen."""
        count = len(self._labels.articles)
        words = self._.plural("For {count} article", "For {count} articles", count)
        self._above.setText(words.format(count=count))
        self._above.setVisible(count > 0)

    def _tell_state(self) -> None:
        now = self.current
        announce(self.list, self._model.state(now) if now else "")

    def _show_new(self, wanted: str) -> None:
        self.field.clear()
        self._stand_on(wanted)
        self.list.setFocus()

    def _show(self, labels: Sequence[Label], row: int) -> None:
        """List labels, and stand on a row or else on the last."""
        self._model.show(labels)
        if labels and self.list.currentIndex().row() != min(row, len(labels) - 1):
            self.list.stand_on(min(row, len(labels) - 1))
        show_listed(self, self.list, _SIZE, listed=bool(labels), none=self.none)
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
        fresh = QHBoxLayout()
        fresh.setSpacing(12)
        fresh.addWidget(label_of(self._labels.new, self.field))
        fresh.addWidget(self.field, 1)
        fresh.addWidget(self.adding)
        row = Flow(8)
        for button in (self.ticking, self.renaming, self.deleting):
            row.addWidget(button)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = column_of(self)
        column.addWidget(self._above)
        column.addWidget(self.none, 1)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addLayout(fresh)
        column.addWidget(buttons)
