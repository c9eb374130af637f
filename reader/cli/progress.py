"""How far reading a document is, on a line of the terminal that writes over itself."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.cli.console import Console
from reader.i18n import mark

# Seconds. What is over sooner than the first is not worth a line.
_FIRST = 1.0
_BETWEEN = 0.2
_CLEAR = "\r\x1b[K"
_READING = mark("Reading {file}, page {done} of {total}")


class ProgressLine:
    """Watches one document; writes to a terminal only, so that logs and pipes stay clean."""

    def __init__(
        self,
        name: str,
        console: Console,
        words: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name = name
        self._console = console
        self._words = words or console.translator(_READING)
        self._clock = clock
        self._next = clock() + _FIRST
        self._written = False

    def progress(self, done: int, total: int) -> None:
        """Write how much of all is done, now and then."""
        if self._clock() < self._next or not self._console.errors.isatty():
            return
        self._next = self._clock() + _BETWEEN
        self._written = True
        self._write(_CLEAR + self._words.format(file=self._name, done=done, total=total))

    def stopped(self) -> bool:
        """Go on: Ctrl+C ends the whole program."""
        return False

    def clear(self) -> None:
        """Leave the terminal as it was."""
        if self._written:
            self._write(_CLEAR)
            self._written = False

    def _write(self, text: str) -> None:
        self._console.errors.write(text)
        self._console.errors.flush()


@contextmanager
def watching(name: str, console: Console, words: str = "") -> Iterator[ProgressLine]:
    """Show how far the reading of a document is, or what `words` tell; leave no trace of it."""
    line = ProgressLine(name, console, words)
    try:
        yield line
    finally:
        line.clear()
