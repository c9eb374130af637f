"""Somebody who waits for long work: is told how far it is, and may stop it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from reader.errors import StoppedError

Thing = TypeVar("Thing")


class Watch(Protocol):
    """What long work asks and tells; it is called in the thread that does the work."""

    def progress(self, done: int, total: int) -> None:
        """Take note that so many pages of all are read."""

    def stopped(self) -> bool:
        """Tell whether to give up; the work then raises `StoppedError`."""


class Unwatched:
    """Nobody waits."""

    def progress(self, done: int, total: int) -> None:
        """Take no note."""

    def stopped(self) -> bool:
        """Never give up."""
        return False


UNWATCHED = Unwatched()


class OnlyStops:
    """Passes on the wish to stop, but not how far each of many things is."""

    def __init__(self, watch: Watch) -> None:
        self.stopped = watch.stopped

    def progress(self, done: int, total: int) -> None:
        """Take no note: the person is told of whole things."""


def until_stopped(things: Iterable[Thing], stopped: Callable[[], bool]) -> Iterator[Thing]:
    """Yield things until somebody gives up; raises `StoppedError` then."""
    for thing in things:
        if stopped():
            raise StoppedError
        yield thing
