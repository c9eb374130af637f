"""Settings of the program as a whole."""

from typing import Any

from reader.gui.settings.fields import Fields
from reader.gui.settings.page import Page
from reader.i18n import LANGUAGES, Translator, mark
from reader.settings import Settings
from reader.wording import language_name


class GeneralPage(Page):
    """Language; a further field is a further row."""

    def __init__(self, now: Settings, translator: Translator) -> None:
        _ = translator
        super().__init__(_("&General"))
        languages = [(language_name(code, _), code) for code in LANGUAGES]
        self.fields = Fields(self.form, now, _)
        self.fields.changed.connect(self.changed)
        self.language = self.fields.choice(
            "language",
            mark("&Language of the program"),
            [(_("As in the system"), None), *languages],
        )
        self.fields.note(_("Another language applies from the next start on."), self.language)

    def choices(self) -> dict[str, Any]:
        """Return what is chosen."""
        return self.fields.values()
