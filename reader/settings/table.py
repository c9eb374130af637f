"""Settings as a table of TOML, and what of such a table can be used."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeAlias

from reader.i18n import LANGUAGES
from reader.model.exportform import ExportForm
from reader.model.query import Grouping, Order
from reader.model.speaking import Highlight, OwnNotes, Speaking, Telling
from reader.settings.choices import (
    COLUMNS,
    LETTER_SPACINGS,
    LINE_SPACINGS,
    PARAGRAPH_SPACINGS,
    PAUSES,
    PERCENTS,
    PRINT_SIZES,
    RATES,
    TEXT_SIZES,
    Beside,
    Guide,
    RowReading,
    SameSentence,
    Settings,
    Theme,
    Typography,
    Updates,
)

Table: TypeAlias = dict[str, Any]

FORM = "chetivo"  # the key by which a file of ours is known
TOLD = "unknown"  # the key for names that nobody here knows, and of which the person was told
_NUMBER_OF_FORM = 1
_SYSTEM = "system"  # in the place of None, which TOML does not have
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
    "export_form": ExportForm,
} | dict.fromkeys(_TELLINGS, Telling)
_NESTED: dict[str, type[Typography] | type[Speaking]] = {
    "typography": Typography,
    "speaking": Speaking,
}
_LEFT_OPEN = frozenset({"language", "voice", "face", "plain"})  # None: the system decides
_YES_OR_NO = (
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
_COLOURS = ("ink", "paper")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_LONGEST = 40  # letters of a value that cannot be used


@dataclass(frozen=True, slots=True)
class Found:
    """What a table holds: settings, and by name what of it cannot be used or is not known.

    `faults` tell the value and what is allowed instead: "text_size = 900 (12–72)". A number out of
    range becomes the nearest that is allowed, any other such value the usual one. `rest` is the
    part of the table that is not known.
    """

    settings: Settings
    faults: tuple[str, ...]
    rest: Table

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names that are not known, those in tables with a point: "typography.shade"."""
        return tuple(_names(self.rest))


def as_table(settings: Settings) -> Table:
    """Return settings as TOML can hold them."""
    return {FORM: _NUMBER_OF_FORM} | _as_table(settings)


def from_table(table: Mapping[str, Any]) -> Found:
    """Return what of a table can be used."""
    ours = {name: value for name, value in table.items() if name not in {FORM, TOLD}}
    faults: list[str] = []
    values, rest = _read(Settings, ours, "", faults)
    return Found(Settings(**values), tuple(faults), rest)


def joined(table: Mapping[str, Any], rest: Mapping[str, Any]) -> Table:
    """Return a table together with what is not known of another one."""
    both = dict(table)
    for name, value in rest.items():
        inner = both.get(name)
        both[name] = joined(inner, value) if isinstance(inner, dict) else value
    return both


def _as_table(data: Settings | Typography | Speaking) -> Table:
    return {field.name: _as_toml(field.name, getattr(data, field.name)) for field in fields(data)}


def _as_toml(name: str, value: Any) -> Any:  # noqa: ANN401  whatever a setting is
    if name == "keys":
        return {command: list(keys) for command, keys in value}
    if name in _NESTED:
        return _as_table(value)
    return _SYSTEM if value is None else value


def _read(
    kind: type[Settings] | type[Typography] | type[Speaking],
    table: Mapping[str, Any],
    before: str,
    faults: list[str],
) -> tuple[Table, Table]:
    """Return the values that a kind of settings can use, and what it does not know."""
    known = {field.name for field in fields(kind)}
    values: Table = {}
    rest: Table = {name: value for name, value in table.items() if name not in known}
    for name in sorted(known & table.keys()):
        value = table[name]
        if name in _NESTED and isinstance(value, dict):
            inner, others = _read(_NESTED[name], value, f"{name}.", faults)
            values[name] = _NESTED[name](**inner)
            rest |= {name: others} if others else {}
        elif name in _NUMBERS and _is_number(value):
            values[name] = min(max(value, _NUMBERS[name].start), _NUMBERS[name].stop - 1)
        elif _fits(name, value):
            values[name] = _as_setting(name, value)
        if name not in values or (name in _NUMBERS and values[name] != value):
            faults.append(f"{before}{name} = {_shown(value)} ({_allowed(name)})")
    return values, rest


def _as_setting(name: str, value: Any) -> Any:  # noqa: ANN401  whatever TOML has
    if name in _LEFT_OPEN and value == _SYSTEM:
        return None
    if name == "keys":
        return tuple((command, tuple(keys)) for command, keys in value.items())
    return _NAMES[name](value) if name in _NAMES else value


def _fits(name: str, value: object) -> bool:
    """Return whether a value that is no number is one for a setting."""
    if name in _LEFT_OPEN and value == _SYSTEM:
        return True
    if name in _YES_OR_NO:
        return isinstance(value, bool)
    if name in _NAMES:
        return value in tuple(_NAMES[name])
    if name == "keys":
        return isinstance(value, dict) and all(map(_are_keys, value.values()))
    if name == "language":
        return value in LANGUAGES
    if name in _COLOURS:
        return isinstance(value, str) and _COLOUR.fullmatch(value) is not None
    return isinstance(value, str) and name not in _NUMBERS and name not in _NESTED


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _are_keys(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(key, str) for key in value)


def _allowed(name: str) -> str:
    """Return what a setting can be, as the file has it."""
    if name in _NUMBERS:
        return f"{_NUMBERS[name].start}–{_NUMBERS[name].stop - 1}"
    if name in _NAMES:
        return ", ".join(_NAMES[name])
    if name in _NESTED or name == "keys":
        return f"[{name}]"
    if name in _COLOURS:
        return "#RRGGBB"
    if name == "language":
        return ", ".join((*LANGUAGES, _SYSTEM))
    usual = ["true", "false"] if name in _YES_OR_NO else ["“…”"]
    return ", ".join(usual + [_SYSTEM] * (name in _LEFT_OPEN))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = f"“{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _names(rest: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is not known; of our own tables, what is not known in them."""
    for name, value in rest.items():
        if name in _NESTED and isinstance(value, dict):
            yield from (f"{name}.{inner}" for inner in value)
        else:
            yield name
