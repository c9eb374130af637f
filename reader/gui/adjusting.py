"""Faster, larger, darker: what is changed by a key is said as well."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.gui.look import Look
from reader.gui.panes import Panes
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.saying import announce, announce_after_focus
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator, mark
from reader.settings import Theme

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

    def __init__(
        self,
        window: QWidget,
        keeper: SettingsKeeper,
        aloud: ReadingAloud,
        panes: Panes,
        look: Look,
        translator: Translator,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._keeper = keeper
        self._aloud = aloud
        self._panes = panes
        self._look = look
        self._ = translator

    def faster(self) -> None:
        """Speak one step faster."""
        self._aloud.faster()
        self._tell_rate()

    def slower(self) -> None:
        """Speak one step slower."""
        self._aloud.slower()
        self._tell_rate()

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

    def _tell_rate(self) -> None:
        if self._aloud.is_heard():
            return  # the new speed is heard by itself
        words = self._("Speed {rate} words a minute")
        announce(self._window, words.format(rate=self._keeper.current.rate))

    def _tell_size(self) -> None:
        words = self._("Text size {size}")
        announce(self._window, words.format(size=self._keeper.current.text_size))
