"""Taking whole folders in, in the background: begun, paused, gone on with, given up, reported."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from reader.app import Bulk
from reader.errors import LibraryError, ReaderError
from reader.gui.bulk.strip import ImportStrip
from reader.gui.dialogs import ask, file_dialog, open_dialog, warn
from reader.gui.jobs import JobRunner
from reader.gui.output import Output
from reader.gui.progress import Moment, Progress
from reader.gui.saying import announce_after_focus
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.watch import Watch

if TYPE_CHECKING:
    from reader.gui.bulk.report_dialog import ReportDialog
    from reader.model.intake import Report, Unfinished


_CATCHING_UP = 2000  # milliseconds between two looks of the list at what has come


class State(Enum):
    """What an import is at: none, under way, or to be gone on with."""

    NONE = "none"
    RUNNING = "running"
    WAITING = "waiting"


class Importing(QObject):
    """Has the files of folders taken in, a lane of its own beside all else, and tells how it went.

    What was taken in stays, whatever happens; an import that was paused, or broke off with the
    program, goes on when the person says so.
    """

    came = Signal()  # there may be new articles
    changed = Signal(object)  # State
    chosen = Signal(int)  # an article of the report
    locked = Signal(object)  # list[Path]: files to be opened one by one with their passwords
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        bulk: Bulk,
        jobs: JobRunner,
        strip: ImportStrip,
        output: Output,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._bulk = bulk
        self._jobs = jobs
        self._strip = strip
        self._output = output
        self._ = translator
        self._state = State.NONE
        self._progress = Progress()
        self._giving_up = False
        self._way_on = self._way_to_report = ""
        self._report: Report | None = None
        self._palette: Palette | None = None
        self._looks = QTimer(self)
        self._looks.setInterval(_CATCHING_UP)
        self._looks.timeout.connect(self.came)
        strip.pause_wanted.connect(self.pause)
        strip.going_on_wanted.connect(self.go_on)
        strip.end_wanted.connect(self.give_up)
        strip.report_wanted.connect(self.show_report)

    @property
    def state(self) -> State:
        """What the import is at."""
        return self._state

    @property
    def has_report(self) -> bool:
        """Whether an import has come to an end, so that there is a report."""
        return self._report is not None

    def set_ways(self, on: str, report: str) -> None:
        """Name the keys or commands that go on with an import, and that show its report."""
        self._way_on, self._way_to_report = on, report

    def set_palette(self, palette: Palette) -> None:
        """Draw the report in these colours from now on."""
        self._palette = palette

    def offer(self) -> None:
        """Tell of an import that has not ended: it broke off with the program, or was paused."""
        try:
            unfinished = self._bulk.unfinished()
        except LibraryError as error:
            self.failed.emit(error)
            return
        if unfinished is not None:
            self._wait(self._told(unfinished))

    def ask_for_folder(self) -> None:
        """Ask for a folder to take in."""
        dialog = file_dialog(self._window(), self._("Import a folder"), "", self._)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.FileName, self._("Folder"))
        dialog.fileSelected.connect(lambda chosen: self.start([Path(chosen)]))
        open_dialog(dialog)

    def start(self, roots: Sequence[Path]) -> None:
        """Take in files and all files in folders; one import at a time."""
        _ = self._
        begin = partial(self._begin, partial(self._bulk.start, tuple(roots)))
        match self._state:
            case State.RUNNING:
                warn(
                    self._window(),
                    _("An import is under way. Wait for its end, or give it up, and try again."),
                )
            case State.WAITING:
                question = _("Give up the import that has not ended, and begin this one?")
                ask(self._window(), question, _("Begin this one"), _("Cancel"), begin)
            case State.NONE:
                begin()

    def pause(self) -> None:
        """Stop after what is being read now; all the rest can go on later."""
        self._progress.stop()

    def go_on(self) -> None:
        """Go on where the import was stopped."""
        if self._state is State.WAITING:
            self._begin(self._bulk.resume)

    def give_up(self) -> None:
        """Take no more of it in; what was taken in stays."""
        if self._state is State.RUNNING:
            self._giving_up = True
            self._progress.stop()
        elif self._state is State.WAITING and self._forget():
            self._set_state(State.NONE)
            self._strip.tell_given_up(self._("The import is given up. What was taken in stays."))

    def close(self) -> None:
        """Stop for this time, and look for nothing any more: the library is about to be closed."""
        self.pause()
        self._looks.stop()

    def show_report(self) -> None:
        """Show how the last import went."""
        from reader.intake_wording import bulk_report

        if self._report is not None:
            self._show(self._report, bulk_report(self._report, self._))

    def _show(self, report: "Report", title: str) -> "ReportDialog":
        from reader.gui.bulk.report_dialog import ReportDialog

        dialog = ReportDialog(report, title, self._, self._window())
        if self._palette is not None:
            dialog.set_palette(self._palette)
        dialog.wanted.connect(self.chosen)
        dialog.locked_wanted.connect(self.locked)
        dialog.saving_wanted.connect(lambda: self._save(report, dialog))
        open_dialog(dialog)
        return dialog

    def _save(self, report: "Report", dialog: QWidget) -> None:
        from reader.intake_wording import report_text

        _ = self._
        title, name = _("Save the report as"), _("Report of the import")
        self._output.save_text(dialog, title, name, report_text(report, _))

    def _begin(self, work: "Callable[[Watch], Report]") -> None:
        self._giving_up = False
        self._progress = Progress()
        self._progress.moment.connect(self._tell_moment)
        self._set_state(State.RUNNING)
        self._strip.tell_running(self._("Files are being taken in…"))
        self._looks.start()
        self._jobs.run(
            partial(work, self._progress),
            done=self._take_report,
            failed=self._take_failure,
            broken=lambda: self._wait(self._("The import broke off. What was taken in stays.")),
        )

    def _tell_moment(self, moment: Moment) -> None:
        if self._state is State.RUNNING and not self._progress.stopped():
            words = self._("Files are being taken in: {done} of {total}")
            self._strip.update_busy(
                words.format(done=moment.done, total=moment.total), aloud=moment.aloud
            )

    def _take_report(self, report: "Report") -> None:
        from reader.intake_wording import bulk_report

        _ = self._
        if not report.finished and not self._giving_up:
            count = len(report.earlier) + len(report.taken)
            words = _.plural(
                "Paused: {count} file is taken in. {command} goes on with the import.",
                "Paused: {count} files are taken in. {command} goes on with the import.",
                count,
            )
            self._wait(words.format(count=count, command=self._way_on))
            return
        if not report.finished and not self._forget():
            return
        self._report = report
        self._set_state(State.NONE)
        self._come_to_rest()
        end = _("The import is finished.") if report.finished else _("The import is given up.")
        told = f"{end} {bulk_report(report, _)}"
        way = _("{command} shows the report.").format(command=self._way_to_report)
        # What went wrong is shown at once, as it is elsewhere, but never over another dialog.
        at_once = bool(report.failed) and QApplication.activeModalWidget() is None
        self._strip.tell_ended(f"{told} {way}" if report.failed else told, aloud=not at_once)
        if at_once:
            dialog = self._show(report, told)
            dialog.rejected.connect(partial(announce_after_focus, self._strip, way))

    def _take_failure(self, error: ReaderError) -> None:
        """Tell why it cannot go on now, as where the disk is full; it can later."""
        words = self._("The import was stopped. {command} goes on with it.")
        self._wait(words.format(command=self._way_on))
        self.failed.emit(error)

    def _wait(self, words: str) -> None:
        self._set_state(State.WAITING)
        self._come_to_rest()
        self._strip.tell_waiting(words)

    def _come_to_rest(self) -> None:
        self._looks.stop()
        self.came.emit()

    def _forget(self) -> bool:
        """Give the import up for good; tell whether that could be written."""
        try:
            self._bulk.forget()
        except LibraryError as error:
            self._take_failure(error)
            return False
        return True

    def _told(self, unfinished: "Unfinished") -> str:
        _ = self._
        names = ", ".join(root.name or str(root) for root in unfinished.roots[:2])
        words = _.plural(
            "The import of “{folder}” has not ended: {count} file is taken in. {command} goes on.",
            "The import of “{folder}” has not ended: {count} files are taken in. "
            "{command} goes on.",
            unfinished.done,
        )
        return words.format(folder=names, count=unfinished.done, command=self._way_on)

    def _set_state(self, state: State) -> None:
        self._state = state
        self.changed.emit(state)

    def _window(self) -> QWidget:
        return self._strip.window()
