"""Writing the open article to a file, as text or spoken."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.app import Reader
from reader.errors import ReaderError, TargetError
from reader.gui.dialogs import file_dialog, open_dialog, shown, warn
from reader.gui.jobs import JobRunner
from reader.gui.notice import Notice
from reader.i18n import Translator
from reader.model.entry import Entry
from reader.speech.engine import Delivery
from reader.wording import explain

_FORBIDDEN = '\\/:*?"<>|'  # in file names on Windows
_NAME_LENGTH = 60


class Output(QObject):
    """Asks for a file name, writes in the background and tells when it is done.

    Recording has a lane of its own, for it takes long.
    """

    def __init__(
        self, reader: Reader, jobs: JobRunner, notice: Notice, translator: Translator
    ) -> None:
        super().__init__()
        self._reader = reader
        self._jobs = jobs
        self._notice = notice
        self._ = translator

    def save(self, entry: Entry) -> None:
        """Save the article as Markdown or plain text."""
        _ = self._
        kinds = {_("Markdown (*.md)"): "md", _("Plain text (*.txt)"): "txt"}
        self._ask(
            _("Save the article as"),
            f"{file_name(entry.title)}.md",
            ";;".join(kinds),
            lambda path: self._export(entry, path),
        )

    def record(self, entry: Entry, delivery: Delivery) -> None:
        """Speak the article into a WAV file."""
        _ = self._
        self._ask(
            _("Speak the article to a file"),
            f"{file_name(entry.title)}.wav",
            _("Sound (*.wav)"),
            lambda path: self._record(entry, path, delivery),
        )

    def _ask(self, title: str, name: str, kinds: str, done: Callable[[Path], None]) -> None:
        dialog = file_dialog(self._window(), title, kinds, self._)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.filterSelected.connect(
            lambda kind: dialog.setDefaultSuffix(kind.rpartition(".")[2].rstrip(")"))
        )
        dialog.fileSelected.connect(lambda chosen: done(Path(chosen)))
        open_dialog(dialog)

    def _export(self, entry: Entry, path: Path) -> None:
        form = "txt" if path.suffix.lower() == ".txt" else "md"
        self._run(path, partial(self._reader.export, entry.identifier, form))

    def _record(self, entry: Entry, path: Path, delivery: Delivery) -> None:
        _ = self._
        self._notice.busy(_("Speaking into {file}…").format(file=path.name))
        self._run(
            path,
            lambda target: self._reader.speak_to_file(entry.identifier, target, delivery),
        )

    def _run(self, path: Path, write: Callable[[Path], object]) -> None:
        _ = self._
        done = _("Saved: {path}").format(path=shown(path))
        self._jobs.run(
            partial(_written, path, write),
            done=lambda _none: self._notice.say(done),
            failed=self._fail,
        )

    def _fail(self, error: ReaderError) -> None:
        self._notice.clear()
        warn(self._window(), explain(error, self._))

    def _window(self) -> QWidget:
        return self._notice.window()


def file_name(title: str) -> str:
    """Return a name for a file that every system allows."""
    kept = "".join(" " if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in title)
    return " ".join(kept.split())[:_NAME_LENGTH].rstrip(" .") or "chetivo"


def _written(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file; one that is there is replaced whole, for the dialog has asked already."""
    if not path.exists():
        write(path)
        return
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    try:
        write(draft)
    except TargetError as error:
        error.path = path  # the name that the person knows
        raise
    draft.replace(path)
