"""Starts the program: the window, or a command of the terminal."""

import io
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from reader.paths import Folders, folders
from reader.processes.part import asked

if TYPE_CHECKING:
    from argparse import Namespace
    from types import FrameType, TracebackType

    from reader.cli.console import Console
    from reader.exporters.pdf.contents import Together
    from reader.gui.printing.alone import Alone
    from reader.i18n import Translator
    from reader.model.article import Article
    from reader.settings import Settings

_WITHOUT_DISPLAY = ("offscreen", "minimal")  # Qt's own platforms that need no display
_WINDOW_ALONE: tuple[list[str], ...] = ([], ["open"])  # the second is what the menus of Linux start
_BY_SIGNAL = 128  # and the signal's number, as shells have it
_INTERRUPTED = _BY_SIGNAL + 2
PARTS = {  # what runs in processes of its own, beside the window or a command
    "speaking": "reader.speech.worker",
    "importing": "reader.importers.apart_worker",
    "pool": "reader.app.pool_worker",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return 0 done, 1 some inputs failed, 2 wrong usage.

    A bug ends it with 70, as the system's own list of such codes has it.
    """
    arguments = sys.argv[1:] if argv is None else argv
    _speak_utf8()
    if part := asked(arguments):
        return _run_part(*part)
    if argv is None:
        sys.excepthook = _tell_of_bug
        _end_when_told()
    try:
        status = _run(arguments)
    except BrokenPipeError:  # as in: chetivo list | head
        _forget_output()
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status if _is_written() else 1


def _end_when_told() -> None:
    """Let a command that the system ends leave as little behind as one that a person interrupts.

    What somebody else lets the program ignore, as `nohup` does, it still ignores.
    """
    for name in ("SIGTERM", "SIGHUP"):  # Windows knows the first alone
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _frame: "FrameType | None") -> None:
    raise SystemExit(_BY_SIGNAL + number)


def _run_part(name: str, arguments: Sequence[str]) -> int:
    import_module(PARTS[name]).main(arguments)
    return 0


def _tell_of_bug(
    kind: type[BaseException], error: BaseException, trace: "TracebackType | None"
) -> None:
    """End with a report and a few words instead of a traceback, and with a code of its own."""
    if not isinstance(error, Exception):
        sys.__excepthook__(kind, error, trace)
        return
    from reader import settings
    from reader.app.reports import EXIT_CODE
    from reader.cli import crash
    from reader.i18n import Translator, choose_language

    places = folders()
    chosen = settings.load(places.config).settings
    translator = Translator(choose_language(chosen.language))
    told = sys.stderr or io.StringIO()
    crash.tell(error, places.data, chosen, translator, lambda line: told.write(f"{line}\n"))
    raise SystemExit(EXIT_CODE)


def _is_written() -> bool:
    """Tell whether all output is where it should be; the reason why not has been told."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        _forget_output()
        return False
    return True


def _forget_output() -> None:
    """Let what is left in the buffer go nowhere, or Python would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: Sequence[str]) -> int:
    if list(arguments) in _WINDOW_ALONE and has_display(os.environ, sys.platform):
        return _show_window([], folders())  # which speaks for itself: no command line is needed
    from reader import settings
    from reader.cli import parser, run
    from reader.i18n import Translator, choose_language

    loaded = settings.load(folders().config)
    translator = Translator(choose_language(loaded.settings.language))
    options = parser.parse(arguments, translator)
    console = _console(translator, options, loaded.settings)
    for trouble in loaded.troubles:
        console.fail(trouble)
    if options.command in (None, "open"):
        return _open(options, console)
    return run.run(options, console)


def _open(options: "Namespace", console: "Console") -> int:
    from reader.cli import terminal

    if not has_display(os.environ, sys.platform):
        return terminal.open_here(options, console)
    files: list[str] = getattr(options, "files", [])
    password: str | None = getattr(options, "password", None)
    return _show_window([_given(name) for name in files], console.folders, password)


def _given(argument: str) -> Path | str:
    """Return the file that an argument names, or else the address or the reference that it is."""
    from reader.cli.web import is_named

    return argument if is_named(argument) else Path(argument).absolute()


def _show_window(given: Sequence[Path | str], places: Folders, password: str | None = None) -> int:
    from reader.gui import quick

    with quick.loading():
        from reader.gui import start

    return start.run(given, places, password)


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window can be shown: elsewhere than on Linux there is always a display."""
    if platform != "linux" or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return True
    return environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _WITHOUT_DISPLAY


def _console(translator: "Translator", options: "Namespace", chosen: "Settings") -> "Console":
    from reader.cli.console import Console

    source = sys.stdin.buffer if sys.stdin else io.BytesIO()
    nowhere = io.StringIO()  # a windowed program on Windows has no streams
    return Console(
        translator,
        folders(options.library),
        source,
        sys.stdout or nowhere,
        sys.stderr or nowhere,
        _PdfMaker(chosen),
    )


class _PdfMaker:
    """Makes PDFs for the terminal: what draws them is of the window, and loaded with the first."""

    def __init__(self, settings: "Settings") -> None:
        self._settings = settings
        self._alone: Alone | None = None

    def __call__(self, what: "Article | Together", path: Path) -> None:
        if self._alone is None:
            from reader.gui.printing.alone import Alone

            self._alone = Alone(self._settings)
        self._alone.write(what, path)


def _speak_utf8() -> None:
    """Write UTF-8 into files and pipes; a terminal keeps the system's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


if __name__ == "__main__":
    raise SystemExit(main())
