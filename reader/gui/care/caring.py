"""The care for the library while the window is open: checks and backups off the window's thread."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.app import Care, Reader
from reader.errors import LibraryDamagedError, ReaderError, StoppedError
from reader.gui.care.wish import Deed, Wish
from reader.gui.dialogs import open_dialog, shown, warn
from reader.gui.jobs import JobRunner
from reader.gui.notice import Notice
from reader.gui.progress import Progress
from reader.gui.theme import Palette, palette_for
from reader.i18n import Translator
from reader.settings import Settings
from reader.wording import explain

if TYPE_CHECKING:
    from reader.gui.care.backups_dialog import BackupsDialog
    from reader.model.care import Backup, Fault


T = TypeVar("T")

_AFTER_START = 3000  # milliseconds: nothing of it may delay the window
_MOST_NAMED = 10  # faults in one message


class Caring(QObject):
    """Checks the library, makes its backups, and asks what to do where it is damaged.

    `leaving` tells that the window must close for what the person wants: `wish` says what.
    """

    leaving = Signal()
    recovered = Signal()  # articles have come into the list

    def __init__(
        self, care: Care | None, reader: Reader, notice: Notice, translator: Translator
    ) -> None:
        super().__init__()
        self._care = care
        self._reader = reader
        self._notice = notice
        self._ = translator
        self._jobs = JobRunner(self)
        self._watch = Progress()
        self._palette: Palette = palette_for(Settings(), system_dark=False, system_contrast=False)
        self._told: set[str] = set()
        self._asking = False
        self._start = QTimer(self, singleShot=True, interval=_AFTER_START)
        self._start.timeout.connect(self._look)
        self.wish: Wish | None = None

    def begin(self) -> None:
        """Begin with what is due, when the window has come up."""
        if self._care is not None and not self._reader.library.read_only:
            self._start.start()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self._palette = palette

    def close(self) -> None:
        """Give up what is under way, and wait for that."""
        self._start.stop()
        self._watch.stop()
        self._jobs.close()

    def explain(self, error: ReaderError) -> None:
        """Tell what did not work; where the library is damaged, ask what to do about that."""
        can_be_asked = self._care is not None and not self._reader.library.read_only
        if isinstance(error, LibraryDamagedError) and can_be_asked:
            self._ask_what_to_do()
        else:
            warn(self._window(), explain(error, self._))

    def check(self) -> None:
        """Check everything now, and tell what was found."""
        if self._care is not None:
            self._notice.busy(self._("Checking the library…"))
            self._jobs.run(
                partial(self._care.check_all, self._reader.library, self._watch),
                done=self._tell_checked,
                failed=self._explain,
                broken=self._notice.clear,
            )

    def show_backups(self) -> None:
        """Show the backups."""
        from reader.gui.care.backups_dialog import BackupsDialog

        if self._care is None:
            return
        dialog = BackupsDialog(self._care.backups, self._, self._palette, self._window())
        dialog.restore_wanted.connect(self._restore)
        dialog.new_wanted.connect(partial(self._back_up, dialog))
        open_dialog(dialog)

    def _back_up(self, dialog: "BackupsDialog") -> None:
        if self._care is not None:
            dialog.making.setEnabled(False)  # until it is made
            dialog.list.setFocus()
            job = self._jobs.run(
                partial(self._care.back_up, self._watch),
                done=dialog.take_new,
                failed=dialog.take_failure,
                broken=dialog.allow_new,
            )
            dialog.finished.connect(job.cancel)  # it is made all the same

    def _restore(self, backup: "Backup") -> None:
        self._leave(Wish(Deed.RESTORE, backup.name))

    def _leave(self, wish: Wish | None) -> None:
        self.wish = wish
        self.leaving.emit()

    # What is due, one after the other

    def _look(self) -> None:
        if self._care is not None:
            self._run(partial(self._care.check, self._watch), self._go_on)

    def _go_on(self, faults: "list[Fault]") -> None:
        care, library = self._care, self._reader.library
        if faults:
            self._ask_what_to_do()
        elif care is not None:
            self._warn_of_place(care)
            self._run(partial(care.recover, library, self._watch), self._tell_recovered)
            self._run(partial(care.back_up_if_due, self._watch), lambda _backup: None)
            self._build_search()
            if care.is_check_due(library):
                self._run(partial(care.check_all, library, self._watch), self._tell_faults)

    def _warn_of_place(self, care: Care) -> None:
        from reader.care_wording import hazard_in_words

        hazard = care.hazard_to_tell(self._reader.library)
        if hazard is not None:
            warn(self._window(), hazard_in_words(hazard, shown(care.folder), self._))

    def _build_search(self) -> None:
        """Go on with the search where an update has changed it; tell that it is not whole."""
        library, _ = self._reader.library, self._
        left = library.left_to_search()
        if left:
            words = _.plural(
                "The search is being prepared anew: {count} article is not found yet.",
                "The search is being prepared anew: {count} articles are not found yet.",
                left,
            )
            self._notice.say(words.format(count=left))
            work = partial(library.build_search, self._watch)
            self._run(work, lambda _none: self._notice.say(_("The search is whole again.")))

    def _tell_recovered(self, recovered: tuple[tuple[str, ...], int]) -> None:
        """Tell what came back by itself: articles whose files a restored library did not know."""
        from reader.care_wording import anew_in_words

        anew, _lost = recovered
        if anew:
            self.recovered.emit()
            self._notice.say("\n".join(anew_in_words(anew, self._)))

    def _tell_checked(self, faults: "list[Fault]") -> None:
        if faults:
            self._notice.clear()
            self._tell_faults(faults)
        else:
            self._notice.say(self._("The library is whole: every article, file and the search."))

    def _tell_faults(self, faults: "list[Fault]") -> None:
        """Name what is not as it was written, and ask what to do about it."""
        from reader.care_wording import fault_in_words
        from reader.model.care import BEYOND_REPAIR

        if not faults:
            return
        named = [fault_in_words(fault, self._) for fault in faults]
        if all(fault.kind in BEYOND_REPAIR for fault in faults):
            self._notice.say("\n".join(_some(named, self._)))
        else:
            self._ask_what_to_do(named)

    def _ask_what_to_do(self, named: Sequence[str] = ()) -> None:
        from reader.gui.care.damaged_dialog import DamagedDialog

        if self._care is None or self._asking:
            return
        self._asking = True
        dialog = DamagedDialog(
            damaged_in_words(named, self._),
            self._care.backups(),
            self._,
            self._palette,
            self._window(),
        )
        dialog.accepted.connect(lambda: self._leave(dialog.wish))
        dialog.finished.connect(self._have_asked)
        open_dialog(dialog)

    def _have_asked(self) -> None:
        self._asking = False

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.run(work, done=done, failed=self._fail)

    def _fail(self, error: ReaderError) -> None:
        """Tell each trouble once: what is due is tried again at the next start."""
        if isinstance(error, StoppedError):
            return
        words = explain(error, self._)
        if words not in self._told:
            self._told.add(words)
            self._notice.say(words)

    def _explain(self, error: ReaderError) -> None:
        """Tell why what the person asked for did not work."""
        self._notice.clear()
        if not isinstance(error, StoppedError):
            warn(self._window(), explain(error, self._))

    def _window(self) -> QWidget:
        return self._notice.window()


def damaged_in_words(named: Sequence[str], _: Translator) -> str:
    """Return what has happened to a library, why, and what to do."""
    told = _(
        "The library is damaged: something has changed its file, as a failing disk or a program "
        "that copies it can. The files that the articles came in lie beside it. Repair the "
        "library, restore a backup, or open it for reading only; nothing is deleted."
    )
    return "\n".join((told, *_some(named, _)))


def _some(named: Sequence[str], _: Translator) -> tuple[str, ...]:
    """Return the first of many sentences, and how many more there are."""
    more = len(named) - _MOST_NAMED
    if more <= 0:
        return tuple(named)
    words = _.plural("and {count} more", "and {count} more", more)
    return (*named[:_MOST_NAMED], words.format(count=more))
