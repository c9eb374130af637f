"""What tells a screen reader of an article: the accessible tree, or the words of a plain view."""

from contextlib import AbstractContextManager
from typing import Protocol

from PySide6.QtGui import QAccessibleInterface

from reader.gui.article.outline import Knot
from reader.model.position import Extent


class Teller(Protocol):
    """Tells a screen reader what happens in the view."""

    def made_root(self) -> QAccessibleInterface | None:
        """Return what a screen reader meets; None for the text field that Qt makes of it."""

    def forget(self) -> None:
        """Keep nothing of the article: it goes away."""

    def reordered(self) -> None:
        """Tell that there is another article."""

    def moved(self) -> None:
        """Tell where the person is reading now."""

    def jumped(self, knot: Knot) -> None:
        """Tell what a key has led to."""

    def reading(self, extent: Extent, more: str = "") -> AbstractContextManager[None]:
        """Tell of a line or a sentence while the caret moves there, and then some more.

        Without the focus nothing is said, but the same part is read when the focus comes.
        """

    def focus_again(self) -> None:
        """Tell the place once more."""

    def key_pressed(self) -> None:
        """Get ready for what a key does."""

    def announce(self, message: str) -> None:
        """Have a screen reader say the message."""
