"""What a person has chosen, kept as JSON in the folder of settings."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from reader.errors import SettingsError
from reader.model.query import Grouping, Order
from reader.model.speaking import Highlight, OwnNotes, Speaking, Telling
from reader.paths import write_whole

_FILE = "settings.json"


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
    export_form: str = "md"
    export_folder: str = ""


_USUAL = Settings()
_NUMBERS = {
    "text_size": TEXT_SIZES,
    "rate": RATES,
    "print_size": range(PRINT_SIZES.stop),
    "line_spacing": LINE_SPACINGS,
    "letter_spacing": LETTER_SPACINGS,
    "paragraph_spacing": PARAGRAPH_SPACINGS,
    "column": COLUMNS,
    "pitch": PERCENTS,
    "volume": PERCENTS,
    "sentence_pause": PAUSES,
    "item_pause": PAUSES,
    "paragraph_pause": PAUSES,
    "heading_pause": PAUSES,
}
_TELLINGS = ("headings", "quotes", "lists", "links", "notes", "pictures", "tables")
_NAMES: dict[str, type[StrEnum]] = {
    "theme": Theme,
    "guide": Guide,
    "rows": RowReading,
    "order": Order,
    "grouping": Grouping,
    "updates": Updates,
    "highlight": Highlight,
    "beside": Beside,
    "same_sentence": SameSentence,
    "own_notes": OwnNotes,
} | dict.fromkeys(_TELLINGS, Telling)
_NESTED: dict[str, type[Typography] | type[Speaking]] = {
    "typography": Typography,
    "speaking": Speaking,
}
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def load(folder: Path, usual: Settings = _USUAL) -> Settings:
    """Return the settings kept in a folder, or the usual ones where there are none yet.

    Numbers out of range become the nearest that is allowed; unknown names are ignored.
    Raises `SettingsError` where the file cannot be read or is broken.
    """
    path = folder / _FILE
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return usual
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error
    except ValueError as error:  # no JSON, or no UTF-8
        raise SettingsError(path, str(error)) from error
    if not isinstance(found, dict):
        raise SettingsError(path, "not a JSON object")
    return Settings(**_known(Settings, found, path))


def save(settings: Settings, folder: Path) -> None:
    """Keep the settings; a crash leaves either the old ones or the new ones.

    Raises `SettingsError` where the folder cannot be written.
    """
    path = folder / _FILE
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error


def _known(
    kind: type[Settings] | type[Typography] | type[Speaking], found: Mapping[str, Any], path: Path
) -> dict[str, Any]:
    """Return the values that belong to a kind of settings, as it wants them."""
    return {
        field.name: _value(field.name, found[field.name], path)
        for field in fields(kind)
        if field.name in found
    }


def _value(name: str, value: Any, path: Path) -> Any:  # noqa: ANN401  as JSON has it
    if not _fits(name, value):
        raise SettingsError(path, f"{name}: {json.dumps(value, ensure_ascii=False)}")
    if name in _NUMBERS:
        allowed = _NUMBERS[name]
        return min(max(value, allowed.start), allowed.stop - 1)
    if name in _NAMES:
        return _NAMES[name](value)
    if name == "keys":
        return tuple((command, tuple(keys)) for command, keys in value)
    return _NESTED[name](**_known(_NESTED[name], value, path)) if name in _NESTED else value


def _fits(name: str, value: object) -> bool:
    if name in _NUMBERS:
        return isinstance(value, int) and not isinstance(value, bool)
    if name in _NAMES:
        return value in tuple(_NAMES[name])
    if value is None:
        return name in _LEFT_OPEN
    return _CHECKS.get(name, _is_text)(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


def _is_choice(value: object) -> bool:
    return isinstance(value, bool)


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _are_keys(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_pair, value))


def _is_pair(value: object) -> bool:
    """Return whether a value is a command with its keys."""
    match value:
        case [str(), [*keys]]:
            return all(isinstance(key, str) for key in keys)
        case _:
            return False


_LEFT_OPEN = frozenset({"language", "voice", "face", "plain"})  # None: the system decides
_CHOICES = (
    "justified",
    "plain",
    "addresses",
    "marks",
    "names",
    "in_full",
    "follow",
    "yields",
    "original_first",
)
_CHECKS: dict[str, Callable[[object], bool]] = {
    "ink": _is_colour,
    "paper": _is_colour,
    "keys": _are_keys,
    **dict.fromkeys(_NESTED, _is_object),
    **dict.fromkeys(_CHOICES, _is_choice),
}
