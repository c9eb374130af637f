"""Opens the library before there is a window; asks what to do where it is damaged."""

from contextlib import ExitStack
from functools import partial

from PySide6.QtWidgets import QMessageBox

from reader.app import Care
from reader.errors import (
    LibraryDamagedError,
    LibraryUnwritableError,
    ReaderError,
    StoppedError,
)
from reader.gui.care.wish import Deed, Wish
from reader.gui.dialogs import tell
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.library.store import Library
from reader.model.watch import Watch
from reader.wording import explain


class Opening:
    """Opens the library, or what can be read of it."""

    def __init__(self, care: Care, translator: Translator, palette: Palette) -> None:
        self._care = care
        self._ = translator
        self._palette = palette
        self._open = ExitStack()

    def close(self) -> None:
        """Close the library that was opened."""
        self._open.close()

    def library(self, wish: Wish | None = None) -> Library | None:
        """Return the library, after doing what the person wants done; None to quit."""
        while True:
            try:
                return self._opened(wish)
            except StoppedError:
                wish = None
            except LibraryDamagedError:
                wish = self._ask()
                if wish is None:
                    return None
            except ReaderError as error:
                if not self._is_told_and_over(error, wish):
                    return None
                wish = None if wish is not None else Wish(Deed.READ)

    def _opened(self, wish: Wish | None) -> Library:
        match wish:
            case Wish(Deed.RESTORE, name):
                self._restore(name)
            case Wish(Deed.REPAIR):
                self._repair()
            case Wish(Deed.READ):
                return self._readable()
            case _none:
                pass
        return self._open.enter_context(Library(self._care.folder))

    def _is_told_and_over(self, error: ReaderError, wish: Wish | None) -> bool:
        """Tell of an error; return whether there is another way to open the library."""
        tell_and_wait(explain(error, self._))
        can_be_read = isinstance(error, LibraryUnwritableError)
        return (wish is not None and wish.deed is not Deed.READ) or (wish is None and can_be_read)

    def _ask(self) -> Wish | None:
        from reader.gui.care.caring import damaged_in_words
        from reader.gui.care.damaged_dialog import DamagedDialog

        dialog = DamagedDialog(
            damaged_in_words((), self._), self._care.backups(), self._, self._palette
        )
        dialog.exec()
        return dialog.wish

    def _restore(self, name: str) -> None:
        from reader.care_wording import anew_in_words, backup_in_words
        from reader.gui.care.waiting import wait

        _ = self._
        restored = wait(_("Restoring the backup…"), partial(self._care.restore, name), _)
        lines = [
            _("Restored: {backup}").format(backup=backup_in_words(restored.backup, _)),
            *anew_in_words(restored.anew, _),
        ]
        if restored.lost:
            words = _.plural(
                "{count} file of a later article could not be read again; it is still there.",
                "{count} files of later articles could not be read again; they are still there.",
                restored.lost,
            )
            lines.append(words.format(count=restored.lost))
        tell_and_wait("\n".join(lines))

    def _repair(self) -> None:
        from reader.care_wording import salvaged_in_words
        from reader.gui.care.waiting import wait

        salvaged = wait(self._("Repairing the library…"), self._care.repair, self._)
        tell_and_wait("\n".join(salvaged_in_words(salvaged, self._)))

    def _readable(self) -> Library:
        from reader.gui.care.waiting import wait

        def work(watch: Watch) -> Library:
            return self._open.enter_context(self._care.reading_only(watch))

        return wait(self._("Reading what can be read of the library…"), work, self._)


def tell_and_wait(message: str) -> None:
    """Tell something while there is no window."""
    tell(None, message, QMessageBox.Icon.Information).exec()
