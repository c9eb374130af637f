"""The dialog that lists the marks of one article or of all."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QPushButton,
    QWidget,
)

from reader.app import Noted
from reader.gui.elements.filtered_dialog import FilteredDialog
from reader.gui.elements.model import Entries
from reader.gui.elements.view import EntriesList
from reader.gui.fitted_dialog import ButtonBox
from reader.gui.flow import Flow
from reader.gui.notes.rows import KINDS, MarksDelegate, Wording, matching
from reader.gui.saying import announce_after_focus, name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.annotation import AnnotationKind

_GAP = 8  # between buttons


class MarksDialog(FilteredDialog):
    """Lists marks; Enter closes it and leads to the one it stands on.

    What is asked for in it is done by whoever made it, who then calls `reload`.
    """

    chosen = Signal(object)  # Noted
    change_wanted = Signal(object)  # Noted
    removal_wanted = Signal(object)  # Noted
    undo_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self,
        title: str,
        load: Callable[[], list[Noted]],
        wording: Wording,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translator, parent)
        _ = translator
        self._load = load
        self._marks: list[Noted] = []
        self._removed = 0
        self.setWindowTitle(title)
        name(self, "marksDialog", title)
        self.model = Entries(wording.row)
        self._delegate = MarksDelegate(self.model)
        self.list = EntriesList(self.model, self._delegate, title)
        self.list.setUniformItemSizes(False)
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        self.go = self._button(_("&Go to it"), self._go)
        self.edit = self._button(_("&Edit… (F2)"), self._edit)
        self.remove = self._button(_("&Remove (Del)"), self._remove)
        self.undo = self._button(_("&Undo"), self.undo_wanted.emit)
        self.export = self._button(_("E&xport…"), self.export_wanted.emit)
        self.undo.setEnabled(False)
        self._lay_out()
        self._connect()
        self.reload()
        self.list.setFocus()

    @property
    def current(self) -> Noted | None:
        """The mark that the list stands on."""
        index = self.list.currentIndex()
        return self.model.things[index.row()] if index.isValid() else None

    def reload(self, stand_on: str = "") -> None:
        """List what there is now, and stand on the mark of a key, or where one stood."""
        row = max(self.list.currentIndex().row(), 0)
        self._marks = self._load()
        self._show(row, stand_on)

    def stand_on_last(self, is_meant: Callable[[Noted], bool]) -> None:
        """Stand on the last of the marks that are meant, else on the first."""
        before = [row for row, noted in enumerate(self.model.things) if is_meant(noted)]
        if self.model.things:
            self.list.stand_on(before[-1] if before else 0)

    def tell(self, words: str, stand_on: str = "") -> None:
        """List what there is now and have it said what was done; see `reload`."""
        self.reload(stand_on)
        if not self.model.things and self.undo.isEnabled():
            self.undo.setFocus()  # Orca says nothing in an empty list
        announce_after_focus(self.list, words)

    def count_removed(self, more: int) -> None:
        """Offer to undo as often as something was removed here."""
        self._removed += more
        if not self._removed and self.undo.hasFocus():
            self.list.setFocus()
        self.undo.setEnabled(self._removed > 0)

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self._delegate.set_palette(palette)

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        made = QPushButton(words)
        made.clicked.connect(lambda _checked: do())
        return made

    def _lay_out(self) -> None:
        _ = self._
        self.kind.addItem(_("All kinds"), None)
        for kind in AnnotationKind:
            self.kind.addItem(_(KINDS[kind]), kind)
        self._lay_out_around(self.list, self._row_of_buttons())

    def _row_of_buttons(self) -> Flow:
        """Return the buttons, in several rows where large print needs them."""
        flow = Flow(_GAP)
        for button in (self.go, self.edit, self.remove, self.undo, self.export, self.buttons):
            flow.addWidget(button)
        return flow

    def _connect(self) -> None:
        self._connect_to(self.list)
        for key, do in (("Del", self._remove), ("F2", self._edit)):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(do)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo.click)
        self.buttons.rejected.connect(self.reject)
        self.go.setDefault(True)

    def _refill(self) -> None:
        self._show(0)

    def _show(self, row: int, stand_on: str = "") -> None:
        """List what fits."""
        kind = self.kind.currentData()
        some = [each for each in self._marks if kind in (None, each.annotation.kind)]
        fitting = matching(some, self.field.text())
        self.model.show(fitting)
        self._tell_count(len(fitting))
        if fitting:
            keys = [each.annotation.key for each in fitting]
            self.list.stand_on(
                keys.index(stand_on) if stand_on in keys else min(row, len(fitting) - 1)
            )
        self._offer(self.list.currentIndex())

    def _offer(self, index: QModelIndex) -> None:
        for button in (self.go, self.edit, self.remove):
            button.setEnabled(index.isValid())
        self.export.setEnabled(bool(self._marks))

    def _go(self) -> None:
        noted = self.current
        if noted is not None:
            self.accept()
            self.chosen.emit(noted)

    def _edit(self) -> None:
        if self.current is not None:
            self.change_wanted.emit(self.current)

    def _remove(self) -> None:
        if self.current is not None:
            self.removal_wanted.emit(self.current)
