"""What a person has chosen, kept as JSON in the folder of settings."""

import json
import os
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from reader.errors import SettingsError

_FILE = "settings.json"


class Theme(StrEnum):
    """Which colours the window uses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class RowReading(StrEnum):
    """How a screen reader gets the rows of the library."""

    WHOLE = "whole"
    CELLS = "cells"


TEXT_SIZES = range(12, 73)  # to four times the usual 18
RATES = range(80, 451)


@dataclass(frozen=True, slots=True)
class Settings:
    """The person's choices.

    `language` of the interface and `voice` are None where the system decides. `text_size` is in
    pixels, one of TEXT_SIZES; `rate` in words a minute, one of RATES. `window` and `panes` are
    the window's own notes of where things stood; `rows` is for screen readers.
    """

    language: str | None = None
    theme: Theme = Theme.SYSTEM
    text_size: int = 18
    rate: int = 175
    voice: str | None = None
    window: str = ""
    panes: str = ""
    rows: RowReading = RowReading.WHOLE


def load(folder: Path) -> Settings:
    """Return the settings kept in a folder, or the usual ones where there are none yet.

    Numbers out of range become the nearest that is allowed; unknown names are ignored.
    Raises `SettingsError` where the file cannot be read or is broken.
    """
    path = folder / _FILE
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error
    except ValueError as error:  # no JSON, or no UTF-8
        raise SettingsError(path, str(error)) from error
    if not isinstance(found, dict):
        raise SettingsError(path, "not a JSON object")
    return _settings(found, path)


def save(settings: Settings, folder: Path) -> None:
    """Keep the settings; a crash leaves either the old ones or the new ones.

    Raises `SettingsError` where the folder cannot be written.
    """
    path = folder / _FILE
    draft = path.with_suffix(f".{os.getpid()}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error


def _settings(found: dict[str, Any], path: Path) -> Settings:
    known = {field.name: found[field.name] for field in fields(Settings) if field.name in found}
    for name, value in known.items():
        if not _fits(name, value):
            raise SettingsError(path, f"{name}: {json.dumps(value, ensure_ascii=False)}")
    if "theme" in known:
        known["theme"] = Theme(known["theme"])
    if "rows" in known:
        known["rows"] = RowReading(known["rows"])
    for name, allowed in (("text_size", TEXT_SIZES), ("rate", RATES)):
        if name in known:
            known[name] = min(max(known[name], allowed.start), allowed.stop - 1)
    return Settings(**known)


def _fits(name: str, value: object) -> bool:
    match name:
        case "theme":
            return value in tuple(Theme)
        case "rows":
            return value in tuple(RowReading)
        case "text_size" | "rate":
            return isinstance(value, int) and not isinstance(value, bool)
        case "language" | "voice":
            return value is None or isinstance(value, str)
        case _:
            return isinstance(value, str)
