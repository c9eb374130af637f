"""What a person can choose, and what is usual."""

from dataclasses import dataclass, field
from enum import StrEnum

from reader.model.exportform import ExportForm
from reader.model.query import Grouping, Order
from reader.model.speaking import Speaking


class Theme(StrEnum):
    """Which colours the window uses; OWN are those of `Settings.ink` and `Settings.paper`."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    BLACK_ON_WHITE = "black_on_white"
    WHITE_ON_BLACK = "white_on_black"
    OWN = "own"


class Guide(StrEnum):
    """What leads the eye through the article."""

    OFF = "off"
    LINE = "line"  # the line that is read is lit
    PARAGRAPH = "paragraph"  # the other paragraphs stand back


class Beside(StrEnum):
    """How an article and its original are shown together."""

    PANES = "panes"
    ALTERNATING = "alternating"  # each sentence of the original under that of the article


class SameSentence(StrEnum):
    """What is done with the same sentence of the other text."""

    AS_SHOWN = "as_shown"  # gone to where both texts are shown, else spoken
    GO = "go"
    SPEAK = "speak"


class RowReading(StrEnum):
    """How a screen reader gets the rows of the library."""

    WHOLE = "whole"
    CELLS = "cells"


class Updates(StrEnum):
    """When feeds are asked for news; by themselves only where the person has chosen that."""

    NEVER = "never"
    START = "start"
    HOURLY = "hourly"
    SIX_HOURS = "six_hours"


TEXT_SIZES = range(12, 73)  # to four times the usual 18
RATES = range(80, 451)
LINE_SPACINGS = range(100, 301)
LETTER_SPACINGS = range(31)
PARAGRAPH_SPACINGS = range(301)
COLUMNS = range(30, 101)
PERCENTS = range(101)
PAUSES = range(3001)  # milliseconds
PRINT_SIZES = range(8, 73)  # points
AS_ON_SCREEN = 0
OWN_FACE = "Sofia Sans"  # it comes with the program


@dataclass(frozen=True, slots=True)
class Typography:
    """How the article is set.

    `face` is a family's name, or None where the system decides. Spacings are in hundredths of
    the text size: `line_spacing` from line to line, one of LINE_SPACINGS, `letter_spacing` more
    than usual, `paragraph_spacing` between paragraphs. `column` is in characters, one of COLUMNS.
    """

    face: str | None = OWN_FACE
    line_spacing: int = 155
    letter_spacing: int = 0
    paragraph_spacing: int = 75
    column: int = 68
    justified: bool = False
    guide: Guide = Guide.OFF


@dataclass(frozen=True, slots=True)
class Settings:
    """The person's choices.

    `language` of the interface and `voice` are None where the system decides. `text_size` is in
    pixels, one of TEXT_SIZES; `rate` in words a minute, one of RATES. `window` and `panes` are
    the window's own notes of where things stood. `keys` are those that differ from the usual ones,
    by command. `ink` and `paper` are the person's own colours of text and page, as "#RRGGBB".
    `view` is what the list shows, by the key of `reader.gui.library.views`.
    `rows` and `plain` are for screen readers: how rows are read, and whether articles are
    shown in a plain text field, None where the system decides. `beside` and `same_sentence` are
    for an article and its original. `print_size` is in points, AS_ON_SCREEN or one of PRINT_SIZES;
    `export_form` and `export_folder` are what was chosen last, "" is the home folder.
    """

    language: str | None = None
    theme: Theme = Theme.SYSTEM
    text_size: int = 18
    rate: int = 175
    voice: str | None = None
    window: str = ""
    panes: str = ""
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ink: str = "#1B1F24"
    paper: str = "#FCFBF8"
    typography: Typography = Typography()
    speaking: Speaking = field(default_factory=Speaking)
    rows: RowReading = RowReading.WHOLE
    view: str = "all"
    order: Order = Order.ADDED
    grouping: Grouping = Grouping.NONE
    plain: bool | None = None
    beside: Beside = Beside.PANES
    same_sentence: SameSentence = SameSentence.AS_SHOWN
    updates: Updates = Updates.NEVER
    print_size: int = AS_ON_SCREEN
    export_form: ExportForm = ExportForm.MARKDOWN
    export_folder: str = ""
