"""The dialog that lists what an article holds."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.gui.elements.model import Entries, Row
from reader.gui.elements.view import EntriesDelegate, EntriesList
from reader.gui.elements.words import SORTS
from reader.gui.line_field import LineField
from reader.gui.saying import announce, label_of, name, say_choices
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.position import Position
from reader.text.elements import Element, Elements, Sort, matching, nearest

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


class ElementsDialog(QDialog):
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
        super().__init__(parent)
        self._ = _ = translator
        self._elements = elements
        self._place = place
        self.setWindowTitle(_("Elements"))
        name(self, "elementsDialog", _("Elements"))
        self.entries = Entries(word)
        self._delegate = EntriesDelegate(self.entries)
        self.list = EntriesList(self.entries, self._delegate, _("Elements"))
        self.kind = QComboBox()
        self.field = FilterField()
        self.count = QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.go = self.buttons.addButton(_("&Go to it"), QDialogButtonBox.ButtonRole.ActionRole)
        self._rest = QTimer(self)
        self._lay_out()
        self._connect()
        self._show_sort()
        self.list.setFocus()

    @property
    def sort(self) -> Sort:
        """Which sort of elements is listed."""
        return Sort(self.kind.currentData())

    @property
    def current(self) -> Element | None:
        """The element that the list stands on."""
        index = self.list.currentIndex()
        return self.entries.elements[index.row()] if index.isValid() else None

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
        say_choices(self.kind)
        name(self.field, "elementsFilter", _("Filter"))
        self.count.setObjectName("libraryCount")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(label_of(_("&Kind"), self.kind), self.kind)
        form.addRow(label_of(_("&Filter"), self.field), self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.ensurePolished()
        room, letter = self.screen().availableSize(), self.fontMetrics().height()
        wide, high = (round(letter * lines) for lines in _SIZE)
        self.resize(min(wide, room.width()), min(high, room.height()))

    def _connect(self) -> None:
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(lambda: announce(self.field, self.count.text()))
        self.kind.currentIndexChanged.connect(lambda _number: self._show_sort())
        self.field.textChanged.connect(self._filter)
        self.field.went_down.connect(self.list.setFocus)
        self.list.typed.connect(self._take_letter)
        self.list.doubleClicked.connect(lambda _index: self._go())
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.buttons.rejected.connect(self.reject)
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)

    def _show_sort(self) -> None:
        self._show(self.current)

    def _filter(self) -> None:
        self._show(self.current)
        self._rest.start()

    def _take_letter(self, letter: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)  # noqa: FBT003  Qt's own: without selecting
        self.field.insert(letter)

    def _show(self, before: Element | None) -> None:
        """List what fits, and stand where one stood, or else nearest to the article's place."""
        fitting = matching(self._elements[self.sort], self.field.text())
        self.entries.show(fitting)
        self.count.setText(self._counted(len(fitting)))
        if fitting:
            known = before in fitting if before is not None else False
            number = fitting.index(before) if known else nearest(fitting, self._place)
            self.list.stand_on(number)
        self._offer(self.list.currentIndex())

    def _counted(self, count: int) -> str:
        _ = self._
        if not count:
            return _("Nothing found")
        return _.plural("{count} found", "{count} found", count).format(count=count)

    def _offer(self, index: QModelIndex) -> None:
        self.go.setEnabled(index.isValid())

    def _go(self) -> None:
        element = self.current
        if element is not None:
            self.accept()
            self.chosen.emit(element)
