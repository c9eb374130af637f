"""Writing what a dialog shows to a file: a report, or notes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader import app
from reader.errors import ReaderError
from reader.gui.dialogs import file_dialog, open_dialog, shown, warn
from reader.gui.jobs import JobRunner
from reader.gui.notice import Notice
from reader.i18n import Translator
from reader.wording import explain


class Output(QObject):
    """Asks for a file name, writes in the background and tells when it is done."""

    def __init__(self, jobs: JobRunner, notice: Notice, translator: Translator) -> None:
        super().__init__()
        self._jobs = jobs
        self._notice = notice
        self._ = translator

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

    def _run(self, path: Path, write: Callable[[], object]) -> None:
        """Write, and tell when it is done."""
        self._jobs.run(
            write,
            done=lambda _none: self._notice.say(self._("Saved: {path}").format(path=shown(path))),
            failed=self._fail,
            broken=self._notice.clear,
        )

    def _fail(self, error: ReaderError) -> None:
        self._notice.clear()
        warn(self._window(), explain(error, self._))

    def _window(self) -> QWidget:
        return self._notice.window()
