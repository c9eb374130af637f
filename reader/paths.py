"""Where things lie, installed or in a checkout."""

import ctypes
import os
import sys
from collections.abc import Mapping
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
    data = library or (Path(home) if home else Path(appdirs.user_data_dir(_NAME, appauthor=False)))
    config = Path(home) if home else Path(appdirs.user_config_dir(_NAME, appauthor=False))
    return Folders(data, config, Path(home) / "pages" if home else _pages(Path.home()))


def model_folders(environ: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return where a person may have put Piper and its voices, our own folder first."""
    own = folders(environ=environ).data / "voices"
    shared = environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    roots = [] if os.name == "nt" else [Path(root) for root in shared.split(":")]
    return (
        own,
        *(Path(appdirs.user_data_dir(name, appauthor=False)) for name in _MODELS),
        *(root / name for root in roots for name in _MODELS),
    )


def _pages(person: Path) -> Path:
    """Return a folder that every browser may read.

    Those that come as snaps, as Ubuntu's Firefox does, may read no hidden folder.
    """
    if (person / "snap").is_dir():
        return person / "chetivo-pages"
    return Path(appdirs.user_cache_dir(_NAME, appauthor=False)) / "pages"


def resource(name: str) -> Path:
    """Return the path of a shipped resource, such as "institutions.json"."""
    return _BASE / "resources" / name


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; a crash leaves either the old one or the new one. Raises `OSError`."""
    draft = path.with_suffix(f".{os.getpid()}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


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
