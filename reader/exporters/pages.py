"""Pages for the browser, in a folder of the person's own."""

import time
from contextlib import suppress
from pathlib import Path

from reader.errors import UnwritableTargetError
from reader.exporters.files import write_new

_DAY = 24 * 60 * 60


def put(folder: Path, name: str, page: str) -> Path:
    """Write a page into the folder, which nobody else may look into; return where it lies.

    Pages older than a day go; a younger one may still be open in the browser. Raises
    `UnwritableTargetError`.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableTargetError(folder, error.strerror or str(error)) from error
    _remove_old(folder)
    path = folder.absolute() / name
    write_new(path, page, replace=True)
    return path


def _remove_old(folder: Path) -> None:
    for page in folder.glob("*.html"):
        with suppress(OSError):  # in use on Windows, or gone already: another time
            if page.stat().st_mtime < time.time() - _DAY:
                page.unlink()
