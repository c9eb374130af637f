"""A worker of the pool: documents on standard input, articles for the library on standard output.

It ends when its input ends, whatever it is doing, so it never outlives the program.
"""

import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Sequence

from reader import repair  # noqa: F401  loaded before it says that it is ready
from reader.app import pool_wire
from reader.app.documents import clean
from reader.errors import SourceError, StoppedError
from reader.importers import wire
from reader.importers.apart import Apart
from reader.importers.incoming import MOST_BYTES
from reader.library.keys import Keys
from reader.library.preparing import Arrival, prepare
from reader.model.watch import Watch
from reader.processes.frames import READY, Frame, claimed_output, read_frame
from reader.processes.line import Line

_BEAT_SECONDS = 0.5
_LATER_THAN_THE_WINDOW = 5  # of the system's 20 degrees


def main(_arguments: Sequence[str] = ()) -> None:
    """Answer requests until the input ends."""
    line = Line(claimed_output())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the program's to answer
    if os.name == "posix":
        os.nice(_LATER_THAN_THE_WINDOW)
    requests = _Requests()
    threading.Thread(target=requests.read, daemon=True).start()
    threading.Thread(target=_beat, args=(line,), daemon=True).start()
    keys = Keys()
    with Apart() as apart:
        line.send(Frame(READY))
        while (request := requests.next()) is not None:
            line.busy.set()
            try:
                answer = _answer(request, apart, keys, requests)
            except StoppedError:
                return
            line.busy.clear()
            line.send(answer)


class _Requests:
    """What the program asks for; where it asks no more, all stops."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._over = threading.Event()

    def read(self) -> None:
        """Read on to the end of the input."""
        while (request := read_frame(sys.stdin.buffer, MOST_BYTES)) is not None:
            self._waiting.put(request)
        self._over.set()
        self._waiting.put(None)

    def next(self) -> Frame | None:
        """Wait for the next request; None where there is none."""
        return self._waiting.get()

    def progress(self, done: int, total: int) -> None:
        """Take no note: the person is told of files."""

    def stopped(self) -> bool:
        """Tell whether the program is gone."""
        return self._over.is_set()


def _answer(request: Frame, apart: Apart, keys: Keys, watch: Watch) -> Frame:
    incoming = wire.asked(request)
    try:
        cleaned = clean(incoming, apart, watch=watch)
    except SourceError as error:
        return wire.refusal(error)
    arrival = Arrival(cleaned.article, cleaned.repairs, incoming.data)
    return pool_wire.frame_of(prepare(arrival, keys).rows)


def _beat(line: Line) -> None:
    """Tell from time to time that work goes on."""
    while True:
        line.busy.wait()
        line.beat()
        time.sleep(_BEAT_SECONDS)
