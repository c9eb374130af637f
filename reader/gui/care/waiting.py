"""Long work on a library while there is no window: a dialog says how far it is."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout

from reader.errors import ReaderError
from reader.gui.jobs import JobRunner
from reader.gui.progress import Moment, Progress
from reader.gui.saying import announce, name
from reader.i18n import Translator
from reader.model.watch import Watch

T = TypeVar("T")


def wait(words: str, work: Callable[[Watch], T], _: Translator) -> T:
    """Do long work, saying in some words what it is; return what it comes to.

    Raises `ReaderError`, `StoppedError` among them.
    """
    dialog, jobs = WaitingDialog(words, _), JobRunner()
    outcomes: list[T] = []
    errors: list[ReaderError] = []

    def take(outcome: T) -> None:
        outcomes.append(outcome)
        dialog.accept()

    def fail(error: ReaderError) -> None:
        errors.append(error)
        dialog.accept()

    jobs.run(partial(work, dialog.progress), done=take, failed=fail, broken=dialog.accept)
    dialog.exec()
    jobs.close()
    dialog.deleteLater()
    if errors:
        raise errors[0]
    return outcomes[0]


class WaitingDialog(QDialog):
    """Says how far the work is; Escape and the button give it up, its end closes the dialog."""

    def __init__(self, words: str, translator: Translator) -> None:
        super().__init__()
        self._words = words
        self._ = translator
        self.progress = Progress()
        self.setWindowTitle(words)
        name(self, "waitingDialog", words)
        self._label = QLabel(words)
        self._label.setObjectName("waitingText")
        self._label.setWordWrap(True)
        self._cancel = QPushButton(translator("Cancel"))
        self._cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._label)
        column.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignRight)
        self.progress.moment.connect(self._tell)

    def reject(self) -> None:
        """Have the work give up; the dialog closes when it has."""
        self.progress.stop()
        self._cancel.setEnabled(False)
        self._label.setText(self._("Stopping…"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for the work, however the dialog is closed."""
        event.ignore()
        self.reject()

    def _tell(self, moment: Moment) -> None:
        if self.progress.stopped():
            return
        percent = 100 * moment.done // moment.total
        words = self._("{words} {percent} %").format(words=self._words, percent=percent)
        self._label.setText(words)
        if moment.aloud:
            announce(self, words)
