"""Where things lie, installed or in a checkout."""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import appdirs

_NAME = "chetivo"
_MODELS = ("piper", "piper-voices", "piper-tts")  # what others call the folder of Piper's voices
_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
_BASE = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


@dataclass(frozen=True, slots=True)
class Folders:
    """The person's own folders.

    `data` is for the library, `config` for the settings, `pages` for articles shown in the browser.
    """

    data: Path
    config: Path
    pages: Path


def folders(library: Path | None = None, environ: Mapping[str, str] = os.environ) -> Folders:
    """Return the folders in use.

    `library` (from --library) comes first, then CHETIVO_HOME, which holds the settings too,
    then the system's usual places.
    """
    home = environ.get("CHETIVO_HOME")
    data = library or (Path(home) if home else _data(_NAME))
    config = Path(home) if home else _own(appdirs.user_config_dir, _NAME, ".config")
    return Folders(data, config, Path(home) / "pages" if home else _pages(Path.home()))


def model_folders(environ: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return where a person may have put Piper and its voices, our own folder first."""
    own = folders(environ=environ).data / "voices"
    shared = environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    # An empty or relative one does not count: it would be wherever the program was started.
    roots = [] if os.name == "nt" else filter(Path.is_absolute, map(Path, shared.split(":")))
    return (
        own,
        *map(_data, _MODELS),
        *(root / name for root in roots for name in _MODELS),
    )


def _data(name: str) -> Path:
    """Return the folder in which a program of this name has its data."""
    return _own(appdirs.user_data_dir, name, ".local/share")


def _own(find: Callable[..., str], name: str, usual: str) -> Path:
    """Return a program's folder among the person's own; `usual` is where Linux has these.

    A variable that is set to nothing, or to a relative path, does not count, as the XDG Base
    Directory Specification has it; appdirs would take the folder of the start for it.
    """
    found = Path(find(name, appauthor=False))
    return found if found.is_absolute() else Path.home() / usual / name


def _pages(person: Path) -> Path:
    """Return a folder that every browser may read.

    Those that come as snaps, as Ubuntu's Firefox does, may read no hidden folder.
    """
    if (person / "snap").is_dir():
        return person / "chetivo-pages"
    return _own(appdirs.user_cache_dir, _NAME, ".cache") / "pages"


def resource(name: str) -> Path:
    """Return the path of a shipped resource, such as "institutions.json"."""
    return _BASE / "resources" / name


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; a crash leaves either the old one or the new one. Raises `OSError`.

    What is a link stays one: some keep their settings elsewhere, under version control.
    """
    target = Path(os.path.realpath(path))
    draft = target.with_suffix(f".{os.getpid()}.part")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        with suppress(OSError):  # it has its name by now, or could not even be made
            draft.unlink()


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder last; Windows cannot open folders, and does without."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def syncs_volumes() -> bool:
    """Tell whether `sync_volume` is to be had."""
    return sys.platform == "linux"


def sync_volume(folder: Path) -> None:
    """Make all last that was written on the volume of a folder; Linux alone has such a call."""
    sync = ctypes.CDLL(None, use_errno=True).syncfs
    handle = os.open(folder, os.O_RDONLY)
    try:
        if sync(handle):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(handle)


def catalogues() -> Path:
    """Return the folder of the compiled translations."""
    return _BASE / "i18n"
