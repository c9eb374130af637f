"""Somebody who waits for long work: is told how far it is, and may stop it."""

from typing import Protocol


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
