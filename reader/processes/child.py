"""One child process, from its start to its end."""

import contextlib
import os
import queue
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from typing import IO

from reader.processes.frames import MOST_BYTES, READY, Frame, read_frame, write_frame
from reader.processes.part import environment

_LEAVE_SECONDS = 0.3


class ChildError(Exception):
    """The child crashed, hung or could not be started; `code` is its exit code, if it has one."""

    def __init__(self, reason: str, code: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class SilentChildError(ChildError):
    """The child has not answered in time; it may do so yet."""


class Child:
    """A running process; one thread may ask it, any may end it."""

    def __init__(self, command: Sequence[str], most_bytes: int = MOST_BYTES) -> None:
        """Start it; no frame of it may be longer than `most_bytes`."""
        self._most_bytes = most_bytes
        try:
            self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (open as long as the child)
        except OSError as error:  # no room
            raise ChildError(str(error), code=1) from error
        try:
            self._process = subprocess.Popen(  # noqa: S603 (our own command, no shell)
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._log,
                env=environment(os.environ),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows: no console
            )
        except OSError as error:
            self._log.close()
            raise ChildError(str(error), code=1) from error
        self._frames: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._ready = False
        self._ending = threading.Lock()
        self._ended = False
        self._reader = threading.Thread(target=self._read, name="replies of a child", daemon=True)
        self._reader.start()

    @property
    def process(self) -> int:
        """The system's number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def await_ready(self, seconds: float) -> None:
        """Wait until it says that it is ready; raises `ChildError`."""
        if not self._ready and self.reply(seconds).kind == READY:
            self._ready = True

    def ask(self, request: Frame, seconds: float) -> Frame:
        """Return the reply; raises `ChildError` where none comes in time."""
        self.tell(request)
        return self.reply(seconds)

    def tell(self, request: Frame) -> None:
        """Send a request; raises `ChildError` where the child is gone."""
        stream = self._process.stdin
        try:
            if stream is not None:
                write_frame(stream, request)
        except (OSError, ValueError) as error:  # ValueError: closed by another thread
            raise ChildError(self._last_words() or str(error)) from error

    def reply(self, seconds: float) -> Frame:
        """Return the next frame; raises `ChildError` where none comes in time."""
        try:
            frame = self._frames.get(timeout=seconds)
        except queue.Empty:
            raise SilentChildError(f"no answer in {seconds:.0f} s") from None
        if frame is None:
            code = self._process.wait()
            raise ChildError(self._last_words() or f"exit code {code}", code)
        return frame

    def kill(self) -> None:
        """End the process at once, whatever it is doing."""
        self._process.kill()
        self.end()

    def end(self) -> None:
        """Make sure that the process is gone."""
        with self._ending:
            if self._ended:
                return
            self._ended = True
            self._leave()
            self._reader.join()
            for stream in (self._process.stdout, self._log):
                if stream is not None:
                    stream.close()

    def _leave(self) -> None:
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):  # it died with a request unread
                self._process.stdin.close()
        try:
            self._process.wait(_LEAVE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _read(self) -> None:
        """Pass on all replies, and None at the end; runs in a thread of its own."""
        stream = self._process.stdout
        frame: Frame | None = None
        while stream is not None:
            try:
                frame = read_frame(stream, self._most_bytes)
            except (ValueError, RecursionError):
                self._process.kill()  # somebody else writes into our pipe: nothing can be trusted
                frame = None
            self._frames.put(frame)
            if frame is None:
                return

    def _last_words(self) -> str:
        """Return the last line that the child wrote about its end."""
        if self._ended:
            return ""
        self._log.seek(0)
        lines = self._log.read().decode(errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")
