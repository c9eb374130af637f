"""What a person does with articles, files to write, and settings."""

from pathlib import Path

from reader.errors.base import ReaderError


class CorrectionError(ReaderError):
    """There is nothing here that could be put right in the way the person asked for."""


class SplitError(CorrectionError):
    """A block cannot be split at this place."""


class JoinError(CorrectionError):
    """A block cannot be joined with the next one."""


class NothingToTakeBackError(CorrectionError):
    """Nothing was put right by hand in the article."""


class TargetError(ReaderError):
    """A file cannot be written to `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class TargetExistsError(TargetError):
    """There is such a file already, and it is not overwritten unasked."""


class ReplaceableTargetError(TargetExistsError):
    """There is such a file already, and at the terminal one may ask for it to be overwritten."""


class UnwritableTargetError(TargetError):
    """The system refuses; `reason` is its word for it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path)
        self.reason = reason


class NoRoomError(TargetError):
    """The disk has `free` megabytes left where about `megabytes` are needed."""

    def __init__(self, path: Path, megabytes: int, free: int) -> None:
        super().__init__(path)
        self.megabytes = megabytes
        self.free = free


class NoConverterError(ReaderError):
    """The program `name` is needed for this form, and is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NothingToWriteError(TargetError):
    """There is no article that could be written there."""


class SettingsError(ReaderError):
    """The settings file at `path` cannot be read or written; `reason` tells why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path))
        self.path = path
        self.reason = reason


class SettingsBrokenError(SettingsError):
    """The settings file at `path` is no TOML from `line` on; it was set aside at `aside`."""

    def __init__(self, path: Path, line: int, aside: Path) -> None:
        super().__init__(path, "")
        self.line = line
        self.aside = aside


class SettingsValuesError(SettingsError):
    """Settings at `path` have values that cannot be used; `named` tells which."""

    def __init__(self, path: Path, named: tuple[str, ...]) -> None:
        super().__init__(path, "")
        self.named = "; ".join(named)


class SettingsUnknownError(SettingsError):
    """The settings file at `path` has names that are not known; `named` tells which."""

    def __init__(self, path: Path, named: tuple[str, ...]) -> None:
        super().__init__(path, "")
        self.named = "; ".join(named)


class NotSettingsError(SettingsError):
    """The file at `path` was to be taken in, and holds no settings of this program."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "")


class NoTomlError(SettingsError):
    """The file at `path` was to be taken in, and is no TOML from `line` on."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(path, "")
        self.line = line


class PronunciationsError(ReaderError):
    """The list of pronunciations at `path` cannot be read or written; `reason` tells why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path))
        self.path = path
        self.reason = reason


class NotAListError(PronunciationsError):
    """A file that was to be taken in holds no list of pronunciations; `reason` tells where."""
