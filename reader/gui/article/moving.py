"""Move the caret through an article: by character, word, line, sentence, block and cell."""

import sys
from collections.abc import Callable
from typing import Protocol

from reader.gui.article.outline import Knot, Outline
from reader.gui.article.search import neighbour, next_line, next_stop
from reader.gui.article.words import next_stop as next_word
from reader.gui.article.words import previous_stop as previous_word
from reader.i18n import Translator
from reader.model.annotation import Annotation
from reader.model.position import START, Extent, Position

# Orca speaks the word that was passed, as programs on Linux stop behind it; others stop before
# the next one.
_AT_ENDS = sys.platform == "linux"
Split = Callable[[str], list[tuple[int, int]]]


class Readable(Protocol):
    """What the caret moves through."""

    def outline(self) -> Outline:
        """Return what the article is made of."""

    def position(self) -> Position:
        """Return the place that is being read."""

    def piece(self) -> Knot | None:
        """Return the link or the mark that has the focus."""

    def go(self, position: Position) -> None:
        """Move to a place."""

    def jump(self, position: Position) -> None:
        """Go to a place, so that one can go back from there."""

    def go_to(self, knot: Knot) -> None:
        """Move to a block, a cell, or to a link or a mark, which gets the focus."""

    def step(self, *, forward: bool) -> bool:
        """Move by a character; return False at the end."""

    def next_line(self, *, forward: bool) -> Extent | None:
        """Return the next or the previous line of the screen; None past the ends."""

    def read(self, extent: Extent) -> None:
        """Move to a line or a sentence and have it said."""

    def follow(self, knot: Knot) -> bool:
        """Open a link, or go between a note and its mark; return False where there is none."""

    def open_annotation(self, annotation: Annotation) -> None:
        """Have a note or a highlight of the person's own opened."""

    def announce(self, message: str) -> None:
        """Have a screen reader say the message."""


class Caret:
    """Moves through an article and says where it ends; `split` finds sentences."""

    def __init__(self, article: Readable, translator: Translator, split: Split) -> None:
        self._article = article
        self._ = translator
        self._split = split

    def character(self, step: int) -> None:
        """Move by a character."""
        if not self._article.step(forward=step > 0):
            self._say_end(step)

    def word(self, step: int) -> None:
        """Move to the end of a word, or to the start of the one before."""
        place, knot = self._article.position(), self._knot()
        text = self._article.outline().leaves[place.block].text[: knot.end]
        if step > 0:
            char = next_word(text, place.char, at_ends=_AT_ENDS)
        else:
            char = previous_word(text, place.char)
        if char is not None and char >= knot.start:
            self._article.go(Position(place.block, char))
        else:
            self._leave(step)

    def block(self, step: int) -> None:
        """Move to the next block or row of a table, or to the one before."""
        knot = next_line(self._article.outline(), self._article.position(), step)
        if knot is None:
            self._say_end(step)
        else:
            self._article.go_to(knot)

    def line(self, step: int) -> None:
        """Move by a line of the screen and have it said."""
        self._read(self._article.next_line(forward=step > 0), step)

    def sentence(self, step: int) -> None:
        """Move to the next sentence, or to the one before, and have it said."""
        self._read(self._next_sentence(step), step)

    def cell(self, rows: int, columns: int) -> None:
        """Move to a neighbouring cell of the table."""
        if self._knot().cell is None:
            self._article.announce(self._("Not in a table."))
            return
        place = self._article.position()
        knot = neighbour(self._article.outline(), place, rows, columns)
        if knot is None:
            self._article.announce(self._("Edge of the table."))
        else:
            self._article.go_to(knot)

    def end(self, step: int) -> None:
        """Move to the end of the article, or to its start."""
        leaves = self._article.outline().leaves
        last = Position(len(leaves) - 1, len(leaves[-1].text))
        self._article.jump(last if step > 0 else START)

    def _knot(self) -> Knot:
        place = self._article.position()
        return self._article.outline().knot_at(place.block, place.char)

    def _leave(self, step: int) -> None:
        """Go to the start of the block or cell behind, or to the end of the one before."""
        knot = next_stop(self._article.outline(), self._article.position(), step)
        if knot is None:
            self._say_end(step)
        else:
            self._article.go(Position(knot.block, knot.start if step > 0 else knot.end))

    def _next_sentence(self, step: int) -> Extent | None:
        """Return the next sentence, in the next block that has one where need be."""
        outline, place = self._article.outline(), self._article.position()
        knot: Knot | None = self._knot()
        while knot is not None:
            found = [
                Extent(knot.block, knot.start + start, knot.start + end)
                for start, end in self._split(_text(outline, knot))
            ]
            if step > 0:
                ahead = [one for one in found if _begin(one) > (place.block, place.char)]
                if ahead:
                    return ahead[0]
            elif behind := [one for one in found if _begin(one) < (place.block, place.char)]:
                return behind[-1]
            knot = next_stop(outline, Position(knot.block, knot.start), step)
        return None

    def _read(self, extent: Extent | None, step: int) -> None:
        if extent is None:
            self._say_end(step)
        else:
            self._article.read(extent)

    def _say_end(self, step: int) -> None:
        message = self._("End of the article.") if step > 0 else self._("Start of the article.")
        self._article.announce(message)


def _text(outline: Outline, knot: Knot) -> str:
    return outline.leaves[knot.block].text[knot.start : knot.end]


def _begin(extent: Extent) -> tuple[int, int]:
    return extent.block, extent.start
