"""Settings of the program as a whole."""

from typing import Any

from reader.gui.settings.fields import Fields
from reader.gui.settings.page import Page
from reader.i18n import LANGUAGES, Translator, mark
from reader.settings import Beside, RowReading, SameSentence, Settings, Updates
from reader.wording import language_name

_ROWS = {
    RowReading.WHOLE: mark("Whole"),
    RowReading.CELLS: mark("Field by field, with Left and Right"),
}
_BESIDE = {
    Beside.PANES: mark("Side by side"),
    Beside.ALTERNATING: mark("One under the other"),
}
_SAME = {
    SameSentence.AS_SHOWN: mark("Goes there, else speaks it"),
    SameSentence.GO: mark("Goes there"),
    SameSentence.SPEAK: mark("Speaks it"),
}
_PLAIN = {
    None: mark("As suits the system"),
    False: mark("With headings, links and tables"),
    True: mark("As plain text, line by line"),
}


_UPDATES = {
    Updates.NEVER: mark("When I ask for it"),
    Updates.START: mark("When Chetivo starts"),
    Updates.HOURLY: mark("At the start and every hour"),
    Updates.SIX_HOURS: mark("At the start and every six hours"),
}


class GeneralPage(Page):
    """Language, and what suits a screen reader; a further field is a further row."""

    def __init__(self, now: Settings, translator: Translator) -> None:
        _ = translator
        super().__init__(_("&General"))
        languages = [(language_name(code, _), code) for code in LANGUAGES]
        self.fields = Fields(self, now, _)
        self.fields.changed.connect(self.changed)
        self.language = self.fields.choice(
            "language",
            mark("&Language of the program"),
            [(_("As in the system"), None), *languages],
        )
        self.fields.note(_("Another language applies from the next start on."), self.language)
        self.rows = self.fields.choice(
            "rows",
            mark("Rows of the l&ibrary"),
            [(_(text), key) for key, text in _ROWS.items()],
        )
        self.updates = self.fields.choice(
            "updates",
            mark("&Feeds are updated"),
            [(_(text), key) for key, text in _UPDATES.items()],
        )
        self.plain = self.fields.choice(
            "plain",
            mark("&Articles for screen readers"),
            [(_(text), key) for key, text in _PLAIN.items()],
        )
        self.fields.note(
            _("Plain text suits screen readers that are silent here, from the next start on."),
            self.plain,
        )
        self.beside = self.fields.choice(
            "beside",
            mark("Article and &original"),
            [(_(text), key) for key, text in _BESIDE.items()],
        )
        self.same_sentence = self.fields.choice(
            "same_sentence",
            mark("&Same sentence of the original"),
            [(_(text), key) for key, text in _SAME.items()],
        )

    def choices(self) -> dict[str, Any]:
        """Return what is chosen."""
        return self.fields.values()

    def show_settings(self, settings: Settings) -> None:
        """Show other settings."""
        self.fields.show_values(settings)
