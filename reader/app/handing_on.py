"""Settings, with the person's own keys and pronunciations, to and from a file for elsewhere."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from reader.errors import NoTomlError, NotSettingsError, SettingsError
from reader.model.pronunciation import Pronunciations, merged
from reader.paths import write_whole
from reader.pronunciations import from_rows
from reader.settings import Settings
from reader.settings.keeping import BrokenTomlError, as_toml, parsed
from reader.settings.table import FORM, as_table, from_table, joined

_WORDS = "pronunciations"
_OF_THIS_MACHINE = ("window", "panes")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a file makes of a person's settings and pronunciations.

    `faults` name values that cannot be used, `unknown` what this version does not know.
    """

    settings: Settings
    pronunciations: Pronunciations
    faults: tuple[str, ...]
    unknown: tuple[str, ...]


def hand_on(settings: Settings, own: Pronunciations, path: Path) -> None:
    """Write settings and pronunciations into a file; raises `SettingsError`."""
    table = {
        name: value for name, value in as_table(settings).items() if name not in _OF_THIS_MACHINE
    }
    try:
        write_whole(path, as_toml(table | {_WORDS: [asdict(entry) for entry in own]}))
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error


def take_in(path: Path, now: Settings, own: Pronunciations) -> TakenIn:
    """Return the settings of a file over those there are, and its pronunciations beside them.

    Raises `SettingsError` where the file cannot be read or is none of ours.
    """
    try:
        table = parsed(path.read_bytes())
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error
    except BrokenTomlError as broken:
        raise NoTomlError(path, broken.line) from broken
    if FORM not in table:
        raise NotSettingsError(path)
    try:
        words = from_rows(table.pop(_WORDS, []))
    except ValueError as error:
        raise NotSettingsError(path) from error
    told = from_table(table)
    found = from_table(joined(as_table(now), table)).settings
    settings = replace(found, **{name: getattr(now, name) for name in _OF_THIS_MACHINE})
    return TakenIn(settings, merged(own, words), told.faults, told.unknown)
