"""The process that reads PDF files: documents on standard input, their pages on standard output.

It owns pdfium and pypdf, so that a crash, a hang or a bomb costs a restart and an honest sentence,
not the window or the library. It ends when its input ends, so it never outlives the program.
"""

import signal
import sys
import time
from typing import BinaryIO

from reader.errors import HugeFileError, SourceError
from reader.importers import pdf
from reader.importers.incoming import MOST_BYTES, Incoming
from reader.importers.pdf import document  # noqa: F401  loaded before it says that it is ready
from reader.importers.wire import ALIVE, DONE, frame_of, refusal
from reader.processes.frames import READY, Frame, claimed_output, read_frame, write_frame

# A thousand pages take 200. The system sees to it on Linux; macOS and Windows have no such limit.
MOST_MEGABYTES = 1024
_BEAT_SECONDS = 1.0


def main() -> None:
    """Answer requests until the input ends."""
    out = claimed_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the program's to answer
    _limit_memory()
    write_frame(out, Frame(READY))
    while _answer(out):
        pass


def _answer(out: BinaryIO) -> bool:
    """Answer the next request; return False where there is none."""
    request = read_frame(sys.stdin.buffer, MOST_BYTES)
    if request is None:
        return False
    incoming = Incoming(request.body, password=request.facts["password"])
    try:
        for part in pdf.parts(incoming, _Heart(out).beat):
            write_frame(out, frame_of(part))
        write_frame(out, Frame(DONE, {"megabytes": _megabytes()}))
    except SourceError as error:
        write_frame(out, refusal(error))
    except MemoryError:
        write_frame(out, refusal(HugeFileError("", MOST_MEGABYTES)))
    return True


class _Heart:
    """Tells now and then that work goes on."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._last = time.monotonic()

    def beat(self) -> None:
        """Tell so, unless it has been told just now."""
        now = time.monotonic()
        if now - self._last >= _BEAT_SECONDS:
            self._last = now
            write_frame(self._out, Frame(ALIVE))


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        most = MOST_MEGABYTES * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no gigabyte behind


def _megabytes() -> int:
    """Return the most memory that this process has ever used, 0 where nobody knows."""
    if sys.platform == "win32":
        return 0
    import resource

    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


if __name__ == "__main__":
    main()
