"""The way from a child to the program, for a child that tells that it is still at work."""

import threading
import time
from typing import BinaryIO

from reader.processes.frames import ALIVE, Frame, write_frame

_BEAT_SECONDS = 1.0


class Line:
    """Sends frames; several threads of the child use it."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._turn = threading.Lock()
        self._last = time.monotonic()
        self.busy = threading.Event()  # while something is being worked on
        self.silent_until = 0.0  # work goes on until then, though it cannot tell so itself

    def send(self, frame: Frame) -> None:
        """Send a frame."""
        with self._turn:
            self._last = time.monotonic()
            write_frame(self._out, frame)

    def beat(self) -> None:
        """Tell that work goes on, unless something has been told just now."""
        if time.monotonic() - self._last >= _BEAT_SECONDS:
            self.send(Frame(ALIVE))
