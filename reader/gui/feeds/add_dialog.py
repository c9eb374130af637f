"""The dialog in which a feed is added by its address, or by that of a page that names feeds."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from reader.errors import ReaderError
from reader.gui.feeds.asking import Asking
from reader.gui.feeds.choices import Choice, ChoicesList, ChoicesModel
from reader.gui.fitted_dialog import ButtonBox
from reader.gui.form import add_above
from reader.gui.line_field import LineField
from reader.gui.saying import announce_after_focus, name
from reader.gui.scrolled_dialog import ScrolledDialog
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.feed import FoundFeed
from reader.wording import explain

_ROWS = 8  # heights of a line in the list
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AddDialog(ScrolledDialog):
    """Asks an address for its feeds; one is added at once, of several the person chooses.

    `known` are the addresses of the feeds that are kept already.
    """

    wanted = Signal(object)  # list[FoundFeed]

    def __init__(
        self,
        asking: Asking,
        known: Collection[str],
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._ = _ = translator
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        super().__init__("addFeedDialog", _("Add a feed"), buttons, parent)
        self._asking = asking
        self._known = known
        self._asked = ""
        self.field = LineField()
        name(self.field, "feedAddress", _("Address of a feed or of a page"))
        self.told.setText(_("A page that has feeds names them; they are listed here."))
        self.model = ChoicesModel(_)
        self.list = ChoicesList(self.model, _("Feeds found"))
        self.look = QPushButton(_("&Look there"))
        self.add = buttons.addButton(_("Add the &feeds"), QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self._connect()
        self._show(())
        self.field.setFocus()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self.list.delegate.set_palette(palette)

    def look_there(self) -> None:
        """Ask the address for its feeds."""
        address = self.field.text().strip()
        if not address:
            self.field.setFocus()
            self.tell(self._("Write the address of a feed, or of a page that has one."))
            return
        self._asked = address
        self._show(())
        self.tell(self._("Asking “{address}”…").format(address=address))
        self._asking.ask(address, self, self._take, self._fail)

    def add_chosen(self) -> None:
        """Add the feeds that are chosen, or tell how that is done."""
        if chosen := self.list.chosen:
            self.accept()
            self.wanted.emit(chosen)
        else:
            self.tell(self._("Tick a feed that is not yet among yours, with Space."))

    def done(self, result: int) -> None:
        """Wait for no answer any more."""
        self._asking.give_up()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look by Enter, and add by it in the list."""
        if event.key() in _ENTER and self.focusWidget() is self.field:
            self.look.click()
        elif event.key() in _ENTER and self.focusWidget() is self.list:
            self.add.click()
        else:
            super().keyPressEvent(event)

    def _take(self, found: tuple[FoundFeed, ...]) -> None:
        known = self._known
        if len(found) == 1 and found[0].address not in known:
            self.accept()
            self.wanted.emit(list(found))
            return
        self._show([Choice(each, each.address, each.address in known) for each in found])
        count = len(found)
        words = self._.plural(
            "{count} feed found. Space ticks it, Enter adds it.",
            "{count} feeds found. Space ticks those that you want, Enter adds them.",
            count,
        )
        self.list.stand_on(0)
        self.list.setFocus()
        told = words.format(count=count)
        self.told.setText(told)
        self.fit()
        announce_after_focus(self, told, lambda: self.told.text() == told)

    def _fail(self, error: ReaderError) -> None:
        self.field.setFocus()
        self.tell(explain(error, self._))

    def _show(self, choices: tuple[Choice, ...] | list[Choice]) -> None:
        self.model.forget_ticks()
        self.model.offer(choices)
        self.list.setVisible(bool(choices))
        self.add.setVisible(bool(choices))
        (self.add if choices else self.look).setDefault(True)
        self.fit()

    def _connect(self) -> None:
        self.look.clicked.connect(self.look_there)
        self.add.clicked.connect(self.add_chosen)
        self.list.doubleClicked.connect(self.list.tick)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        form = self.add_form()
        add_above(form, self._("&Address of a feed or of a page"), self.field)
        self.list.setMinimumHeight(_ROWS * self.fontMetrics().height())
        self.body.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.list, 1)
        self.body.addStretch()  # while nothing is listed
