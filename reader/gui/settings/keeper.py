"""The settings in use, kept on disk as they change."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader import settings
from reader.settings import Settings

_USUAL = Settings()


class SettingsKeeper(QObject):
    """Holds the settings; whoever changes them tells all who live by them.

    `folder` is where they are kept, `usual` are those of the first start.
    `trusted` is False where those on disk could not be read: they are left alone then until the
    person chooses something.
    """

    changed = Signal(object)  # Settings

    def __init__(
        self,
        current: Settings,
        folder: Path,
        *,
        usual: Settings = _USUAL,
        trusted: bool = True,
    ) -> None:
        super().__init__()
        self.usual = usual
        self._trusted = trusted
        self.current = self._kept = current
        self.folder = folder

    def change(self, **choices: Any) -> None:  # noqa: ANN401  the fields of Settings
        """Take choices over and keep them.

        Raises `SettingsError` where they cannot be kept; they apply all the same.
        """
        wanted = replace(self._kept, **choices)
        if wanted == self._kept:
            self.take_back()
            return
        self._kept = wanted
        self._show(wanted)
        self._trusted = True
        settings.save(wanted, self.folder)

    def try_out(self, **choices: Any) -> None:  # noqa: ANN401  the fields of Settings
        """Live by choices without keeping them."""
        self._show(replace(self._kept, **choices))

    def take_back(self) -> None:
        """Live by what was kept last."""
        self._show(self._kept)

    def _show(self, wanted: Settings) -> None:
        if wanted != self.current:
            self.current = wanted
            self.changed.emit(wanted)

    def note_window(self, window: str, panes: str) -> None:
        """Keep where the window and its panes stood; raises `SettingsError`."""
        if self._trusted:
            settings.save(replace(self._kept, window=window, panes=panes), self.folder)
