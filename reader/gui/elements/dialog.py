"""The dialog that lists what an article holds."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QWidget,
)

from reader.gui.elements.filtered_dialog import FilteredDialog
from reader.gui.elements.model import Entries, Row
from reader.gui.elements.view import EntriesDelegate, EntriesList
from reader.gui.elements.words import SORTS
from reader.gui.fitted_dialog import ButtonBox
from reader.gui.saying import name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.position import Position
from reader.text.elements import Element, Elements, Sort, matching, nearest


class ElementsDialog(FilteredDialog):
    """Lists the elements of one sort; Enter closes it and leads to the one it stands on."""

    chosen = Signal(object)  # Element

    def __init__(
        self,
        elements: Elements,
        word: Callable[[Element], Row],
        place: Position,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """Stand on what is nearest to a place of the article."""
        super().__init__(translator, parent)
        _ = translator
        self._elements = elements
        self._place = place
        self.setWindowTitle(_("Elements"))
        name(self, "elementsDialog", _("Elements"))
        self.entries = Entries(word)
        self._delegate = EntriesDelegate(self.entries)
        self.list = EntriesList(self.entries, self._delegate, _("Elements"))
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        self.go = self.buttons.addButton(_("&Go to it"), QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self._connect()
        self._refill()
        self.list.setFocus()

    @property
    def sort(self) -> Sort:
        """Which sort of elements is listed."""
        return Sort(self.kind.currentData())

    @property
    def current(self) -> Element | None:
        """The element that the list stands on."""
        index = self.list.currentIndex()
        return self.entries.things[index.row()] if index.isValid() else None

    def choose(self, sort: Sort | None) -> None:
        """List another sort, where the article has any of it."""
        found = self.kind.findData(sort)
        if found >= 0:
            self.kind.setCurrentIndex(found)

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self._delegate.set_palette(palette)

    def _lay_out(self) -> None:
        _ = self._
        for sort, some in self._elements.items():
            words = _("{kind}: {count}").format(kind=_(SORTS[sort]), count=len(some))
            self.kind.addItem(words, sort)
        self._lay_out_around(self.list, self.buttons)

    def _connect(self) -> None:
        self._connect_to(self.list)
        self.buttons.rejected.connect(self.reject)
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)

    def _refill(self) -> None:
        self._show(self.current)

    def _show(self, before: Element | None) -> None:
        """List what fits, and stand where one stood, or else nearest to the article's place."""
        fitting = matching(self._elements[self.sort], self.field.text())
        self.entries.show(fitting)
        self._tell_count(len(fitting))
        if fitting:
            known = before in fitting if before is not None else False
            number = fitting.index(before) if known else nearest(fitting, self._place)
            self.list.stand_on(number)
        self._offer(self.list.currentIndex())

    def _offer(self, index: QModelIndex) -> None:
        self.go.setEnabled(index.isValid())

    def _go(self) -> None:
        element = self.current
        if element is not None:
            self.accept()
            self.chosen.emit(element)
