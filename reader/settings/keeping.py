"""The file of the settings: read at the start, written whole, and set aside where it is broken."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from reader.errors import (
    SettingsBrokenError,
    SettingsError,
    SettingsUnknownError,
    SettingsValuesError,
)
from reader.paths import write_whole
from reader.settings.choices import Settings
from reader.settings.table import TOLD, Table, as_table, from_table, joined

_FILE = "settings.toml"
_HEAD = "# Настройки на „Четиво“ · Settings of Chetivo\n\n"
_USUAL = Settings()
_AT_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, and what is to be told of their file.

    `trusted` is False where a file is there that could neither be read nor set aside.
    """

    settings: Settings
    troubles: tuple[SettingsError, ...] = ()
    trusted: bool = True


class BrokenTomlError(ValueError):
    """Some bytes are no TOML; `line` is where that shows."""

    def __init__(self, line: int) -> None:
        super().__init__(str(line))
        self.line = line


def load(folder: Path, usual: Settings = _USUAL) -> Loaded:
    """Return the settings kept in a folder, or the usual ones where there are none yet.

    A file that is broken is set aside under a name with the date. Of any other, what can be used
    applies; the rest is named, and names that are not known only once (see `save`).
    """
    path = folder / _FILE
    try:
        table = parsed(path.read_bytes())
    except FileNotFoundError:
        return Loaded(usual)
    except OSError as error:
        return Loaded(usual, (SettingsError(path, error.strerror or str(error)),), trusted=False)
    except BrokenTomlError as broken:
        return _without(path, broken.line, usual)
    found = from_table(table)
    told = table.get(TOLD, [])
    new = [name for name in found.unknown if not isinstance(told, list) or name not in told]
    troubles: list[SettingsError] = []
    if found.faults:
        troubles.append(SettingsValuesError(path, found.faults))
    if new:
        troubles.append(SettingsUnknownError(path, tuple(new)))
    return Loaded(found.settings, tuple(troubles))


def save(settings: Settings, folder: Path) -> None:
    """Keep the settings; a crash leaves either the old ones or the new ones.

    What a newer version has written beside them stays, with a list of these names; a file that
    has been broken meanwhile is set aside. Raises `SettingsError` where the folder cannot be
    written.
    """
    path = folder / _FILE
    try:
        found = from_table(_there(path))
        table = joined(as_table(settings), found.rest)
        write_whole(path, as_toml(table | ({TOLD: list(found.unknown)} if found.rest else {})))
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error


def parsed(data: bytes) -> Table:
    """Return the table that some bytes are; raises `BrokenTomlError`."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BrokenTomlError(data.count(b"\n", 0, error.start) + 1) from error
    except ValueError as error:  # of TOML; of Python, where a number has thousands of digits
        place = _AT_LINE.search(str(error))
        line = int(place[1]) if place else data.count(b"\n") + 1  # at the end, it says else
        raise BrokenTomlError(line) from error
    except RecursionError as error:  # [[[[[… for ever
        raise BrokenTomlError(1) from error


def as_toml(table: Table) -> bytes:
    """Return a table as a file holds it.

    The name of a voice may be that of a file, and so no UTF-8: TOML cannot hold such letters.
    """
    import tomli_w  # only who writes needs it

    return (_HEAD + tomli_w.dumps(table)).encode("utf-8", "replace")


def _there(path: Path) -> Table:
    """Return what the file holds now."""
    try:
        return parsed(path.read_bytes())
    except FileNotFoundError:
        return {}
    except BrokenTomlError:
        _set_aside(path)
        return {}


def _without(path: Path, line: int, usual: Settings) -> Loaded:
    """Return the usual settings instead of a broken file."""
    try:
        aside = _set_aside(path)
    except OSError as error:
        return Loaded(usual, (SettingsError(path, error.strerror or str(error)),), trusted=False)
    return Loaded(usual, (SettingsBrokenError(path, line, aside),))


def _set_aside(path: Path) -> Path:
    """Give a file a name with the date, and return it."""
    from datetime import datetime

    day = f"{path.stem}-{datetime.now().astimezone():%Y-%m-%d}"
    aside, number = path.with_name(f"{day}.broken.toml"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{day}-{number}.broken.toml")
    return path.replace(aside)
