"""The process that reads files: documents on standard input, their parts on standard output.

It owns pdfium, pypdf, lxml and mammoth, so that a crash, a hang or a bomb costs a restart and an
honest sentence, not the window or the library. It ends when its input ends, so it never outlives
the program.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from reader import importers
from reader.errors import HugeFileError, SourceError
from reader.importers import pdf
from reader.importers.incoming import MOST_BYTES
from reader.importers.pdf import document  # noqa: F401  loaded before it says that it is ready
from reader.importers.wire import DONE, SPLIT, asked, frame_of, member_frame, refusal
from reader.processes.frames import READY, Frame, claimed_output, read_frame
from reader.processes.line import Line

# A thousand pages take 200. Windows does not tell how much is used, so there is no limit there.
MOST_MEGABYTES = 1024
_LAST_MEGABYTES = 1536  # where the system itself draws the line
_GUARD_SECONDS = 0.05
# What is not read page by page tells of no progress. Mammoth takes a second for a megabyte of
# XML, so the longest report is done by then; whatever takes longer hangs.
_WHOLE_SECONDS = 45.0
# What only pages need; they are the most that is read, but the first file may be another one.
_FOR_PAGES = ("reader.importers.html.page", "reader.importers.html.own_page")
_IDLE_SECONDS = 0.2  # a program that has a file at hand sends it at once


def main(arguments: Sequence[str] = ()) -> None:
    """Answer requests until the input ends, or until reading takes too many megabytes."""
    megabytes = int(arguments[0]) if arguments else MOST_MEGABYTES
    line = Line(claimed_output())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the program's to answer
    _limit()
    threading.Thread(target=_guard, args=(line, megabytes), daemon=True).start()
    line.send(Frame(READY))
    threading.Thread(target=_load_ahead, args=(line,), daemon=True).start()
    while _answer(line, megabytes):
        pass


def _answer(line: Line, megabytes: int) -> bool:
    """Answer the next request; return False where there is none."""
    request = read_frame(sys.stdin.buffer, MOST_BYTES)
    if request is None:
        return False
    incoming = asked(request)
    paged = pdf.recognises(incoming.data)
    line.silent_until = 0.0 if paged else time.monotonic() + _WHOLE_SECONDS
    line.busy.set()
    try:
        if request.kind == SPLIT:
            for member in importers.members(incoming):
                line.send(member_frame(member))
        else:
            for part in importers.in_parts(incoming, line.beat):
                line.send(frame_of(part))
        line.send(Frame(DONE, {"megabytes": _megabytes()}))
    except SourceError as error:
        line.send(refusal(error))
    except MemoryError:
        _give_up(line, megabytes)
    finally:
        line.busy.clear()
        line.silent_until = 0.0
    return True


def _load_ahead(line: Line) -> None:
    """Load what pages need, unless there is a file to be read, which would take longer so."""
    if not line.busy.wait(_IDLE_SECONDS):
        for name in _FOR_PAGES:
            import_module(name)


def _guard(line: Line, megabytes: int) -> None:
    """Give up in time: pdfium itself dies without a word where it gets no more memory.

    Tells that work goes on for readers that cannot tell so themselves. Ends with the process that
    asked: pdfium may hang, and then nobody looks for the end of the input.
    """
    program = os.getppid()
    while True:
        line.busy.wait()
        if os.getppid() != program:  # POSIX; Windows tells the same for ever
            os._exit(1)
        if _megabytes() >= megabytes:
            _give_up(line, megabytes)
        if time.monotonic() < line.silent_until:
            line.beat()
        time.sleep(_GUARD_SECONDS)


def _give_up(line: Line, megabytes: int) -> None:
    line.send(refusal(HugeFileError("", megabytes)))
    os._exit(1)  # the other thread may be deep inside pdfium


def _limit() -> None:
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no gigabyte behind
    if sys.platform == "linux":  # macOS does not take such a limit
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = _LAST_MEGABYTES * 2**20
        within = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (within, hard))


def _megabytes() -> int:
    """Return how much memory this process uses, 0 where nobody knows."""
    statm = Path("/proc/self/statm")  # Linux: getrusage counts what started this process, too
    if statm.exists():
        return int(statm.read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20
    if os.name == "posix":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 2**20  # macOS: bytes
    return 0
