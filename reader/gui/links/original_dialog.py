"""The dialog that asks where the original of an article is to be fetched."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from reader.gui.links.address_dialog import FETCH, AddressDialog, wrapped
from reader.gui.links.wording import how_sure
from reader.gui.original.rows import short
from reader.gui.proof.rows import Row, RowsList
from reader.gui.saying import label_of
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.links import Version

_LINES = 8  # of the list of places that is always in sight


class OriginalDialog(AddressDialog):
    """Has the best known address in the field; of several places one is chosen in a list."""

    def __init__(
        self,
        places: Sequence[Version],
        kept: str | None,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """Offer places, the surest first; `kept` is the title of an original that is there."""
        super().__init__(FETCH, places[0].address if places else "", translator, parent)
        _ = translator
        self._places = places
        self.list = RowsList("originalPlaces", _("Known addresses"))
        self.list.rows.show([_row(place, _) for place in places])
        lacking = _("No original of this article is kept.")
        already = _("An original is kept already and will be replaced: {title}")
        state = wrapped(lacking if kept is None else already.format(title=kept))
        self.column.insertWidget(0, state)
        if len(places) > 1:
            self._add_list()
        self.field.textChanged.connect(self._tell)
        self.list.selectionModel().currentChanged.connect(
            lambda index, _before: self.field.setText(places[index.row()].address)
        )
        self._tell()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self.list.delegate.set_palette(palette)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list the height that it needs in large print."""
        if self.list.isVisibleTo(self):
            self.list.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        super().showEvent(event)

    def _add_list(self) -> None:
        place = self.column.indexOf(self.trouble) + 1
        self.column.insertWidget(place, label_of(self._("&Known addresses"), self.list))
        self.column.insertWidget(place + 1, self.list, 1)
        self.column.setStretch(place + 2, 0)  # what room there is belongs to the list
        self.setTabOrder(self.field, self.list)

    def _tell(self) -> None:
        """Tell how sure the address in the field is."""
        _, address = self._, self.field.text().strip()
        known = next((each for each in self._places if each.address == address), None)
        words = _("Your own address") if known is None else how_sure(known.sureness, _)
        self.hint.setText(words if address else _(FETCH.hint))
        self.go.setEnabled(bool(address))


def _row(place: Version, _: Translator) -> Row:
    sure = how_sure(place.sureness, _)
    address = short(place.address)
    return Row(address, (sure,), f"{address}, {sure}", None)
