"""Tests decide themselves when something comes: no clock runs, however slow the machine is."""

import threading
from collections.abc import Callable

import pytest

from reader.gui.jobs import JobRunner


class Later:
    """Takes the place of the timer of what is told after the focus, until the test lets it come."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[str] = []
        self._waiting: list[Callable[[], None]] = []
        monkeypatch.setattr("reader.gui.saying.QTimer", self)
        monkeypatch.setattr("reader.gui.saying.announce", lambda _widget, words: self.note(words))

    def note(self, words: str) -> None:
        self.told.append(words)

    def singleShot(self, _after: int, _widget: object, say: Callable[[], None]) -> None:  # noqa: N802  Qt's own
        self._waiting.append(say)

    def come(self) -> list[str]:
        """Let come what was to be told after the focus; return what was told of it."""
        before = len(self.told)
        waiting, self._waiting = self._waiting, []
        assert waiting, "nothing was to be told"
        for say in waiting:
            say()
        return self.told[before:]


class Gate:
    """Holds a lane of jobs up until it is opened."""

    def __init__(self, lane: JobRunner) -> None:
        self._lane = lane
        self._open = threading.Event()
        lane.run(self._open.wait, done=lambda _opened: None, failed=pytest.fail)

    def let_through(self, qtbot) -> None:
        """Let all be done that waits by now, and its outcomes be told."""
        self._open.set()
        over: list[None] = []
        self._lane.run(lambda: None, done=over.append, failed=pytest.fail)
        qtbot.waitUntil(lambda: bool(over))
