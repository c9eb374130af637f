"""The archives of the window: opened into the list, closed, made, checked, taken in."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader import app
from reader.app import Reader
from reader.errors import ReaderError, StoppedError
from reader.gui.dialogs import file_dialog, open_dialog, warn
from reader.gui.jobs import JobRunner
from reader.gui.library.shelf import Shelf
from reader.gui.library.views import ALL, View
from reader.gui.notice import Notice
from reader.gui.progress import Moment, Progress
from reader.gui.reading import Reading
from reader.gui.under_way import Work
from reader.i18n import Translator
from reader.model.identifier import archive_of
from reader.model.query import Filter, Search
from reader.model.watch import Watch
from reader.wording import explain

if TYPE_CHECKING:
    from reader.gui.archive.dialog import Wanted
    from reader.model.archive import About, Checked, Label, Made, Merged, OpenArchive


_Outcome = TypeVar("_Outcome")


class Archiving(QObject):
    """Does what is asked with archives, in the background, and tells how it went."""

    opened = Signal()  # an archive is in the list now

    def __init__(
        self,
        reader: Reader,
        shelf: Shelf,
        reading: Reading,
        jobs: JobRunner,
        notice: Notice,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._shelf = shelf
        self._reading = reading
        self._jobs = jobs
        self._notice = notice
        self._ = translator
        self._under_way = notice.under_way
        shelf.views.add(self._views)

    def open(self, path: Path) -> None:
        """Open an archive and show it in the list."""
        self._jobs.run(
            partial(self._reader.archives.open, path), done=self._show, failed=self._fail
        )

    def close(self) -> None:
        """Close the archive that shows, or that the open article is in."""
        archive = self._current()
        if archive is None:
            return
        open_one = self._reading.identifier or 0
        if archive_of(open_one) == archive.number:
            self._reading.forget(open_one)
        self._reader.archives.close(archive.number)
        self._shelf.show_view(ALL)
        self._notice.say(self._("The archive “{name}” is closed.").format(name=archive.about.name))

    def make(self) -> None:
        """Ask what is to go into an archive, and where it is to be."""
        from reader.gui.archive.dialog import MakeDialog, What

        shelf, in_archive = self._shelf, self._shelf.view.filter.archive
        selected = [] if in_archive else [each for each in shelf.selected if not archive_of(each)]
        shown = (
            [] if in_archive else [each for each in shelf.model.rows.ids if not archive_of(each)]
        )
        search = Search(shelf.query) if shelf.query and shown else None
        offers: dict[What, Search | Sequence[int] | None] = {
            What.ALL: None,
            What.SHOWN: search or shown,
            What.SELECTED: selected,
        }
        dialog = MakeDialog(len(shown), len(selected), self._, self._window())
        title = self._("Make an archive")
        dialog.wanted.connect(lambda wanted: self._ask_where(title, wanted, offers[wanted.what]))
        open_dialog(dialog)

    def take_in(self) -> None:
        """Take the archive that shows into the library."""
        if (archive := self._current()) is not None:
            self._take(archive.path)

    def check(self) -> None:
        """Verify every hash of the archive that shows."""
        if (archive := self._current()) is not None:
            self._work(
                self._("Checking “{file}”…").format(file=archive.path.name),
                partial(app.check, archive.path),
                lambda found: self._tell_checked(*found),
            )

    def move_out(self) -> None:
        """Ask for a file that all of the library is to go into, to be restored elsewhere."""
        from reader.gui.archive.dialog import Wanted, What

        name = self._("Everything from Chetivo")
        wanted = Wanted(What.ALL, name, with_notes=True)
        self._ask_where(self._("Move everything to a file"), wanted, None, everything=True)

    def move_in(self) -> None:
        """Ask for a copy of a library, and take all of it into this one."""
        dialog = self._file_dialog(self._("Take everything from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._take(Path(name)))
        open_dialog(dialog)

    def copy(self, articles: Sequence[int]) -> None:
        """Copy articles of an archive into the library."""
        numbers = {archive_of(each) for each in articles}
        if len(numbers) != 1 or 0 in numbers:
            self._notice.say(self._("Only articles of an open archive can be copied here."))
            return
        about = self._reader.archives.numbered(numbers.pop()).told.about
        self._work(
            self._("Copying into the library…"),
            partial(self._reader.copy, articles),
            partial(self._tell_merged, about),
        )

    def _take(self, path: Path) -> None:
        self._work(
            self._("Taking in “{file}”…").format(file=path.name),
            partial(self._reader.take_in, path),
            lambda found: self._tell_merged(*found),
        )

    def _views(self) -> Iterable[View]:
        words = self._("Archive: {name}")
        for each in self._reader.archives.all():
            name = each.about.name
            called = name if each.of_program else words.format(name=name)
            yield View(f"archive:{each.number}", called, Filter(archive=each.number))

    def _show(self, archive: "OpenArchive") -> None:
        # How much is in it, the list tells, which the focus comes to.
        self._shelf.show_view(f"archive:{archive.number}", counted=False)
        self.opened.emit()
        words = self._("The archive “{name}” is open.")
        self._notice.say(words.format(name=archive.about.name))

    def _current(self) -> "OpenArchive | None":
        """Return the archive that shows, else that of the open article; tell where none is."""
        number = self._shelf.view.filter.archive or archive_of(self._reading.identifier or 0)
        for archive in self._reader.archives.all():
            if archive.number == number:
                return archive
        self._notice.say(
            self._("The list shows no archive. Open one, or choose an open one above the list.")
        )
        return None

    def _ask_where(
        self,
        title: str,
        wanted: "Wanted",
        contents: Search | Sequence[int] | None,
        *,
        everything: bool = False,
    ) -> None:
        from reader import archive_wording
        from reader.model.archive import Label
        from reader.text.names import file_name

        _ = self._
        label = Label(
            wanted.name, app.version(), archive_wording.terms(_), wanted.with_notes, everything
        )
        dialog = self._file_dialog(title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("chetivo")
        dialog.selectFile(f"{file_name(wanted.name) or 'chetivo'}.chetivo")
        dialog.fileSelected.connect(lambda name: self._make(Path(name), label, contents))
        open_dialog(dialog)

    def _file_dialog(self, title: str) -> QFileDialog:
        kinds = self._("Archives of Chetivo (*.chetivo)")
        dialog = file_dialog(self._window(), title, kinds, self._)
        dialog.setObjectName("archiveFile")
        return dialog

    def _make(self, path: Path, label: "Label", contents: Search | Sequence[int] | None) -> None:
        from reader import archive_wording

        _ = self._

        def write(watch: Watch) -> "Made":
            # The dialog has asked already whether to replace a file that is there.
            return self._reader.archives.make(path, contents, label, watch, over=True)

        self._work(
            _("Writing “{file}”…").format(file=path.name),
            write,
            lambda made: self._tell(
                archive_wording.made(path, made, _), (*made.left_out, *made.without_file)
            ),
        )

    def _work(
        self, words: str, work: Callable[[Watch], _Outcome], done: Callable[[_Outcome], None]
    ) -> None:
        progress = Progress()
        named = self._under_way.begin(progress, Work(words, progress.stop))
        progress.moment.connect(partial(self._tell_progress, progress, named))
        self._notice.busy(words, named)

        def finish(outcome: _Outcome) -> None:
            self._under_way.end(progress)
            done(outcome)

        def fail(error: ReaderError) -> None:
            self._under_way.end(progress)
            if isinstance(error, StoppedError):
                self._shelf.reload()  # what was taken in by then stays
                self._notice.say(self._("Cancelled: {what}").format(what=words))
            else:
                self._fail(error)

        def give_up() -> None:
            self._under_way.end(progress)
            self._notice.clear()

        self._jobs.run(partial(work, progress), done=finish, failed=fail, broken=give_up)

    def _tell_progress(self, progress: Progress, work: Work, moment: Moment) -> None:
        if not progress.stopped():
            far = self._("{what} {done} of {total}")
            self._notice.update_busy(
                far.format(what=work.words, done=moment.done, total=moment.total),
                work,
                aloud=moment.aloud,
            )

    def _tell_merged(self, about: "About", merged: "Merged") -> None:
        from reader import archive_wording

        self._shelf.reload()
        words = archive_wording.merged(about, merged, self._)
        self._tell(words, (*merged.damaged, *merged.without_file))

    def _tell_checked(self, about: "About", checked: "Checked") -> None:
        from reader import archive_wording

        words = archive_wording.checked(about, checked, self._)
        if checked.whole:
            self._notice.say(words)
        else:
            self._notice.clear()
            warn(self._window(), "\n".join((words, *checked.damaged)), words)

    def _tell(self, words: str, titles: Sequence[str]) -> None:
        """Tell how it went; with damaged articles in a dialog that names them."""
        if titles:
            self._notice.clear()
            warn(self._window(), "\n".join((words, *titles)), words)
        else:
            self._notice.say(words)

    def _fail(self, error: ReaderError) -> None:
        self._notice.clear()
        warn(self._window(), explain(error, self._))

    def _window(self) -> QWidget:
        return self._notice.window()
