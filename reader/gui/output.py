"""Writing the open article to a file, as text or spoken."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader import app
from reader.app import Export, Reader, Voice
from reader.errors import ReaderError, StoppedError
from reader.gui.dialogs import file_dialog, open_dialog, shown, warn
from reader.gui.jobs import JobRunner
from reader.gui.notice import Notice
from reader.i18n import Translator
from reader.model.entry import Entry
from reader.model.exportform import ExportForm
from reader.model.pronunciation import Pronunciations
from reader.model.speaking import Speaking
from reader.speech.engine import Delivery
from reader.wording import explain

_UNTITLED = "chetivo"
_SOUNDS = {".mp3": ExportForm.MP3, ".opus": ExportForm.OPUS}
_FORMS = {
    ".html": ExportForm.PAGE,
    ".htm": ExportForm.PAGE,
    ".txt": ExportForm.TEXT,
    ".epub": ExportForm.EPUB,
}


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
        self._stopped = Event()

    def save(self, entry: Entry) -> None:
        """Save the article as text of some kind or as a book; ask about notes it may have."""
        from reader.gui.save_dialog import SaveDialog

        if not self._reader.annotating.of(entry.identifier):
            self._ask_where(entry, with_notes=False)
            return
        dialog = SaveDialog(self._, self._window())
        dialog.wanted.connect(lambda wanted: self._ask_where(entry, with_notes=wanted))
        open_dialog(dialog)

    def _ask_where(self, entry: Entry, *, with_notes: bool) -> None:
        from reader.text.names import file_name

        _ = self._
        kinds = (
            _("Markdown (*.md)"),
            _("Web page (*.html)"),
            _("E-book (*.epub)"),
            _("Plain text (*.txt)"),
        )
        self._ask(
            _("Save the article as"),
            f"{file_name(entry.title) or _UNTITLED}.md",
            ";;".join(kinds),
            lambda path: self._export(entry, path, with_notes=with_notes),
        )

    def record(
        self, entry: Entry, delivery: Delivery, speaking: Speaking, own: Pronunciations
    ) -> None:
        """Speak the article into a file of sound."""
        from reader.text.names import file_name

        _ = self._
        self._ask(
            _("Speak the article to a file"),
            f"{file_name(entry.title) or _UNTITLED}.wav",
            ";;".join((_("Sound (*.wav)"), _("MP3 (*.mp3)"), _("Opus (*.opus)"))),
            lambda path: self._record(entry, path, Voice(delivery, speaking, own)),
        )

    def save_text(self, over: QWidget, title: str, name: str, text: str) -> None:
        """Save a text that a dialog shows."""
        kinds = self._("Plain text (*.txt)")
        self._ask_over(over, (title, f"{name}.txt", kinds), partial(app.save_text, text))

    def save_notes(self, over: QWidget, title: str, write: Callable[[Path], None]) -> None:
        """Save notes as Markdown; `title` is that of the one article that they are in, or ""."""
        from reader.text.names import file_name

        _ = self._
        name = f"{file_name(title)} – {_('notes')}.md" if title else f"{_('My notes')}.md"
        self._ask_over(over, (_("Save the notes as"), name, _("Markdown (*.md)")), write)

    def _ask_over(
        self, over: QWidget, words: tuple[str, str, str], write: Callable[[Path], None]
    ) -> None:
        """Ask over a dialog for a file of one kind: by a title, a name, and the kind's words."""
        title, name, kind = words
        dialog = file_dialog(over, title, kind, self._)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.fileSelected.connect(
            lambda chosen: self._run(Path(chosen), partial(write, Path(chosen)))
        )
        open_dialog(dialog)

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

    def _export(self, entry: Entry, path: Path, *, with_notes: bool) -> None:
        form = _FORMS.get(path.suffix.lower(), ExportForm.MARKDOWN)
        # The dialog has asked already whether to replace a file that is there.
        wanted = Export([entry.identifier], form, path, entry.title, notes=with_notes, replace=True)
        self._run(path, partial(self._reader.exporting.write, wanted, self._))

    def _record(self, entry: Entry, path: Path, voice: Voice) -> None:
        _ = self._
        self._notice.busy(_("Speaking into {file}…").format(file=path.name))
        words: list[str] = []
        form = _SOUNDS.get(path.suffix.lower(), ExportForm.WAV)
        told = replace(voice, unsaid=words.append)
        wanted = Export([entry.identifier], form, path, entry.title, replace=True, voice=told)
        self._run(path, partial(self._reader.exporting.write, wanted, _, self), words)

    def stop(self) -> None:
        """Give up what is being recorded: the window closes."""
        self._stopped.set()

    def progress(self, done: int, total: int) -> None:
        """Take no note."""

    def stopped(self) -> bool:
        """Tell whether to give up."""
        return self._stopped.is_set()

    def _run(self, path: Path, write: Callable[[], object], words: Sequence[str] = ()) -> None:
        """Write, and tell when it is done, and of which words there is no sound by then."""
        from reader.voice_wording import unsaid

        _ = self._
        done = _("Saved: {path}").format(path=shown(path))
        self._jobs.run(
            write,
            done=lambda _none: self._notice.say(
                " ".join((done, *(unsaid(word, _) for word in words)))
            ),
            failed=self._fail,
            broken=self._notice.clear,
        )

    def _fail(self, error: ReaderError) -> None:
        self._notice.clear()
        if isinstance(error, StoppedError):
            return
        warn(self._window(), explain(error, self._))

    def _window(self) -> QWidget:
        return self._notice.window()
