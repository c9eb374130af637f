"""The dialog with all backups: make one now, restore one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QWidget,
)

from reader.care_wording import backup_in_words
from reader.errors import ReaderError, StoppedError
from reader.gui.care.backups_list import BackupsList
from reader.gui.dialogs import ask, column_of, resize_to_list, show_listed, warn
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.flow import Flow
from reader.gui.saying import announce_after_focus, name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.care import Backup
from reader.wording import explain

_SIZE = (40, 28)  # in heights of a line


class BackupsDialog(FittedDialog):
    """Lists the backups, the newest first."""

    restore_wanted = Signal(object)  # Backup
    new_wanted = Signal()

    def __init__(
        self,
        backups: Callable[[], list[Backup]],
        translator: Translator,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ = _ = translator
        self._backups = backups
        self.setWindowTitle(_("Backups"))
        name(self, "backupsDialog", self.windowTitle())
        self.list = BackupsList(_, palette)
        self.none = QLabel(
            _("There are no backups yet. One is made each day on which the library has changed.")
        )
        self.none.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.making = QPushButton(_("&Make a backup now"))
        self.restoring = QPushButton(_("&Restore…"))
        self.making.clicked.connect(self.new_wanted)
        self.restoring.clicked.connect(self._ask_to_restore)
        self.list.doubleClicked.connect(self._ask_to_restore)
        self._lay_out()
        self.reload()
        resize_to_list(self, _SIZE, listed=self.list.current is not None)
        (self.list if self.list.current else self.making).setFocus()

    def reload(self) -> None:
        """Show the backups there are now."""
        found = self._backups()
        show_listed(self, self.list, _SIZE, listed=bool(found), none=self.none)
        self.list.show_all(found)
        self.restoring.setEnabled(bool(found))

    def take_new(self, backup: Backup) -> None:
        """Show and tell a backup that has just been made."""
        self.reload()
        self.allow_new()
        words = self._("The backup is made: {backup}").format(
            backup=backup_in_words(backup, self._)
        )
        announce_after_focus(self, words)

    def take_failure(self, error: ReaderError) -> None:
        """Tell why no backup could be made."""
        self.allow_new()
        if not isinstance(error, StoppedError):
            warn(self, explain(error, self._))

    def allow_new(self) -> None:
        """Let another backup be asked for."""
        self.making.setEnabled(True)

    def _ask_to_restore(self) -> None:
        backup = self.list.current
        if backup is None:
            return
        _ = self._
        question = _(
            "Restore this backup: {backup}? The library as it is now is put aside, and articles "
            "that came later are read anew from their files. Notes, tags and places that came "
            "later are not in it."
        ).format(backup=backup_in_words(backup, _))
        ask(self, question, _("Restore"), _("Cancel"), lambda: self._restore(backup))

    def _restore(self, backup: Backup) -> None:
        self.accept()
        self.restore_wanted.emit(backup)

    def _lay_out(self) -> None:
        title = QLabel(self.windowTitle())
        title.setObjectName("paneTitle")
        row = Flow(8)
        row.addWidget(self.restoring)
        row.addWidget(self.making)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row.addWidget(buttons)
        column = column_of(self)
        column.addWidget(title)
        column.addWidget(self.none, 1)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.restoring.setDefault(True)
