"""Scrolling to what is spoken, without a fight with the person who scrolls elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from reader.model.position import Extent


class Scrolled(Protocol):
    """What is scrolled."""

    def is_in_view(self, extent: Extent) -> bool:
        """Tell whether some of a stretch can be seen."""

    def bring_into_view(self, extent: Extent) -> None:
        """Scroll to a stretch where need be."""


class Following:
    """Keeps what is spoken in view where `is_wanted`.

    Once the person has scrolled it out of sight, it waits until the voice comes into view again.
    """

    def __init__(self, sheet: Scrolled) -> None:
        self.is_wanted = True
        self._sheet = sheet
        self._spoken: Extent | None = None
        self._is_left = False
        self._scrolls = False  # by itself

    def turn_to(self, spoken: Extent | None) -> None:
        """Follow the voice; None where it has fallen silent."""
        self._spoken = spoken
        if spoken is None or self._sheet.is_in_view(spoken):
            self._is_left = False
        self._show()

    def resume(self) -> None:
        """Follow again, for the person has turned to the voice."""
        self._is_left = False
        self._show()

    def note_scroll(self) -> None:
        """Leave the person alone who has scrolled the voice out of sight."""
        if not self._scrolls and self._spoken is not None:
            self._is_left = not self._sheet.is_in_view(self._spoken)

    @contextmanager
    def at_own_hand(self) -> Iterator[None]:
        """Do what scrolls without the person having asked for it, and follow after it."""
        before, self._scrolls = self._scrolls, True
        try:
            yield
            self._show()
        finally:
            self._scrolls = before

    def _show(self) -> None:
        if self._spoken is None or self._is_left or not self.is_wanted:
            return
        before, self._scrolls = self._scrolls, True
        self._sheet.bring_into_view(self._spoken)
        self._scrolls = before
