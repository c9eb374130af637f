"""Sentences rendered ahead, in a thread of their own."""

import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.errors import ReaderError
from reader.model.sound import Sound
from reader.model.utterance import Utterance
from reader.speech.engine import Delivery

_AHEAD = 2


class Renderer(Protocol):
    """What makes sound of sentences; `close` ends a `speak` under way."""

    def speak(self, utterance: Utterance, delivery: Delivery) -> Sound:
        """Return the sound; raises `ReaderError`."""

    def close(self) -> None:
        """Speak no more."""


@dataclass(frozen=True, slots=True)
class _Request:
    generation: int
    index: int
    utterance: Utterance
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class _Outcome:
    generation: int
    index: int
    result: Sound | ReaderError


class Prepared(QObject):
    """The sounds of the sentences around the one being heard."""

    arrived = Signal(int)  # index of the sentence
    _settled = Signal(object)  # _Outcome, from the thread

    def __init__(self, renderer: Renderer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._utterances: Sequence[Utterance] = ()
        self._delivery = Delivery()
        self._generation = 0
        self._wanted = range(0)
        self._asked: set[int] = set()
        self._results: dict[int, Sound | ReaderError] = {}
        self._requests: queue.SimpleQueue[_Request | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._settled.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def load(self, utterances: Sequence[Utterance], delivery: Delivery) -> None:
        """Take other sentences, or another way to say them; what was prepared is dropped."""
        self._utterances, self._delivery = utterances, delivery
        self._generation += 1
        self._wanted = range(0)
        self._asked.clear()
        self._results.clear()

    def want(self, first: int) -> None:
        """Have a sentence and those after it rendered; others are let go."""
        self._wanted = range(first, min(first + 1 + _AHEAD, len(self._utterances)))
        self._asked.intersection_update(self._wanted)
        self._results = {n: self._results[n] for n in self._wanted if n in self._results}
        for index in self._wanted:
            if index not in self._asked and index not in self._results:
                self._ask(index)

    def get(self, index: int) -> Sound | ReaderError | None:
        """Return the sound or the error of a sentence; None while it is not there yet."""
        return self._results.get(index)

    def forgive(self) -> None:
        """Forget errors, so that their sentences are tried again when wanted."""
        errors = [n for n, result in self._results.items() if isinstance(result, ReaderError)]
        for index in errors:
            del self._results[index]

    def close(self) -> None:
        """End the thread; the renderer is closed, for it may be at work."""
        self._generation += 1
        self._wanted = range(0)
        self._renderer.close()
        if self._thread is not None:
            self._requests.put(None)
            self._thread.join()
            self._thread = None

    def _ask(self, index: int) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
            self._thread.start()
        self._asked.add(index)
        utterance = self._utterances[index]
        self._requests.put(_Request(self._generation, index, utterance, self._delivery))

    def _work(self) -> None:
        while (request := self._requests.get()) is not None:
            # Both are only read here; an old value costs one sentence rendered in vain.
            if request.generation != self._generation or request.index not in self._wanted:
                continue
            try:
                result: Sound | ReaderError = self._renderer.speak(
                    request.utterance, request.delivery
                )
            except ReaderError as error:
                result = error
            self._settled.emit(_Outcome(request.generation, request.index, result))

    @Slot(object)
    def _keep(self, outcome: _Outcome) -> None:
        if outcome.generation != self._generation or outcome.index not in self._asked:
            return
        self._asked.discard(outcome.index)
        self._results[outcome.index] = outcome.result
        self.arrived.emit(outcome.index)
