"""What happens when the program has a bug: a report, a sentence, and the window goes on."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion

from reader.errors import ReaderError

if TYPE_CHECKING:
    from datetime import datetime


class CrashReporter:
    """Stands in for `sys.excepthook`.

    An error that a person can act on is explained; anything else is a bug: it is written to a file
    in `folder`, without the words of any article, and told.
    """

    def __init__(
        self,
        folder: Path,
        explain: Callable[[ReaderError], None],
        tell: Callable[[Path], None],
    ) -> None:
        self._folder = folder
        self._explain = explain
        self._tell = tell
        self._telling = False

    def install(self) -> None:
        """Take unexpected exceptions from now on."""
        sys.excepthook = self.handle

    def handle(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Deal with an exception that nobody caught."""
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, ReaderError):
            self._explain(error)
            return
        sys.__excepthook__(kind, error, trace)
        report = self._write(error)
        if not self._telling:  # one dialog is enough, however often a broken widget is drawn
            self._telling = True
            self._tell(report)

    def ready(self) -> None:
        """Tell of the next bug again: the person has closed the dialog."""
        self._telling = False

    def _write(self, error: Exception) -> Path:
        from datetime import datetime

        now = datetime.now().astimezone()
        path = self._folder / f"report-{now:%Y-%m-%d-%H%M%S}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(_report(error, now), "utf-8")
        except OSError as unwritable:  # a full disk must not hide the bug
            sys.stderr.write(f"{path}: {unwritable}\n")
        return path


def _report(error: Exception, now: "datetime") -> str:
    import platform
    import traceback

    from reader.app import version

    head = (
        f"Chetivo {version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        now.isoformat(timespec="seconds"),
        "",
    )
    return "\n".join(head) + "".join(traceback.format_exception(error))
