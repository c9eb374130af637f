"""Reading aloud in two languages: both texts in turn, or the original alone."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.app import spoken
from reader.gui.beside.beside import Beside
from reader.gui.beside.interleaved import alone, interleaved
from reader.gui.beside.matching import Both, Matching
from reader.gui.beside.pairs import Side
from reader.gui.parts import Parts
from reader.gui.spoken import Telling
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.position import Position
from reader.model.pronunciation import Pronunciations
from reader.model.speaking import Speaking
from reader.model.utterance import Utterance


class InTurn(QObject):
    """Has the voice read what stands beside the article as well, until it stops."""

    lacking = Signal()

    def __init__(self, parts: Parts, beside: Beside, matching: Matching) -> None:
        super().__init__()
        self._parts = parts
        self._beside = beside
        self._matching = matching
        parts.aloud.stopped.connect(self._end)

    def toggle(self) -> None:
        """Read both texts in turn from here, or pause, or go on; raises `LibraryError`."""
        if self._is_on:
            self._parts.aloud.toggle()
        elif not self._matching.ask(partial(self._read_both, self._beside.where())):
            self.lacking.emit()

    def read_original(self) -> bool:
        """Read the original from here; tell whether the person reads that and nothing is heard.

        Raises `LibraryError`.
        """
        pane = self._beside.pane.view
        is_there = pane.hasFocus() and self._beside.where()[0] is Side.ORIGINAL
        if self._is_on or not is_there or not self._parts.aloud.is_stopped:
            return False
        return self._matching.ask(partial(self._read_original, self._beside.where()))

    def _read_both(self, here: tuple[Side, Position], both: Both) -> None:
        self._begin(both.pairs.in_article(*here), partial(_in_turn, both))

    def _read_original(self, here: tuple[Side, Position], both: Both) -> None:
        self._begin(both.pairs.in_article(*here), partial(_original, both))

    def _begin(self, place: Position, telling: Telling) -> None:
        self._parts.aloud.stop()
        self._tell(telling)
        self._parts.aloud.read_article(place)

    @property
    def _is_on(self) -> bool:
        return not self._parts.aloud.spoken.is_usual

    def _end(self) -> None:
        if self._is_on:
            self._tell(spoken)

    def _tell(self, telling: Telling) -> None:
        """Have the voice say the article in another way."""
        self._parts.aloud.spoken.telling = telling
        self._parts.player.load(self._parts.aloud.spoken.utterances())


def _in_turn(
    both: Both,
    article: Article,
    speaking: Speaking,
    own: Pronunciations,
    marks: Iterable[Annotation],
) -> Iterator[Utterance]:
    ours, theirs = spoken(article, speaking, own, marks), spoken(both.original, speaking, own)
    return interleaved(ours, theirs, both.pairs, original_first=speaking.original_first)


def _original(
    both: Both,
    _article: Article,
    speaking: Speaking,
    own: Pronunciations,
    _marks: Iterable[Annotation],
) -> Iterator[Utterance]:
    return alone(spoken(both.original, speaking, own), both.pairs)
