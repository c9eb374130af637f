"""Settings of the voice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reader.gui.settings.fields import Fields, describe
from reader.gui.settings.page import Page
from reader.i18n import Translator, mark
from reader.settings import RATES, Settings


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A voice that can be chosen, by the name that people know it by."""

    identifier: str
    name: str


class VoicePage(Page):
    """Voice and rate."""

    def __init__(self, now: Settings, translator: Translator) -> None:
        _ = translator
        super().__init__(_("&Voice"))
        self.fields = Fields(self.form, now, _)
        self.fields.changed.connect(self.changed)
        chosen = [(now.voice, now.voice)] if now.voice else []
        self.voice = self.fields.choice(
            "voice", mark("V&oice"), [(_("The best for each language"), None), *chosen]
        )
        self._trouble = self.fields.note("")
        self.form.setRowVisible(self._trouble, False)  # noqa: FBT003  Qt's own signature
        self.rate = self.fields.number("rate", mark("&Rate"), RATES, _(" words a minute"), 5)

    def choices(self) -> dict[str, Any]:
        """Return what is chosen."""
        return self.fields.values()

    def offer(self, voices: Sequence[VoiceChoice]) -> None:
        """Let the person choose among these, too."""
        now = self.voice.currentData()
        while self.voice.count() > 1:
            self.voice.removeItem(1)
        for voice in voices:
            self.voice.addItem(voice.name, voice.identifier)
        self.voice.setCurrentIndex(max(self.voice.findData(now), 0))

    def tell_none(self, words: str) -> None:
        """Say why there are no voices to choose from."""
        describe(self._trouble, words, self.voice)
        self.form.setRowVisible(self._trouble, True)  # noqa: FBT003  Qt's own signature
