"""When a host may be asked next."""

import threading
import time
from collections.abc import Callable

from reader.errors import StoppedError
from reader.model.watch import Watch

_BETWEEN = 1.0  # seconds between two requests to one host
_SLICE = 0.1  # seconds after which somebody who waits asks whether to give up
_FIRST_REST = 60.0
_LONGEST_REST = 3600.0


class Pace:
    """One request a second a host, and none while a host wants to be left alone.

    May be used from several threads at once.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}
        self._rests: dict[str, int] = {}  # how often a host has said so without an answer since

    def wait(self, host: str, watch: Watch) -> None:
        """Wait until it is one's turn; raises `StoppedError`."""
        with self._lock:
            turn = max(self._clock(), self._next.get(host, 0.0))
            self._next[host] = turn + _BETWEEN
        while (left := turn - self._clock()) > 0:
            if watch.stopped():
                raise StoppedError
            self._sleep(min(left, _SLICE))

    def left(self, host: str) -> float:
        """Return for how many seconds nobody may ask a host."""
        with self._lock:
            return max(0.0, self._next.get(host, 0.0) - self._clock())

    def rest(self, host: str, wanted: float | None) -> float:
        """Leave a host alone for as long as it wants, or longer each time; return for how long."""
        with self._lock:
            rests = self._rests.get(host, 0)
            self._rests[host] = rests + 1
            usual = _FIRST_REST * 2 ** min(rests, 10)
            seconds = min(_LONGEST_REST, usual if wanted is None else max(wanted, _BETWEEN))
            self._next[host] = max(self._next.get(host, 0.0), self._clock() + seconds)
            return seconds

    def answered(self, host: str) -> None:
        """Take note that a host serves again."""
        with self._lock:
            self._rests.pop(host, None)
