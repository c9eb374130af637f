"""The settings dialog: pages of fields; what is changed shows at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.gui.saying import name
from reader.gui.settings.aloud import AloudPage
from reader.gui.settings.general import GeneralPage
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.settings.pages import Pages
from reader.gui.settings.text import TextPage
from reader.gui.settings.voice import VoiceChoice, VoicePage
from reader.i18n import Translator
from reader.wording import explain

_PAUSE = 100  # milliseconds: a long article is not set anew at each press of a key held down


class SettingsDialog(QDialog):
    """Shows the settings as they are; changes are tried out at once, and OK keeps them."""

    def __init__(
        self,
        keeper: SettingsKeeper,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._ = _ = translator
        now = keeper.current
        self.setWindowTitle(_("Settings"))
        name(self, "settingsDialog", _("Settings"))
        self.general = GeneralPage(now, _)
        self.text = TextPage(now, _)
        self.voice = VoicePage(now, _)
        self.aloud = AloudPage(now, _)
        self._pages = (self.general, self.text, self.voice, self.aloud)
        self.pages = Pages(self._pages, _("Settings"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._try_out)
        for page in self._pages:
            page.changed.connect(self._pause.start)
        self._lay_out()

    def accept(self) -> None:
        """Apply and keep what was chosen."""
        self._pause.stop()
        super().accept()
        self._keeper.change(**self._choices())

    def reject(self) -> None:
        """Take back what was tried out."""
        self._pause.stop()
        super().reject()
        self._keeper.take_back()

    def offer_voices(self, voices: Sequence[VoiceChoice]) -> None:
        """Let the person choose among these, too."""
        self.voice.offer(voices)

    def tell_no_voices(self, error: ReaderError) -> None:
        """Say why there are no voices to choose from."""
        self.voice.tell_none(explain(error, self._))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the pages need, at the side: what changes is seen behind."""
        super().showEvent(event)
        self._fit()
        window = self.parentWidget()
        if window is not None and window.isVisible():
            side = window.frameGeometry().right() - self.frameGeometry().width()
            self.move(max(side, self.screen().availableGeometry().left()), self.y())

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that the pages need in letters of another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.isVisible():
            QTimer.singleShot(0, self, self._fit)

    def _choices(self) -> dict[str, Any]:
        found = {field: value for page in self._pages for field, value in page.choices().items()}
        spoken = self.voice.speaking.values() | self.aloud.speaking.values()
        return found | {"speaking": replace(self._keeper.current.speaking, **spoken)}

    def _try_out(self) -> None:
        self._keeper.try_out(**self._choices())

    def _fit(self) -> None:
        """Be as large as the largest page, but no larger than the screen."""
        self.pages.measure()
        room = self.screen().availableSize()
        wanted = self.sizeHint().expandedTo(self.size())
        self.resize(wanted.boundedTo(room))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.pages, 1)
        column.addWidget(buttons)
        self.general.first().setFocus()
