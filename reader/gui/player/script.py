"""The sentences of an article, made a few at a time: nobody waits for the end of a long one."""

import time
from collections.abc import Iterable, Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.gui.player.stretch import within
from reader.model.position import Position
from reader.model.utterance import Utterance

_SLICE_SECONDS = 0.01  # of the window's time; most articles are whole after the first
_AT_ONCE = 8  # sentences between two looks at the clock


class Script(QObject):
    """Holds the sentences that are known; `sentences` grows until the article is whole."""

    whole = Signal()  # where it was not so at once; and after a rest, as far as it is known

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sentences: list[Utterance] = []
        self._more: Iterator[Utterance] = iter(())
        self._rests = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._grow)

    @property
    def is_whole(self) -> bool:
        """Whether all sentences are known."""
        return not (self._rests or self._timer.isActive())

    def rest(self) -> None:
        """Make sentences only when they are asked for, until `wake`."""
        self._rests = True

    def wake(self) -> None:
        """Make sentences as articles come, that of the article at hand as well."""
        if self._rests:
            self._rests = False
            self._begin()
            self.whole.emit()

    def begins(self) -> bool:
        """Tell whether there is anything to say; the first of it is known then."""
        self.wake()
        return bool(self.sentences)

    def load(self, utterances: Iterable[Utterance]) -> list[Utterance]:
        """Take another article; return its sentences, a list that grows."""
        self._timer.stop()
        self.sentences = []
        self._more = iter(utterances)
        if not self._rests:
            self._begin()
        return self.sentences

    def reach(self, position: Position) -> int:
        """Return which sentence is at a place, or follows it, or else is the last.

        In an article that is still growing, this makes all sentences up to there.
        """
        place = (position.block, position.char)
        for index, one in enumerate(self._all()):
            if (one.source.block, one.source.end) > place:
                return index
        return len(self.sentences) - 1

    def within(self, start: Position, end: Position) -> list[Utterance]:
        """Return what is said between two places."""
        self.reach(end)
        return within(self.sentences, start, end)

    def finish(self) -> list[Utterance]:
        """Return all sentences, those made now that were not known yet."""
        self.sentences.extend(self._more)
        return self.sentences

    def _all(self) -> Iterator[Utterance]:
        yield from self.sentences
        for one in self._more:
            self.sentences.append(one)
            yield one

    def _begin(self) -> None:
        if not self._take_some():
            self._timer.start()

    @Slot()
    def _grow(self) -> None:
        if self._take_some():
            self._timer.stop()
            self.whole.emit()

    def _take_some(self) -> bool:
        """Make sentences for a moment; tell whether that was all."""
        end = time.monotonic() + _SLICE_SECONDS
        while True:
            some = tuple(islice(self._more, _AT_ONCE))
            self.sentences += some
            if len(some) < _AT_ONCE:
                return True
            if time.monotonic() >= end:
                return False
