"""What a person is told of a damaged library, and can choose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.care.backups_list import BackupsList
from reader.gui.care.wish import Deed, Wish
from reader.gui.dialogs import one_line, selectable
from reader.gui.fitted_dialog import FittedDialog
from reader.gui.form import note_of_row
from reader.gui.saying import name
from reader.gui.scrolling import scrolled_column
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.care import Backup

_WIDTH, _HEIGHT, _LIST = 40, 36, 6  # in heights of a line
_BELOW_BUTTON = 4  # pixels


class DamagedDialog(FittedDialog):
    """Says what has happened, why and what can be done, and takes the person's choice.

    The message is the title too, for some screen readers read out the title and the button only.
    """

    def __init__(
        self,
        message: str,
        backups: Sequence[Backup],
        translator: Translator,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ = _ = translator
        self.wish: Wish | None = None
        self.setWindowTitle(one_line(message))
        name(self, "damagedDialog", self.windowTitle())
        self.list = BackupsList(_, palette)
        self.repairing = self._button(
            _("Re&pair the library"),
            _("Everything that can be read is saved; the damaged file is kept aside."),
        )
        self.restoring = self._button(
            _("&Restore the chosen backup"),
            _("Articles that came later are read anew from their files."),
        )
        self.reading = self._button(
            _("Open for r&eading only"), _("Nothing is changed, and nothing new is kept.")
        )
        self.leaving = self._button(_("&Not now") if parent else _("&Quit"), "")
        column = self._lay_out(message, listed=bool(backups))
        self.list.show_all(backups)
        self._fit(column)
        self.repairing.clicked.connect(lambda: self._choose(Wish(Deed.REPAIR)))
        self.restoring.clicked.connect(self._restore)
        self.list.doubleClicked.connect(self._restore)
        self.reading.clicked.connect(lambda: self._choose(Wish(Deed.READ)))
        self.leaving.clicked.connect(self.reject)
        self.repairing.setDefault(True)
        self.repairing.setFocus()

    def _choose(self, wish: Wish) -> None:
        self.wish = wish
        self.accept()

    def _restore(self) -> None:
        if (backup := self.list.current) is not None:
            self._choose(Wish(Deed.RESTORE, backup.name))

    def _button(self, words: str, hint: str) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleDescription(hint)
        return button

    def _explained(self, button: QPushButton) -> QWidget:
        """Return a button with what it does below it."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BELOW_BUTTON)
        column.addWidget(button)
        column.addWidget(note_of_row(button.accessibleDescription()))
        return both

    def _lay_out(self, message: str, *, listed: bool) -> QVBoxLayout:
        self._area, column = scrolled_column(self)
        restoring = self._explained(self.restoring)
        told = selectable(message, "damagedText")
        told.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(told)
        column.addWidget(self._explained(self.repairing))
        column.addWidget(self._explained(self.reading))
        column.addWidget(restoring)
        restoring.setVisible(listed)
        column.addWidget(self.list, 1)
        column.addWidget(self.leaving)
        self.list.setMinimumHeight(self.fontMetrics().height() * _LIST)
        return column

    def _fit(self, column: QVBoxLayout) -> None:
        """Take a good size; without backups, the height that the words and the buttons need."""
        self.ensurePolished()
        room = self.screen().availableSize()
        letter = self.fontMetrics().height()
        width = min(letter * _WIDTH, room.width())
        listed = self.list.current is not None
        inside = width - self._area.verticalScrollBar().sizeHint().width()
        self._area.scroll_sideways(width)
        high = letter * _HEIGHT if listed else column.heightForWidth(inside)
        self.resize(width, min(high, room.height()))
