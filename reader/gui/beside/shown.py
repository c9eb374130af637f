"""How an article and its original are on show: in two views, or alternately in one."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeAlias

from reader.app import sentence_at
from reader.gui.article.view import ArticleView
from reader.gui.beside.alternating import Alternated
from reader.gui.beside.pairs import Side
from reader.gui.saying import announce_after_focus
from reader.model.position import Extent, Position

Marks: TypeAlias = Mapping[Side, Sequence[Extent]]


class Shown(Protocol):
    """Two texts on show, each with places of its own."""

    def where(self) -> tuple[Side, Position]:
        """Return the text that the person reads, and the place in it."""

    def source(self, place: Position) -> tuple[Side, Position]:
        """Return the text that a place of the second view is of, and where it is there."""

    def place(self, side: Side, place: Position) -> Position:
        """Return where a place of a text is in the second view, if that has this text."""

    def go(self, side: Side, place: Position, more: str = "") -> None:
        """Go to a place of a text with the focus; have its sentence read, and then some more."""

    def mark(self, marks: Marks, *, sure: bool) -> None:
        """Mark the sentences that say the same in both."""

    def follow(self, side: Side, sentence: Extent) -> None:
        """Bring a sentence into view, the focus staying where it is."""

    def light(self, side: Side, sentence: Extent | None, word: Extent | None = None) -> None:
        """Light what is spoken, besides what the article's own view does by itself."""


class TwoViews:
    """The article and its original side by side."""

    def __init__(self, article: ArticleView, original: ArticleView) -> None:
        self._views = {Side.ARTICLE: article, Side.ORIGINAL: original}

    def where(self) -> tuple[Side, Position]:
        """Return the text with the focus, else the article, and the place of its caret."""
        side = Side.ORIGINAL if self._views[Side.ORIGINAL].hasFocus() else Side.ARTICLE
        return side, self._views[side].position()

    def source(self, place: Position) -> tuple[Side, Position]:
        """Return a place of the original as it is."""
        return Side.ORIGINAL, place

    def place(self, _side: Side, place: Position) -> Position:
        """Return a place of the original as it is."""
        return place

    def go(self, side: Side, place: Position, more: str = "") -> None:
        """Go to a place of a text with the focus; have its sentence read, and then some more."""
        view, was_here = self._views[side], self._views[side].hasFocus()
        _point_out(view, place, more if was_here else "")
        view.setFocus()
        if more and not was_here:
            announce_after_focus(view, more, lambda: view.hasFocus() and view.position() == place)

    def mark(self, marks: Marks, *, sure: bool) -> None:
        """Mark the sentences that say the same in both."""
        for side, view in self._views.items():
            view.mark_same(marks.get(side, ()), sure=sure)

    def follow(self, side: Side, sentence: Extent) -> None:
        """Bring a sentence into view."""
        self._views[side].bring_into_view(sentence)

    def light(self, side: Side, sentence: Extent | None, word: Extent | None = None) -> None:
        """Light what is spoken of the original; the other view lights its own."""
        spoken = sentence if side is Side.ORIGINAL else None
        self._views[Side.ORIGINAL].mark_spoken(spoken, word if spoken else None)


class OneView:
    """Each sentence of the original under that of the article, in a view of both."""

    def __init__(self, view: ArticleView, both: Alternated) -> None:
        self._view = view
        self._both = both

    def where(self) -> tuple[Side, Position]:
        """Return the text that the caret is in, and its place there."""
        return self.source(self._view.position())

    def source(self, place: Position) -> tuple[Side, Position]:
        """Return the text that a place is of, and where it is there."""
        return self._both.source(place)

    def place(self, side: Side, place: Position) -> Position:
        """Return where a place of a text is."""
        return self._both.place(side, place)

    def go(self, side: Side, place: Position, more: str = "") -> None:
        """Go to a place of a text with the focus; have its sentence read, and then some more."""
        there = self.place(side, place)
        in_table = bool(self._view.outline().leaves[there.block].rows)
        is_told = side is Side.ORIGINAL and not in_table  # the text itself tells of a guess
        _point_out(self._view, there, "" if is_told else more)
        self._view.setFocus()

    def mark(self, marks: Marks, *, sure: bool) -> None:
        """Mark the sentences that say the same."""
        found = [each for side, some in marks.items() for each in self._both.extents(side, some)]
        self._view.mark_same(found, sure=sure)

    def follow(self, side: Side, sentence: Extent) -> None:
        """Do nothing: the one stands under the other."""

    def light(self, side: Side, sentence: Extent | None, word: Extent | None = None) -> None:
        """Light what is spoken."""
        lit = self._both.extents(side, [each for each in (sentence, word) if each is not None])
        self._view.mark_spoken(lit[0] if lit else None, lit[1] if len(lit) > 1 else None)


def _point_out(view: ArticleView, place: Position, more: str) -> None:
    """Go to a place, and have the sentence around it read, and then some more."""
    text = view.outline().leaves[place.block].text
    sentence = sentence_at(text, place.block, place.char)
    view.point_out(Extent(place.block, place.char, place.char), sentence, more)
