"""Settings of reading aloud: what is told of the parts of an article, and what is left out."""

from typing import Any

from reader.gui.settings.fields import Fields
from reader.gui.settings.page import Page
from reader.i18n import Translator, mark
from reader.model.speaking import OwnNotes, Telling
from reader.settings import Settings

_TELLINGS = {
    "headings": mark("H&eadings"),
    "quotes": mark("&Quotations"),
    "lists": mark("&Lists"),
    "links": mark("Lin&ks"),
    "notes": mark("&Notes"),
    "pictures": mark("Pi&ctures"),
    "tables": mark("Ta&bles"),
}
_WAYS = {
    Telling.WORD: mark("Told by a word"),
    Telling.SOUND: mark("Told by a sound"),
    Telling.OFF: mark("Not told"),
}
_OWN_NOTES = {
    OwnNotes.OFF: mark("Not told"),
    OwnNotes.SIGN: mark("Told that there is one"),
    OwnNotes.WHOLE: mark("Read aloud"),
}
_LEFT_OUT = {
    "addresses": mark("Printed &addresses"),
    "marks": mark("&Marks of notes"),
}


class AloudPage(Page):
    """Announcements, and what is left out; all fields are those of `Speaking`."""

    def __init__(self, now: Settings, translator: Translator) -> None:
        _ = translator
        super().__init__(_("Rea&ding"))
        self.speaking = Fields(self, now.speaking, _)
        self.speaking.changed.connect(self.changed)
        ways = [(_(words), telling) for telling, words in _WAYS.items()]
        for field, label in _TELLINGS.items():
            self.speaking.choice(field, label, ways)
        ways_of_notes = [(_(words), way) for way, words in _OWN_NOTES.items()]
        self.speaking.choice("own_notes", mark("My o&wn notes"), ways_of_notes)
        for field, label in _LEFT_OUT.items():
            self.speaking.choice(field, label, [(_("Left out"), False), (_("Read aloud"), True)])
        ways_of_acronyms = [(_("In full at first"), True), (_("By their letters"), False)]
        self.speaking.choice("in_full", mark("Acron&yms"), ways_of_acronyms)
        orders = [(_("The translation first"), False), (_("The original first"), True)]
        self.speaking.choice("original_first", mark("Two languages in t&urn"), orders)

    def choices(self) -> dict[str, Any]:
        """Return nothing: the dialog puts the fields of `Speaking` together."""
        return {}

    def show_settings(self, settings: Settings) -> None:
        """Show other settings."""
        self.speaking.show_values(settings.speaking)
