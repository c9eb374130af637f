"""How a person wants to be read to, besides the voice and its rate."""

from dataclasses import dataclass
from enum import StrEnum


class Telling(StrEnum):
    """How the voice tells what a part of the article is."""

    OFF = "off"
    WORD = "word"
    SOUND = "sound"


class Highlight(StrEnum):
    """What is lit on the page while the voice reads."""

    OFF = "off"
    SENTENCE = "sentence"
    WORD = "word"  # and its sentence


class OwnNotes(StrEnum):
    """What the voice says of the person's own notes, behind the sentence where they end."""

    OFF = "off"
    SIGN = "sign"  # that there is one
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Speaking:
    """How the voice reads, besides its name and rate.

    `pitch` and `volume` are percentages. Pauses are in milliseconds: after a sentence, and after
    the last one of a list item, of anything else, and round a heading; at a rate above the usual
    they are shorter in proportion. `headings` to `tables` tell what is told of these, `own_notes`
    what of the notes that the person wrote: where the eye sees one, the ear hears so. `addresses`
    and `marks` have printed addresses and the marks of notes read as well; `names` has foreign
    names read by a voice of their language, and `in_full` acronyms said by their names at first.
    `follow` scrolls to what is read; `yields` falls
    silent while a screen reader speaks.
    """

    pitch: int = 50
    volume: int = 100
    sentence_pause: int = 250
    item_pause: int = 350
    paragraph_pause: int = 500
    heading_pause: int = 700
    headings: Telling = Telling.OFF
    quotes: Telling = Telling.WORD
    lists: Telling = Telling.OFF
    links: Telling = Telling.OFF
    notes: Telling = Telling.WORD
    pictures: Telling = Telling.WORD
    tables: Telling = Telling.WORD
    own_notes: OwnNotes = OwnNotes.SIGN
    addresses: bool = False
    marks: bool = False
    names: bool = True
    in_full: bool = True
    highlight: Highlight = Highlight.WORD
    follow: bool = True
    yields: bool = True

    def words(self) -> tuple[StrEnum | bool, ...]:
        """Return what decides which words and sounds there are, not how they are spoken."""
        told = (self.headings, self.quotes, self.lists, self.links, self.notes)
        aloud = (self.addresses, self.marks, self.names, self.in_full)
        return (*told, self.pictures, self.tables, self.own_notes, *aloud)
