"""A child that works while a person waits, who may have had enough of it."""

import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reader.errors import StoppedError
from reader.model.watch import Watch
from reader.processes.child import Child, ChildError, SilentChildError
from reader.processes.frames import MOST_BYTES, Frame

T = TypeVar("T")

_GLANCE = 0.05  # seconds between looks whether the person has had enough


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds to wait for the child: at its start, and for a sign of life."""

    start: float = 20.0
    progress: float = 10.0


USUAL = Patience()


class Attended:
    """Starts a child when it is first needed, and again when it has been given up.

    One thread at a time may use it.
    """

    def __init__(
        self, command: Sequence[str], patience: Patience = USUAL, most_bytes: int = MOST_BYTES
    ) -> None:
        self._command = command
        self._most_bytes = most_bytes
        self._child: Child | None = None
        self.patience = patience

    @property
    def process(self) -> int | None:
        """The system's number of the child, while there is one."""
        child = self._child
        return child.process if child is not None else None

    def start(self) -> Child:
        """Return the child that runs, or a new one; raises `ChildError`."""
        if self._child is not None and not self._child.alive:
            self.discard()  # ended by somebody else while it was idle
        if self._child is None:
            self._child = Child(self._command, self._most_bytes)
        return self._child

    def ready(self, watch: Watch) -> Child:
        """Return a child that waits for work; raises `ChildError`, `StoppedError`."""
        child = self.start()
        _patiently(child.await_ready, self.patience.start, watch)
        return child

    def reply_of(self, child: Child, watch: Watch) -> Frame:
        """Return the next frame; raises `ChildError`, `StoppedError`."""
        return _patiently(child.reply, self.patience.progress, watch)

    def discard(self) -> None:
        """End the child at once, whatever it is doing."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()

    def dismiss(self) -> None:
        """End the child, and let it leave by itself if it does so soon."""
        child, self._child = self._child, None
        if child is not None:
            child.end()


def reason(error: ChildError) -> str:
    """Return a word for the person who looks into it: the signal, or the child's last words."""
    if error.code is not None and error.code < 0:
        try:
            return signal.Signals(-error.code).name
        except ValueError:  # a signal without a name
            return f"signal {-error.code}"
    return error.reason


def _patiently(ask: Callable[[float], T], seconds: float, watch: Watch) -> T:
    """Ask until there is an answer; looks after the person meanwhile."""
    patient_until = time.monotonic() + seconds
    while True:
        if watch.stopped():
            raise StoppedError
        try:
            return ask(_GLANCE)
        except SilentChildError:
            if time.monotonic() >= patient_until:
                raise
