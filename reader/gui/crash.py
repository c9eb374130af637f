"""What happens when the program has a bug: a report, a few words, and the window goes on."""

import faulthandler
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, qVersion
from PySide6.QtGui import QAccessible, QGuiApplication

from reader.errors import ReaderError
from reader.i18n import Translator
from reader.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.gui.crash_dialog import CrashDialog, Happened

_LAST_RUN = "last-run.txt"


class CrashReporter(QObject):
    """Stands in for `sys.excepthook`, and for that of the threads.

    An error that a person can act on is explained; anything else is a bug: it is written to a file
    under `data`, without a word of the person's own, and told. While there is no window, that is
    the end of the program.
    """

    _in_thread = Signal(object, str)  # the exception, and the thread's name

    def __init__(
        self, data: Path, settings: Callable[[], Settings], translator: Translator
    ) -> None:
        super().__init__()
        self._data = data
        self._settings = settings
        self._ = translator
        self._window: QWidget | None = None
        self._explain: Callable[[ReaderError], None] | None = None
        self._keep: Callable[[], None] = lambda: None
        self._has_run = False
        self._dialog: CrashDialog | None = None
        self._reports: dict[str, tuple[str, Path | None]] = {}  # by what happened
        self._in_thread.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take unexpected exceptions from now on."""
        sys.excepthook = self.handle
        threading.excepthook = self._handle_in_thread

    def attach(
        self,
        window: "QWidget",
        explain: Callable[[ReaderError], None],
        keep: Callable[[], None],
    ) -> None:
        """Tell of bugs over a window from now on, and let it go on.

        `keep` keeps what is otherwise kept at the end.
        """
        self._window, self._explain, self._keep = window, explain, keep
        self._has_run = True

    def detach(self) -> None:
        """Let a bug be the end of the program again: the window is closed, with its dialogs."""
        self._window = self._explain = self._dialog = None

    def handle(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Deal with an exception that nobody caught."""
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
        elif isinstance(error, ReaderError) and self._explain is not None:
            self._explain(error)
        else:
            self._report(error)

    def tell_of_signal(self, dump: str) -> None:
        """Tell that a signal has ended the last run, by what `faulthandler` wrote then."""
        from reader.app.traces import trace_of_signal
        from reader.gui.crash_dialog import Happened

        self._tell(trace_of_signal(dump), Happened.LAST_TIME)

    def _handle_in_thread(self, about: threading.ExceptHookArgs) -> None:
        if isinstance(about.exc_value, Exception):
            self._in_thread.emit(about.exc_value, about.thread.name if about.thread else "")

    def _report(self, error: Exception, thread: str = "") -> None:
        from reader.app.reports import EXIT_CODE
        from reader.app.traces import trace_of
        from reader.gui.crash_dialog import Happened

        trace = trace_of(error)
        if sys.stderr is not None:  # as for a windowed program on Windows
            with suppress(OSError):  # as where the terminal of the start was closed since
                sys.stderr.write(f"{trace}\n")
        if self._dialog is not None:  # one is enough, however often a broken widget is drawn
            self._written(trace, thread)
            self._dialog.tell_of_another()
        elif self._window is not None:
            # In a turn of its own: where that fails, it is one more bug.
            QTimer.singleShot(0, self._window, self._keep)
            self._tell(trace, Happened.RUNNING, thread)
        else:
            self._tell(trace, Happened.CLOSING if self._has_run else Happened.STARTING, thread)
            raise SystemExit(EXIT_CODE)

    def _tell(self, trace: str, happened: "Happened", thread: str = "") -> None:
        """Show a dialog: over the window, or in its place until it is closed."""
        from reader.gui.crash_dialog import CrashDialog
        from reader.gui.dialogs import open_dialog

        report, path = self._written(trace, thread)
        dialog = self._dialog = CrashDialog(happened, report, path, self._, self._window)
        dialog.finished.connect(self._forget)
        if self._window is not None:
            open_dialog(dialog)
        else:
            dialog.exec()

    def _forget(self) -> None:
        self._dialog = None

    def _written(self, trace: str, thread: str) -> tuple[str, Path | None]:
        """Return the report of what happened, and its file, made at the first time."""
        from reader.app.reports import keep, report

        if trace not in self._reports:
            facts = {
                "Qt": f"{qVersion()}, {QGuiApplication.platformName()}",
                "Screen reader": "yes" if QAccessible.isActive() else "no",
            } | ({"Thread": thread} if thread else {})
            text = report(trace, facts, self._settings())
            self._reports[trace] = text, keep(text, self._data)
        return self._reports[trace]


class LastRun:
    """Has Python write down where a signal ended the program, for the next start to find.

    `dump` is what the last run has written, or "".
    """

    def __init__(self, data: Path) -> None:
        self._path = data / _LAST_RUN
        self._file: IO[bytes] | None = None
        self.dump = ""
        with suppress(OSError):
            self.dump = self._path.read_text("utf-8", "replace")
        with suppress(OSError):  # nowhere to write: then nothing is known the next time
            data.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb")
            faulthandler.enable(self._file)

    def close(self) -> None:
        """Leave nothing behind: this run has ended as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            with suppress(OSError):
                self._path.unlink()
