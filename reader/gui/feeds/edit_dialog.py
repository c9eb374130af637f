"""The dialog in which a feed is given another name and another address."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from reader.errors import ReaderError
from reader.gui.fitted_dialog import ButtonBox
from reader.gui.form import add_above
from reader.gui.line_field import LineField
from reader.gui.saying import name
from reader.gui.scrolled_dialog import ScrolledDialog
from reader.i18n import Translator
from reader.model.feed import KeptFeed
from reader.wording import explain

Keep = Callable[[str, str], None]
"""Keeps a title and an address; raises `ReaderError`."""


class EditDialog(ScrolledDialog):
    """Shows the name and the address of a feed; what cannot be kept is told in place."""

    def __init__(
        self, feed: KeptFeed, keep: Keep, translator: Translator, parent: QWidget | None = None
    ) -> None:
        self._ = _ = translator
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        super().__init__("editFeedDialog", _("Edit the feed"), buttons, parent)
        self._keep = keep
        self.title, self.address = LineField(feed.title), LineField(feed.address)
        name(self.title, "feedTitle", _("Name"))
        name(self.address, "feedAddress", _("Address"))
        self.told.setText(_("Nobody is asked before the next update."))
        self._lay_out()
        keeping = buttons.addButton(_("&Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        keeping.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.fit()
        self.title.setFocus()

    def accept(self) -> None:
        """Keep what is written, or tell why it cannot be."""
        try:
            self._keep(self.title.text().strip(), self.address.text().strip())
        except ReaderError as error:
            self.address.setFocus()
            self.tell(explain(error, self._))
        else:
            super().accept()

    def _lay_out(self) -> None:
        _ = self._
        form = self.add_form()
        add_above(form, _("&Name"), self.title)
        add_above(form, _("&Address"), self.address)
        self.body.addStretch(1)
