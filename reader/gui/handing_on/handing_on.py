"""Exports of the window: asked for in one dialog, done in the background, told at their end."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtWidgets import QWidget

from reader.app import Export, Exported, Reader, Voice
from reader.errors import ReaderError, SettingsError, StoppedError
from reader.gui.dialogs import open_dialog, shown, warn
from reader.gui.jobs import JobRunner
from reader.gui.library.shelf import Shelf
from reader.gui.notice import Notice, Way
from reader.gui.player.manner import delivery
from reader.gui.progress import Moment, Progress
from reader.gui.pronunciation.keeper import OwnWords
from reader.gui.reading import Reading
from reader.gui.saying import AFTER_FOCUS
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.under_way import Work
from reader.i18n import Translator
from reader.model.exportform import ExportForm
from reader.wording import explain

if TYPE_CHECKING:
    from reader.gui.handing_on.offers import Ordered
    from reader.gui.handing_on.pace import Pace

# Milliseconds from when a dialog closes until Orca hears again what concerns the window; what is
# over sooner, as most exports are, would go unheard.
_BACK = 2500


@dataclass(frozen=True, slots=True)
class Around:
    """What an export takes from the window: what can be exported, and how it is spoken."""

    reader: Reader
    shelf: Shelf
    reading: Reading
    keeper: SettingsKeeper
    own: OwnWords


class HandingOn(QObject):
    """Exports what a person chooses, one thing after the other."""

    def __init__(
        self,
        around: Around,
        jobs: JobRunner,
        notice: Notice,
        translator: Translator,
        browse: Callable[[str], bool],
        way_to_folder: Callable[[], str],
    ) -> None:
        """`way_to_folder` names the key or command that opens the folder of an export."""
        super().__init__()
        self._around = around
        self._jobs = jobs
        self._notice = notice
        self._ = translator
        self._browse = browse
        self._last: Path | None = None
        self._since = QElapsedTimer()
        self._way_to_folder = way_to_folder

    def show(self, form: ExportForm | None = None, *, of_open: bool = False) -> None:
        """Ask what is to be exported, with a form proposed, else with the last one."""
        from reader.gui.handing_on.dialog import ExportDialog
        from reader.gui.handing_on.offers import Offers

        around, now = self._around, self._around.keeper.current
        offers = Offers(around.reader, around.shelf, around.reading.identifier, self._)
        if not offers.now():
            self._notice.say(self._("There is no article to be exported."))
            return
        dialog = ExportDialog(offers, around.reader.exporting, now, self._, self._window())
        if of_open:
            dialog.choose_open()
        if form is not None:
            dialog.choose_form(form)
        dialog.wanted.connect(self._begin)
        open_dialog(dialog)

    def show_open(self, form: ExportForm) -> None:
        """Ask the same of the open article, wherever the focus is."""
        self.show(form, of_open=True)

    def show_spoken(self) -> None:
        """Ask the same with a form proposed that is spoken: the last one, if it was."""
        last = self._around.keeper.current.export_form
        self.show(last if last.is_spoken else ExportForm.MP3)

    def open_folder(self) -> None:
        """Open the folder of what was exported last, in the system's own program for files."""
        if self._last is None:
            self._notice.say(self._("Nothing has been exported yet."))
            return
        folder = self._last if self._last.is_dir() else self._last.parent
        if not self._browse(folder.as_uri()):
            words = self._("No program opens folders here. The export is in {path}.")
            warn(self._window(), words.format(path=shown(self._last)))

    def _begin(self, ordered: "Ordered") -> None:
        self._since.start()
        self._remember(ordered)
        around, words = self._around, list[str]()
        now = around.keeper.current
        voice = Voice(delivery(now), now.speaking, around.own.current, words.append)
        export = Export(
            ordered.articles,
            ordered.form,
            ordered.path,
            ordered.title,
            notes=ordered.notes,
            replace=ordered.replace,
            voice=voice,
        )
        self._write(export, words)

    def _remember(self, ordered: "Ordered") -> None:
        """Have the same proposed next time; not to be able to keep that stops no export."""
        from reader.gui.printing.sizes import print_size

        keeper = self._around.keeper
        size = keeper.current.print_size
        if ordered.size != print_size(keeper.current):
            size = ordered.size
        folder = str(ordered.path.parent)
        try:
            keeper.change(export_form=ordered.form, export_folder=folder, print_size=size)
        except SettingsError as error:
            warn(self._window(), explain(error, self._))

    def _write(self, export: Export, unsaid: list[str]) -> None:
        from reader.gui.handing_on.pace import Pace

        progress, under_way = Progress(), self._notice.under_way
        words = self._("Exporting “{file}”…").format(file=export.path.name)
        work = under_way.begin(progress, Work(words, progress.stop))
        pace, several = Pace(), len(export.articles) > 1
        tell = partial(self._tell, progress, work, pace, several=several)
        progress.moment.connect(tell)
        self._notice.busy(words, work)

        def end() -> None:
            under_way.end(progress)

        def done(exported: Exported) -> None:
            end()
            self._tell_end(export, exported, unsaid)

        def fail(error: ReaderError) -> None:
            end()
            self._fail(error, words)

        def give_up() -> None:
            end()
            self._notice.clear()

        write = partial(self._around.reader.exporting.write, export, self._, progress)
        self._jobs.run(write, done=done, failed=fail, broken=give_up)

    def _tell(
        self, progress: Progress, work: Work, pace: "Pace", moment: Moment, *, several: bool
    ) -> None:
        """Tell how far it is: which article, or of a single one that is spoken which sentence."""
        from reader.gui.handing_on.pace import left_in_words

        if progress.stopped():
            return
        _, done, total = self._, moment.done, moment.total
        far = _("article {done} of {total}") if several else _("sentence {done} of {total}")
        parts = (
            work.words,
            far.format(done=min(done + 1, total), total=total),
            left_in_words(pace.left(done, total), _),
        )
        words = ", ".join(filter(None, (" ".join(parts[:2]), parts[2])))
        self._notice.update_busy(words, work, aloud=moment.aloud)

    def _tell_end(self, export: Export, exported: Exported, unsaid: list[str]) -> None:
        from reader.voice_wording import unsaid as unsaid_words

        _ = self._
        self._last = exported.path
        count = len(export.articles)
        written = _.plural(
            "Exported: {count} article, {path}.", "Exported: {count} articles, {path}.", count
        ).format(count=count, path=shown(exported.path))
        missing = (unsaid_words(word, _) for word in unsaid)
        way = _("{command} opens the folder.").format(command=self._way_to_folder())
        words = " ".join((written, *missing, way))
        self._notice.say(words, Way(_("Open the folder"), self.open_folder), self._back_in())

    def _back_in(self) -> int:
        """Return in how many milliseconds a screen reader is back from the dialog for sure."""
        return max(AFTER_FOCUS, _BACK - self._since.elapsed())

    def _fail(self, error: ReaderError, words: str) -> None:
        _ = self._
        if isinstance(error, StoppedError):
            told = _("Cancelled: {what}").format(what=words), _("Nothing has been written.")
            self._notice.say(" ".join(told), after=self._back_in())
            return
        self._notice.clear()
        warn(self._window(), explain(error, _))

    def _window(self) -> QWidget:
        return self._notice.window()
