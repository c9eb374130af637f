"""Settings of the text and the colours."""

from dataclasses import replace
from math import floor
from typing import Any

from PySide6.QtCore import QLocale

from reader.gui.colours import contrast
from reader.gui.faces import offered_faces
from reader.gui.saying import announce
from reader.gui.settings.colour_field import ColourField
from reader.gui.settings.fields import Fields, describe
from reader.gui.settings.page import Page
from reader.i18n import Translator, mark
from reader.settings import (
    COLUMNS,
    LETTER_SPACINGS,
    LINE_SPACINGS,
    OWN_FACE,
    PARAGRAPH_SPACINGS,
    TEXT_SIZES,
    Guide,
    Settings,
    Theme,
)

THEMES = {
    Theme.SYSTEM: mark("As in the system"),
    Theme.LIGHT: mark("Light"),
    Theme.DARK: mark("Dark"),
    Theme.BLACK_ON_WHITE: mark("High contrast: black on white"),
    Theme.WHITE_ON_BLACK: mark("High contrast: white on black"),
    Theme.OWN: mark("Your own"),
}
"""What each theme is called."""
_GUIDES = {
    Guide.OFF: mark("None"),
    Guide.LINE: mark("The line is lit"),
    Guide.PARAGRAPH: mark("The other paragraphs stand back"),
}
_LEAST_CONTRAST = 4.5


class TextPage(Page):
    """Colours, and how articles are set."""

    def __init__(self, now: Settings, translator: Translator) -> None:
        self._ = _ = translator
        super().__init__(_("&Text and colours"))
        self._typography = now.typography
        self.fields = Fields(self, now, _)
        self.type = Fields(self, now.typography, _)
        self._add_colours(now)
        self._add_type()
        for fields in (self.fields, self.type):
            fields.changed.connect(self.changed)

    def choices(self) -> dict[str, Any]:
        """Return what is chosen."""
        typography = replace(self._typography, **self.type.values())
        return self.fields.values() | {"typography": typography}

    def show_settings(self, settings: Settings) -> None:
        """Show other settings."""
        self.fields.show_values(settings)
        self.type.show_values(settings.typography)

    def _add_colours(self, now: Settings) -> None:
        _ = self._
        themes = [(_(words), theme) for theme, words in THEMES.items()]
        self.theme = self.fields.choice("theme", mark("&Colours"), themes)
        self.ink = self._colour("ink", mark("Colour of te&xt"), now.ink)
        self.paper = self._colour("paper", mark("Colour of the &page"), now.paper)
        self.contrast = self.fields.note("", self.ink, self.paper)
        self.theme.currentIndexChanged.connect(self._offer_colours)
        self._offer_colours()

    def _colour(self, field: str, label: str, now: str) -> ColourField:
        box = ColourField(now, self._)
        box.chosen.connect(self._colours_chosen)
        box.written.connect(self._tell_of_no_colour)
        self.fields.add(field, label, box, lambda: box.colour() or now, box.show_colour)
        return box

    def _offer_colours(self) -> None:
        """Show the fields for the person's own colours only where they count."""
        own = self.theme.currentData() == Theme.OWN
        for row in (self.ink, self.paper, self.contrast):
            self.use(row, used=own)
        describe(self.contrast, self._contrast_words(), self.ink, self.paper)

    def _colours_chosen(self) -> None:
        words = self._contrast_words()
        describe(self.contrast, words, self.ink, self.paper)
        if self._are_colours():  # not at each letter written
            announce(self, words)
            self.changed.emit()

    def _tell_of_no_colour(self) -> None:
        if not self._are_colours():
            announce(self, self._contrast_words())

    def _are_colours(self) -> bool:
        return None not in (self.ink.colour(), self.paper.colour())

    def _contrast_words(self) -> str:
        _, ink, paper = self._, self.ink.colour(), self.paper.colour()
        if ink is None or paper is None:
            return _("This is no colour: choose one, or write # and six digits, as in #1B1F24.")
        ratio = contrast(ink, paper)
        # Rounded down: 4.48 is too little, and told as 4.5 it would seem to be enough.
        shown = QLocale(_.language).toString(floor(10 * ratio) / 10, "f", 1)
        if ratio < _LEAST_CONTRAST:
            words = _("Warning: contrast {ratio} to 1. Below 4.5 to 1, text is hard to read.")
        else:
            words = _("Contrast {ratio} to 1: text can be read well.")
        return words.format(ratio=shown)

    def _add_type(self) -> None:
        _, add = self._, self.type
        percent = _(" %")
        self.text_size = self.fields.number(
            "text_size", mark("Text &size"), TEXT_SIZES, _(" px"), 2
        )
        self.face = add.choice("face", mark("T&ypeface"), self._faces())
        add.number("line_spacing", mark("&Line spacing"), LINE_SPACINGS, percent, 5)
        add.number("letter_spacing", mark("Lette&r spacing"), LETTER_SPACINGS, percent, 1)
        add.number("paragraph_spacing", mark("P&aragraph spacing"), PARAGRAPH_SPACINGS, percent, 25)
        add.number("column", mark("Column &width"), COLUMNS, _(" characters"), 2)
        sides = [(_("To the left"), False), (_("To both edges"), True)]
        add.choice("justified", mark("Align&ment"), sides)
        guides = [(_(words), guide) for guide, words in _GUIDES.items()]
        add.choice("guide", mark("Guid&e for the eye"), guides)

    def _faces(self) -> list[tuple[str, str | None]]:
        """Return the typefaces to choose from, the chosen one among them in any case."""
        _, chosen, found = self._, self._typography.face, offered_faces()
        if chosen is not None and chosen not in found:
            found.append(chosen)
        own = _("{face} (built in)").format(face=OWN_FACE)
        named: list[tuple[str, str | None]] = [
            (own if face == OWN_FACE else face, face) for face in found
        ]
        return [named[0], (_("As in the system"), None), *named[1:]]
