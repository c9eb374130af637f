"""Faster, larger, darker: what is changed by a key is said as well."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.gui.saying import announce, announce_after_focus
from reader.gui.tools import Tools
from reader.i18n import mark
from reader.settings import PERCENTS, RATES, Theme

_RATE_STEP = 25  # words a minute
_PERCENT_STEP = 10
_COLOURS = {
    Theme.SYSTEM: mark("Colours as in the system"),
    Theme.LIGHT: mark("Light colours"),
    Theme.DARK: mark("Dark colours"),
    Theme.BLACK_ON_WHITE: mark("Black on white"),
    Theme.WHITE_ON_BLACK: mark("White on black"),
    Theme.OWN: mark("Your own colours"),
}


class Adjusting(QObject):
    """Changes speed, text size, colours and what is shown, and tells what there is now.

    At the ends of a range it tells so too: that a key was heard must be known.
    """

    def __init__(self, window: QWidget, tools: Tools) -> None:
        super().__init__(window)
        self._window = window
        self._keeper = tools.means.keeper
        self._aloud = tools.parts.aloud
        self._panes = tools.panes
        self._look = tools.look
        self._ = tools.means.translator

    def faster(self, by: int) -> None:
        """Speak one step faster (1) or slower (-1)."""
        rate = _stepped(self._keeper.current.rate, by * _RATE_STEP, RATES)
        self._change(self._("Speed {rate} words a minute").format(rate=rate), rate=rate)

    def louder(self, by: int) -> None:
        """Speak one step louder (1) or softer (-1)."""
        now = self._keeper.current.speaking
        volume = _stepped(now.volume, by * _PERCENT_STEP, PERCENTS)
        words = self._("Volume {volume} percent").format(volume=volume)
        self._change(words, speaking=replace(now, volume=volume))

    def higher(self, by: int) -> None:
        """Speak one step higher (1) or lower (-1)."""
        now = self._keeper.current.speaking
        pitch = _stepped(now.pitch, by * _PERCENT_STEP, PERCENTS)
        words = self._("Pitch {pitch} percent").format(pitch=pitch)
        self._change(words, speaking=replace(now, pitch=pitch))

    def repeat(self, *, on: bool) -> None:
        """Repeat the sentence, or go on."""
        _ = self._
        self._aloud.repeat(on=on)
        if not self._aloud.is_heard():
            words = _("The sentence is repeated.") if on else _("No more repeating.")
            announce(self._window, words)

    def larger(self) -> None:
        """Make the text one step larger."""
        self._look.larger()
        self._tell_size()

    def smaller(self) -> None:
        """Make the text one step smaller."""
        self._look.smaller()
        self._tell_size()

    def usual(self) -> None:
        """Give the text its usual size."""
        self._look.usual()
        self._tell_size()

    def colour(self, theme: Theme) -> None:
        """Use other colours."""
        self._look.choose(theme)
        announce_after_focus(self._window, self._(_COLOURS[theme]))

    def show_links(self, *, shown: bool) -> None:
        """Keep the links beside the article, or leave them out."""
        _ = self._
        self._panes.want_links(wanted=shown)
        announce(self._window, _("Links shown") if shown else _("Links hidden"))

    def _change(self, words: str, **choices: Any) -> None:  # noqa: ANN401  the fields of Settings
        """Have the voice speak otherwise, and tell it unless that is heard by itself."""
        before = self._keeper.current
        self._keeper.change(**choices)
        if not self._aloud.is_heard():
            announce(self._window, words)
        elif self._keeper.current == before:
            self._aloud.tell(words)

    def _tell_size(self) -> None:
        words = self._("Text size {size}")
        announce(self._window, words.format(size=self._keeper.current.text_size))


def _stepped(value: int, step: int, allowed: range) -> int:
    return min(max(value + step, allowed.start), allowed.stop - 1)
