"""Long work on a library while there is no window: a dialog says how far it is."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog

from reader.errors import ReaderError, StoppedError
from reader.gui.jobs import JobRunner
from reader.gui.progress import Moment, Progress
from reader.gui.saying import announce, name
from reader.i18n import Translator
from reader.model.watch import Watch

T = TypeVar("T")


def wait(words: str, work: Callable[[Watch], T], _: Translator) -> T:
    """Do long work, saying in some words what it is; return what it comes to.

    Raises `ReaderError`; `StoppedError` where the person gives it up by Escape or the button.
    """
    progress, jobs = Progress(), JobRunner()
    dialog = _dialog(words, progress, _)
    outcomes: list[T] = []
    errors: list[ReaderError] = []

    def take(outcome: T) -> None:
        outcomes.append(outcome)
        dialog.accept()

    def fail(error: ReaderError) -> None:
        errors.append(error)
        dialog.accept()

    jobs.run(partial(work, progress), done=take, failed=fail, broken=dialog.accept)
    dialog.exec()
    jobs.close()
    dialog.deleteLater()
    if not outcomes:
        raise errors[0] if errors else StoppedError
    return outcomes[0]


def _dialog(words: str, progress: Progress, _: Translator) -> QProgressDialog:
    dialog = QProgressDialog(words, _("Cancel"), 0, 100)
    name(dialog, "waiting", words)
    dialog.setWindowTitle(words)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)

    def tell(moment: Moment) -> None:
        percent = 100 * moment.done // moment.total
        dialog.setValue(percent)
        if moment.aloud:
            announce(dialog, _("{words} {percent} %").format(words=words, percent=percent))

    progress.moment.connect(tell)
    dialog.canceled.connect(progress.stop)
    return dialog
