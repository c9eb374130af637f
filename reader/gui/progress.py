"""How far reading a document is, brought from the lane of jobs to the window's thread."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, Signal

# Seconds. What is over sooner than the first is not worth a word.
_FIRST = 1.0
_BETWEEN = 0.25
_BETWEEN_SPOKEN = 5.0
_SPOKEN_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment to tell of: pages read of all, and whether a screen reader should say it."""

    done: int
    total: int
    aloud: bool


class Progress(QObject):
    """Watches one document and tells at moments that a person can stand."""

    moment = Signal(object)

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._stopped = Event()
        self._shown = clock() + _FIRST - _BETWEEN
        self._spoken = clock()
        self._spoken_share = 0.0

    def progress(self, done: int, total: int) -> None:
        """Take note that so many pages of all are read."""
        now = self._clock()
        if now - self._shown < _BETWEEN:
            return
        self._shown = now
        share = done / total
        aloud = (
            now - self._spoken >= _BETWEEN_SPOKEN and share - self._spoken_share >= _SPOKEN_SHARE
        )
        if aloud:
            self._spoken, self._spoken_share = now, share
        self.moment.emit(Moment(done, total, aloud))

    def stopped(self) -> bool:
        """Tell whether the person has cancelled."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Have the work give up."""
        self._stopped.set()
