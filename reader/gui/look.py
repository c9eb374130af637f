"""Colours and type of the whole window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.gui import theme
from reader.gui.article import styles
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.theme import Palette
from reader.settings import TEXT_SIZES, Settings, Theme

_STEP = 2
_USUAL = Settings().text_size


class Look(QObject):
    """Gives the window its colours and its letters, and changes them when asked.

    `appliers` are called with the look for what no style sheet reaches.
    """

    def __init__(
        self,
        keeper: SettingsKeeper,
        appliers: Sequence[Callable[[styles.Look], None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._appliers = list(appliers)
        self._shown: styles.Look | None = None
        keeper.changed.connect(self.apply)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        hints.accessibility().contrastPreferenceChanged.connect(self.apply)

    def apply(self) -> None:
        """Show the colours and the type of the settings."""
        look = self.current
        before, self._shown = self._shown, look
        if look == before:
            return
        if before is None or (look.palette, look.text_size) != (before.palette, before.text_size):
            _dress(look)
        for applier in self._appliers:
            applier(look)

    def also(self, applier: Callable[[styles.Look], None]) -> None:
        """Give the look, now and when it changes, to something that has come later."""
        self._appliers.append(applier)
        if self._shown is not None:
            applier(self._shown)

    @property
    def current(self) -> styles.Look:
        """The colours and the type in use."""
        now = self._keeper.current
        return styles.Look(self.palette, now.text_size, now.typography)

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        hints = QGuiApplication.styleHints()
        more = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        return theme.palette_for(
            self._keeper.current,
            system_dark=hints.colorScheme() is Qt.ColorScheme.Dark,
            system_contrast=more,
        )

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


def _dress(look: styles.Look) -> None:
    """Give the whole program its colours and letters."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        palette = theme.application_palette(look.palette)
        style = theme.application_style(look.palette, look.text_size)
        # Qt polishes all widgets anew, even by the style that they have.
        if (application.styleSheet(), application.palette()) != (style, palette):
            application.setPalette(palette)
            application.setStyleSheet(style)
