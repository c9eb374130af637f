"""What a screen reader is told of a plain view: a text field that knows nothing of headings.

The text field tells of its caret and its selection itself. What the letter keys lead to is said
in words, for the caret jumps there without any key that a screen reader knows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QWidget

from reader.gui.article import annotated, telling
from reader.gui.article.outline import Knot, Outline
from reader.gui.describing import tell
from reader.i18n import Translator
from reader.model.annotation import Annotation
from reader.model.position import Extent, Position


class Field(Protocol):
    """The view, as the plain teller sees it."""

    def outline(self) -> Outline:
        """Return what the article is made of."""

    def position(self) -> Position:
        """Return the place that is being read."""


class PlainTeller:
    """Stands between a plain view and the screen reader."""

    def __init__(self, widget: QWidget, field: Field, translator: Translator) -> None:
        self._widget = widget
        self._field = field
        self._ = translator
        self._within: Annotation | None = None  # the mark that the caret is in
        self._is_reading = False

    def made_root(self) -> QAccessibleInterface | None:
        """Leave it to Qt what a screen reader meets."""
        return None

    def announce(self, message: str) -> None:
        """Have a screen reader say the message."""
        tell(self._widget, message)

    def jumped(self, knot: Knot) -> None:
        """Say what the caret has jumped to."""
        outline = self._field.outline()
        marked = annotated.description(outline, knot, self._)
        words = telling.spoken(outline, knot, self._)
        self.announce(f"{words}. {marked}" if marked else words)

    @contextmanager
    def reading(self, extent: Extent, more: str = "") -> Iterator[None]:
        """Say a line or a sentence when the caret has moved there, and then some more."""
        self._is_reading = True
        try:
            yield
        finally:
            self._is_reading = False
        if self._widget.hasFocus():
            said = annotated.said(self._field.outline(), extent, self._)
            self.announce(telling.followed(said, more))

    def reordered(self) -> None:
        """Say where the person is in another article."""
        outline, place = self._field.outline(), self._field.position()
        if outline.leaves and self._widget.hasFocus():
            self.jumped(outline.knot_at(place.block, place.char))

    def forget(self) -> None:
        """Keep nothing of an article that goes away."""

    def moved(self) -> None:
        """Say nothing of the caret, for the text field does, but what mark it has come into."""
        outline = self._field.outline()
        within = annotated.at(outline, self._field.position())
        before, self._within = self._within, within
        is_told = within == before or self._is_reading or not self._widget.hasFocus()
        if within is not None and not is_told:
            self.announce(annotated.short(within, self._))

    def focus_again(self) -> None:
        """Say nothing of the focus: the text field does."""

    def key_pressed(self) -> None:
        """Wait for what the key does."""
