"""Reading documents where a crash or a hang of a parser takes nothing else with it.

All files but plain text are read in a process of its own, which serves one document after the
other. Where the system starts none, they are refused: reading them unprotected would risk the
library.
"""

import contextlib
import threading
from collections.abc import Callable, Generator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from reader.errors import (
    CrashedFileError,
    EmptyDocumentError,
    StuckFileError,
    UnstartedError,
)
from reader.importers.incoming import Incoming
from reader.model.watch import UNWATCHED, Watch
from reader.processes.attended import USUAL, Attended, Patience, reason
from reader.processes.child import Child, ChildError, SilentChildError
from reader.processes.frames import ALIVE, Frame
from reader.processes.part import command

if TYPE_CHECKING:
    from reader.importers.parts import Part
    from reader.model.raw import RawDocument


T = TypeVar("T")
WORKER = command("importing")

_WORN = 100  # megabytes: a process that has grown so large is exchanged


class Apart:
    """Reads documents; starts the child when first needed, and again when it crashes or hangs.

    May be used from several threads at once; they take turns.
    """

    def __init__(self, command: Sequence[str] = WORKER, patience: Patience = USUAL) -> None:
        self._turn = threading.Lock()
        self._attended = Attended(command, patience)

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
        return self._attended.process

    def warm(self) -> None:
        """Start the child, so that the first document need not wait; does not wait itself."""
        if not self._turn.acquire(blocking=False):
            return  # somebody reads already
        try:
            with contextlib.suppress(ChildError):  # the first document will tell
                self._attended.start()
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

    def members(self, incoming: Incoming, watch: Watch = UNWATCHED) -> tuple[Incoming, ...]:
        """Return the articles of a book or a PDF that is a collection, each as a file of its own.

        None for all other documents, which are one article. Raises as `read` does.
        """
        from reader import importers
        from reader.importers import wire

        if not importers.may_be_collection(incoming.data):
            return ()
        asked = wire.request_of_members(incoming)

        def member(frame: Frame) -> Incoming:
            return wire.member_of(frame, incoming)

        with self._turn, contextlib.closing(self._told(incoming, asked, member, watch)) as told:
            return tuple(told)

    def close(self) -> None:
        """End the child."""
        with self._turn:
            self._attended.discard()

    def _parts(self, incoming: Incoming, watch: Watch) -> "Generator[Part, None, None]":
        from reader.importers import wire
        from reader.importers.parts import PageRead

        seen = 0
        asked = wire.request(incoming)
        with contextlib.closing(self._told(incoming, asked, wire.part_of, watch)) as told:
            for part in told:
                yield part
                if isinstance(part, PageRead):
                    seen = max(seen, part.number + 1)
                    watch.progress(seen, part.total)

    def _told(
        self, incoming: Incoming, asked: Frame, read: Callable[[Frame], T], watch: Watch
    ) -> Generator[T, None, None]:
        """Yield what the child answers to a question; `read` reads a frame."""
        from reader.importers import wire

        child = self._ready(incoming, watch)
        at_rest = False  # neither at work nor in a state that nobody knows
        try:
            child.tell(asked)
            last = yield from self._replies(child, read, watch)
            refused = wire.error_of(last, incoming.where) if last.kind == wire.REFUSED else None
            at_rest = not _is_worn(last)
        except SilentChildError as error:
            raise StuckFileError(incoming.where, self._attended.patience.progress) from error
        except ChildError as error:
            raise CrashedFileError(incoming.where, reason(error)) from error
        except (ValueError, RecursionError) as error:
            raise CrashedFileError(incoming.where, type(error).__name__) from error
        finally:
            if not at_rest:
                self._attended.discard()
        if refused is not None:
            raise refused

    def _replies(
        self, child: Child, read: Callable[[Frame], T], watch: Watch
    ) -> Generator[T, None, Frame]:
        """Yield what the child tells; return its last word."""
        from reader.importers import wire

        while True:
            frame = self._attended.reply_of(child, watch)
            if frame.kind in (wire.DONE, wire.REFUSED):
                return frame
            if frame.kind != ALIVE:
                yield read(frame)

    def _ready(self, incoming: Incoming, watch: Watch) -> Child:
        """Return a child that waits for work; raises `UnstartedError`."""
        try:
            return self._attended.ready(watch)
        except ChildError as error:
            self._attended.discard()
            raise UnstartedError(incoming.where, reason(error)) from error


def _is_worn(last: Frame) -> bool:
    """Tell whether the child has grown too large to serve another document."""
    match last.facts:
        case {"megabytes": int(megabytes)}:
            return megabytes > _WORN
        case {"error": "HugeFileError"}:
            return True  # it has ended with these words
        case _:
            return False
