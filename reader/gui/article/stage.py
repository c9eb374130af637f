"""The view, as the accessible tree sees it."""

from typing import Protocol

from PySide6.QtCore import QPoint, QRect

from reader.gui.article.outline import Knot, Outline
from reader.model.position import Extent, Position


class Stage(Protocol):
    """Where an article is shown and read."""

    def outline(self) -> Outline:
        """Return what the article is made of."""

    def described(self) -> tuple[int, str] | None:
        """Return the leaf that has a description, and the description."""

    def position(self) -> Position:
        """Return the place that is being read."""

    def anchor(self) -> Position:
        """Return the other end of the selection, or the place itself."""

    def piece(self) -> Knot | None:
        """Return the link or the mark that has the focus."""

    def go(self, position: Position) -> None:
        """Move to a place."""

    def go_to(self, knot: Knot) -> None:
        """Move to a block, a cell, a link or a mark."""

    def follow(self, knot: Knot) -> bool:
        """Open a link, or go to the note of a mark."""

    def screen_area(self, extent: Extent) -> QRect:
        """Return where a stretch is on the screen."""

    def place_at(self, point: QPoint) -> Position:
        """Return the place nearest to a point of the screen."""
