"""Settings of the voice, and of what is seen while it reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reader.gui.settings.fields import Fields, describe
from reader.gui.settings.page import Page
from reader.i18n import Translator, mark
from reader.model.speaking import Highlight
from reader.settings import PAUSES, PERCENTS, RATES, Settings

_PAUSES = {
    "sentence_pause": mark("Pause after a senten&ce"),
    "item_pause": mark("Pause after a list &item"),
    "paragraph_pause": mark("Pause &after a paragraph"),
    "heading_pause": mark("Pause ro&und a heading"),
}
_HIGHLIGHTS = {
    Highlight.WORD: mark("The sentence and the word"),
    Highlight.SENTENCE: mark("The sentence"),
    Highlight.OFF: mark("Nothing"),
}
_NAMES = {
    True: mark("By a voice of their language"),
    False: mark("By the voice of the sentence"),
}
_FOLLOWS = {True: mark("Follows the voice"), False: mark("Stays where it is")}
_YIELDS = {True: mark("The voice falls silent"), False: mark("The voice goes on")}


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A voice that can be chosen, by the name that people know it by."""

    identifier: str
    name: str


class VoicePage(Page):
    """The voice, how it speaks, and what the page does meanwhile."""

    def __init__(self, now: Settings, translator: Translator) -> None:
        _ = translator
        super().__init__(_("&Voice"))
        self.fields = Fields(self, now, _)
        self.speaking = Fields(self, now.speaking, _)
        for fields in (self.fields, self.speaking):
            fields.changed.connect(self.changed)
        chosen = [(now.voice, now.voice)] if now.voice else []
        self.voice = self.fields.choice(
            "voice", mark("V&oice"), [(_("The best for each language"), None), *chosen]
        )
        self._trouble = self.fields.note("", self.voice)
        self.use(self._trouble, used=False)
        self.rate = self.fields.number("rate", mark("&Rate"), RATES, _(" words a minute"), 5)
        add = self.speaking
        add.number("pitch", mark("&Pitch"), PERCENTS, _(" %"), 5)
        add.number("volume", mark("Vo&lume"), PERCENTS, _(" %"), 5)
        pauses = [
            add.number(field, label, PAUSES, _(" ms"), 50) for field, label in _PAUSES.items()
        ]
        add.note(_("Above 175 words a minute, pauses shrink as the words do."), *pauses)
        add.choice("names", mark("&Names in other languages"), _options(_NAMES, _))
        add.choice("highlight", mark("What is &highlighted"), _options(_HIGHLIGHTS, _))
        add.choice("follow", mark("The pag&e"), _options(_FOLLOWS, _))
        add.choice("yields", mark("While a &screen reader speaks"), _options(_YIELDS, _))

    def choices(self) -> dict[str, Any]:
        """Return what is chosen, but for the fields of `Speaking`."""
        return self.fields.values()

    def show_settings(self, settings: Settings) -> None:
        """Show other settings."""
        self.fields.show_values(settings)
        self.speaking.show_values(settings.speaking)

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
        self.use(self._trouble, used=True)


def _options(words: dict[Any, str], _: Translator) -> list[tuple[str, Any]]:
    return [(_(text), data) for data, text in words.items()]
