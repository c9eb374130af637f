"""The dialog in which corrections that a page offers are accepted or left."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from reader.gui.proof.changes import differing
from reader.gui.proof.rows import Row, RowsDialog
from reader.gui.row_model import in_a_row
from reader.gui.saying import announce, name
from reader.i18n import Translator
from reader.model.correction import Offer
from reader.model.position import Position


class OffersDialog(RowsDialog):
    """Lists each correction with what stands there and what would; Space ticks one.

    Nothing is ticked at first. `wanted` gets the ticked ones when the person accepts them.
    """

    wanted = Signal(object)  # list[Offer]

    def __init__(
        self, offers: Sequence[Offer], translator: Translator, parent: QWidget | None = None
    ) -> None:
        self._, self._offers = translator, offers
        self._ticked = [False] * len(offers)
        _, count = translator, len(offers)
        title = _.plural("{count} correction offered", "{count} corrections offered", count)
        rows = [self._row(number) for number in range(count)]
        super().__init__(title.format(count=count), _("Corrections offered"), rows, _, parent)
        self.all = self._button(_("&Tick all"), self._tick_all)
        self.take = self._button(_("&Accept"), self._accept_ticked)
        name(self.take, "offersAccept", _("Accept the ticked ones"))
        self.show_it.setDefault(False)
        self.take.setDefault(True)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._turn)
        self._allow()

    def _button(self, words: str, slot: Callable[[], None]) -> QPushButton:
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _turn(self) -> None:
        """Tick the current correction, or tick it no longer."""
        number = self.list.currentIndex().row()
        self._set(number, ticked=not self._ticked[number])
        announce(self.list, self._state(number))

    def _tick_all(self) -> None:
        for number in range(len(self._offers)):
            self._set(number, ticked=True)
        announce(self.all, self._("All are ticked."))

    def _set(self, number: int, *, ticked: bool) -> None:
        self._ticked[number] = ticked
        self.model.put(number, self._row(number))
        self._allow()

    def _allow(self) -> None:
        self.take.setEnabled(any(self._ticked))

    def _accept_ticked(self) -> None:
        ticked = zip(self._offers, self._ticked, strict=True)
        self.accept()
        self.wanted.emit([offer for offer, is_ticked in ticked if is_ticked])

    def _state(self, number: int) -> str:
        return self._("ticked") if self._ticked[number] else self._("not ticked")

    def _row(self, number: int) -> Row:
        _, offer = self._, self._offers[number]
        before, after = differing(offer.before, offer.after)
        was = _("Before: {text}").format(text=before or _("nothing"))
        now = _("After: {text}").format(text=after or _("nothing"))
        state = self._state(number)
        box = "☑" if self._ticked[number] else "☐"
        said = in_a_row((state, was, now))
        return Row(f"{box} {state}", (was, now), said, Position(offer.block, 0))
