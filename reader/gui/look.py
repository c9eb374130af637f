"""Colours and text size of the whole window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.gui import theme
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.theme import Palette
from reader.settings import TEXT_SIZES, Settings, Theme

_STEP = 2
_USUAL = Settings().text_size


class Look(QObject):
    """Gives the window its colours and its letters, and changes them when asked.

    `apply` is called with the colours and the text size for what no style sheet reaches.
    """

    def __init__(
        self, keeper: SettingsKeeper, appliers: Sequence[Callable[[Palette, int], None]]
    ) -> None:
        super().__init__()
        self._keeper = keeper
        self._appliers = tuple(appliers)
        self._shown: tuple[Palette, int] | None = None
        keeper.changed.connect(self.apply)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply)

    def apply(self) -> None:
        """Show the colours and the text size of the settings."""
        now = self._keeper.current
        palette = self.palette
        if self._shown == (palette, now.text_size):
            return
        self._shown = (palette, now.text_size)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(theme.application_palette(palette))
            application.setStyleSheet(theme.application_style(palette, now.text_size))
        for applier in self._appliers:
            applier(palette, now.text_size)

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        now = self._keeper.current
        scheme = QGuiApplication.styleHints().colorScheme()
        return theme.palette_for(now.theme, system_dark=scheme is Qt.ColorScheme.Dark)

    def larger(self) -> None:
        """Make the text one step larger."""
        self._resize(self._keeper.current.text_size + _STEP)

    def smaller(self) -> None:
        """Make the text one step smaller."""
        self._resize(self._keeper.current.text_size - _STEP)

    def usual(self) -> None:
        """Give the text its usual size."""
        self._resize(_USUAL)

    def choose(self, wanted: Theme) -> None:
        """Use other colours."""
        self._keeper.change(theme=wanted)

    def _resize(self, size: int) -> None:
        self._keeper.change(text_size=min(max(size, TEXT_SIZES.start), TEXT_SIZES.stop - 1))
