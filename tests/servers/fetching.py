"""A fetcher that may ask loopback, and waits between two questions for nobody."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reader.sources.fetch import Fetcher, Limits, Pace
from tests.servers.site import LOOPBACK

# On a busy machine a site on loopback may need seconds, too: patience is lost only where that is
# what a test is about.
PATIENT = Limits(connect=60, silence=60, whole=60, megabytes=2, redirects=4)
SOON = replace(PATIENT, silence=1.5)


@dataclass
class Clock:
    """Stands still but for those who wait; `slept` is how long that was in all."""

    now: float = 0.0
    slept: float = 0.0
    waits: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds
        self.waits.append(seconds)


def fetcher(clock: Clock | None = None, limits: Limits = PATIENT, **more: Callable) -> Fetcher:
    """Return a fetcher for a site on loopback; its clock is made up, so nothing waits."""
    clock = clock or Clock()
    pace = Pace(clock, clock.sleep)
    return Fetcher("1.0", limits=limits, pace=pace, proxies={}, allowed=(LOOPBACK,), **more)


class Impatient:
    """Gives up at once, or after being asked a few times."""

    def __init__(self, patience: int = 0) -> None:
        self.patience = patience

    def progress(self, done: int, total: int) -> None:
        pass

    def stopped(self) -> bool:
        self.patience -= 1
        return self.patience < 0
