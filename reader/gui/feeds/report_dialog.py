"""The dialog that tells how an update went, feed by feed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from reader.feed_wording import updated_in_words
from reader.gui.proof.rows import Row, RowsDialog
from reader.i18n import Translator
from reader.model.feed import Updated


class UpdateReportDialog(RowsDialog):
    """Lists feeds with what came and what did not, and why; Enter leads to a feed's news."""

    news_wanted = Signal(int)  # the feed
    again_wanted = Signal()

    def __init__(
        self,
        updates: Sequence[Updated],
        title: str,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._updates = sorted(updates, key=_is_well)  # what there is to be done about comes first
        _ = translator
        super().__init__(title, _("Feeds"), [_row(each, _) for each in self._updates], _, parent)
        self.show_it.setText(_("Read its &news"))
        self.again = self.buttons.addButton(_("&Try again"), QDialogButtonBox.ButtonRole.ActionRole)
        self.again.setAccessibleDescription(_("Asks for what could not be fetched."))
        self.again.setAutoDefault(False)
        self.again.setEnabled(not all(map(_is_well, updates)))
        self.again.clicked.connect(self._try_again)

    def _go(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.accept()
            self.news_wanted.emit(self._updates[index.row()].feed.identifier)

    def _try_again(self) -> None:
        self.accept()
        self.again_wanted.emit()


def troubled(updates: Sequence[Updated]) -> list[int]:
    """Return the feeds of which not all could be had."""
    return [each.feed.identifier for each in updates if not _is_well(each)]


def _is_well(updated: Updated) -> bool:
    return updated.failure is None and not updated.lost


def _row(updated: Updated, _: Translator) -> Row:
    first, *troubles = updated_in_words(updated, _)
    return Row(first, tuple(troubles), ". ".join((first, *troubles)), None)
