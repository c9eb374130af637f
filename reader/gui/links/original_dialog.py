"""The dialog that asks where the original of an article is to be fetched."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from reader.gui.dialogs import resize_in_lines
from reader.gui.line_field import LineField
from reader.gui.links.wording import how_sure
from reader.gui.original.rows import short
from reader.gui.proof.rows import Row, RowsList
from reader.gui.saying import label_of, name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.links import Version

_WIDTH = 34  # in heights of a line
_LINES = 8  # of the list of places that is always in sight


class OriginalDialog(QDialog):
    """Has the best known address in a field; of several places one is chosen in a list."""

    wanted = Signal(str)  # an address

    def __init__(
        self,
        places: Sequence[Version],
        kept: str | None,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """Offer places, the surest first; `kept` is the title of an original that is there."""
        super().__init__(parent)
        self._ = _ = translator
        self._places = places
        self.setWindowTitle(_("Fetch the original"))
        name(self, "originalDialog", self.windowTitle())
        self.field = LineField(places[0].address if places else "")
        name(self.field, "originalAddress", _("Address of the original"))
        already = _("An original is kept already and will be replaced: {title}")
        self._already = "" if kept is None else already.format(title=kept)
        self.sureness = _words("")
        self.list = RowsList("originalPlaces", _("Known addresses"))
        self.list.rows.show([_row(place, _) for place in places])
        self.list.setVisible(len(places) > 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.fetch = self.buttons.addButton(_("&Fetch"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self._tell()
        self.field.setFocus()

    def accept(self) -> None:
        """Ask for the text at the address."""
        super().accept()
        self.wanted.emit(self.field.text().strip())

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self.list.delegate.set_palette(palette)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list the height that it needs in large print."""
        super().showEvent(event)
        if self.list.isVisible():
            self.list.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.resize(self.width(), max(self.minimumHeight(), self.heightForWidth(self.width())))

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._tell)
        self.list.selectionModel().currentChanged.connect(
            lambda index, _before: self.field.setText(self._places[index.row()].address)
        )
        self.fetch.setDefault(True)

    def _tell(self) -> None:
        """Tell how sure the address in the field is."""
        _, address = self._, self.field.text().strip()
        known = next((each for each in self._places if each.address == address), None)
        words = _("Your own address") if known is None else how_sure(known.sureness, _)
        if not address:
            words = _("It is not known where the original is. Give the address of its page.")
        self.sureness.setText(words)
        self.fetch.setEnabled(bool(address))

    def _lay_out(self) -> None:
        _ = self._
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        if self._already:
            column.addWidget(_words(self._already))
        column.addWidget(label_of(_("&Address of the original"), self.field))
        column.addWidget(self.field)
        column.addWidget(self.sureness)
        label = label_of(_("&Known addresses"), self.list)
        label.setVisible(len(self._places) > 1)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        resize_in_lines(self, _WIDTH, 0)


def _row(place: Version, _: Translator) -> Row:
    sure = how_sure(place.sureness, _)
    address = short(place.address)
    return Row(address, (sure,), f"{address}, {sure}", None)


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
