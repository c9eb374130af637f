"""Reading documents where a crash or a hang of a parser takes nothing else with it.

All files but plain text are read in a process of its own, which serves one document after the
other. Where the system starts none, they are refused: reading them unprotected would risk the
library.
"""

import contextlib
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from reader.errors import (
    CrashedFileError,
    EmptyDocumentError,
    StoppedError,
    StuckFileError,
    UnstartedError,
)
from reader.importers.incoming import Incoming
from reader.model.watch import UNWATCHED, Watch
from reader.processes.child import Child, ChildError, SilentChildError
from reader.processes.frames import Frame

if TYPE_CHECKING:
    from reader.importers.parts import Part
    from reader.model.raw import RawDocument


# -P: a folder where the person happens to be must not lend its modules to the child.
WORKER = (sys.executable, "-P", "-m", "reader.importers.apart_worker")

T = TypeVar("T")

_GLANCE = 0.05  # seconds between looks whether the person has had enough
_WORN = 100  # megabytes: a process that has grown so large is exchanged


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds to wait for the child: at its start, and for a sign of life."""

    start: float = 20.0
    progress: float = 10.0


class Apart:
    """Reads documents; starts the child when first needed, and again when it crashes or hangs.

    May be used from several threads at once; they take turns.
    """

    def __init__(self, command: Sequence[str] = WORKER, patience: Patience = Patience()) -> None:
        self._command = command
        self._patience = patience
        self._turn = threading.Lock()
        self._child: Child | None = None

    def __enter__(self) -> "Apart":
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the child."""
        self.close()

    @property
    def process(self) -> int | None:
        """The system's number of the child, while there is one."""
        child = self._child
        return child.process if child is not None else None

    def warm(self) -> None:
        """Start the child, so that the first document need not wait; does not wait itself."""
        if not self._turn.acquire(blocking=False):
            return  # somebody reads already
        try:
            with contextlib.suppress(ChildError):  # the first document will tell
                self._running()
        finally:
            self._turn.release()

    def read(self, incoming: Incoming, watch: Watch = UNWATCHED) -> "RawDocument":
        """Return the document that the bytes hold.

        Raises `SourceError`, or `StoppedError` where `watch` says so.
        """
        from reader import importers
        from reader.importers import plain

        if importers.importer_of(incoming) is plain:
            return importers.read(incoming)
        with self._turn, contextlib.closing(self._parts(incoming, watch)) as parts:
            document = importers.assembled(parts)
        if not document.lines:
            raise EmptyDocumentError(incoming.where)
        return document

    def close(self) -> None:
        """End the child."""
        with self._turn:
            self._discard()

    def _parts(self, incoming: Incoming, watch: Watch) -> "Generator[Part, None, None]":
        from reader.importers import wire

        child = self._ready(incoming, watch)
        at_rest = False  # neither at work nor in a state that nobody knows
        try:
            child.tell(wire.request(incoming))
            last = yield from self._replies(child, watch)
            refused = wire.error_of(last, incoming.where) if last.kind == wire.REFUSED else None
            at_rest = not _is_worn(last)
        except SilentChildError as error:
            raise StuckFileError(incoming.where, self._patience.progress) from error
        except ChildError as error:
            raise CrashedFileError(incoming.where, _reason(error)) from error
        except (ValueError, RecursionError) as error:
            raise CrashedFileError(incoming.where, type(error).__name__) from error
        finally:
            if not at_rest:
                self._discard()
        if refused is not None:
            raise refused

    def _replies(self, child: Child, watch: Watch) -> "Generator[Part, None, Frame]":
        """Yield the parts that the child tells of; return its last word."""
        from reader.importers import wire
        from reader.importers.parts import PageRead

        seen = 0
        while True:
            frame = _patiently(child.reply, self._patience.progress, watch)
            if frame.kind in (wire.DONE, wire.REFUSED):
                return frame
            if frame.kind == wire.ALIVE:
                continue
            part = wire.part_of(frame)
            yield part
            if isinstance(part, PageRead):
                seen = max(seen, part.number + 1)
                watch.progress(seen, part.total)

    def _ready(self, incoming: Incoming, watch: Watch) -> Child:
        """Return a child that waits for work; raises `UnstartedError`."""
        try:
            child = self._running()
            _patiently(child.await_ready, self._patience.start, watch)
        except ChildError as error:
            self._discard()
            raise UnstartedError(incoming.where, _reason(error)) from error
        return child

    def _running(self) -> Child:
        if self._child is not None and not self._child.alive:
            self._discard()  # ended by somebody else while it was idle
        if self._child is None:
            self._child = Child(self._command)
        return self._child

    def _discard(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()


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


def _is_worn(last: Frame) -> bool:
    """Tell whether the child has grown too large to serve another document."""
    match last.facts:
        case {"megabytes": int(megabytes)}:
            return megabytes > _WORN
        case {"error": "HugeFileError"}:
            return True  # it has ended with these words
        case _:
            return False


def _reason(error: ChildError) -> str:
    """Return a word for the person who looks into it: the signal, or the child's last words."""
    if error.code is not None and error.code < 0:
        try:
            return signal.Signals(-error.code).name
        except ValueError:  # a signal without a name
            return f"signal {-error.code}"
    return error.reason
