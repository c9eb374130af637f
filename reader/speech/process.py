"""The speaking process: started when first needed, and again when it crashes, hangs or is mute."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.errors import EngineFailedError, NoEngineError
from reader.i18n import mark
from reader.processes.child import Child, ChildError, SilentChildError
from reader.processes.frames import Frame
from reader.speech.patience import Patience
from reader.speech.protocol import LOADING

TRIES = 3
HUNG = mark("it gave no answer")
_LONGER = 2.0  # each further try may take so many times longer: the computer may be busy


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply, and the seconds it took."""

    reply: Frame
    seconds: float


@dataclass(frozen=True, slots=True)
class Question:
    """A request, how many seconds its reply may take, and what is wrong with a reply, if anything.

    `tries` is how often the request is made in all.
    """

    request: Frame
    seconds: float
    fault: Callable[[Frame], str | None] = lambda _reply: None
    tries: int = TRIES


class SpeakingProcess:
    """May be asked from several threads at once; they take turns."""

    def __init__(self, command: Sequence[str], patience: Patience) -> None:
        self._command = command
        self._patience = patience
        self._turn = threading.Lock()  # held while asking
        self._swap = threading.Lock()  # held while the child is exchanged, never while waiting
        self._child: Child | None = None
        self._endings: list[threading.Thread] = []
        self._closed = False
        self._started_once = False

    @property
    def number(self) -> int | None:
        """The system's number of the process, while there is one."""
        child = self._child
        return child.process if child is not None else None

    @property
    def closed(self) -> bool:
        """Whether it was ended for good."""
        return self._closed

    def ask(self, question: Question) -> Answer:
        """Return the answer, from a new process where the first one fails.

        Raises `NoEngineError` where none has ever started, else `EngineFailedError`.
        """
        with self._turn:
            seconds = question.seconds
            for _ in range(question.tries):
                try:
                    return self._once(question, seconds)
                except ChildError as error:
                    failure = _named(error)
                    self._discard()
                    if self._hopeless(failure):
                        break
                seconds *= _LONGER
            if self._started_once:
                raise EngineFailedError(failure.reason) from failure
            raise NoEngineError(failure.reason) from failure

    def close(self) -> None:
        """End the process for sure; whoever waits for it gets an `EngineFailedError`."""
        with self._swap:
            self._closed = True
            child, self._child = self._child, None
            endings, self._endings = self._endings, []
        if child is not None:
            child.end()
        for ending in endings:
            ending.join()

    def _once(self, question: Question, seconds: float) -> Answer:
        child = self._running()
        child.await_ready(self._patience.start)
        self._started_once = True
        begin = time.monotonic()
        reply = child.ask(question.request, seconds)
        while reply.kind == LOADING:
            begin = time.monotonic()
            reply = child.reply(self._patience.start + seconds)
        if (fault := question.fault(reply)) is not None:
            raise ChildError(fault)
        return Answer(reply, time.monotonic() - begin)

    def _running(self) -> Child:
        with self._swap:
            if self._closed:
                raise EngineFailedError("closed")
            if self._child is None:
                self._child = Child(self._command)
            return self._child

    def _discard(self) -> None:
        """End the child without waiting for it: a hung one takes a moment."""
        with self._swap:
            child, self._child = self._child, None
            if child is not None:
                self._endings = [ending for ending in self._endings if ending.is_alive()]
                self._endings.append(threading.Thread(target=child.end, name="end of a voice"))
                self._endings[-1].start()

    def _hopeless(self, failure: ChildError) -> bool:
        """Tell whether the child gave up by itself at its very first start."""
        return not self._started_once and failure.code is not None and failure.code > 0


def _named(error: ChildError) -> ChildError:
    """Return the error with a reason for people where the child could tell none."""
    return ChildError(HUNG) if isinstance(error, SilentChildError) else error
